"""Rows of marks: which belong together, and where a row begins again."""

from __future__ import annotations

import pytest

from drafter.checks.text.enumerations import rows
from tests.builders import make_draft


def counted(text):
    return [(row.scheme, [mark.number for mark in row.marks]) for row in rows(make_draft(text))]


def test_rows_nest():
    """A mark of a higher level ends those below it; below the next one they begin again."""
    text = "一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊\n三、己"

    assert counted(text) == [("一、", [1, 2, 3]), ("（一）", [1, 2]), ("（一）", [1])]


def test_a_row_that_counts_from_one_again_is_another():
    """In the same paragraph or in the next."""
    assert counted("一是甲。二是乙。一是丙。二是丁。") == [("一是", [1, 2]), ("一是", [1, 2])]


def test_running_points_go_on_over_paragraphs():
    """Where the next number follows."""
    assert counted("要做好：一要甲。\n二要乙。\n三要丙。") == [("一要", [1, 2, 3])]


@pytest.mark.parametrize(
    "text",
    [
        "二、三季度各上6件。", "第一、第二产业。", "这是一是一、二是二的事", "三要素齐全，四要求到位。", "增长3.5%，12.6亿元。",
        "依照第二条第（三）项办理。", "市委、市政府，一、二级响应。",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_mark_is_none(text):
    """Quarters, products, elements, decimals, items of a law."""
    assert counted(text) == []


def test_a_reference_to_an_item_is_no_heading():
    """（一）、（三） in a sentence leave the headings' row alone."""
    text = "（一）甲。\n（二）乙。符合前款第（一）、（三）项的，（三）照办。\n（三）丙。"

    assert ("（一）", [1, 2, 3]) in counted(text)
