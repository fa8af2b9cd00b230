"""Names of what is written before it takes its place, and the removal of what killed runs left.

A name carries a token that this computer's user alone has, and the number of the process: what bears another token, or
none, is another computer's or a person's, and is never touched.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from drafter.storage import bounds, places

_PREFIX = ".drafter-"
SECRET = "token"
"""The file of the kept secret."""

_SECRET_BYTES = 16


def name() -> str:
    """A new name for a file that is about to be another."""
    return f"{_PREFIX}{mark()}"


def mark() -> str:
    """What makes a name provably ours: token, process, chance."""
    return f"{token()}-{os.getpid()}-{os.urandom(4).hex()}"


def token() -> str:
    """The token of this user on this computer; chance where none can be kept, so that nothing is ever taken for ours."""
    return _token(places.home())


def is_left(name: str) -> bool:
    """Whether a name carries our token and the number of a process that runs no more."""
    found = re.search(rf"(?<![0-9a-f]){token()}-(\d+)-[0-9a-f]+", name)
    return found is not None and not _is_running(int(found[1]))


def remove(path: str | Path) -> None:
    """Removes a file, if it is there."""
    if path:
        with contextlib.suppress(OSError):
            Path(path).unlink()


@cache
def clear(folder: Path) -> None:
    """Removes what killed runs left in the folder, not what another is writing now.

    Once a folder and run is enough: looking for each of ten thousand files would take longer than writing them.
    """
    for left in folder.glob(f"{_PREFIX}*"):
        if is_left(left.name):
            remove(left)


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """A folder that nobody else may open, gone when it is left; those of killed runs go with it."""
    import tempfile  # only who has another program work on a draft needs it

    _clear_folders(Path(tempfile.gettempdir()))
    whole = tempfile.TemporaryDirectory(prefix=f"drafter-{mark()}-", ignore_cleanup_errors=True)
    with whole as made, bounds.opened_to(Path(made)):
        yield Path(made)


def holds(path: Path) -> bool:
    """Whether a path lies in such a folder of ours: what is there goes with it."""
    return f"{os.sep}drafter-{token()}-" in str(path)


@cache
def _clear_folders(where: Path) -> None:
    import shutil

    for left in _left_in(where):
        shutil.rmtree(left, ignore_errors=True)


def left_folders() -> Iterator[Path]:
    """The folders that killed runs left among the temporary ones, where drafts may lie; only those that are ours."""
    import tempfile

    yield from _left_in(Path(tempfile.gettempdir()))


def _left_in(where: Path) -> Iterator[Path]:
    return (left for left in sorted(where.glob("drafter-*")) if is_left(left.name) and _is_own(left))


def _is_own(path: Path) -> bool:
    """Whether it is a folder, and no link to one, that belongs to this user."""
    try:
        status = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and (os.name == "nt" or status.st_uid == os.getuid())


@cache
def _token(home: Path) -> str:
    """The kept secret, of this computer and this space of process numbers: a home may be shared by several."""
    space = ""
    with contextlib.suppress(OSError):
        space = str(Path("/proc/self/ns/pid").readlink())
    whole = b"\0".join([_secret(home), _computer().encode(errors="replace"), space.encode()])
    return hashlib.sha256(whole).hexdigest()[:12]


def _computer() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _secret(home: Path) -> bytes:
    path = home / SECRET
    with contextlib.suppress(OSError):
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        if os.name != "nt" and home.stat().st_mode & 0o077:
            home.chmod(0o700)  # drafts and what was said in them are kept below
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(_SECRET_BYTES))
    with contextlib.suppress(OSError):
        kept = path.read_bytes()
        if len(kept) == _SECRET_BYTES:
            return kept
    return os.urandom(_SECRET_BYTES)


def _is_running(process: int) -> bool:
    """Whether the process of this number runs; on Windows, where asking could end it, no."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return not _has_ended(process)


def _has_ended(process: int) -> bool:
    """Whether a process writes no more and only waits for its parent to ask how it ended, as Linux tells it."""
    with contextlib.suppress(OSError):
        state = (
            Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(") ")[2]
        )
        return state[:1] in ("Z", "X")
    return False
