"""What stands above the text of an old file."""

from __future__ import annotations

import pytest

from drafter.model.outline import Speaker
from drafter.model.source import Line
from drafter.outlining import head

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
