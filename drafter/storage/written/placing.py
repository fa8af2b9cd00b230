"""What writing a file takes: its folder, a new file beside its place, brought down to the disk, and the mode it is to have."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from drafter.problems import Place, Problem
from drafter.storage import locks, paths
from drafter.storage.reasons import reason, shortened

CLOSED_FILE, _CLOSED_FOLDER = 0o600, 0o700
_BINARY = getattr(os, "O_BINARY", 0)


def close_folder(folder: Path) -> None:
    """Makes the folder where there is none, and closes it to everybody else.

    Raises:
        OSError: it cannot be made.

    """
    make(folder.parent)
    folder.mkdir(exist_ok=True, mode=_CLOSED_FOLDER)
    if os.name != "nt" and not is_closed(folder):
        with contextlib.suppress(OSError):  # somebody else's, who lets us write there
            folder.chmod(_CLOSED_FOLDER)


def write_new(path: Path, data: bytes, sync: bool = True) -> None:
    """Writes a file that is not there yet, closed to everybody else, and, unless that is done later, down to the disk."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, CLOSED_FILE), "wb") as file:
        file.write(data)
        file.flush()
        if sync:
            os.fsync(file.fileno())


def sync(path: Path) -> None:
    """Brings a file down to the disk."""
    handle = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_disk(folder: Path) -> bool:
    """Brings all that was written on the folder's disk, by whomever, down to it, in a fraction of the time that file by
    file takes; False where this system has no such call, or it failed (of which Linux tells since 5.8).
    """
    call = _syncfs()
    if call is None:
        return False
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # it may be written in, and not be looked into
        return False
    try:
        return bool(call(handle) == 0)
    finally:
        os.close(handle)


@cache
def _syncfs() -> Callable[[int], int] | None:
    """The call of Linux that does so (syncfs(2)), which Python has no name for."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes  # for many files alone; a Python may have been built without

        found: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "syncfs", None)
    except (ImportError, OSError):
        return None
    return found


def make(folder: Path) -> None:
    """Makes the folder where there is none; one inside a closed folder is closed."""
    missing = []
    while not paths.is_folder(folder) and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    made: list[Path] = []
    try:
        for one in reversed(missing):
            one.mkdir(exist_ok=True, mode=_CLOSED_FOLDER if is_closed(one.parent) else 0o777)
            made.append(one)
    except OSError:
        for one in reversed(made):  # empty: what was to go there cannot
            with contextlib.suppress(OSError):
                one.rmdir()
        raise


def is_closed(folder: Path) -> bool:
    """Whether nobody but its owner may open a folder."""
    return os.name != "nt" and not folder.stat().st_mode & 0o077


def usual_mode(folder: Path) -> int:
    """The mode of a new file: closed in a closed folder, else as the user's mask has it."""
    if is_closed(folder):
        return CLOSED_FILE
    return 0o666 & ~locks.mask()


def not_written(error: Exception, name: str) -> Problem:
    """What kept the file from being written, and the way out."""
    hint = "用 -o 换个地方"
    if isinstance(error, PermissionError):
        message = f"写不了 {name}：没有权限，或正被别的程序打开"
        hint = "关掉正在打开它的 Word 或 WPS，或用 -o 换个地方"
    elif isinstance(error, OSError) and error.errno == errno.ENOSPC:
        message, hint = f"写不了 {name}：磁盘满了", "腾出空间，或用 -o 换个地方"
    elif isinstance(error, (NotADirectoryError, FileExistsError)):
        message = f"写不了 {name}：路径里有一段不是文件夹"
    else:
        message, hint = f"写不了 {shortened(name)}（{reason(error)}）", "检查文件名和磁盘，或用 -o 换个地方"
    return Problem("not-written", message, Place(shortened(name)), hint=hint)
