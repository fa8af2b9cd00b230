"""The lists of an old Word file ([MS-DOC] 2.9.190 PlfLst, 2.9.187 PlfLfo) as the numbering of one of today (ECMA-376 17.9).

So `readers/word/numbers` counts them, and they print as those of any Word file.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from drafter.readers.old_word import fib, writing
from drafter.readers.old_word.compound import damaged
from drafter.readers.old_word.fib import Binary

_LEVELS = 9
_LIST, _USE, _HEAD = 28, 16, 28
"""Bytes of a list, of a use of one, and of a level before its texts (2.9.147, 2.9.131, 2.9.150)."""

_SIMPLE, _IN_DIGITS, _GOES_ON = 0x01, 0x04, 0x08
_STARTS, _FORMS = 0x10, 0x20
_NO_STYLE = 0xFFF
_LONGEST = 100
"""Characters that the pattern of a number may have."""

_FORM = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText", "hex",
    "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth",
    "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth",
    "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen",
    "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac",
    "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand",
    "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand",
)  # fmt: skip
"""The forms of numbers by the numbers that old files have for them ([MS-OSHARED] 2.2.1.3)."""

_WITHOUT = 0xFF


class _Level(NamedTuple):
    """A level of a list as it is written, the number that it begins with, and where it ends in the table."""

    said: str
    start: int
    end: int


def written(binary: Binary) -> str:
    """The lists and their uses.

    Raises:
        UnreadableError: they are damaged.

    """
    start = binary.start(fib.LISTS)
    listed = binary.part(fib.LISTS)
    if not listed:
        return ""
    (count,) = struct.unpack_from("<h", listed)
    heads = [listed[2 + _LIST * at : 2 + _LIST * (at + 1)] for at in range(max(count, 0))]
    if heads and len(heads[-1]) < _LIST:
        raise damaged()
    said: list[str] = []
    of: dict[int, int] = {}
    at = (
        start + 2 + _LIST * len(heads)
    )  # the levels stand behind the lists, beyond what the head counts (2.9.190)
    for number, head in enumerate(heads):
        (own,) = struct.unpack_from("<i", head)
        styles = struct.unpack_from("<9H", head, 8)
        of.setdefault(own, number)
        levels = []
        for depth in range(1 if head[26] & _SIMPLE else _LEVELS):
            level = _level(binary.table, at, depth, styles[depth])
            levels.append(level.said)
            at = level.end
        said.append(f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>')
    return "".join((*said, *_uses(binary, of)))


def _uses(binary: Binary, of: dict[int, int]) -> list[str]:
    """The uses of the lists, counted from 1, with what each changes (2.9.131, 2.9.132, 2.9.133)."""
    table = binary.part(fib.LIST_USES)
    if not table:
        return []
    (count,) = struct.unpack_from("<I", table)
    if 4 + _USE * count > len(table):
        raise damaged()
    at = 4 + _USE * count
    said = []
    for number in range(count):
        (own,) = struct.unpack_from("<i", table, 4 + _USE * number)
        changes, at = _changes(table, at + 4, table[4 + _USE * number + 12])
        named = of.get(own, "")
        said.append(f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{named}"/>{changes}</w:num>')
    return said


def _changes(table: bytes, at: int, count: int) -> tuple[str, int]:
    """What a use of a list changes of its levels, and where that ends."""
    said = ""
    for _ in range(count):
        start, flags = struct.unpack_from("<iI", table, at)
        at += 8
        depth, level = flags & 0xF, ""
        if flags & _FORMS:
            level, start, at = _level(table, at, depth, _NO_STYLE)
        begins = f'<w:startOverride w:val="{max(start, 0)}"/>' if flags & _STARTS else ""
        said += f'<w:lvlOverride w:ilvl="{depth}">{begins}{level}</w:lvlOverride>'
    return said, at


def _level(table: bytes, at: int, depth: int, style: int) -> _Level:
    """One level of a list (2.9.149): its number, its form, its pattern."""
    start, form, flags = struct.unpack_from("<iBB", table, at)
    size_of_characters, size_of_paragraph = table[at + 24], table[at + 25]
    at += _HEAD + size_of_paragraph + size_of_characters
    (length,) = struct.unpack_from("<H", table, at)
    end = at + 2 + 2 * length
    pattern = table[at + 2 : end][: 2 * _LONGEST].decode("utf-16-le", "replace")
    named = "none" if form == _WITHOUT else _FORM[form] if form < len(_FORM) else "decimal"
    said = (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{max(start, 0)}"/><w:numFmt w:val="{named}"/>'
        + (f'<w:pStyle w:val="{writing.style_id(style)}"/>' if style != _NO_STYLE else "")
        + ("<w:isLgl/>" if flags & _IN_DIGITS else "")
        + ('<w:lvlRestart w:val="0"/>' if flags & _GOES_ON else "")
        + f"<w:lvlText w:val={writing.attribute(_pattern(pattern))}/></w:lvl>"
    )
    return _Level(said, start, end)


def _pattern(text: str) -> str:
    """A pattern with %1 to %9 where an old one has the numbers of levels themselves (2.9.149, xst)."""
    return "".join(f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in text)
