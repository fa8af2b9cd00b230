"""Runs of the program that are killed at the N-th step of what they write: before it, inside it, or after it."""

from __future__ import annotations

import io
import os
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drafter.storage.written import placing

_PLAIN = ("fsync", "replace", "rename", "link", "unlink", "mkdir", "chmod")
_SILENT = ("SELECT", "PRAGMA")


class Steps:
    """Counts the places in which something that is written can be torn, and ends the process in one of them."""

    def __init__(self, deadly: int, log: Path) -> None:
        self._deadly = deadly
        self._number = 0
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        self._say = os.write

    def place(self, name: str) -> None:
        """One place; it is noted, and where it is the deadly one nothing comes after it."""
        self._number += 1
        self._say(self._log, f"{name}\n".encode())
        if self._number == self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call, with a place before and one after it."""

        def called(*arguments: Any, **named: Any) -> Any:
            self.place(f"before {name}")
            result = call(*arguments, **named)
            self.place(f"after {name}")
            return result

        return called

    def torn(self, write: Callable[[Any], int]) -> Callable[[Any], int]:
        """A write in two halves, with a place before, between and after them."""

        def written(data: Any) -> int:
            whole = bytes(data)
            self.place("before write")
            done = write(whole[: len(whole) // 2])
            self.place("inside write")
            done += write(whole[done:])
            self.place("after write")
            return done

        return written

    def install(self) -> None:
        """Puts places around everything by which this process writes."""
        for name in _PLAIN:
            setattr(os, name, self.around(name, getattr(os, name)))
        placing.sync_disk = self.around("sync_disk", placing.sync_disk)
        plain_write, plain_open, plain_fdopen = os.write, os.open, os.fdopen
        made = self.around("open", plain_open)
        os.open = lambda *some, **named: (made if some[1] & os.O_CREAT else plain_open)(*some, **named)
        os.write = lambda handle, data: self.torn(lambda part: plain_write(handle, part))(data)

        def fdopen(handle: int, mode: str = "r", *some: Any, **named: Any) -> Any:
            if mode != "wb":
                return plain_fdopen(handle, mode, *some, **named)
            raw = io.FileIO(handle, "wb")
            return io.BufferedWriter(_Torn(raw, self.torn(raw.write)))

        os.fdopen = fdopen
        plain_connect = sqlite3.connect
        sqlite3.connect = lambda *some, **named: plain_connect(*some, factory=_database(self), **named)


class _Torn(io.RawIOBase):
    """A raw file whose writes go another way."""

    def __init__(self, raw: io.FileIO, write: Callable[[Any], int]) -> None:
        self._raw, self._write = raw, write

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._raw.fileno()

    def write(self, data: Any) -> int:
        return self._write(data)

    def close(self) -> None:
        if not self.closed:
            super().close()
            self._raw.close()


def _database(steps: Steps) -> type[sqlite3.Connection]:
    """Connections whose statements that write have places around them."""

    class Database(sqlite3.Connection):
        def execute(self, statement: str, *some: Any) -> Any:
            plain = super().execute
            call = plain if statement.lstrip().startswith(_SILENT) else steps.around(_verb(statement), plain)
            return call(statement, *some)

        def executemany(self, statement: str, *some: Any) -> Any:
            return steps.around(_verb(statement), super().executemany)(statement, *some)

    return Database


def _verb(statement: str) -> str:
    return f"SQL {statement.strip().partition(' ')[0]}"
