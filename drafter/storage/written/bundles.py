"""Many files replaced together, each whole or not at all: their folder is looked at once, the disk waited for once."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from drafter.problems import OutputProblem
from drafter.records import Record
from drafter.storage import bounds, files, paths, temporary
from drafter.storage.written import placing


class _Folder(Record):
    """A folder that is written in: where its links lead, and the mode of a new file there."""

    real: Path
    mode: int


class _Begun(Record):
    """A file that is written beside its place and waits for its name."""

    made: Path
    place: Path
    mode: int


def replace(wanted: Mapping[Path, bytes]) -> dict[Path, OutputProblem]:
    """Puts the bytes in their files' places, as `files.replace` does each; what kept one from being written, by its path."""
    failed: dict[Path, OutputProblem] = {}
    folders: dict[Path, _Folder] = {}
    begun: dict[Path, _Begun] = {}
    try:
        for path, data in wanted.items():
            with _noting(failed, path):
                _begin(path, data, folders, begun)
        if not all(placing.sync_disk(folder.real) for folder in folders.values()):
            for path in [path for path in begun if path not in failed]:
                with _noting(failed, path):
                    placing.sync(begun[path].made)
        for path in [path for path in begun if path not in failed]:
            with _noting(failed, path):
                _name(begun[path])
                del begun[path]
    finally:
        for one in begun.values():
            temporary.remove(one.made)
    return failed


@contextlib.contextmanager
def _noting(failed: dict[Path, OutputProblem], path: Path) -> Iterator[None]:
    try:
        yield
    except OutputProblem as error:
        failed[path] = error
    except (OSError, ValueError) as error:
        failed[path] = OutputProblem(placing.not_written(error, str(path)))


def _begin(path: Path, data: bytes, folders: dict[Path, _Folder], begun: dict[Path, _Begun]) -> None:
    """Writes the file beside its place; one in whose place something else lies than a plain file is replaced now."""
    bounds.hold_written(path)
    folder = folders.get(path.parent) or _looked_at(path.parent)
    folders[path.parent] = folder
    place = folder.real / path.name
    there = _status(place)
    if there is not None and not stat.S_ISREG(there.st_mode):
        files.replace(path, data)
        return
    made = folder.real / temporary.name()
    begun[path] = _Begun(made, place, folder.mode if there is None else there.st_mode & 0o777)
    placing.write_new(made, data, sync=False)


def _looked_at(folder: Path) -> _Folder:
    real = paths.real(folder)
    placing.make(real)
    temporary.clear(real)
    return _Folder(real, placing.usual_mode(real))


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def _name(one: _Begun) -> None:
    one.made.chmod(one.mode)
    one.made.replace(one.place)
