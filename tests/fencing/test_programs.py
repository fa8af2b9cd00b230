"""A program behind the fence ends with its time, with itself, and with drafter; and so does all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from drafter.fencing import programs
from tests.conftest import ROOT
from tests.processes import command_lines, waited

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are looked up in /proc")

SLEEPER = "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)', sys.argv[1]]); time.sleep({})"
"""Starts another that outlives it, as LibreOffice's starter does, and is marked by its last argument."""


def alive(mark):
    """The processes that were started with this mark."""
    return [line for line in command_lines() if mark.encode() in line.split(b"\0")]


def gone(mark):
    """Whether all of them have ended, a moment later at the latest."""
    return waited(lambda: not alive(mark), 5)


def test_a_program_that_ends_leaves_nothing_behind(tmp_path):
    """Its exit code is handed on."""
    mark = f"{tmp_path}-done"

    assert programs.run([sys.executable, "-c", SLEEPER.format(0), mark], 60, tmp_path) == 0
    assert gone(mark)


def test_a_program_that_overruns_is_ended_with_all_that_it_started(tmp_path):
    """And that is said."""
    mark = f"{tmp_path}-late"

    with pytest.raises(programs.NotRunError, match="1 秒没有转完"):
        programs.run([sys.executable, "-c", SLEEPER.format(300), mark], 1, tmp_path)
    assert gone(mark)


def test_a_program_that_is_not_there_is_said(tmp_path):
    """In words."""
    with pytest.raises(programs.NotRunError, match="启动不了"):
        programs.run(["/no/such/program"], 5, tmp_path)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_what_drafter_started_ends_with_it_however_that_ends(tmp_path, how):
    """Killed with -9 in the middle, or interrupted."""
    mark = f"{tmp_path}-killed"
    code = f"from drafter.fencing import programs; import sys; programs.run([sys.executable, '-c', {SLEEPER.format(300)!r}, sys.argv[1]], 300, '.')"
    drafter = subprocess.Popen(
        [sys.executable, "-c", code, mark], env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    waited(lambda: len(alive(mark)) >= 4, 10)  # drafter, the keeper, the program, what that has started
    drafter.send_signal(how)
    drafter.wait()

    assert gone(mark)
