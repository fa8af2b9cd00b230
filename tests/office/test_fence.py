"""LibreOffice ends with its time and with drafter, and no draft is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from drafter.office import libreoffice
from drafter.problems import InputProblem
from drafter.storage import temporary
from tests.conftest import ROOT
from tests.processes import command_lines, waited

NESTED = b"{\\rtf1 " + b"\\trowd\\cellx1000" * 100_000 + b" \\intbl a\\cell\\row}"
"""Keeps LibreOffice busy for longer than anybody waits."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are looked up in /proc")


def converting(folder):
    """The processes that work with this folder."""
    return [line for line in command_lines() if os.fsencode(folder) in line and b"soffice" in line]


@pytest.fixture
def own_temp(tmp_path, monkeypatch):
    """A folder for what is temporary in which nobody else works."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    temporary._clear_folders.cache_clear()
    return folder


@pytest.mark.usefixtures("soffice")
def test_one_that_overruns_is_ended_and_leaves_nothing(own_temp, monkeypatch):
    """Neither a process nor a file."""
    monkeypatch.setattr(libreoffice, "TIMEOUT", 4)

    with pytest.raises(InputProblem, match="没有转完"):
        libreoffice.word(NESTED, ".rtf")

    assert waited(lambda: not converting(own_temp))
    assert not list(own_temp.glob("drafter-*"))


@pytest.mark.usefixtures("soffice")
def test_one_whose_drafter_is_killed_ends_and_the_next_run_clears_up(own_temp, home):
    """With -9, in the middle; what somebody else has there under a like name stays."""
    code = "from drafter.office import libreoffice; import sys; libreoffice.word(open(sys.argv[1], 'rb').read(), '.rtf')"
    source = own_temp / "a.rtf"
    source.write_bytes(NESTED)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DRAFTER_HOME": str(home)}
    drafter = subprocess.Popen([sys.executable, "-c", code, str(source)], env=environment)
    assert waited(lambda: len(converting(own_temp)) > 1)
    drafter.send_signal(signal.SIGKILL)
    drafter.wait()

    assert waited(lambda: not converting(own_temp))
    (left,) = own_temp.glob("drafter-*")
    theirs = own_temp / "drafter-我的草稿"
    theirs.mkdir()
    with temporary.folder() as folder:
        assert {path.name for path in own_temp.iterdir()} == {"a.rtf", theirs.name, Path(folder).name}
    assert not left.exists()
