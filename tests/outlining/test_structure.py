"""Sections and points of an old text, at every depth that it may be taken apart to."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.outline import Section, Tail
from drafter.model.source import Line
from drafter.outlining import structure, tree
from drafter.outlining.enumerations import Detail


def lines(*texts):
    return [Line(text, number) for number, text in enumerate(texts, 1)]


def said(item):
    """Every text of an item, marks left out."""
    if isinstance(item, str):
        return [item]
    own = [
        getattr(item, "heading", ""),
        getattr(item, "title", ""),
        *getattr(item, "text", ()),
        *getattr(item, "lead", ()),
    ]
    below = [text for point in item.points for text in said(point)]
    after = said(item.tail) if isinstance(item.tail, Tail) else list(item.tail)
    return [*own, *below, *after]


THREE_ROWS = (
    "一、总的情况", "（一）甲。很好。", "（二）乙。很好。", "同志们，再说三件事。", "1.丙。要快。", "2.丁。要快。",
    "同志们，还有两句。", "①戊。记住。", "②己。记住。", "同志们，干起来。",
)  # fmt: skip
WORDS = "甲乙丙丁戊己很好快记住"


@pytest.mark.parametrize("detail", Detail)
def test_no_row_is_lost_whatever_follows_it(detail):
    """A third row after a second has no place of its own, and stays where it was."""
    found = "".join(text for item in structure.parts(lines(*THREE_ROWS), detail) for text in said(item))

    assert all(found.count(word) == "".join(THREE_ROWS).count(word) for word in WORDS)


_texts = st.sampled_from(
    [
        "甲。乙丙丁。",
        "同志们，戊己。",
        "一是庚；二是辛。",
        "壬癸",
        "首先，子。其次，丑。下面讲三点意见：",
        "一是寅。其一，卯；其二，辰。二是巳。",
    ]
)
_marked = st.tuples(st.sampled_from(["", "一、", "（一）", "1.", "一是", "——"]), _texts).map("".join)


@settings(deadline=None)
@given(st.lists(_marked, min_size=1, max_size=10), st.sampled_from(Detail))
def test_every_word_is_kept_at_every_depth(texts, detail):
    """Marks aside: the outline brings those again."""
    found = "".join(
        text
        for stretch in tree.stretches(lines(*texts))
        for item in structure.parts(stretch, detail)
        for text in said(item)
    )
    words = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"

    assert Counter(c for c in found if c in words) == Counter(c for c in "".join(texts) if c in words)


def test_what_follows_a_row_is_about_all_of_it():
    """The last point has no more paragraphs than the others; a row that follows goes with it."""
    (section,) = structure.parts(
        lines("一、总的情况", "——甲。很好。", "——乙。很好。", "这些成绩来之不易。", "一是丙。", "二是丁。"),
        Detail.NESTED,
    )

    assert [point.title for point in section.points] == ["甲", "乙"]
    assert section.tail.lead == ("这些成绩来之不易。",)
    assert [point.text for point in section.tail.points] == [("丙。",), ("丁。",)]


def test_a_paragraph_that_counts_something_else_is_a_section_of_its_own():
    """What is wanting, under what was done."""
    found = structure.parts(
        lines(
            "一、主要成绩", "主要有两点。一是甲。二是乙。", "还存在两个问题。一是丙。二是丁。", "最后一段。"
        ),
        Detail.NESTED,
    )

    assert [item.lead if isinstance(item, Section) else item for item in found] == [
        ("主要有两点。",), ("还存在两个问题。",), "最后一段。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("一、甲", "正文。", "同志们，干起来。", "谢谢大家！"), 2),
        (("正文。", "以上汇报，请指正。"), 1),
        (("正文。", "报送：市委办公室", "二〇二六年三月一日"), 2),
        (("正文。", "接着说。"), 0),
    ],
)
def test_the_last_call_closes_a_text(texts, count):
    """With the thanks, a set phrase, what stands under it."""
    assert structure.closing(lines(*texts)) == count
