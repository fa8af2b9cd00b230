"""One mutant through one door, in a process of its own whose work and memory are counted."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import tempfile
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

from drafter.cli.app import OUR_FAULT
from drafter.problems import DrafterError
from drafter.records import Record
from tests.forks import CRASHED, Ended, forked, import_all
from tests.fuzzing.doors import Door
from tests.fuzzing.kinds import Kind

SECONDS = 10.0
MEGABYTES = 500
HANGS = 900
"""Seconds by the clock after which a run that does nothing is ended: far more than a busy machine makes of ten."""

_SIGNS = ("Traceback (most recent call last)", "internal]")


class Run(Record):
    """What became of one mutant: whether it got past the door, whether the command did what was asked, the seconds of
    the processor and the megabytes that it took, with all that was started, and what was found, "" where nothing was.
    """

    reached: bool
    done: bool
    seconds: float
    megabytes: float
    finding: str


class Tally:
    """What became of many."""

    def __init__(self) -> None:
        self.runs = self.reached = self.done = 0
        self.seconds = self.slowest = self.largest = 0.0
        self.findings: list[str] = []

    def add(self, run: Run, name: str) -> None:
        self.runs += 1
        self.reached += run.reached
        self.done += run.done
        self.seconds += run.seconds
        self.slowest = max(self.slowest, run.seconds)
        self.largest = max(self.largest, run.megabytes)
        if run.finding:
            self.findings.append(f"{name}: {run.finding}")

    @property
    def share(self) -> float:
        """How many of a hundred got past the door."""
        return 100 * self.reached / max(1, self.runs)


def carry(kind: Kind, mutants: Iterable[bytes], keep: Path | None = None) -> Tally:
    """Carries each mutant through its reader and one door, the doors in turn. What is a finding is kept in a folder."""
    import_all()
    kind.seeds()
    tally = Tally()
    for number, (data, door) in enumerate(zip(mutants, cycle(kind.doors), strict=False)):
        run = enter(kind, data, door)
        tally.add(run, f"{number} {door.name}")
        if run.finding and keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{number}{kind.suffix}").write_bytes(data)
            (keep / f"{number}.said").write_text(f"{door.name}\n{run.finding}", encoding="utf-8")
    return tally


def enter(kind: Kind, data: bytes, door: Door) -> Run:
    """What becomes of one mutant at one door, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    file = folder / f"稿{kind.suffix}"
    try:
        file.write_bytes(data)
        ended = forked(lambda: _inside(kind, data, door, file), folder / "said")
        said = (folder / "said").read_text(encoding="utf-8", errors="replace")
        reached = (folder / "reached").exists()
        return Run(reached, ended.code == 0, ended.seconds, ended.megabytes, _finding(ended, said))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _inside(kind: Kind, data: bytes, door: Door, file: Path) -> int:
    """The exit code of the door, once the reader has had the file."""
    signal.alarm(HANGS)
    os.chdir(file.parent)
    with contextlib.suppress(DrafterError):
        for _ in kind.read(data):
            Path("reached").touch()
    return door.enter(file)


def _finding(ended: Ended, said: str) -> str:
    """What is wrong with a run; "" where nothing is."""
    if ended.code in (OUR_FAULT, CRASHED) or ended.code < 0 or any(sign in said for sign in _SIGNS):
        return f"exit {ended.code}\n{said[-6000:]}"
    if ended.seconds > SECONDS:
        return f"{ended.seconds:.1f} s"
    return f"{ended.megabytes:.0f} MB" if ended.megabytes > MEGABYTES else ""


def told(name: str, tally: Tally) -> str:
    """A line of figures, as JSON."""
    return json.dumps(
        {
            "what": name,
            "runs": tally.runs,
            "reached": round(tally.share, 1),
            "done": round(100 * tally.done / max(1, tally.runs), 1),
            "findings": len(tally.findings),
            "cpu": round(tally.seconds),
            "slowest": round(tally.slowest, 1),
            "largest": round(tally.largest),
        },
        ensure_ascii=False,
    )
