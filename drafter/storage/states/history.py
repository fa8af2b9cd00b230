"""Earlier states of the outlines that are written on the page, in the user's folder, closed to others."""

from __future__ import annotations

import contextlib
import hashlib
import re
from pathlib import Path

from drafter.storage import files, paths

FOLDER = "history"
_KEPT = 60
"""States of one outline that are kept: an hour of work, then the first of each day."""

_MINUTE = len("20261130-0830")
_STAMP = re.compile(r"\d{8}-\d{6}")


def keep(home: Path, path: Path, text: str, stamp: str) -> None:
    """Keeps what an outline said until this time (20261130-083000), once a minute; the oldest of many go, but for a
    day's first.

    Raises:
        OutputProblem: it cannot be written.

    """
    folder = _folder(home, path)
    known = stamps(home, path)
    if known and known[-1][:_MINUTE] == stamp[:_MINUTE]:
        return  # how it stood before that minute's work is kept
    files.keep(folder / f"{stamp}.yaml", text.encode("utf-8"))
    known.append(stamp)
    firsts = {stamp[:8]: stamp for stamp in reversed(known)}
    for old in [one for one in known[:-_KEPT] if firsts[one[:8]] != one]:
        with contextlib.suppress(OSError):
            (folder / f"{old}.yaml").unlink()


def stamps(home: Path, path: Path) -> list[str]:
    """The times of the states that are kept of an outline, the oldest first."""
    try:
        names = [file.stem for file in _folder(home, path).iterdir() if file.suffix == ".yaml"]
    except OSError:
        return []  # nothing was kept
    return sorted(name for name in names if _STAMP.fullmatch(name))


def text(home: Path, path: Path, stamp: str) -> str:
    """What the outline said at that time.

    Raises:
        InputProblem: nothing is kept of it.

    """
    named = stamp if _STAMP.fullmatch(stamp) else "没有的时间"
    return files.read_text(_folder(home, path) / f"{named}.yaml", stamp[:20]).text


def _folder(home: Path, path: Path) -> Path:
    whole = str(paths.real(path))
    return home / FOLDER / hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:24]
