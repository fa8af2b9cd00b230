"""What is kept of our own faults: where it went wrong, without a word of any draft."""

from __future__ import annotations

import contextlib
import sys
import traceback
from collections.abc import Collection
from datetime import datetime

from drafter import __version__


def keep(error: BaseException, commands: Collection[str]) -> str:
    """Keeps the trace in a file and says where, ready to go before other words; "" where it could not be kept."""
    from drafter.storage import files, places

    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")  # noqa: TID251 - a trace is named by the clock
    with contextlib.suppress(Exception):  # no disk, no settings: it is said all the same
        path = places.home() / "traces" / f"{stamp}.txt"
        files.keep(path, _trace(error, commands).encode("utf-8", "replace"))
        return f"经过已记在 {path}，"
    return ""


def _trace(error: BaseException, commands: Collection[str]) -> str:
    """Where it went wrong, and under which options: neither their values nor what any exception says, which may be
    words of a draft.
    """
    names = [_option(argument) for argument in sys.argv[1:] if argument.startswith("-")]
    command = [argument for argument in sys.argv[1:3] if argument in commands]
    lines = [f"drafter {__version__}", " ".join([*command, *names])]
    known: BaseException | None = error
    while known is not None:
        lines.append(type(known).__name__)
        frames = traceback.extract_tb(known.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        known = known.__cause__ or known.__context__
    return "\n".join(lines) + "\n"


def _option(argument: str) -> str:
    """An option's name, without what may be glued to it."""
    return argument.partition("=")[0] if argument.startswith("--") else argument[:2]
