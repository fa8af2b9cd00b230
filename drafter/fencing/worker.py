"""The inside of a fence: a process that answers requests within its limits until nobody asks any more."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable

from drafter.fencing import frames

OUT_OF_WORK = -int(getattr(signal, "SIGPROF", 0))
"""The exit code of a process whose processor time is over."""


def serve(answer: Callable[[bytes], bytes], seconds: float, megabytes: int) -> None:
    """Answers each request on standard input, with so much processor time for each and so much address space for all,
    where the system can limit them. What goes wrong in an answer ends the process.
    """
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints is no answer
    limit_memory(megabytes)
    while (request := frames.read(source)) is not None:
        limit_work(seconds)
        frames.write(target, answer(request))


def limit_memory(megabytes: int) -> None:
    """Limits the address space of this process; a text that it holds is not left behind in a dump."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        size = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def limit_work(seconds: float) -> None:
    """Has the system end this process once it has worked for so much longer, where the system has such an alarm."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)
