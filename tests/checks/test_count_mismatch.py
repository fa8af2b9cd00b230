"""Announced counts: found in front of what they count, as if every character had been tried."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.checks.rules import count_mismatch as rule
from drafter.checks.text.anchored import matches

_texts = st.lists(
    st.sampled_from(
        ["三", "十", "两", "12", "第", "“", "”", "个", "坚持", "：", "一是", "项", "大", "任务", "，即", "、", "甲", "。", "\n", "月", ".",
         "个坚持：", "个“必须”：", "项任务：甲、乙。", "大类，即甲、乙；", "类三项：甲、乙\n", "条，分别是“甲”、《乙》。"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(_texts)
def test_words_that_are_counted_are_found_as_by_the_pattern_alone(text):
    """The same matches, one after the other."""
    found = matches(rule._WORD, rule._WORD_COUNTED, rule._LONGEST_NUMBER, text)

    assert [match.span() for match in found] == [match.span() for match in rule._WORD.finditer(text)]


@given(_texts)
def test_lists_that_are_counted_are_found_as_by_the_pattern_alone(text):
    """The same matches, one after the other."""
    found = matches(rule._LISTED, rule._LIST_COUNTED, rule._LONGEST_NUMBER, text)

    assert [match.span() for match in found] == [match.span() for match in rule._LISTED.finditer(text)]
