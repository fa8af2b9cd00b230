"""What runs on this machine, as Linux lists it, and waiting for it to end."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator


def command_lines() -> Iterator[bytes]:
    """The words of each process, NUL behind each; of one that has ended and waits to be asked there are none."""
    for entry in os.listdir("/proc"):
        try:
            with open(f"/proc/{entry}/cmdline", "rb") as file:
                yield file.read()
        except OSError:
            continue


def children(parent: int, program: bytes = b"") -> list[int]:
    """The processes that one has started and that have these words among theirs, by their numbers."""
    found = []
    for entry in filter(str.isdecimal, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat", "rb") as file:
                starter = int(file.read().rpartition(b")")[2].split()[1])
            with open(f"/proc/{entry}/cmdline", "rb") as file:
                if starter == parent and program in file.read():
                    found.append(int(entry))
        except OSError:
            continue
    return found


def kill(*processes: int) -> None:
    """Ends them at once; those that have ended stay so."""
    for process in processes:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            continue


def waited(is_so: Callable[[], bool], seconds: int = 15) -> bool:
    """Whether it comes to be so within this time."""
    for _ in range(seconds * 10):
        if is_so():
            return True
        time.sleep(0.1)
    return False
