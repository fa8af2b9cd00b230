"""Sections that are the points of one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.model.outline import Point, Section
from drafter.model.source import Line
from drafter.outlining.meaning import gathering

HEADED = (
    Section(heading="一、关于预警", lead=("发预警。",)),
    Section(heading="二、关于调度", lead=("管好水。",)),
)


def gathered(*items):
    return [item for _, item in gathering.gathered([(Line("", n), item) for n, item in enumerate(items)])]


def test_headings_that_a_paragraph_counts_are_points_of_one_section():
    """Their paragraphs go with them; what follows stays."""
    section, after = gathered("会议议定以下两项工作：", *HEADED, "会议要求，抓紧办。")

    assert (section.lead, section.marks) == (("会议议定以下两项工作：",), "一、")
    assert [(point.title, point.text) for point in section.points] == [
        ("关于预警", ("发预警。",)),
        ("关于调度", ("管好水。",)),
    ]
    assert after == "会议要求，抓紧办。"


@pytest.mark.parametrize("before", ["会议议定以下三项工作：", "下面，我讲两点意见。", "会议开得很好。"])
def test_the_parts_of_a_speech_stay_sections(before):
    """Where the count is another, or the speaker counts his own parts."""
    assert gathered(before, *HEADED) == [before, *HEADED]


def test_headings_with_roles_of_their_own_stay_sections():
    """成绩 and 不足 are parts, however they were counted."""
    parts = (Section(heading="一、工作成绩"), Section(heading="二、存在问题"))

    assert gathered("主要有两个方面：", *parts) == ["主要有两个方面：", *parts]


def test_a_paragraph_that_announces_points_is_their_lead():
    """Where they stand under no heading, each on its own."""
    points = Section(points=(Point(title="抓早"), Point(title="抓小")))

    assert gathered("会议议定以下事项：", points) == [replace(points, lead=("会议议定以下事项：",))]
    assert gathered("会议开得很好。", points) == ["会议开得很好。", points]
