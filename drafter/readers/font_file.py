"""A file of a font: whether it is one, and what its fonts are called."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from drafter.problems import InputProblem, Place, Problem

_COLLECTION, _MOST_FONTS = b"ttcf", 64
_OUTLINES = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""How a font begins: outlines of TrueType, of PostScript, of the first Macintosh."""

_NEEDED = ("cmap", "head", "maxp", "name")
_SHAPES = ("glyf", "CFF ", "CFF2")
_MOST_TABLES, _MOST_NAMES = 100, 2_000
_FAMILY, _WHOLE_FAMILY = 1, 16
_WIDE_UNICODE = {(0, platform) for platform in range(7)} | {(3, 0), (3, 1), (3, 10)}
_ENCODINGS = {(3, 3): "gb18030", (3, 4): "big5", (1, 25): "gb18030", (1, 2): "big5", (1, 0): "mac_roman"}


def families(data: bytes, name: str) -> tuple[str, ...]:
    """The families of all fonts of the file, in every language that they are named in, Chinese first.

    Raises:
        InputProblem: it is no font, or a damaged one.

    """
    try:
        found = [family for start in _starts(data) for family in _families(data, start)]
    except (struct.error, ValueError, IndexError) as error:  # UnicodeDecodeError is one
        raise _no_font(name) from error
    if not found:
        raise _no_font(name)
    return tuple(sorted(dict.fromkeys(found), key=str.isascii))


def _starts(data: bytes) -> list[int]:
    """Where the fonts of the file begin."""
    if data[:4] != _COLLECTION:
        return [0]
    (count,) = struct.unpack_from(">I", data, 8)
    if not 0 < count <= _MOST_FONTS:
        raise ValueError(count)
    return list(struct.unpack_from(f">{count}I", data, 12))


def _families(data: bytes, start: int) -> Iterator[str]:
    """The families of one font, each table of which lies in the file."""
    if data[start : start + 4] not in _OUTLINES:
        raise ValueError(start)
    (count,) = struct.unpack_from(">H", data, start + 4)
    if count > _MOST_TABLES:
        raise ValueError(count)
    tables: dict[str, tuple[int, int]] = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * number)
        if offset + length > len(data):
            raise ValueError(offset)
        tables[tag.decode("latin-1")] = (offset, length)
    if not tables.keys() >= set(_NEEDED) or not tables.keys() & set(_SHAPES):
        raise ValueError(start)
    offset, length = tables["name"]
    yield from _named(data[offset : offset + length])


def _named(table: bytes) -> Iterator[str]:
    """The families that a table of names has."""
    _, count, texts = struct.unpack_from(">HHH", table)
    for number in range(min(count, _MOST_NAMES)):
        platform, encoding, _, which, length, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
        raw = table[texts + offset : texts + offset + length]
        coding = (
            "utf-16-be" if (platform, encoding) in _WIDE_UNICODE else _ENCODINGS.get((platform, encoding))
        )
        if which in (_FAMILY, _WHOLE_FAMILY) and coding:
            said = raw.decode(coding, "replace").strip("\0 ")
            if said and said.isprintable() and "\ufffd" not in said:
                yield said


def _no_font(name: str) -> InputProblem:
    hint = "字体文件是 .ttf、.otf、.ttc；从压缩包里先解压出来，下载不全的重新下载"
    return InputProblem(Problem("not-a-font", f"{name} 不是字体，或已损坏", Place(name), hint=hint))
