"""Locks of several programs: held one after the other, or had by one alone."""

from __future__ import annotations

import errno
import subprocess
import sys

from drafter.storage import locks

HOLDER = (
    "import sys; from pathlib import Path; from drafter.storage import locks\n"
    "one = locks.taken(Path(sys.argv[1])); print(one is not None, flush=True); sys.stdin.read()"
)


def test_a_lock_is_had_by_one_alone_until_it_lets_go(tmp_path):
    """And leaves no file behind."""
    path = tmp_path / "批.lock"
    first = locks.taken(path)

    assert first is not None and locks.taken(path) is None
    first.close()
    assert not path.exists()
    again = locks.taken(path)
    assert again is not None
    again.close()


def test_a_killed_program_has_it_no_more(tmp_path):
    """Though its file is still there."""
    path = tmp_path / "批.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == b"True\n"
        assert locks.taken(path) is None
        holder.kill()
        holder.wait()

    taken = locks.taken(path)
    assert taken is not None
    taken.close()


def test_where_there_are_no_locks_nobody_waits(tmp_path):
    """In a folder that is not there, for one."""
    taken = locks.taken(tmp_path / "没有" / "批.lock")

    assert taken is not None
    taken.close()


def test_a_lock_whose_file_was_taken_away_meanwhile_is_asked_for_again(tmp_path, monkeypatch):
    """Who had it lets go between our opening it and having it: two would have locks of one name."""
    path = tmp_path / "批.lock"
    plain, seen = locks._try, []

    def late(handle):
        if not seen:
            path.unlink()
        seen.append(handle)
        plain(handle)

    monkeypatch.setattr(locks, "_try", late)
    taken = locks.taken(path)
    assert taken is not None and len(seen) == 2 and path.exists()
    assert locks.taken(path) is None
    taken.close()


def test_a_disk_that_cannot_lock_keeps_nobody_out(tmp_path, monkeypatch):
    """Some shares say so."""

    def unable(handle):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locks, "_try", unable)
    assert locks.taken(tmp_path / "批.lock") is not None
