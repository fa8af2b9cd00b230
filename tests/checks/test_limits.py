"""How long what a rule looks at has to be, or may be: at each limit and one past it."""

from __future__ import annotations

import pytest

from drafter.checks.rule import Example
from drafter.model.roster import Roster, Unit
from tests.builders import found


@pytest.mark.parametrize(("length", "count"), [(19, 0), (20, 1)])
def test_a_sentence_of_twenty_characters_in_an_older_draft_is_no_chance(length, count):
    """A shorter one is."""
    sentence = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"[:length]

    assert len(found(Example(f"{sentence}。", older=f"前文。{sentence}。"), "carried-over")) == count


@pytest.mark.parametrize(("length", "count"), [(19, 0), (20, 1)])
def test_a_paragraph_of_twenty_characters_needs_a_mark_at_its_end(length, count):
    """A shorter one may be a heading."""
    assert len(found("开会。\n" + "字" * 9 + "，" + "字" * (length - 10), "end-mark-missing")) == count


@pytest.mark.parametrize(("length", "count"), [(20, 0), (21, 1)])
def test_a_call_that_ends_in_a_comma_has_twenty_characters(length, count):
    """A longer paragraph lost what follows."""
    assert len(found("字" * (length - 1) + "，\n大家好。", "end-mark-missing")) == count


@pytest.mark.parametrize(
    ("unit", "slip", "count"),
    [("市水务局", "市水务居", 0), ("市水务一局", "市水四一局", 0), ("市水务第一局", "市水务第二局", 1)],
)
def test_a_name_of_six_characters_may_be_a_slip_of_another(unit, slip, count):
    """Shorter ones are too often alike."""
    assert len(found(Example(f"请{slip}办理。", roster=Roster(units=(Unit(unit),))), "unit-name")) == count


@pytest.mark.parametrize(("length", "whole"), [(80, True), (81, False)])
def test_a_line_of_eighty_characters_may_be_what_copying_left(length, whole):
    """Of a longer one only the words that say so are."""
    line = "上一篇：" + "字" * (length - 4)

    assert found("正文。\n" + line, "advert") == [("advert", line if whole else "上一篇：")]


@pytest.mark.parametrize(("times", "few", "count"), [(3, 1, 1), (2, 1, 0), (6, 2, 2), (5, 2, 0), (9, 3, 0)])
def test_what_is_usual_is_said_three_times_as_often(times, few, count):
    """And at least thrice; what is said more than twice is no slip."""
    assert len(found("我县路好。" * times + "我市山好。" * few, "self-mixed")) == count
