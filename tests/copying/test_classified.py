"""Which mark of secrecy a text bears."""

import pytest

from drafter import secrecy
from drafter.copying import classified
from drafter.model.outline import Attachment, Official, Outline


@pytest.mark.parametrize(
    ("lines", "mark"),
    [
        (["秘密★1年", "在会上的讲话"], "秘密★1年"),
        (["000001", "机密", "特急", "某市文件"], "机密"),
        (["（内部资料　注意保存）", "汇编"], "（内部资料　注意保存）"),
        (["内部资料", "绝密"], "绝密"),
        (["机密★长期\t0001"], "机密★长期\t0001"),
        (["机 密 ★ 长 期"], "机 密 ★ 长 期"),
        (["绝密级"], "绝密级"),
        (["市政府办公室    秘密★1年"], "秘密★1年"),
        (["№000012 机密★长期"], "机密★长期"),
        (["秘密★2026年12月31日前"], "秘密★2026年12月31日前"),
        (["秘密1年"], "秘密1年"),
        (["密级：秘密 保密期限：1年"], "秘密"),
        (["密级　机密"], "密级　机密"),
        (["仅供内部参考"], "仅供内部参考"),
        (["内部文件　严禁复印"], "内部文件　严禁复印"),
        (["秘密▲1年"], "秘密▲1年"),
        (["★秘密"], "★秘密"),
        (["机密·3年 特急"], "机密·3年 特急"),
        (["机密★1年000001"], "机密★1年000001"),
        (["机密　　　　甲政函〔2026〕3号"], "机密"),
        (["特急　机密　甲政函〔2026〕3号"], "机密"),
        (["甲市人民政府文件　机密"], "机密"),
        (["（机密）在防汛会上的讲话"], "机密"),
        (["在防汛会上的讲话【秘密】"], "秘密"),
        (["機密★3年"], "机密★3年"),
        (["机密文件"], "机密文件"),
        (["机密件　不得复印"], "机密件"),
        (["（本文件密级为绝密）"], "绝密"),
        (["编号：0032（机密）"], "机密"),
        (["特急·机密"], "机密"),
        (
            [
                "秘密工作会议讲话",
                "内部资料管理办法",
                "特急",
                "000001",
                "密级鉴定总结",
                "秘密战线的故事",
                "保守国家秘密1年来的工作",
                "关于国家秘密（密点）标注的通知",
                "商业秘密保护工作总结",
                "机密文件管理办法",
                "他在秘密战线工作了3年。",
            ],
            "",
        ),
    ],
)
def test_a_line_that_holds_nothing_but_marks_is_one(lines, mark):
    """The highest of several counts; titles that only speak of secrets, numbers of copies and urgency are none."""
    assert classified.mark_among(lines) == mark


def test_a_mark_stands_in_the_head_of_a_text():
    """Within its first ten lines."""
    assert classified.mark_of_lines([*"甲乙丙丁戊己庚辛壬", "秘密"]) == "秘密"
    assert classified.mark_of_lines([*"甲乙丙丁戊己庚辛壬癸", "秘密"]) == ""


def test_an_outline_bears_the_highest_of_its_marks():
    """In the header block, in its own key, in the lines beside its title."""
    outline = Outline(
        secrecy="内部资料",
        official=Official(secrecy="秘密"),
        above_title=("甲", "机密★5年"),
        under_title=("乙",),
    )

    assert classified.mark_of(outline) == "机密★5年"
    assert classified.mark_of(Outline(secrecy="内部资料")) == "内部资料"
    assert classified.mark_of(Outline()) == ""


@pytest.mark.parametrize(
    "outline",
    [
        Outline(title="在会上的讲话（机密）"),
        Outline(subtitle="机密★1年"),
        Outline(stage="机密"),
        Outline(audience=("机密",)),
        Outline(tags=("机密",)),
        Outline(official=Official(note="机密")),
        Outline(official=Official(urgency="机密★1年")),
        Outline(attachments=(Attachment("名单", ("机密★3年", "甲")),)),
    ],
)
def test_a_mark_counts_wherever_a_person_put_it(outline):
    """About the title, in the header block, on an attachment."""
    assert secrecy.rank(classified.mark_of(outline)) == 3
