"""A pattern is left untried only where it could find nothing: in digits of both widths, in every order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.checks.draft import Draft
from drafter.checks.rules import (
    ellipsis_form,
    mark_after_number,
    markdown_residue,
    marks_doubled,
    numeral_style,
    range_form,
    rate_mismatch,
)
from tests.builders import make_draft

RULES = [
    module.RULE
    for module in (
        ellipsis_form, mark_after_number, markdown_residue, marks_doubled, numeral_style, range_form, rate_mismatch,
    )
]  # fmt: skip
TEXT = st.text(
    "1２年月号日%％百分之点个万亿千一二〇零O，。、；（）①是第先次首…..·-—~～至的率占完成件家*`[]x\n",
    max_size=40,
)


@given(st.sampled_from(RULES), TEXT)
def test_a_rule_finds_the_same_where_everything_is_tried(rule, text):
    tried = make_draft(text)
    tried.beside = lambda before, after: True

    class Everything(frozenset):
        def __contains__(self, _pair):
            return True

    tried.__dict__["pairs"] = Everything()

    assert list(rule.find(tried)) == list(rule.find(make_draft(text)))


@pytest.mark.parametrize(
    "text",
    ["１、修路", "增长１２％。", "3月１２号开会。", "百分之１２。", "投入３万５千元。", "增长１０-２０%。"],
)
def test_full_width_digits_are_digits(text):
    draft = make_draft(text)

    assert any(list(rule.find(draft)) for rule in RULES)


@given(TEXT, st.text("1２年月", min_size=1, max_size=3), st.text("号日%％", min_size=1, max_size=3))
def test_characters_side_by_side_are_known(text, before, after):
    stands = any(one + other in text for one in before for other in after)

    assert Draft.beside(make_draft(text), before, after) is stands
