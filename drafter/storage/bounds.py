"""The folders that a run may read and write in, where its door keeps it within some: what leads out of them is refused.

It stands here, under all that reads and writes, so that no name gets around it: not one that a file names, not one that
is made of another, not a link.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.problems import InputProblem, OutputProblem, Place, Problem
from drafter.storage import paths

_written: list[Path] = []
_read: list[Path] = []
_kept = False


def keep_within(written: Iterable[Path], read: Iterable[Path]) -> None:
    """From now on nothing is written outside the first folders (or files), and nothing read outside the others."""
    global _written, _read, _kept
    _written, _read, _kept = list(map(paths.real, written)), list(map(paths.real, read)), True


def lift() -> None:
    """Lets everything be read and written again."""
    global _kept
    _kept = False


@contextlib.contextmanager
def opened_to(folder: Path) -> Iterator[None]:
    """Lets a folder in too, while it is needed: a temporary one of our own."""
    real, both = paths.real(folder), (_written, _read)
    for folders in both:
        folders.append(real)
    try:
        yield
    finally:
        for folders in both:
            folders.remove(real)


def outside(name: str) -> Problem:
    """What to say of a name that leads out."""
    hint = "把文件放进启动时的文件夹（或它下面）再来；链接也不能指到外面"
    return Problem(
        "path-outside", f"{name[:80]} 在启动时的文件夹之外，不读也不写", Place(name[:80]), hint=hint
    )


def hold_read(path: Path, name: str) -> None:
    """Says no to reading what lies outside, its links followed.

    Raises:
        InputProblem: it does.

    """
    if _kept and not _lies_in(path, _read):
        raise InputProblem(outside(name))


def hold_written(path: Path) -> None:
    """Says no to writing what lies outside, its links followed.

    Raises:
        OutputProblem: it does.

    """
    if _kept and not _lies_in(path, _written):
        raise OutputProblem(outside(path.name))


def _lies_in(path: Path, folders: Iterable[Path]) -> bool:
    real = paths.real(path)
    return any(real.is_relative_to(one) for one in folders)
