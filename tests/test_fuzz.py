"""A short run of the fuzzer over each reader; `python -m tests.fuzz` runs as long as asked."""

from __future__ import annotations

from itertools import islice

import pytest

from drafter.problems import InputProblem
from tests import fuzz

TEXTS = 40


@pytest.mark.parametrize("what", fuzz.SEEDS)
def test_no_mutation_ends_in_a_crash_or_a_hang(what):
    """Whatever is put in, cut out or doubled: the same texts on every machine."""
    assert fuzz.run(what, islice(fuzz.inputs(what, seed=20), TEXTS)) == (TEXTS, None)


def test_a_crash_is_a_finding_and_a_refusal_is_none(monkeypatch, capsys):
    """The first text that crashes ends the run."""
    monkeypatch.setattr(fuzz.Readers, "template", lambda self, text: {"甲": InputProblem, "乙": 1}[text]())

    assert fuzz.run("template", ["甲", "甲"]) == (2, None)
    assert fuzz.run("template", ["甲", "乙", "甲"]) == (2, "乙")
    assert "TypeError" in capsys.readouterr().err


def test_a_reading_that_takes_too_much_work_is_a_finding(monkeypatch):
    """By the processor's time, which a busy machine does not lengthen."""
    monkeypatch.setattr(fuzz, "SLOWEST", -1)

    assert fuzz.run("template", ["甲"]) == (1, "甲")
