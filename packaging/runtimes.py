"""The Python that goes into a package: an archive that somebody else made, whose name and SHA-256 are vouched for.

Nothing here fetches it. Whoever releases gets the archive and, by another way, the list of digests that its maker
publishes; what is not on the list under its own name is not used.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

_LINE = re.compile(r"([0-9a-fA-F]{64})\s+\*?(\S.*)")
_EMBEDDED = re.compile(r"python3(\d+)\._pth")
_LEFT = (
    "include", "share", "lib/pkgconfig", "lib/tcl*", "lib/tk*", "lib/itcl*", "lib/thread*", "lib/*.a",
    "lib/python3.*/test", "lib/python3.*/idlelib", "lib/python3.*/tkinter", "lib/python3.*/turtledemo",
    "lib/python3.*/ensurepip", "lib/python3.*/lib2to3", "lib/python3.*/site-packages", "lib/python3.*/config-*",
    "lib/python3.*/lib-dynload/_tkinter*", "lib/python3.*/lib-dynload/_test*",
)  # fmt: skip
"""What drafter never asks of a Python, by half its size: windows, its own tests, headers, pip."""


@dataclass(frozen=True)
class Runtime:
    """An unpacked Python: where it lies, its version (3.12), of which archive it is, and as far as that tells which 3.12.x."""

    root: Path
    version: str
    archive: str
    digest: str
    patched: str = ""


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checked(archive: Path, sums: Path) -> str:
    """The archive's SHA-256, which stands beside its name in a list as `sha256sum` writes it; else the end."""
    lines = map(_LINE.fullmatch, sums.read_text(encoding="utf-8").splitlines())
    known = {line[2].strip(): line[1].lower() for line in lines if line}
    if archive.name not in known:
        sys.exit(f"{sums} has no line for {archive.name}: nobody vouches for it")
    found = digest(archive)
    if found != known[archive.name]:
        sys.exit(f"{archive.name} is not what {sums} says: {found} instead of {known[archive.name]}")
    return found


def relocatable(archive: Path, sums: Path, folder: Path) -> Runtime:
    """A Python for Linux out of a tar with one folder at its top, cut down to what drafter runs on."""
    said = checked(archive, sums)
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    tops = list(folder.iterdir())
    programs = [
        path for path in folder.glob("*/bin/python3.*") if path.name.removeprefix("python3.").isdigit()
    ]
    if len(tops) != 1 or len(programs) != 1:
        sys.exit(f"{archive.name} has no bin/python3.N in one folder at its top")
    root, version = tops[0], programs[0].name.removeprefix("python")
    patched = _patched(root, archive.name, version)
    _slim(root, programs[0])
    return Runtime(root, _recent(version), archive.name, said, patched)


def embeddable(archive: Path, sums: Path, folder: Path) -> Runtime:
    """A Python for Windows out of its embeddable archive, whose files lie at its top."""
    said = checked(archive, sums)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    found = [match[1] for path in folder.iterdir() if (match := _EMBEDDED.fullmatch(path.name))]
    if len(found) != 1 or not (folder / "python.exe").is_file() or not (folder / "pythonw.exe").is_file():
        sys.exit(
            f"{archive.name} is no embeddable Python: python.exe, pythonw.exe and python3N._pth belong in it"
        )
    version = _recent(f"3.{found[0]}")
    return Runtime(folder, version, archive.name, said, _patched(folder, archive.name, version))


def _patched(root: Path, archive: str, version: str) -> str:
    """The version with its last number, out of the head of C that the archive brings, or its name; else without."""
    said = [path.read_text(encoding="utf-8") for path in root.glob("include/python3*/patchlevel.h")]
    for text in (*said, archive):
        if found := re.search(rf"(?<![\d.]){re.escape(version)}\.\d+\w*", text):
            return found[0]
    return version


def _recent(version: str) -> str:
    if int(version.partition(".")[2]) < 11:
        sys.exit(f"Python {version} is too old: drafter needs 3.11")
    return version


def _slim(root: Path, program: Path) -> None:
    """Takes away what drafter has no use for, and all programs but the one."""
    for pattern in _LEFT:
        for path in root.glob(pattern):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    for path in (root / "bin").iterdir():
        if path != program:
            path.unlink() if not path.is_dir() else shutil.rmtree(path)
    (root / "bin" / "python3").symlink_to(program.name)
    for path in list(root.rglob("__pycache__")):
        shutil.rmtree(path)
