"""Single properties, as old Word files write them in rows ([MS-DOC] 2.6, 2.2.5): a code, then its operand."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import NamedTuple


class Code(IntEnum):
    """The properties that matter here, of paragraphs and their tables (2.6.2), of characters (2.6.1), of sections (2.6.4).

    `HUGE` name a row that stands elsewhere; those with `OLD` are what older programs wrote.
    """

    IN_TABLE = 0x2416
    ROW_END = 0x2417
    DEPTH = 0x6649
    DEEPER = 0x664A
    INNER_CELL = 0x244B
    INNER_ROW_END = 0x244C
    TABLE = 0xD608
    LIST = 0x460B
    LEVEL = 0x260A
    HUGE = 0x6646
    OLD_HUGE = 0x6645
    HUGE_TABLE = 0x646B
    ALIGN = 0x2461
    OLD_ALIGN = 0x2403
    FIRST_LINE = 0x8460
    OLD_FIRST_LINE = 0x8411
    FIRST_CHARS = 0x4457
    PITCH = 0x6412

    DELETED = 0x0800
    INSERTED = 0x0801
    BOLD = 0x0835
    HIDDEN = 0x083C
    STYLE = 0x4A30
    FONT = 0x4A50
    SIZE = 0x4A43
    SPECIAL = 0x0855
    RAISED = 0x2A48
    MOVED = 0x4845
    PICTURE = 0x6A03
    SYMBOL = 0x6A09
    IS_DATA = 0x0806
    IS_OBJECT = 0x080A

    PAGE_WIDTH = 0xB01F
    PAGE_HEIGHT = 0xB020
    LEFT = 0xB021
    RIGHT = 0xB022
    TOP = 0x9023
    BOTTOM = 0x9024
    FOOTER = 0xB018


_READ = frozenset(Code)
HUGE = (Code.OLD_HUGE, Code.HUGE, Code.HUGE_TABLE)
_TABS = 0xC615
_WITH_LONG_SIZE = (Code.TABLE, 0xD606)
"""Definitions of rows, whose size takes two bytes (2.9.324)."""

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of an operand by its kind; 0 where its first byte says so."""

_SHORT = {
    0x05: Code.OLD_ALIGN, 0x0C: Code.LEVEL, 0x18: Code.IN_TABLE, 0x19: Code.ROW_END, 0x41: Code.DELETED,
    0x42: Code.INSERTED, 0x47: Code.IS_DATA, 0x4B: Code.IS_OBJECT, 0x55: Code.BOLD, 0x5C: Code.HIDDEN, 0x75: Code.SPECIAL,
}  # fmt: skip
"""The properties that a piece of text may name by a number of seven bits (2.9.213), as far as they matter here."""

AS_STYLE, AGAINST_STYLE = 0x80, 0x81
"""What a switch says that goes by the style (2.9.327)."""


class Sprms(NamedTuple):
    """The properties of a stretch of text, the last of each; of a paragraph also the number of its style."""

    of: dict[int, bytes]
    style: int = 0

    def flag(self, code: int) -> bool:
        """Whether a switch is on."""
        return self.of.get(code, b"")[:1] not in (b"", b"\0", b"\x80")

    def number(self, code: int) -> int | None:
        """A number without sign; None where there is none."""
        said = self.of.get(code)
        return int.from_bytes(said[:4], "little") if said is not None else None

    def signed(self, code: int) -> int | None:
        """A number with its sign; None where there is none."""
        said = self.of.get(code)
        return int.from_bytes(said[:4], "little", signed=True) if said is not None else None

    def over(self, other: Sprms) -> Sprms:
        """These properties, and the others where these are silent."""
        return Sprms({**other.of, **self.of}, other.style) if self.of else other


NONE = Sprms({})


def parsed(row: bytes) -> dict[int, bytes]:
    """The properties in a row that matter here; what is cut off at its end is left out."""
    found: dict[int, bytes] = {}
    at = 0
    while at + 2 < len(row):
        code = int.from_bytes(row[at : at + 2], "little")
        at += 2
        head, size = _measured(code, row, at)
        if at + head + size > len(row):
            break
        if code in _READ:
            found[code] = row[at + head : at + head + size]
        at += head + size
    return found


def _measured(code: int, row: bytes, at: int) -> tuple[int, int]:
    """How many bytes say the size of the operand that begins here, and that size."""
    kind = code >> 13
    if kind != 6:
        return 0, _SIZES[kind]
    if code in _WITH_LONG_SIZE:
        return 2, max(int.from_bytes(row[at : at + 2], "little") - 1, 0)
    size = row[at]
    if code == _TABS and size == 0xFF:  # 2.9.183: its two lists say how long they are
        deleted = row[at + 1] if at + 1 < len(row) else 0
        after = at + 2 + 4 * deleted
        added = row[after] if after < len(row) else 0
        size = 2 + 4 * deleted + 3 * added
    return 1, size


def of_piece(prm: int, rows: list[Sprms]) -> Sprms:
    """The properties that a piece of text has over all others (2.9.215): one that is named in short, or a row."""
    if prm & 1:
        return rows[prm >> 1] if prm >> 1 < len(rows) else NONE
    code = _SHORT.get(prm >> 1 & 0x7F)
    return Sprms({code: struct.pack("B", prm >> 8)}) if code else NONE
