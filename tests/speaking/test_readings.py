"""Which characters get their reading above them."""

from __future__ import annotations

import pytest

from drafter.session import lexicons
from drafter.speaking import readings
from tests.builders import session
from tests.conftest import required


@pytest.mark.parametrize(
    ("char", "rare"), [("的", False), ("澜", False), ("陂", True), ("堃", True), ("𠮷", True)]
)
def test_a_character_is_rare_outside_the_first_level_of_gb2312(char, rare):
    """3755 characters by use come first in the standard."""
    assert readings.is_rare(char) is rare


def test_a_known_word_is_read_as_its_list_says():
    """Character by character; an underscore stands for one that needs nothing."""
    words = {"一蹴而就": "_ cù _ _", "蹴": "x"}

    assert readings.annotated("不能一蹴而就。", words, guess=False) == [
        ("不能一", ""),
        ("蹴", "cù"),
        ("而就。", ""),
    ]


def test_a_reading_of_another_length_stands_over_the_whole_word():
    """Nothing is guessed about which syllable belongs where."""
    assert readings.annotated("黄鸫", {"黄鸫": "niǎo"}, guess=False) == [("黄鸫", "niǎo")]


def test_rare_characters_are_read_by_their_context():
    """And no character of the text is lost."""
    required("pypinyin", readings.can_guess())
    pieces = readings.annotated("东陂县的孟堃。", {})

    assert ("陂", "bēi") in pieces
    assert "".join(text for text, _ in pieces) == "东陂县的孟堃。"


def test_without_pypinyin_the_rare_characters_are_named(monkeypatch):
    """So that they can be written into the outline by hand."""
    monkeypatch.setattr(readings, "can_guess", lambda: False)

    assert readings.unread("东陂县一蹴而就", {"蹴": "cù"}) == ["陂"]
    assert readings.annotated("东陂县", {}) == [("东陂县", "")]


def test_the_shipped_list_has_a_syllable_for_every_character():
    """Each entry annotates something, and only with pinyin that carries a tone."""
    words = lexicons.word_list(session(), "读音")

    assert len(words) > 100
    for word, reading in words.items():
        syllables = reading.split()
        assert len(syllables) == len(word), word
        assert any(said != readings.SKIPPED for said in syllables), word


def test_the_users_own_words_go_before_the_shipped_ones(home):
    """A unit knows best how its people are called."""
    (home / "lexicon").mkdir()
    (home / "lexicon" / "读音.yaml").write_text("仝: quán\n苏望津: _ _ jīn\n", encoding="utf-8")
    words = lexicons.word_list(session(), "读音")

    assert words["仝"] == "quán"
    assert words["苏望津"] == "_ _ jīn"
    assert "一蹴而就" in words
