"""Work done in forks of this process, which has imported everything already."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

import drafter
from drafter.records import Record
from drafter.templating import guard

CRASHED = 99
"""The exit code of a fork in which an exception came to the top."""


class Ended(Record):
    """How a fork ended (`code`: minus the signal's number, where one ended it), and the seconds of the processor and
    megabytes it took beside those that it began with, with all that it started and waited for.
    """

    code: int
    seconds: float
    megabytes: float


def forked(work: Callable[[], int], said: Path) -> Ended:
    """The end of a fork that does this work; what it prints goes into a file."""
    sys.stdout.flush()
    sys.stderr.flush()
    begins = _resident()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of pytest's own wait for messages
        child = os.fork()
    if not child:
        os._exit(_done(work, said))
    _, status, used = os.wait4(child, 0)
    seconds = used.ru_utime + used.ru_stime
    return Ended(os.waitstatus_to_exitcode(status), seconds, max(used.ru_maxrss / 1024 - begins, 0))


def _resident() -> float:
    """The megabytes of this process now: a fork begins with as many."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1024**2
    except OSError:
        return 0


def _done(work: Callable[[], int], said: Path) -> int:
    code = CRASHED
    try:
        target = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(target, 1)
        os.dup2(target, 2)
        sys.stdout, sys.stderr = (
            os.fdopen(number, "w", encoding="utf-8", closefd=False) for number in (1, 2)
        )
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        guard._child.close()  # what it took is counted once it has ended
        sys.stdout.flush()
        sys.stderr.flush()
    return code


def import_all() -> None:
    """Imports the whole house, so that no fork's work is the work of importing."""
    for module in pkgutil.walk_packages(drafter.__path__, "drafter."):
        if not module.name.endswith(("__main__", ".keeper")):
            importlib.import_module(module.name)
