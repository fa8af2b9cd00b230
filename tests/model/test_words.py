"""Texts know where they were typed, however they are cut and put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.words import (
    Origin,
    Phrase,
    Words,
    chained,
    cut,
    derived,
    origin_of,
    phrase,
    pieces_of,
    trimmed,
    typed,
)
from drafter.problems import Place
from tests.builders import Passage, words


def holds(text):
    """Whether each piece of a text stands in its passage where it says."""
    return all(
        origin is None or origin.passage.said[origin.offset : origin.offset + len(piece)] == piece
        for piece, origin in pieces_of(text)
    )


@given(st.lists(st.tuples(st.text("甲乙，。", max_size=6), st.booleans()), max_size=5), st.data())
def test_a_cut_of_a_phrase_is_the_cut_of_its_text_and_each_piece_keeps_its_place(parts, data):
    """As slicing does it, negative ends included."""
    whole = phrase(*(words(text) if own else text for text, own in parts))
    start = data.draw(st.integers(-8, 30))
    end = data.draw(st.one_of(st.none(), st.integers(-8, 30)))

    piece = cut(whole, start, end)

    assert whole == "".join(text for text, _ in parts)
    assert piece == str(whole)[start:end]
    assert holds(whole) and holds(piece)


@given(st.text("甲乙 \u3000", max_size=9))
def test_trimming_keeps_the_place(text):
    """Of what is left."""
    assert trimmed(words(text)) == text.strip()
    assert holds(trimmed(words(text)))


def test_a_phrase_of_one_piece_is_that_piece():
    """And of none that was typed a plain string."""
    one = words("甲")

    assert phrase("", one, "") is one
    assert type(phrase("一、", "。")) is str
    assert type(phrase("一、", one)) is Phrase
    assert [piece for piece, _ in pieces_of(phrase(phrase("一、", one), "。"))] == ["一、", "甲", "。"]


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        (3, 5, [("丙丁", 1)]),
        (2, 6, [("乙丙丁戊", 0)]),
        (1, 7, [("、", None), ("乙丙丁戊", 0), ("己", 0)]),
        (5, 8, [("戊", 3), ("己庚", 0)]),
        (0, 1, [("甲", 0)]),
        (6, 6, [("", None)]),
        (8, 2, [("", None)]),
    ],
)
def test_a_cut_takes_of_each_piece_what_lies_in_it(start, end, parts):
    """From within one, over several, nothing at all."""
    whole = phrase(words("甲"), "、", words("乙丙丁戊"), words("己庚"))
    found = [(piece, origin and origin.offset) for piece, origin in pieces_of(cut(whole, start, end))]

    assert found == parts


def test_an_empty_text_was_typed_nowhere():
    """It is nothing to be placed."""
    assert typed("", Origin(Passage(""))) == "" and origin_of(words("")) is None


def test_what_is_made_of_a_text_stands_where_that_does():
    """And says that its characters are others; cutting it does not move it."""
    day = derived("2026年3月12日", words("2026-03-12"))

    assert origin_of(day).place == Place("稿", 1, 1)
    assert not origin_of(day).exact
    assert origin_of(cut(day, 5)).offset == 0
    assert type(derived("三", "2")) is str


@pytest.mark.parametrize(("texts", "said"), [([], ""), (["甲"], "甲"), (["甲", "乙", "丙"], "甲、乙、丙")])
def test_a_chain_has_a_link_between_each_two(texts, said):
    """None at its ends."""
    chain = chained([words(text) for text in texts], "、")

    assert chain == said and holds(chain)


def test_words_are_strings_to_whoever_does_not_ask():
    """Equal, hashable, sliceable: a plain operation only forgets."""
    one = words("甲乙")

    assert one == "甲乙" and {one: 1}["甲乙"] == 1 and isinstance(one, Words)
    assert type(one[1:]) is str and type(one + "丙") is str
