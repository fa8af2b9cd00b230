"""Questions about paths that anybody may have typed: answered, where the disk would raise.

A name may be longer than any disk takes, links may lead in a circle, `~nobody` may be nobody's home. None of these
is there; what is said of that is said where the file is wanted.
"""

from __future__ import annotations

from pathlib import Path

_NOT_THERE = (OSError, ValueError, RuntimeError)
"""What asking for a path can raise: the disk; a NUL in it; `~nobody`, and before Python 3.13 a circle of links."""


def is_file(path: Path) -> bool:
    """Whether a plain file is there."""
    try:
        return path.is_file()
    except _NOT_THERE:
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder is there."""
    try:
        return path.is_dir()
    except _NOT_THERE:
        return False


def exists(path: Path) -> bool:
    """Whether anything is there."""
    try:
        return path.exists()
    except _NOT_THERE:
        return False


def changed(path: Path) -> float:
    """When the file was changed last, in seconds; 0 where nobody can say."""
    try:
        return path.stat().st_mtime
    except (OSError, ValueError, RuntimeError):
        return 0.0


def size(path: Path) -> int:
    """How many bytes the file has; 0 where nobody can say."""
    try:
        return path.stat().st_size
    except (OSError, ValueError, RuntimeError):
        return 0


def real(path: Path) -> Path:
    """The path with its links followed; as it is, but absolute, where they lead nowhere."""
    try:
        return path.resolve()
    except _NOT_THERE:
        return path.absolute()


def typed(name: str) -> Path:
    """A path as a person types it: `~` is the home, unless nobody has it."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)
