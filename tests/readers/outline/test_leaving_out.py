"""What an outline keeps and does not use, what may go when time is short, and what it leaves open on purpose."""

from __future__ import annotations

import pytest

from drafter.model.outline import Section
from tests.builders import outline, problems


def points(*lines):
    (part,) = outline("任务:\n  要点:\n" + "".join(f"    - {line}\n" for line in lines)).parts
    (section,) = part.items
    assert isinstance(section, Section)
    return section.points


def test_a_parked_point_is_not_there():
    """暂不用; 否 keeps it."""
    assert [
        point.title for point in points("{标题: 甲, 暂不用: 是}", "{标题: 乙, 暂不用: 否}", "{标题: 丙}")
    ] == [
        "乙",
        "丙",
    ]


def test_a_parked_section_and_a_parked_part_are_not_there():
    """The part goes with its last section."""
    read = outline(
        "成绩: {小标题: 甲, 暂不用: 是, 导语: 一。}\n任务:\n  - {小标题: 乙, 导语: 二。}\n  - {小标题: 丙, 暂不用: 是, 导语: 三。}\n"
    )

    assert [(part.role, len(part.items)) for part in read.parts] == [("tasks", 1)]


@pytest.mark.parametrize(
    ("written", "rank"), [("是", 1), ("true", 1), ("否", 0), ("1", 1), ("3", 3), ("", 0)]
)
def test_in_which_order_points_may_go(written, rank):
    """是 is the first to go."""
    (point,) = points(f"{{标题: 甲, 可略: {written}}}")

    assert point.cut == rank


@pytest.mark.parametrize("written", ["一", "-1", "1.5", "大概"])
def test_an_order_that_is_none_is_told(written):
    """At its place."""
    assert problems(f"任务:\n  要点:\n    - {{标题: 甲, 可略: {written}}}\n") == [("wrong-type", 3, 19)]


@pytest.mark.parametrize(
    ("written", "basis"),
    [("上级精神: 甲", ("甲",)), ("依据: [甲, 乙。]", ("甲", "乙。")), ("上级精神:", None), ("地点: 楼", ())],
)
def test_what_a_meeting_carries_out(written, basis):
    """Left empty it is open, not written it is none."""
    read = outline(f"场合:\n  名称: 会\n  {written}\n")

    assert read.occasion is not None
    assert read.occasion.basis == basis
