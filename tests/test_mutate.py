"""The runner that changes the package: it sees what tests miss, and leaves the tree as it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests import mutate

CHANGED = Path("drafter/storage/names.py")
"""A small file that little else needs."""


def changes(source):
    return [mutant.change for mutant in mutate.mutants(source)]


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("a < b", "a < b  →  a <= b"),
        ("a >= b", "a >= b  →  a > b"),
        ("a < b < c", "a < b < c  →  a < b <= c"),
        ("a == b", "a == b  →  a != b"),
        ("a not in b", "a not in b  →  a in b"),
        ("a + b", "a + b  →  a - b"),
        ("a and b", "a and b  →  a or b"),
        ("not a", "not a  →  a"),
        ("7", "7  →  8"),
        ("7", "7  →  6"),
        ("True", "True  →  False"),
        ("''", "''  →  '?'"),
        ("{a, b}", "{a, b}  →  {b}"),
        ("min(a, b)", "min(a, b)  →  max(a, b)"),
        ("if a:\n    b", "if a:  →  if not a:"),
        ("for a in b:\n    continue", "continue  →  pass"),
        ("a += b", "a += b  →  pass"),
        ("f(a)", "f(a)  →  pass"),
        ("def f():\n    return a", "return a  →  return"),
    ],
)
def test_a_place_is_changed(source, change):
    """One at a time."""
    assert change in changes(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "'words'",
        "a: Literal[1]",
        "@f(1)\nclass A:\n    pass",
        "def f():\n    return None",
    ],
)
def test_what_says_nothing_when_it_runs_stays(source):
    """Docstrings, messages, annotations, decorators."""
    assert changes(source) == []


def test_each_mutant_is_the_file_with_one_change():
    """And the next one has the first place as it was."""
    assert [mutant.source for mutant in mutate.mutants("a = 1 < b\nc = True\n")] == [
        "a = 1 <= b\nc = True",
        "a = 2 < b\nc = True",
        "a = 0 < b\nc = True",
        "a = 1 < b\nc = False",
    ]
    assert [mutant.line for mutant in mutate.mutants("a = b\nc = True\n")] == [2]


@pytest.fixture
def tests_of_names(tmp_path):
    """Tests of a room that look at one place of it alone."""
    path = tmp_path / "test_of_names.py"
    path.write_text(
        "from drafter.storage import names\n\n"
        "def test_a_title_keeps_120_bytes():\n"
        "    assert len(names.safe('a' * 121, 'x')) == 120\n",
        encoding="utf-8",
    )
    return str(path)


def test_what_a_test_sees_is_killed_and_what_none_sees_survives(tests_of_names):
    """In a copy: the tree is as it was."""
    before = (mutate.ROOT / CHANGED).read_bytes()
    source = before.decode()
    seen = mutate.Mutant(1, "seen", source.replace("LONGEST = 120", "LONGEST = 119"))
    unseen = mutate.Mutant(2, "unseen", source.replace("or fallback", "or ''"))
    assert source not in (seen.source, unseen.source)

    assert list(mutate.survivors(CHANGED, [tests_of_names], [seen, unseen])) == [unseen]
    assert (mutate.ROOT / CHANGED).read_bytes() == before


def test_the_tests_of_the_tree_see_the_copy():
    """Though `pyproject.toml` puts the tree before all else."""
    broken = mutate.Mutant(1, "broken", "raise AssertionError")
    path = Path("drafter/model/words.py")

    assert list(mutate.survivors(path, ["tests/model/test_words.py"], [broken])) == []


def test_tests_that_fail_anyway_kill_nothing(tmp_path):
    """That is said, and nothing is changed."""
    (tmp_path / "test_bad.py").write_text("def test_it():\n    assert False\n", encoding="utf-8")

    with pytest.raises(SystemExit) as said:
        list(mutate.survivors(CHANGED, [str(tmp_path / "test_bad.py")], []))
    assert "fails before" in str(said.value)


def test_the_survivors_are_printed_with_their_lines(monkeypatch, capsys):
    """And counted; so many are chosen as were asked for, the same for the same seed."""
    chosen = []
    monkeypatch.setattr(
        mutate, "survivors", lambda path, tests, mutants: chosen.append(mutants) or mutants[:1]
    )
    monkeypatch.setattr(sys, "argv", ["mutate", str(CHANGED), "tests/storage", "--most", "5"])

    assert (mutate.main(), mutate.main()) == (1, 1)
    assert chosen[0] == chosen[1] and len(chosen[0]) == 5
    out = capsys.readouterr().out.splitlines()
    assert out[0] == f"{CHANGED}:{chosen[0][0].line}: {chosen[0][0].change}"
    assert out[1] == f"{CHANGED}: 5 changes, 4 killed, 1 survived"
