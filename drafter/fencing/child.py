"""The outside of a fence: a process of ours that is asked, kept warm between requests, and ended when it overruns."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import weakref
from typing import BinaryIO, cast

from drafter.fencing import frames
from drafter.fencing.groups import end, own_group, own_modules
from drafter.records import Record

LONGEST = 1 << 28
"""Bytes that an answer may have."""


class EndedError(Exception):
    """The child came to its end without an answer: by itself (`code`, as `subprocess` has it), or by the clock."""

    def __init__(self, code: int | None) -> None:
        super().__init__(str(code))
        self.code = code

    @property
    def is_late(self) -> bool:
        """Whether it was ended because it took too long by the clock."""
        return self.code is None


class _Running(Record):
    """A child that runs: its process, and of which process it is the child."""

    process: subprocess.Popen[bytes]
    parent: int


class Child:
    """A process that runs the `main` of a module (`python -m …`); see `worker.serve`.

    It is started by the first request and ended with this object, or with this process, however that ends: its
    standard input closes, and the time for what it is doing is limited.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._running: _Running | None = None

    def ask(self, request: bytes, patience: float) -> bytes:
        """The answer to a request, waited for so many seconds by the clock.

        Raises:
            EndedError: there was none; the next request has a new child.

        """
        process = self._started()
        late = threading.Event()

        def give_up() -> None:
            late.set()
            end(process)

        timer = threading.Timer(patience, give_up)
        timer.start()
        try:
            answer = self._exchanged(process, request)
        finally:
            timer.cancel()
        if answer is None:
            self.close()
            raise EndedError(None if late.is_set() else process.returncode)
        return answer

    def close(self) -> None:
        """Ends the child, if there is one."""
        if self._running is not None and self._running.parent == os.getpid():
            _finish(self._running.process)
        self._running = None

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _exchanged(self, process: subprocess.Popen[bytes], request: bytes) -> bytes | None:
        try:
            frames.write(cast(BinaryIO, process.stdin), request)
            return frames.read(cast(BinaryIO, process.stdout), LONGEST)
        except OSError:
            return None

    def _started(self) -> subprocess.Popen[bytes]:
        """The child that runs, or a new one: a process that was forked has none yet."""
        if self._running is not None and self._running.parent == os.getpid():
            return self._running.process
        process = subprocess.Popen(
            [sys.executable, "-m", self._module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**own_modules(), "PYTHONIOENCODING": "utf-8"},
            **own_group(),
        )
        self._running = _Running(process, os.getpid())
        weakref.finalize(self, _finish, process)
        return process


def _finish(process: subprocess.Popen[bytes]) -> None:
    """Ends a child and all that it started, and reads its exit code."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):  # what was still to be sent, to nobody
                stream.close()
    try:
        process.wait(1)
    except subprocess.TimeoutExpired:
        end(process)
        process.wait()
