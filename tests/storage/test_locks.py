"""Locks of several programs: held one after the other, or had by one alone."""

from __future__ import annotations

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
