"""A short run of the fuzzer over each kind of file; `python -m tests.fuzz` runs as long as asked."""

from __future__ import annotations

import os
from itertools import islice

import pytest

from drafter.problems import InputProblem, Problem
from drafter.records import Record
from tests.fuzzing import runs
from tests.fuzzing.doors import Door
from tests.fuzzing.kinds import KINDS, Kind
from tests.fuzzing.runs import carry, enter

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")

MUTANTS = 24
"""How many of each kind: no kind has more doors than half as many."""

SHARE = 80
"""How many of a hundred get past the door, lest all that is tried is its lock."""


@pytest.mark.parametrize("what", KINDS)
def test_no_mutant_ends_in_a_crash_a_hang_or_too_much_memory(what):
    """Through its reader and every way into the program: the same files on every machine."""
    tally = carry(KINDS[what], islice(KINDS[what].mutants(seed=20), MUTANTS))

    assert tally.findings == []
    assert tally.runs == MUTANTS >= 2 * len(KINDS[what].doors)
    assert tally.share >= SHARE


@pytest.mark.parametrize("what", KINDS)
def test_the_seeds_themselves_get_past_the_door(what):
    """A mutant that is refused was refused for what was changed."""
    kind = KINDS[what]

    assert enter(kind, kind.seeds()[0], Door("none", ())).reached


class Work(Record):
    """A door behind which something happens."""

    name: str
    does: object

    def enter(self, file):
        return self.does()


def entered(does, read=lambda data: iter(())):
    return enter(Kind(".txt", lambda: [b""], None, read, ()), b"", Work("door", does))


def test_a_crash_is_a_finding_and_a_refusal_is_none():
    """Of the reader as well as of the door; also where the program caught it itself."""

    def refuse(data):
        raise InputProblem(Problem("bad", "坏了"))
        yield

    def crash(data):
        yield 1 // 0

    assert entered(lambda: 3, refuse).finding == ""
    assert not entered(lambda: 3, refuse).reached
    assert "ZeroDivisionError" in entered(lambda: 0, crash).finding
    assert "ZeroDivisionError" in entered(lambda: 1 // 0).finding
    assert entered(lambda: 70).finding.startswith("exit 70")
    assert entered(lambda: os.kill(os.getpid(), 9)).finding.startswith("exit -9")


def test_too_much_work_or_memory_is_a_finding(monkeypatch):
    """By the processor's time, which a busy machine does not lengthen."""
    monkeypatch.setattr(runs, "SECONDS", -1)
    assert entered(lambda: 0).finding.endswith(" s")

    monkeypatch.setattr(runs, "SECONDS", 10)
    monkeypatch.setattr(runs, "MEGABYTES", -1)
    assert entered(lambda: 0).finding.endswith(" MB")
