"""One writer at a time, of several programs."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

EDITS = "edits.lock"
"""The lock in the user's folder for who reads a file, changes it and writes it: of two at once none is lost."""


_ASKING = threading.Lock()


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

else:
    import fcntl

    def _wait(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
