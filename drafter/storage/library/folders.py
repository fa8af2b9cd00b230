"""The library's files in their folders: finding, taking in, removing."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.problems import OutputProblem, Place, Problem
from drafter.storage import files, names, paths
from drafter.storage.places import Folder

SUFFIXES = (".yaml", ".yml")
BIN = ".回收"
"""Where removed files go: a folder that is not looked into."""

_MOST_ALIKE = 10_000


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the library. `stamp` changes whenever the file may have; `shelf` counts folders."""

    path: Path
    stamp: str
    shelf: int
    label: str


def scan(folders: Sequence[Folder]) -> dict[str, FoundFile]:
    """Every file by its name; of two with one name the one in the nearer folder holds."""
    by_name: dict[str, FoundFile] = {}
    for shelf, folder in enumerate(folders):
        for path, status in _walk(folder.path, folder.path):
            relative = path.relative_to(folder.path).with_suffix("").as_posix()
            name = unicodedata.normalize("NFC", relative)
            by_name.setdefault(name, FoundFile(path, _stamp(status, shelf), shelf, folder.label))
    return by_name


def _walk(folder: Path, top: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """The YAML files below a folder, in order. Hidden ones and links that lead out are left alone."""
    try:
        inside = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError:
        return  # not there, or closed: nothing to find in it
    for item in inside:
        if item.name.startswith((".", "_")):
            continue
        path = Path(item.path)
        try:
            if item.is_dir(follow_symlinks=False):
                yield from _walk(path, top)
            elif _is_ours(item, path, top):
                yield path, item.stat()
        except OSError:
            continue  # gone meanwhile


def below(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """The files with these suffixes in the folder and below it, in order; hidden ones left out.

    So are links that lead out of it.
    """
    top = paths.real(folder)
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in suffixes
        and paths.is_file(path)
        and paths.real(path).is_relative_to(top)
        and not any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
    ]


def _is_ours(item: os.DirEntry[str], path: Path, top: Path) -> bool:
    """Whether it is a file that may hold entries: YAML, and no link to somewhere else."""
    if not item.name.lower().endswith(SUFFIXES) or not item.is_file():
        return False
    return not item.is_symlink() or paths.real(path).is_relative_to(paths.real(top))


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def add(folder: Path, name: str, data: bytes) -> tuple[Path, bool]:
    """Puts a new file into the folder; returns its path and whether it is new.

    One that holds the same is left alone; another of this name makes the new one a （2）.

    Raises:
        OutputProblem: the folder cannot be written.

    """
    for free in names_for(name):
        path = folder / f"{free}{SUFFIXES[0]}"
        if files.create(path, data):
            return path, True
        if paths.is_file(path) and files.read_bytes(path) == data:
            return path, False
    raise AssertionError("names_for ends by raising")


def names_for(name: str) -> Iterator[str]:
    """Names to try for a new file, one after another.

    Raises:
        OutputProblem: all of them were tried.

    """
    # Spaces and # would make an id hard to type.
    parts = [names.safe(part.replace("#", "＃").lstrip("_"), "未命名") for part in name.split("/")]
    stem = "/".join("-".join(part.split()) for part in parts)
    yield stem
    for number in range(2, _MOST_ALIKE):
        yield f"{stem}（{number}）"
    problem = Problem("exists", f"叫“{stem}”的已经太多", Place(stem), hint="换个文件名再添加")
    raise OutputProblem(problem)


def remove(folder: Path, path: Path) -> Path:
    """Moves a file of the folder into its bin, and returns where it is now.

    Raises:
        OutputProblem: the folder cannot be written.

    """
    data = files.read_bytes(path)
    kept = folder / BIN / f"{path.stem}-{digest(data)[:8]}{path.suffix}"
    files.replace(kept, data)
    try:
        path.unlink()
    except OSError as error:
        hint = "检查文件夹的权限，或先关掉正在用它的程序"
        problem = Problem(
            "not-written", f"移不走 {path.name}（{error.strerror}）", Place(str(path)), hint=hint
        )
        raise OutputProblem(problem) from error
    return kept


def found(path: Path, shelf: int, label: str) -> FoundFile:
    """A file that is known to be there, as `scan` would find it."""
    status = path.stat()
    return FoundFile(path, _stamp(status, shelf), shelf, label)


def _stamp(status: os.stat_result, shelf: int) -> str:
    return f"{shelf}:{status.st_size}:{status.st_mtime_ns}:{status.st_ino}"
