"""The streams of an old Word file: a compound file is a small disk of its own ([MS-CFB]), which olefile reads.

What is asked of the disk before olefile sees it bounds what olefile does: its chains of sectors may then be as wrong
as they like, and none is longer than the file.
"""

from __future__ import annotations

import io
import struct
from typing import NamedTuple

_HEADER = 512
_SECTORS, _MINI = (9, 12), 6
"""The sizes that a sector and one of the small stream may have, as powers of two ([MS-CFB] 2.2)."""

_BROKEN = (
    OSError,
    ValueError,
    LookupError,
    struct.error,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
)
"""What olefile raises for a disk that makes no sense."""


class UnreadableError(Exception):
    """A file that this room does not read: it is damaged, or `foreign`, of another program or an older Word."""

    def __init__(self, why: str, foreign: bool = False) -> None:
        super().__init__(why)
        self.foreign = foreign


def damaged() -> UnreadableError:
    """What to raise for a file whose parts do not fit together."""
    return UnreadableError("文件残缺，里面的正文读不出来")


class Streams(NamedTuple):
    """What an old Word file is made of ([MS-DOC] 2.1): its text and pages of looks, its two possible tables, pictures."""

    word: bytes
    tables: tuple[bytes, bytes]
    data: bytes


def streams(data: bytes) -> Streams:
    """The streams of a file.

    Raises:
        UnreadableError: it is no compound file, a damaged one, or holds no text of Word's.

    """
    _prove(data)
    import olefile  # only old files need it

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as disk:
            if disk.root is None or disk.root.size > len(data):
                raise damaged()
            if not disk.exists("WordDocument"):
                raise UnreadableError("里面没有 Word 的正文", foreign=True)
            word, none, one, rest = (
                _stream(disk, name, len(data)) for name in ("WordDocument", "0Table", "1Table", "Data")
            )
    except _BROKEN as error:
        raise damaged() from error
    return Streams(word, (none, one), rest)


def _prove(data: bytes) -> None:
    """Says no to a disk whose header promises more than there is ([MS-CFB] 2.2)."""
    if len(data) < _HEADER:
        raise damaged()
    shift, mini = struct.unpack_from("<HH", data, 0x1E)
    (fat,) = struct.unpack_from("<I", data, 0x2C)
    (small,) = struct.unpack_from("<I", data, 0x40)
    if shift not in _SECTORS or mini != _MINI:
        raise damaged()
    sectors = (len(data) >> shift) + 1
    in_one = (1 << shift) // 4
    if fat > 2 * (sectors // in_one + in_one) or small > sectors:
        raise damaged()


def _stream(disk: object, name: str, most: int) -> bytes:
    """One stream; nothing where there is none such."""
    if not disk.exists(name):  # type: ignore[attr-defined]
        return b""
    if disk.get_size(name) > most:  # type: ignore[attr-defined]
        raise damaged()
    found: bytes = disk.openstream(name).read()  # type: ignore[attr-defined]
    return found
