"""Every rule proves itself by its examples, which are its page of the manual too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.checks import manual, registry
from drafter.checks.engine import Choice, run
from drafter.checks.rule import Example
from drafter.checks.rules import marks_doubled
from tests.builders import draft_to_check

ROOT = Path(__file__).parents[2]
FILES = {path.stem for path in (ROOT / "drafter/checks/rules").glob("[!_]*.py")}


def cases(kind):
    return [
        pytest.param(rule, example, id=f"{rule.code} {number}")
        for rule in registry.RULES
        for number, example in enumerate(getattr(rule, kind), 1)
    ]


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_a_bad_example_is_found(rule, example):
    """The rule finds something in it, at characters that are there."""
    draft = draft_to_check(example)
    findings = list(rule.find(draft))

    assert findings
    assert all(0 <= one.start <= one.end <= len(draft.text) for one in findings)
    assert all(one.message and one.hint for one in findings)


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_a_good_example_is_left_alone(rule, example):
    """The rule finds nothing in it."""
    assert list(rule.find(draft_to_check(example))) == []


def mended(rule, text):
    """The text after all fixes of the rule, and whether there were any."""
    draft = draft_to_check(text)
    fixes = [one for one in rule.find(draft) if one.fix is not None]
    for one in sorted(fixes, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + one.fix + text[one.end :]
    return text, bool(fixes)


@pytest.mark.parametrize(
    ("rule", "example"), [case for case in cases("bad") if not isinstance(case.values[1], Example)]
)
def test_a_fix_leaves_nothing_to_fix(rule, example):
    """What a rule puts in the place is right by the same rule."""
    text, fixed = mended(rule, example)
    if fixed:
        assert not mended(rule, text)[1]


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.code)
def test_a_rule_says_all_that_its_page_needs(rule):
    """Three examples of each kind at least, why, and a source."""
    assert len(rule.bad) >= 3
    assert len(rule.good) >= 3
    assert rule.why.endswith("。")
    assert rule.source


def test_every_rule_file_is_registered():
    """Under the name of its code; a rule that nobody runs is a rule that we do not have."""
    assert {rule.code.replace("-", "_") for rule in registry.RULES} == FILES
    assert len({rule.name for rule in registry.RULES}) == len(registry.RULES)


def test_the_page_of_rules_is_that_of_the_rule_files():
    """After a rule has changed: DRAFTER_WRITE_MANUAL=1 pytest tests/checks/test_rules.py."""
    path = ROOT / "docs/检查规则.md"
    if os.environ.get("DRAFTER_WRITE_MANUAL"):
        path.write_text(manual.manual(registry.RULES), encoding="utf-8")

    assert path.read_text(encoding="utf-8") == manual.manual(registry.RULES)


def test_rules_are_chosen_by_code_name_or_family():
    """And left out the same way."""
    draft = draft_to_check("今年,我们完成了的的任务。")

    def codes(**choice):
        return {hit.rule.code for hit in run(draft, registry.RULES, Choice(**choice))}

    assert codes(select=("halfwidth-punctuation",)) == {"halfwidth-punctuation"}
    assert codes(select=("半角标点",)) == {"halfwidth-punctuation"}
    assert codes(select=("标点",)) == {"halfwidth-punctuation"}
    assert codes(select=("punctuation", "terms"), ignore=("半角标点",)) == {"word-doubled"}


def test_a_salutation_keeps_its_colon_when_a_stop_behind_it_goes():
    """同志们：。 is a salutation with a stop too much."""
    assert mended(marks_doubled.RULE, "题\n同志们：。\n今天开会。") == ("题\n同志们：\n今天开会。", True)
