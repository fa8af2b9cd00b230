"""Where a speaker takes breath, and which sentences leave none."""

from __future__ import annotations

import pytest
from hypothesis import given

from drafter.speaking import pauses, sentences
from tests.strategies import texts


def test_a_long_clause_gets_a_breath_at_the_joint_nearest_its_middle():
    """Not near its ends."""
    text = "把全市各级政务服务大厅的受理窗口并且连同乡镇便民服务中心一起接入平台"
    (at,) = pauses.places(text)

    assert text[at:].startswith("并且")


def test_short_clauses_are_left_alone():
    """Punctuation is breath enough."""
    assert pauses.places("改流程、减材料、通数据，全市共办理政务服务事项。") == []


@given(texts)
def test_a_breath_never_stands_beside_punctuation(text):
    """Every place lies inside the text and inside a clause."""
    for at in pauses.places(text):
        assert 0 < at < len(text)
        assert text[at - 1] not in "，。；：、" and text[at] not in "，。；：、"


def test_a_sentence_over_a_hundred_characters_is_named():
    """With its own end mark; its neighbours are not."""
    long = "这句话很长" * 25 + "。"

    assert sentences.long_ones(f"短句。{long}短句。") == [(3, long)]


@pytest.mark.parametrize(
    ("before", "after", "at"),
    [(10, 10, []), (10, 11, [10]), (5, 16, []), (6, 15, [6]), (15, 6, [15]), (16, 5, [])],
)
def test_a_clause_of_more_than_twenty_characters_gets_a_breath(before, after, at):
    """Six characters at least stand on either side of it."""
    assert pauses.places("字" * before + "以及" + "字" * (after - 2)) == at


@pytest.mark.parametrize(("length", "long"), [(100, 0), (101, 1)])
def test_a_sentence_of_more_than_a_hundred_characters_is_long(length, long):
    """Its end mark counts."""
    assert len(sentences.long_ones("字" * (length - 1) + "。短。")) == long
