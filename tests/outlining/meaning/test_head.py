"""What stands above the text of an old file."""

from __future__ import annotations

import pytest

from drafter.model.document import Role
from drafter.model.outline import Speaker
from drafter.model.source import Line
from drafter.outlining.meaning import head

TITLE = "在全市安全生产会议上的讲话"


def read(*texts):
    found = head.read([Line(text, number) for number, text in enumerate((*texts, "今天开个会。"), 1)])
    return found.fields, found.used


def test_each_line_is_told_by_its_form():
    """Subtitle, stage, date, speaker, whom it addresses."""
    fields, used = read(
        TITLE,
        "——在全市安全生产会议上",
        "（送审稿）",
        "（2026年3月12日）",
        "市长 梁溯",
        "各位领导，",
        "同志们：",
    )

    assert used == 7
    assert fields == {
        "title": TITLE, "subtitle": "在全市安全生产会议上", "stage": "送审稿", "date": "2026年3月12日",
        "speaker": Speaker(name="梁溯", post="市长"), "audience": ("各位领导", "同志们"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("市长 梁溯", Speaker("梁溯", "市长")),
        ("市人民政府市长梁成溪", Speaker("梁成溪", "市人民政府市长")),
        ("梁成溪", Speaker("梁成溪")),
        ("梁 溯", Speaker("梁溯")),
    ],
)
def test_a_speaker_may_be_typed_in_several_ways(line, speaker):
    """With a post or without, with a space or without."""
    assert read(TITLE, line, "同志们：")[0]["speaker"] == speaker


def test_a_name_above_the_date_stays_there():
    """The order of the page is kept, and the salutation found."""
    fields, used = read(TITLE, "市长 梁溯", "（2026年3月12日）", "同志们：")

    assert fields["speaker"] == Speaker("梁溯", "市长", above_date=True)
    assert (fields["date"], fields["audience"], used) == ("2026年3月12日", ("同志们",), 4)


def test_a_title_may_take_two_lines():
    """Where the second names the genre that the first lacks."""
    assert (
        read("澜川市人民政府办公室", "关于开展检查的通知", "各县区：")[0]["title"]
        == "澜川市人民政府办公室关于开展检查的通知"
    )
    assert read("关于开展检查的通知", "有关情况的报告", "各县区：")[0]["title"] == "关于开展检查的通知"


@pytest.mark.parametrize("line", ["各县（区）人民政府，市政府各部门：", "各科室：", "市人民政府："])
def test_offices_in_front_of_a_colon_are_addressees(line):
    """Not listeners."""
    assert read("关于检查的通知", line)[0]["addressees"] == (line.removesuffix("："),)


@pytest.mark.parametrize("first", ["今天开个会。", "——在会上的讲话", "一、成绩", "字" * 61])
def test_what_is_no_title_is_none(first):
    """A sentence, a subtitle, a heading, a line too long."""
    assert "title" not in head.read([Line(first, 1), Line("正文。", 2)]).fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("2025年5月8日", {"date": "2025年5月8日"}),
        ("(2025年5月8日)", {"date": "2025年5月8日"}),
        ("（2025.5.8）", {"date": "2025年5月8日"}),
        ("（二〇二五年五月八日）", {"date": "二〇二五年五月八日"}),
        ("（2025年5月8日·市委礼堂）", {"date": "2025年5月8日"}),
        ("讲话人：张某某 时间：2025年5月8日", {"date": "2025年5月8日", "speaker": Speaker("张某某")}),
        ("（根据录音整理，未经本人审阅）", {}),
        ("（根据录音整理，档案号2026-31）", {}),
        ("2026年3月5日 星期四", {"date": "2026年3月5日"}),
        ("县委书记 王建国 2026年3月5日", {"date": "2026年3月5日", "speaker": Speaker("王建国", "县委书记")}),
    ],
)
def test_lines_in_any_form_stay_as_they_are_and_say_what_they_say(line, fields):
    """The salutation is found beyond them."""
    found = head.read(
        [Line(text, n) for n, text in enumerate(["在会上的讲话", line, "同志们：", "开会。"], 1)]
    )

    assert found.fields == {
        "title": "在会上的讲话",
        "under_title": (line,),
        "audience": ("同志们",),
        **fields,
    }
    assert found.used == 3


def test_what_stands_above_a_title_is_kept_apart():
    """附件1, a line of a web page above the only heading of the first level."""
    attached = head.read([Line("附件1：", 1), Line("在会上的讲话", 2), Line("同志们：", 3)])
    web = [Line("首页 | 讲话", 1), Line("在会上的讲话", 2, Role.HEADING, 1), Line("同志们：", 3)]

    assert (attached.fields["above_title"], attached.fields["title"]) == (("附件1：",), "在会上的讲话")
    assert (head.read(web).fields["above_title"], head.read(web).used) == (("首页 | 讲话",), 3)


def test_a_subtitle_is_no_second_line_of_the_title():
    """Though it names the genre that the title does not."""
    fields = head.read([Line("凝心聚力 实干争先", 1), Line("——在会上的讲话", 2), Line("同志们：", 3)]).fields

    assert (fields["title"], fields["subtitle"]) == ("凝心聚力 实干争先", "在会上的讲话")


@pytest.mark.parametrize(("length", "title"), [(60, True), (61, False)])
def test_a_first_line_of_sixty_characters_may_be_the_title(length, title):
    """A longer one is text."""
    assert ("字" * length == read("字" * length, "同志们：")[0].get("title")) is title


MARKS = [
    ("秘密★1年",), ("机密★5年", "特急"), ("000012", "秘密★3年", "加急"), ("秘 密",), ("份号：000012",),
    ("内部资料 注意保存",), ("内部资料", "注意保存"), ("（内部资料，请妥善保管）",), ("特急 秘密★6个月",),
]  # fmt: skip


@pytest.mark.parametrize("above", MARKS)
def test_marks_of_secrecy_and_urgency_stand_above_the_title(above):
    """They are no part of it, each on its line (GB/T 9704—2012 7.2.1–7.2.3)."""
    fields, used = read(*above, TITLE, "（2026年3月12日）", "市长 梁溯", "同志们：")

    assert fields["title"] == TITLE and fields["above_title"] == above and used == len(above) + 4
    assert fields["speaker"] == Speaker(name="梁溯", post="市长")


@pytest.mark.parametrize("below", MARKS)
def test_marks_of_secrecy_below_the_title_name_nobody(below):
    """Nor are they lost: the lines stand as they were."""
    fields, _ = read(TITLE, *below, "（2026年3月12日）", "市长 梁溯", "同志们：")

    assert fields["title"] == TITLE and fields["speaker"] == Speaker(name="梁溯", post="市长")
    assert fields["under_title"][: len(below)] == below


@pytest.mark.parametrize(
    "title", ["秘密工作会议讲话", "内部资料管理办法", "急件办理办法", "密级鉴定工作总结材料"]
)
def test_a_title_may_speak_of_secrets(title):
    """It says more than a mark does."""
    assert read(title, "（2026年3月12日）", "同志们：")[0]["title"] == title
