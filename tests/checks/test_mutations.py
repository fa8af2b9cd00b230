"""Defects planted in good texts are found: at least 95 of 100, for each rule that speaks of errors."""

from __future__ import annotations

import os
import random
from functools import cache
from pathlib import Path

import pytest

from drafter.checks import registry
from drafter.checks.draft import Draft, Said, Setting
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.model.document import paragraphs, plain
from drafter.model.roster import Member, Roster, Unit
from drafter.problems import Severity
from tests.builders import lexicon, session
from tests.checks.mutations import MUTATIONS
from tests.conftest import SAMPLES

TRIALS = 60
ENOUGH = 0.95
SETTING = Setting(
    lexicon(),
    (2026, 3, 12),
    (),
    Roster(
        (
            Member("顾见川", "副市长", rank=2),
            Member("岑望津", "市长", rank=1),
        ),
        (Unit("市政务服务管理局", ("市政务局",), ("市行政服务中心",)),),
    ),
)


@cache
def texts():
    """What our own outlines print, and the real texts where there are some."""
    at = session()
    found = []
    for path in SAMPLES:
        drafted = production.from_outline(at, path.read_text(encoding="utf-8"), str(path), Options())
        found.append("\n".join(plain(content) for _, content in paragraphs(drafted.bound.document)))
    folder = os.environ.get("DRAFTER_SAMPLES")
    for path in sorted(Path(folder).glob("*.txt")) if folder else ():
        found.append(path.read_text(encoding="utf-8"))
    return found


def errors(rule, text):
    """How many errors the rule finds."""
    draft = Draft([Said(line) for line in text.split("\n")], SETTING)
    return sum((one.severity or rule.severity) is Severity.ERROR for one in rule.find(draft))


def recall(code):
    """The share of planted defects that are found, and texts in which one was not."""
    rule = registry.rule(code)
    rng = random.Random(code)
    planted, missed = 0, []
    for _ in range(TRIALS * 3):
        text = rng.choice(texts())
        mutated = MUTATIONS[code](rng, text)
        if mutated is None:
            continue
        planted += 1
        if errors(rule, mutated) <= errors(rule, text):
            missed.append(difference(text, mutated))
        if planted == TRIALS:
            break
    return planted, missed


def difference(text, mutated):
    """The words around the first character that differs."""
    at = next((i for i, (a, b) in enumerate(zip(text, mutated, strict=False)) if a != b), len(text))
    return mutated[max(at - 15, 0) : at + 25]


@pytest.mark.parametrize("code", MUTATIONS)
def test_planted_defects_are_found(code):
    """In the texts that our own outlines make, and in DRAFTER_SAMPLES."""
    planted, missed = recall(code)

    assert planted >= TRIALS // 2
    assert len(missed) <= (1 - ENOUGH) * planted, missed


def test_every_rule_of_errors_has_a_mutation():
    """Whether an error is the rule's usual finding or only its surest."""
    sure = {
        rule.code
        for rule in registry.RULES
        if rule.severity is Severity.ERROR
        or "ERROR" in (Path(registry.__file__).parent / f"rules/{rule.code.replace('-', '_')}.py").read_text()
    }

    assert sure - set(MUTATIONS) == set()
