"""Header block and foot of official documents, told by their form."""

from __future__ import annotations

import pytest

from drafter.model.outline import Official
from drafter.model.source import Line
from drafter.outlining.meaning import official


def lines(text):
    return [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]


def test_a_header_block_is_read_by_its_elements():
    """Copy number, secrecy, urgency, banner, number, signers, in the order of the standard."""
    found = official.header(
        lines(
            "000012\n机密★1年\n特急\n澜川市水务局文件\n澜水〔2026〕8号 签发人：霍听澜 卓观澄\n关于防汛的请示"
        )
    )
    block = found.official

    assert found.used == 5
    assert (block.copy, block.secrecy, block.urgency) == ("000012", "机密★1年", "特急")
    assert (block.banner, block.number) == (("澜川市水务局文件",), "澜水〔2026〕8号")
    assert block.signers == ("霍听澜", "卓观澄")


@pytest.mark.parametrize(
    ("banner", "number", "form"),
    [
        ("澜川市人民政府会议纪要", "澜政纪〔2026〕6号", "纪要"),
        ("东陂县人民政府令", "第2号", "命令"),
        ("澜川市交通运输局", "澜交函〔2026〕52号", "信函"),
        ("数字化改造工作简报", "第7期", ""),
        ("澜川市人民政府文件", "澜政发〔2026〕24号", ""),
    ],
)
def test_the_banner_says_which_form_it_is(banner, number, form):
    """An office's name alone stands on a letter."""
    assert official.header(lines(f"{banner}\n{number}\n题")).official.form == form


@pytest.mark.parametrize("text", ["在会上的讲话\n同志们：", "关于检查的通知\n各单位：\n正文。", "题"])
def test_a_text_without_a_number_under_a_banner_has_no_header(text):
    """A title is not taken for one."""
    assert official.header(lines(text)) == official.Header()


FOOT = """正文。
附件：1.登记口径
2.登记表
澜川市机关事务管理局
2026年3月20日
（联系人：汤若谷，电话：8210346）
附件1
登记口径
以间为单位。
附件2
登记表
一间一行。
抄送：市财政局，市审计局。
澜川市机关事务管理局办公室 2026年3月20日印发"""


def test_what_follows_the_text_is_read_from_the_end():
    """Attachments with their lines, note, signature, date, imprint."""
    found = official.foot(lines(FOOT))

    assert found.start == 1
    assert found.listed == ["登记口径", "登记表"]
    assert (found.issuers, found.date) == (["澜川市机关事务管理局"], "2026年3月20日")
    assert found.note == "联系人：汤若谷，电话：8210346"
    assert [(title, [line.text for line in of]) for title, of in found.attached] == [
        ("登记口径", ["以间为单位。"]),
        ("登记表", ["一间一行。"]),
    ]
    assert found.copies == ["市财政局", "市审计局"]
    assert (found.printer, found.printed) == ("澜川市机关事务管理局办公室", "2026年3月20日")


@pytest.mark.parametrize("text", ["正文。", "正文。\n谢谢大家！", "1.甲\n2.乙", "正文。\n3月20日"])
def test_a_text_that_only_ends_has_no_foot(text):
    """Points at the end are no attachments, a day without a year no signature."""
    found = official.foot(lines(text))

    assert not found
    assert found.start == len(lines(text))


@pytest.mark.parametrize(
    "number", ["×政办发〔2025〕18号", "青政办发[2025]18号", "青政办发〔2025〕X号", "〔××××〕×号"]
)
def test_a_number_that_is_redacted_or_typed_with_other_brackets_is_one(number):
    """It stands under the banner."""
    found = official.header([Line("青川市人民政府文件", 1), Line(number, 2), Line("关于放假的通知", 3)])

    assert (found.used, found.official.number) == (2, number)


def test_what_stands_over_a_heading_is_not_below_the_text():
    """A plan that follows the notice that issues it, signature and all."""
    signed = ["现印发给你们。", "县水务局", "2026年4月2日"]
    plan = ["防汛方案", "一、目标", "安全度汛。"]

    assert official.below([Line(text, n) for n, text in enumerate(["一、范围", *signed, "附注"], 1)]) == 3
    assert official.below([Line(text, n) for n, text in enumerate([*signed, *plan], 1)]) == 0


def test_a_telegram_is_read_by_its_rows():
    """Two on a line or one; its number stands without a name."""
    rows = [
        "传真电报",
        "发电单位：市水务局 签批盖章：叶知微",
        "等级：特急 澜水电〔2026〕1号",
        "发往：各县（区），市直各单位。",
        "关于防汛的通知",
    ]
    found = official.header([Line(text, number) for number, text in enumerate(rows, 1)])

    assert found.used == 4
    assert found.official == Official(
        "电报", urgency="特急", issuers=("市水务局",), number="澜水电〔2026〕1号", signers=("叶知微",),
        sent_to=("各县（区）", "市直各单位"),
    )  # fmt: skip


def test_a_title_above_the_number_is_no_banner():
    """Where somebody typed the number under it, there is no header block."""
    assert official.header(lines("兰川县教育局\n关于商请支持的函\n兰教函〔2026〕7号\n县财政局：")).used == 0


def test_signers_may_stand_one_under_another():
    """GB/T 9704—2012 7.2.6."""
    block = official.header(
        lines("澜川市水务局文件\n澜水〔2026〕8号 签发人：霍听澜\n卓观澄\n关于防汛的请示")
    ).official

    assert block.signers == ("霍听澜", "卓观澄")
