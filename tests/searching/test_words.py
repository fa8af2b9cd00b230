"""Tokens and queries: what finding is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.library import Query
from drafter.searching import queries, words

TEXTS = st.text(st.sampled_from("政务服务一件事 ，。AaＡ12３x_"), max_size=30)


def test_every_part_of_a_word_has_its_token():
    """Characters and pairs, across what a dictionary would call words."""
    assert words.tokens("乡村振兴") == {"乡", "村", "振", "兴", "乡村", "村振", "振兴"}


def test_latin_letters_and_digits_are_one_in_every_form():
    """Full-width or not, capital or not."""
    assert words.tokens("ＧＤＰ５") == words.tokens("gdp5")


@given(TEXTS, st.data())
def test_a_part_of_a_text_needs_no_token_that_the_text_lacks(text, data):
    """So no entry is lost by looking for tokens first."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert words.needed(text[start:end]) <= words.tokens(text)


@pytest.mark.parametrize(
    ("typed", "terms", "without"),
    [
        ("电梯 资金", ("电梯", "资金"), ()),
        ('"一件 事" -试点', ("一件 事",), ("试点",)),
        ("“老旧小区”　－拆迁", ("老旧小区",), ("拆迁",)),
        ('- "" 甲 甲', ("甲",), ()),
    ],
)
def test_a_query_is_read_as_it_is_typed(typed, terms, without):
    """Quotes of all kinds, a minus of either width, words once."""
    assert queries.read(typed) == Query(terms=terms, without=without)
