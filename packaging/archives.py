"""Archives that two runs make alike: entries in order, one date, one owner, nothing of whoever made them.

A .deb is three files in an `ar`, two of them tars. dpkg-deb makes it on Debian alone; these lines make it anywhere, and
the tar.gz by the same rules.
"""

from __future__ import annotations

import gzip
import io
import lzma
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "1580601600"))
"""The date of everything packed; without the variable it is the one that hatchling takes."""


def tar(folder: Path, top: str = ".") -> bytes:
    """All of a folder, under the name of `top`; what may be run says its mode in the folder."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as packed:
        for path in (folder, *_inside(folder)):
            name = "/".join((top, *path.relative_to(folder).parts))
            packed.addfile(*_entry(path, name))
    return out.getvalue()


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _inside(path)


def _entry(path: Path, name: str) -> tuple[tarfile.TarInfo, io.BytesIO | None]:
    entry = tarfile.TarInfo(name)
    entry.mtime = EPOCH
    entry.uname = entry.gname = "root"
    if path.is_symlink():
        entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, os.readlink(path), 0o777
    elif path.is_dir():
        entry.type, entry.mode = tarfile.DIRTYPE, 0o755
    else:
        content = path.read_bytes()
        entry.size, entry.mode = len(content), 0o755 if os.access(path, os.X_OK) else 0o644
        return entry, io.BytesIO(content)
    return entry, None


def gzipped(content: bytes, quick: bool) -> bytes:
    """As gzip, without the date and the name that it likes to keep."""
    return gzip.compress(content, 1 if quick else 9, mtime=0)


def ar(members: dict[str, bytes]) -> bytes:
    """An `ar`, as dpkg reads it: sixty bytes before each member, a member at each even place."""
    out = bytearray(b"!<arch>\n")
    for name, content in members.items():
        out += f"{name:<16}{EPOCH:<12}{0:<6}{0:<6}{100644:<8}{len(content):<10}`\n".encode("ascii")
        out += content + b"\n" * (len(content) % 2)
    return bytes(out)


def deb(control: Path, data: Path, quick: bool) -> bytes:
    """A Debian package out of two folders: what dpkg is told, and what it lays down.

    It is packed as xz, which every dpkg of the last ten years reads; those of 2020 read no zstd.
    """
    content = tar(data)
    laid = ("data.tar.gz", gzipped(content, quick)) if quick else ("data.tar.xz", lzma.compress(content))
    told = ("control.tar.xz", lzma.compress(tar(control)))
    return ar(dict([("debian-binary", b"2.0\n"), told, laid]))
