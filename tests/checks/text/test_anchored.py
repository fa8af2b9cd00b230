"""A pattern that is tried near its anchor finds what it finds everywhere."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.checks.rules import approximate_doubled, count_mismatch, numeral_mixed, share_over
from drafter.checks.text.anchored import matches
from tests.builders import make_draft

PROSE = st.text("约近超过3个三家乡镇、五1多%，。占比为重要做到坚持：两项工作", max_size=60)


def plain(pattern, text):
    return [match.span() for match in pattern.finditer(text)]


@given(PROSE)
def test_the_patterns_of_the_rules_find_the_same(text):
    for module, pattern, anchor, sight in (
        (approximate_doubled, "_TWICE", "_NUMBERED", "_WORD"),
        (numeral_mixed, "_BESIDE", "_NEXT", "_SIGHT"),
        (count_mismatch, "_WORD", "_WORD_COUNTED", "_LONGEST_NUMBER"),
    ):
        whole, near, far = (getattr(module, name) for name in (pattern, anchor, sight))
        assert [match.span() for match in matches(whole, near, far, text)] == plain(whole, text)


@given(
    st.lists(
        st.sampled_from(["一产占比20%，", "二产比重为5%、", "三产占比达30%；", "投资占比8%。", "增长9%，"]),
        max_size=9,
    )
)
def test_shares_a_clause_each_are_found_as_they_stand(pieces):
    text = "".join(pieces)
    found = [match.span() for match in share_over._clauses(make_draft(text))]

    assert found == plain(share_over._CLAUSES, text)


def test_nothing_is_found_twice():
    assert len(list(matches(re.compile("a+b"), re.compile("b"), 3, "aab"))) == 1
