"""Set phrases with a slip: found wherever it lies, and quiet on what is right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.checks.draft import Draft, Said, Setting
from drafter.checks.text.near import Bare, edits_of, pairs_of, slips
from drafter.checks.text.phrases import altered
from tests.builders import lexicon

TODAY = (2026, 11, 1)
PHRASES = sorted(lexicon().phrases)
_others = "的了在不和要发展工作"


def found(text, date=TODAY):
    draft = Draft([Said(text)], Setting(lexicon(), date))
    return [draft.text[start:end] for start, end, _ in altered(draft)]


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_to_the_letter_is_quiet(phrase):
    """With quotation marks, with a space, twice, and in any sentence."""
    for text in (f"我们要坚持{phrase}，办好实事。", f"“{phrase}”", f"{phrase[:2]} {phrase[2:]}。{phrase}。"):
        assert not found(text)


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_other_wording_that_is_right_is_quiet(phrase):
    """What is said beside it, by the list itself."""
    for other in lexicon().phrases[phrase].others:
        assert not found(f"我们要讲{other}，办好实事。")


def slipped(phrase, at, kind, other):
    """The phrase with the character at a place left out, another added before it, or put in its place."""
    return phrase[:at] + ("" if kind == "left out" else other) + phrase[at + (kind != "added") :]


@given(st.text(alphabet="甲乙“” \u3000\n", max_size=12))
def test_the_pairs_of_a_bare_text_are_known(text):
    """Beside those of the whole."""
    whole, bare = ({said[at : at + 2] for at in range(len(said) - 1)} for said in (text, Bare(text).text))
    found = pairs_of(text, frozenset(whole))

    assert {pair for pair in found if len(pair) == 2} == whole | bare


@given(st.data())
def test_one_slip_anywhere_is_found(data):
    """A character left out, added or swapped, unless that is a wording that is right too."""
    phrase = data.draw(st.sampled_from([one for one in PHRASES if edits_of(one)]))
    kind = data.draw(st.sampled_from(["left out", "added", "swapped"]))
    at = data.draw(st.integers(1 if kind == "added" else 0, len(phrase) - 1))
    other = data.draw(st.sampled_from(_others))
    said = slipped(phrase, at, kind, other)
    right = [*PHRASES, *(other for one in lexicon().phrases.values() for other in one.others)]
    bare = Bare(said).text
    if any(Bare(one).text in bare or bare in Bare(one).text for one in right):
        return
    assert found(f"我们要讲{said}，办好实事。")


@given(st.data())
def test_two_neighbours_that_changed_places_are_found(data):
    """Wherever they stand: also across the pieces that are looked for."""
    phrase = data.draw(st.sampled_from([one for one in PHRASES if edits_of(one)]))
    at = data.draw(st.integers(1, len(phrase) - 2))
    said = f"{phrase[:at]}{phrase[at + 1]}{phrase[at]}{phrase[at + 2 :]}"
    right = [Bare(one).text for one in (*PHRASES, *(o for p in lexicon().phrases.values() for o in p.others))]
    if said == phrase or any(one in Bare(said).text for one in right):
        return
    assert found(f"我们要讲{said}，办好实事。")


@pytest.mark.parametrize(
    ("text", "date", "quiet"),
    [
        ("以习近平为核心的党中央", (2026, 1, 1), False),
        ("以习近平为核心的党中央", (2015, 1, 1), True),
        ("以习近平为核心的党中央", (0, 0, 0), False),
        ("《以习近平为核心的党中央研究》", (2026, 1, 1), True),
        ("以习近平，为核心的党中央", (2026, 1, 1), True),
        ("以习近平同志\n为核心的党中央", (2026, 1, 1), True),
    ],
)
def test_a_slip_is_told_of_drafts_that_are_young_enough(text, date, quiet):
    """Not in titles; never across a mark or a line."""
    assert (not found(text, date)) == quiet


@given(st.text("甲乙丙丁戊己庚辛，", max_size=30), st.integers(1, 2))
def test_what_is_found_is_as_near_as_it_says(text, edits):
    """By the distance of Levenshtein, and never the phrase itself."""
    phrase = "甲乙丙丁戊己庚辛甲丙"
    for slip in slips(text, phrase, edits):
        said = text[slip.start : slip.end]
        assert 1 <= slip.edits <= edits
        assert said != phrase and abs(len(said) - len(phrase)) <= edits
        assert "，" not in said


@given(st.text("甲“”乙 丙", max_size=12))
def test_the_bare_text_knows_where_its_characters_stand(text):
    """Without marks and spaces."""
    bare = Bare(text)

    assert bare.text == "".join(one for one in text if one not in "“” ")
    assert all(text[place] == one for place, one in zip(bare.places, bare.text, strict=True))
