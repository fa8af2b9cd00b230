"""Which lines are pieces of one paragraph."""

from __future__ import annotations

import pytest

from drafter.checks.text.wrapped import are_one, broken, carries_on
from tests.builders import make_draft

LINE = "班子成员一起看图纸，各自跑渠段，翻看了有关的文件"


def lines(*texts):
    return make_draft("\n".join(("清淤检查材料", *texts)))


@pytest.mark.parametrize(("count", "found"), [(2, 0), (3, 3)])
def test_three_lines_without_an_end_make_a_broken_text(count, found):
    assert len(broken(lines(*[LINE] * count, "说完了。"))) == found


@pytest.mark.parametrize(("longer", "found"), [(5, 4), (6, 0)])
def test_broken_lines_are_of_nearly_one_width(longer, found):
    assert len(broken(lines(LINE, LINE, LINE, LINE + "一" * longer, "说完了。"))) == found


def test_a_text_of_paragraphs_is_not_broken():
    assert broken(lines(*[f"{LINE}。"] * 6)) == []


@pytest.mark.parametrize(("after", "carried"), [("，一件一件办。", True), ("一件一件办。", False)])
def test_a_line_surely_goes_on_where_the_next_begins_with_a_mark(after, carried):
    assert carries_on(lines(LINE, after), 1) is carried


@pytest.mark.parametrize(("apart", "one"), [(8, True), (9, False)])
def test_lines_are_one_up_to_eight_apart(apart, one):
    assert are_one(lines(*["甲乙"] * 12), 0, apart) is one


def test_an_ended_line_parts():
    assert not are_one(lines("甲乙。", "丙丁"), 1, 2)
