"""What a template sees of the outline: strings and mappings to read, slots where it prints them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import shield
from drafter.model.inlines import STARS
from drafter.model.words import phrase, pieces_of
from drafter.problems import InputProblem
from drafter.templating import slots
from drafter.templating.slots import View, joined, printed, received, shown, wired
from tests.builders import lines, words


def see(value):
    return shown(value, [])


@pytest.mark.parametrize("signs", ["#", "*", ":", "|", "\\", "\n", "\\{{"])
def test_no_character_of_a_text_acts_as_markup(signs):
    """Wherever it comes from; the reader has it back."""
    for text in (f"甲{signs}乙", words(f"甲{signs}乙"), phrase("一、", words(f"甲{signs}乙"))):
        seen = see(text)
        assert "\\" not in seen and not shield.MOVED.search(seen)
        assert shield.unshield(seen) == text.replace("\\{{", "{{")


def test_only_what_is_meant_as_markup_is():
    """The stars around a title are; those within it are not."""
    seen = see(phrase(STARS, words("甲*乙"), STARS, words("丙#")))

    assert seen.startswith("**甲") and seen.count("*") == 4
    assert shield.unshield(seen) == "**甲*乙**丙#"
    assert shield.unshield(see(phrase(STARS, words("甲")))) == "**甲"


def test_a_mapping_is_read_as_any_mapping():
    """Its keys, their number, whether there are any, whether one is there."""
    view = see({"甲": words("乙#"), "丙": {"丁": 1}, "戊": [words("己")]})

    assert (
        isinstance(view, View) and list(view) == ["甲", "丙", "戊"] and len(view) == 3 and bool(view) is True
    )
    assert ("甲" in view, "乙" in view) == (True, False)
    assert view["丙"]["丁"] == 1 and view["戊"] == ["己"] and shield.unshield(view["甲"]) == "乙#"
    assert (len(see({})), bool(see({}))) == (0, False)


def test_what_prints_is_a_slot_that_holds_the_outlines_own_words():
    """One for each time."""
    things = []
    text = words("甲#")
    seen = shown(text, things)

    marks = [printed(seen), printed(seen)]
    assert [shield.slot_number(mark) for mark in marks] == [0, 1]
    assert things == [text, text] and things[0] is text


def test_texts_in_a_list_keep_their_slots_and_plain_ones_stay():
    """With what stands between each two."""
    things = []
    mark, plain = printed(joined([shown(words("甲"), things), "乙"], "、")).split("、")

    assert (shield.SLOT.fullmatch(mark) is not None, plain) == (True, "乙")
    assert things == ["甲"]


def test_there_are_a_million_slots_and_each_has_its_own_mark():
    """To the last; the one after that would be none."""
    assert shield.MOST_SLOTS == 1024 * 1024
    for number in (0, 1, 1023, 1024, shield.MOST_SLOTS - 1):
        mark = shield.slot_mark(number)
        assert shield.SLOT.fullmatch(mark) and shield.slot_number(mark) == number
    assert not shield.SLOT.fullmatch(shield.slot_mark(shield.MOST_SLOTS))


@pytest.mark.parametrize(("most", "held"), [(2, 2), (1, 1), (0, 0)])
def test_past_the_last_slot_the_words_themselves_print(monkeypatch, most, held):
    """Nothing is lost but where they were typed."""
    monkeypatch.setattr(shield, "MOST_SLOTS", most)
    things = []
    said = [printed(shown(words(text), things)) for text in ("甲#", "乙#")]

    assert [bool(shield.SLOT.fullmatch(one)) for one in said] == [number < held for number in range(2)]
    assert [shield.unshield(one) for one in said[held:]] == ["甲#", "乙#"][held:]
    assert len(things) == held


YAML = "模板: 原样\n标题: 题*目\n称谓: [同志们]\n任务:\n  小标题: 干#\n  导语: 导。\n  要点: [甲。, 乙。]\n"


def test_a_draft_with_too_many_items_is_refused_and_with_too_many_texts_whole(monkeypatch):
    """An item needs its slot; a text prints without one."""
    whole = lines(YAML)
    monkeypatch.setattr(shield, "MOST_SLOTS", 0)
    with pytest.raises(InputProblem, match="太多"):
        lines(YAML)
    for most in (1, 2, 3):
        monkeypatch.setattr(shield, "MOST_SLOTS", most)
        assert lines(YAML) == whole


_TEXTS = st.text("甲#*", max_size=4)
_DATA = st.recursive(
    st.one_of(st.none(), st.integers(), _TEXTS.map(str), _TEXTS.map(words), _TEXTS.map(lambda text: phrase("一、", words(text)))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("甲乙", max_size=2), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(_DATA)
def test_what_goes_to_another_process_comes_back_with_its_number(data):
    """The texts as they were; by their numbers they know again where they were typed."""
    things = []
    back = json.loads(json.dumps(wired(data, things)), object_hook=received)

    def compare(one, other):
        if isinstance(one, dict):
            assert list(one) == list(other)
            for key in one:
                compare(one[key], other[key])
        elif isinstance(one, list):
            assert len(one) == len(other)
            for pair in zip(one, other, strict=True):
                compare(*pair)
        else:
            assert one == other
            if type(other) is slots.Numbered:
                assert things[other.number] is one
                assert any(origin for _, origin in pieces_of(one))

    compare(data, back)


def test_a_text_from_another_process_prints_its_number():
    """Which the first one knows, and which of its characters."""
    things = []
    text = received({slots._WIRE: 7, "text": "甲#"})
    mark = printed(shown(text, things))

    assert shield.slot_number(mark) == 0 and things == [(7, 0, 2)]
