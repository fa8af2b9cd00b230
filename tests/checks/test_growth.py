"""What a rule costs grows with its text and no faster, whatever the text is made of."""

from __future__ import annotations

import pytest

from drafter.checks import registry
from drafter.checks.draft import Draft, Said, Setting
from drafter.checks.rule import Example, Rule
from drafter.checks.rules import brief_missing, person_name, person_post, unit_name
from drafter.model.outline import Outline
from drafter.model.roster import Member, Roster, Unit
from tests.builders import lexicon
from tests.growth import RUNS, grows_too_fast, nasty, repeated

_TEXTS = 20
"""Texts made of a rule's own examples."""

_ROSTER = Roster(
    (Member("顾见川", "副市长"), Member("周知远", "市长")), (Unit("市水务第一局", ("市水一局",)),)
)


def _examples(rule: Rule) -> list[Example]:
    every = (one if isinstance(one, Example) else Example(one) for one in (*rule.bad, *rule.good))
    return [one for one in every if not one.outline]


def _draft(text: str, older: str = "", before: str = "") -> Draft:
    setting = Setting(
        lexicon(),
        (2026, 3, 12),
        (("旧稿", older),) if older else (),
        _ROSTER,
        said_before=(("旧稿", before),) if before else (),
    )
    return Draft([Said(line) for line in text.split("\n")], setting)


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.code)
def test_a_rule_takes_its_time_for_what_its_examples_are_made_of(rule):
    examples = _examples(rule)
    older, before = ("".join(getattr(one, name) for one in examples) for name in ("older", "before"))

    def find(text):
        return list(rule.find(_draft(text, older, before)))

    texts = nasty((one.text for one in examples), _TEXTS)
    assert [name for name, text in texts if grows_too_fast(find, text)] == []


@pytest.mark.parametrize("piece", RUNS)
def test_no_rule_takes_longer_for_what_is_repeated(piece):
    def draft(size):
        return _draft(repeated(piece)(size))

    def find(rule):
        return lambda draft: list(rule.find(draft))

    assert [rule.code for rule in registry.RULES if grows_too_fast(find(rule), draft)] == []


@pytest.mark.parametrize("said", ["抓好第{}件事情", "抓好，抓紧", "抓好了抓{}"])
def test_what_the_leader_said_is_looked_for_in_time_that_grows_with_it(said):
    def made(size):
        brief = tuple(said.format(number) for number in range(size // 8))
        text = "".join(f"抓好这第{number}件大事情，抓好了，抓。" for number in range(size // 8))
        return Draft([Said(text)], Setting(lexicon()), Outline(template="", title="", brief=brief))

    assert not grows_too_fast(lambda draft: list(brief_missing.find(draft)), made)


def test_instructions_beyond_all_measure_are_told_not_sought():
    """The first five hundred are."""
    outline = Outline(template="", title="", brief=tuple(f"办第{n}件" for n in range(600)))
    found = list(brief_missing.find(Draft([Said("开会。")], Setting(lexicon()), outline)))

    assert len(found) == 501 and "有 600 条，只对照了前 500 条" in found[-1].message


_HAN = [chr(0x5300 + number) for number in range(500)]


def _name(number: int) -> str:
    return "王" + _HAN[number // 500] + _HAN[number % 500]


def _staff(size: int) -> Draft:
    """As many people and units as there are sentences, each sentence with one that the roster nearly has, or has in
    another post or unit, now or then, and with a former name of a unit.
    """
    numbers = range(size // 16)
    units = [f"市第{_name(number)}管理局" for number in numbers]
    people = tuple(Member(_name(number), "局长", units[number]) for number in numbers)
    known = tuple(Unit(unit, former=(f"旧{unit[2:5]}办",)) for unit in units)
    text = "".join(
        f"2025年{number % 12 + 1}月，市长{_name(number)}、乙局局长{_name(number)}、局长李{_name(number)[1:]}"
        f"同志到市第{_name(number)}管里局。旧{_name(number)}办牵头。\n"
        for number in numbers
    )
    return Draft([Said(line) for line in text.split("\n")], Setting(lexicon(), roster=Roster(people, known)))


@pytest.mark.parametrize("rule", [person_name, person_post, unit_name])
def test_a_name_is_looked_up_in_a_roster_and_not_read_through_it(rule):
    assert not grows_too_fast(lambda draft: list(rule.find(draft)), _staff)
    assert list(rule.find(_staff(160)))
