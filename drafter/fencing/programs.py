"""Other programs, run behind the fence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from drafter.fencing import keeper
from drafter.fencing.groups import end, own_group, own_modules

_GRACE = 10
"""Seconds by which the keeper may be later than the program that it keeps."""


class NotRunError(Exception):
    """The program did not start, or did not come to an end; says why in words for a person."""


def run(command: Sequence[str], seconds: float, folder: Path) -> int:
    """The exit code of a program, once it and all that it started have ended; it works in this folder, where what it
    lays aside for a moment lies too.

    Raises:
        NotRunError: it could not be started, or took longer.

    """
    process = subprocess.Popen(
        [sys.executable, "-m", keeper.__name__, str(seconds), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**own_modules(), **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))},
        cwd=folder,
        **own_group(),
    )
    try:
        process.wait(seconds + _GRACE)
    except subprocess.TimeoutExpired:
        raise NotRunError(f"{seconds:g} 秒没有转完") from None
    finally:
        said = _closed(process)
    if process.returncode == keeper.OVERRUN:
        raise NotRunError(f"{seconds:g} 秒没有转完")
    if process.returncode == keeper.NOT_STARTED:
        raise NotRunError(f"启动不了（{said}）")
    return process.returncode


def _closed(process: subprocess.Popen[bytes]) -> str:
    """Has the keeper end what it keeps, if that still runs, and itself; what it said."""
    assert process.stdin is not None and process.stderr is not None
    process.stdin.close()
    with process.stderr as stream:
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            end(process)
            process.wait()
        return stream.read().decode("utf-8", "replace").strip()
