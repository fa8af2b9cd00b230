"""Tokens, queries, ranking: what finding is made of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.library import Entry, Query
from drafter.searching import queries, ranking, words

TEXTS = st.text(st.sampled_from("政务服务一件事 ，。AaＡ12３x_"), max_size=30)


def test_every_part_of_a_word_has_its_token():
    """Characters and pairs, across what a dictionary would call words."""
    assert words.tokens("乡村振兴") == {"乡", "村", "振", "兴", "乡村", "村振", "振兴"}


def test_latin_letters_and_digits_are_one_in_every_form():
    """Full-width or not, capital or not."""
    assert words.tokens("ＧＤＰ５") == words.tokens("gdp5")


@given(TEXTS, st.data())
@settings(deadline=None)
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


def test_what_has_the_word_in_its_title_comes_first():
    """Before what says it in passing."""
    titled = Entry("甲", "point", "督查要见人见事", "见人见事。" * 8)
    passing = Entry("乙", "point", "别的事", "这里说到督查一次。" + "见人见事。" * 8)
    query = Query(terms=("督查",))

    assert ranking.score(titled, query) > ranking.score(passing, query)


def test_of_two_alike_the_newer_comes_first():
    """A year parts what is alike otherwise."""
    old = Entry("甲", "point", "督查", "督查。", date="2019年3月1日")

    assert ranking.score(replace(old, date="2025年3月1日"), Query(terms=("督查",))) > ranking.score(
        old, Query(terms=("督查",))
    )


def test_an_excerpt_marks_the_words():
    """Each of them, the longer one where two overlap."""
    entry = Entry("甲", "point", "", "先说别的事情，" * 20 + "老旧小区的电梯要更新，电梯钱从哪里来。")
    shown = ranking.excerpt(entry, Query(terms=("电梯", "小区", "旧小区")))

    assert "老【旧小区】的【电梯】要更新，【电梯】钱" in shown
    assert shown.startswith("…")


@given(TEXTS, st.lists(TEXTS.filter(bool), min_size=1, max_size=3))
@settings(deadline=None)
def test_an_excerpt_without_its_marks_is_the_text(text, terms):
    """Nothing is lost or added between the brackets."""
    shown = ranking.excerpt(Entry("甲", "point", "", text), Query(terms=tuple(terms)))

    assert shown.strip("…").replace("【", "").replace("】", "") in text
