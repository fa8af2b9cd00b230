"""Processes with all that they start: begun as a group of their own, and ended as one."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any


def own_group() -> dict[str, Any]:
    """What `Popen` is told so that a process and its children can be ended together, and no window opens."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def own_modules() -> dict[str, str]:
    """The environment of this process for one that runs a module of ours, wherever that lies."""
    package = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": os.pathsep.join([package, *sys.path])}


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process of `own_group` and everything that it started, at once."""
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        with contextlib.suppress(OSError):
            subprocess.run(
                command, capture_output=True, check=False, creationflags=subprocess.CREATE_NO_WINDOW
            )
    else:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
