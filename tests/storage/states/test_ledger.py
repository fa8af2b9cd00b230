"""What a batch has done: noted before it counts, and read back whole."""

from __future__ import annotations

import os

import pytest

from drafter.problems import OutputProblem
from drafter.storage.states import ledger as module
from drafter.storage.states.ledger import Entry, Ledger


def entry(key, code=0):
    return Entry(key=key, digests=["a"], gaps=1, code=code, problems=[{"message": "甲\ud800"}])


def noted(home, folder, *entries, resume=False):
    with Ledger(home, folder, resume) as ledger:
        for one in entries:
            ledger.note(one)


def known(home, folder, resume):
    with Ledger(home, folder, resume) as ledger:
        return ledger.known


def test_what_was_noted_is_known_where_a_run_goes_on(tmp_path):
    """The last word on a row holds; another folder has another ledger; a run that begins anew knows nothing."""
    noted(tmp_path / "home", tmp_path / "甲", entry("1"), entry("2", 3))
    noted(tmp_path / "home", tmp_path / "甲", entry("2"), resume=True)

    assert known(tmp_path / "home", tmp_path / "甲", True) == {"1": entry("1"), "2": entry("2")}
    assert known(tmp_path / "home", tmp_path / "乙", True) == {}
    assert known(tmp_path / "home", tmp_path / "甲", False) == {}
    noted(tmp_path / "home", tmp_path / "甲", entry("3"))
    assert list(known(tmp_path / "home", tmp_path / "甲", True)) == ["3"]


ODD = (
    b'\n{"key": "9", "digests": [], "gaps": 0, "code": 0, "problems": ["x"]}',
    b'\n{"key": "9", "digests": [], "gaps": Infinity, "code": 0, "problems": []}',
)


@pytest.mark.parametrize(
    "broken", [b'\n{"key": "9", "dig', b"\nnull", b'\n{"key": "9"}', b"\n\xff\xfe", b"\n[]\n", *ODD]
)
def test_a_line_that_was_cut_off_counts_for_nothing(tmp_path, broken):
    """What is noted behind it does."""
    noted(tmp_path / "home", tmp_path, entry("1"))
    (path,) = (tmp_path / "home" / module.FOLDER).iterdir()
    path.write_bytes(path.read_bytes() + broken)
    noted(tmp_path / "home", tmp_path, entry("2"), resume=True)

    assert list(known(tmp_path / "home", tmp_path, True)) == ["1", "2"]


def test_a_row_waits_no_longer_than_a_few_others(tmp_path, monkeypatch):
    """Before so many more are done, or so much time has gone by, it is on the disk."""
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(handle))
    monkeypatch.setattr(module, "_SECONDS", 1000)
    with Ledger(tmp_path / "home", tmp_path, False) as ledger:
        for number in range(module._ROWS):
            assert synced == []
            ledger.note(entry(str(number)))
        assert len(synced) == 1
        monkeypatch.setattr(module, "_SECONDS", 0)
        ledger.note(entry("x"))
        assert len(synced) == 2


def test_ledgers_are_closed_to_others_and_the_oldest_go(tmp_path):
    """They tell who gets which letter."""
    for number in range(module._KEPT + 2):
        noted(tmp_path / "home", tmp_path / str(number), entry("1"))
    there = list((tmp_path / "home" / module.FOLDER).iterdir())

    assert len(there) == module._KEPT + 1  # the one that is written now comes after the look
    assert {path.stat().st_mode & 0o777 for path in there} == {0o600}


def test_a_ledger_that_cannot_be_written_is_said(tmp_path):
    """A row that is not noted is not done."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / module.FOLDER).write_text("", encoding="utf-8")
    ledger = Ledger(tmp_path / "home", tmp_path, False)
    ledger.note(entry("1"))

    with pytest.raises(OutputProblem) as refused:
        ledger.flush()
    assert "--resume" in refused.value.problems[0].hint


def test_whether_it_can_be_written_is_known_beforehand(tmp_path):
    """Before a row is made."""
    (tmp_path / "home").mkdir()
    Ledger(tmp_path / "home", tmp_path, False).begin()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / module.FOLDER).write_text("", encoding="utf-8")

    with pytest.raises(OutputProblem):
        Ledger(tmp_path / "other", tmp_path, False).begin()


def test_a_run_that_waits_for_its_folder_knows_what_was_noted_meanwhile(tmp_path):
    """The ledger is read once nobody else can write in it."""
    later = Ledger(tmp_path / "home", tmp_path, True)
    noted(tmp_path / "home", tmp_path, entry("1"))
    with later:
        assert list(later.known) == ["1"]


def test_locks_of_killed_runs_go_with_time_and_those_of_others_stay(tmp_path):
    """As the next run tidies up."""
    folder = tmp_path / "home" / module.FOLDER
    with Ledger(tmp_path / "home", tmp_path / "甲", False):
        (held,) = folder.glob("*.lock")
        (folder / ("0" * 24 + ".lock")).touch()
        noted(tmp_path / "home", tmp_path / "乙", entry("1"))
        assert list(folder.glob("*.lock")) == [held]
