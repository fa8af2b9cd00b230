"""What a batch has done, row by row: a line is added and brought to the disk before the row counts as done.

It lies in the user's folder, one for each folder that batches are made in. A line that was cut off by the end of its run
counts for nothing: the row is done again, and what it wrote before is the same.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from pathlib import Path
from typing import TypedDict

from drafter.problems import OutputProblem, Place, Problem
from drafter.storage import locks, paths
from drafter.storage.reasons import reason
from drafter.storage.written import placing

FOLDER = "batches"
_KEPT = 20
"""Ledgers that are kept: those of the folders that were worked in last."""

_ROWS, _SECONDS = 100, 0.5
"""How many rows, and how long, a run may be ahead of the disk."""


class Entry(TypedDict):
    """What became of a row: its documents' digests and open gaps, or why there are none (problems as plain data)."""

    key: str
    digests: list[str]
    gaps: int
    code: int
    problems: list[dict[str, str]]


class Ledger:
    """The rows of one folder by their keys, for one run at a time; what is noted of a row again holds from then on."""

    def __init__(self, home: Path, folder: Path, resume: bool) -> None:
        named = hashlib.sha256(str(paths.real(folder)).encode(errors="backslashreplace")).hexdigest()[:24]
        self._folder = folder
        self._path = home / FOLDER / f"{named}.jsonl"
        self._lock: locks.Taken | None = None
        self.known: dict[str, Entry] = {}
        self._resumes = resume
        self._handle: int | None = None
        self._waiting: list[bytes] = []
        self._synced = time.monotonic()

    def begin(self) -> None:
        """Makes sure, before anything is done, that what is done can be noted.

        Raises:
            OutputProblem: it cannot.

        """
        try:
            self._opened()
        except OSError as error:
            raise self._refusal(error) from error

    def note(self, entry: Entry) -> None:
        """Adds what became of a row; at the latest a moment later it is on the disk.

        Raises:
            OutputProblem: nothing can be written there.

        """
        self._waiting.append(json.dumps(entry).encode("ascii"))
        if len(self._waiting) >= _ROWS or time.monotonic() - self._synced >= _SECONDS:
            self.flush()

    def flush(self) -> None:
        """Brings what was noted to the disk.

        Raises:
            OutputProblem: it cannot be written.

        """
        if not self._waiting:
            return
        try:
            handle = self._opened()
            whole = memoryview(b"\n" + b"\n".join(self._waiting) + b"\n")  # behind a line that was cut off
            while whole:
                whole = whole[os.write(handle, whole) :]
            os.fsync(handle)
        except OSError as error:
            raise self._refusal(error) from error
        self._waiting, self._synced = [], time.monotonic()

    def __enter__(self) -> Ledger:
        """Keeps every other run of this user out of the folder.

        Raises:
            OutputProblem: one is at work there.

        """
        with contextlib.suppress(OSError):
            placing.close_folder(self._path.parent)
        self._lock = locks.taken(self._path.with_suffix(".lock"))
        if self._lock is None:
            message = f"另一批正在往 {self._folder.name} 里写"
            hint = "等它做完，或 -o 换一个文件夹"
            raise OutputProblem(Problem("batch-running", message, Place(str(self._folder)), hint=hint))
        self.known = _read(self._path) if self._resumes else {}
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OutputProblem):
            self.flush()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        if self._lock is not None:
            self._lock.close()

    def _refusal(self, error: OSError) -> OutputProblem:
        message = f"批次的记录写不进去（{reason(error)}）"
        hint = "腾出空间，或检查用户文件夹的权限，再加 --resume 接着做"
        return OutputProblem(Problem("not-written", message, Place(str(self._path)), hint=hint))

    def _opened(self) -> int:
        if self._handle is None:
            placing.close_folder(self._path.parent)
            _prune(self._path.parent)
            fresh = 0 if self._resumes else os.O_TRUNC
            self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | fresh, 0o600)
        return self._handle


def _prune(folder: Path) -> None:
    """Removes the ledgers that nobody has gone on with for longest, but for so many."""
    with contextlib.suppress(OSError):  # another run removes them too
        there = sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in there[_KEPT:]:
            path.unlink()
        for path in folder.glob("*.lock"):  # killed runs leave theirs
            left = locks.taken(path)
            if left is not None:
                left.close()


def _read(path: Path) -> dict[str, Entry]:
    """What the ledger says; nothing where there is none."""
    known: dict[str, Entry] = {}
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return known
    for line in lines:
        with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError, OverflowError):
            entry = json.loads(line)
            known[str(entry["key"])] = Entry(
                key=str(entry["key"]),
                digests=[str(one) for one in entry["digests"]],
                gaps=int(entry["gaps"]),
                code=int(entry["code"]),
                problems=[{str(key): str(said) for key, said in one.items()} for one in entry["problems"]],
            )
    return known
