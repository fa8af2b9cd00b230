"""Lists of short texts: a row of points."""

from __future__ import annotations

import pytest

from drafter.drafting.listed import as_points
from drafter.model.outline import Section
from drafter.model.template import Template
from tests.builders import outline

DRAFTED = Template(name="甲")


def part(yaml, template=DRAFTED):
    return as_points(outline(yaml), template).parts[0]


@pytest.mark.parametrize("yaml", ["任务: [加强值守, 备足物资]\n", "任务: {导语: [加强值守, 备足物资]}\n"])
def test_short_texts_without_end_marks_are_points(yaml):
    """Under a part, or as what a section begins with."""
    (section,) = part(yaml).items

    assert [point.text for point in section.points] == [("加强值守",), ("备足物资",)]
    assert section.lead == ()


@pytest.mark.parametrize(
    "yaml",
    [
        "任务: [加强值守。, 备足物资。]\n",
        "任务: [加强值守]\n",
        f"任务: [{'加强值守' * 11}, 备足物资]\n",
        "开头: [同志们, 朋友们]\n",
        "结尾: [谢谢大家, 散会]\n",
        "任务: {导语: [加强值守, 备足物资], 要点: [甲]}\n",
    ],
)
def test_what_is_a_paragraph_stays_one(yaml):
    """It has an end mark, stands alone, is long, opens or closes, or points follow it."""
    given = outline(yaml).parts[0]
    (section,) = [item for item in part(yaml).items if isinstance(item, Section)] or [Section()]

    assert part(yaml) == given
    assert len(section.points) <= 1


def test_a_template_that_prints_everything_as_it_is_keeps_the_texts():
    """Its outline was read from a file that somebody wrote."""
    yaml = "任务: [加强值守, 备足物资]\n"

    assert part(yaml, Template(name="乙", any_role=True)) == outline(yaml).parts[0]
