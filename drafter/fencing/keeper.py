"""Another program within limits: `python -m drafter.fencing.keeper 秒 程序 参数…`.

Between drafter and the program stands this small process. It ends the program, and all that the program has started, when
its time is over, when it has ended itself, and when drafter is gone, of which the end of standard input tells.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading

from drafter.fencing.groups import end, own_group

OVERRUN = 124
"""The exit code for a program whose time was over (as timeout(1) has it)."""

NOT_STARTED = 127
"""That for one that could not be started."""

MEGABYTES = 4096
"""Address space that the program may take, where the system can limit it."""

LARGEST = 200 * 1024 * 1024
"""Bytes that a file may have which it writes."""


def main() -> int:
    """Runs the program; its exit code, or one of ours."""
    seconds, command = float(sys.argv[1]), sys.argv[2:]
    _limit(seconds)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **own_group(),
        )
    except OSError as error:
        sys.stderr.write(error.strerror or "")
        return NOT_STARTED
    threading.Thread(target=_watch, args=(process,), daemon=True).start()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return OVERRUN
    finally:
        end(process)


def _watch(process: subprocess.Popen[bytes]) -> None:
    """Ends the program as soon as nobody waits for it."""
    while os.read(0, 4096):  # a buffered reader would hold a lock that the end of this process wants
        pass
    end(process)


def _limit(seconds: float) -> None:
    """Limits what the program may take; it begins with the limits of this process."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 5, int(seconds) + 10))
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1024 * 1024,) * 2)
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))


if __name__ == "__main__":
    sys.exit(main())
