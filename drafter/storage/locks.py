"""One writer at a time, of several programs."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

EDITS = "edits.lock"
"""The lock in the user's folder for who reads a file, changes it and writes it: of two at once none is lost."""


_ASKING = threading.Lock()
_BUSY = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
"""What systems say of a lock that somebody else has."""


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """While this lasts, whoever else wants the same lock waits. Where a disk knows no locks, nobody does."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        with contextlib.suppress(OSError):
            _wait(handle)
        yield
    finally:
        os.close(handle)  # which lets go of the lock


class Taken:
    """A lock that nobody else has until it is closed, which leaves no file behind, or its process ends."""

    def __init__(self, path: Path, handle: int | None) -> None:
        self._path = path
        self._handle = handle

    def close(self) -> None:
        """Lets go of it."""
        if self._handle is not None:
            with contextlib.suppress(OSError):  # a system may keep the name of a file that is open
                self._path.unlink()
            os.close(self._handle)
            self._handle = None


def taken(path: Path) -> Taken | None:
    """The lock, where nobody has it; None where somebody does. Where a disk knows no locks, everybody has it."""
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return Taken(path, None)
        try:
            _try(handle)
        except OSError as error:
            os.close(handle)
            return None if error.errno in _BUSY else Taken(path, None)
        if _is_named(handle, path):
            return Taken(path, handle)
        os.close(handle)  # who had it has just let go of it, and taken its file away


def _is_named(handle: int, path: Path) -> bool:
    """Whether the open file still has this name."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def mask() -> int:
    """The mask of this process for new files. It can only be asked by setting it, and no other thread may ask meanwhile."""
    with _ASKING:
        found = os.umask(0)
        os.umask(found)
        return found


if sys.platform == "win32":
    import msvcrt

    def _wait(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

    def _try(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _wait(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
