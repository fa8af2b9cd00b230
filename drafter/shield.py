"""Keeps data from acting as markup on its way through a template.

The few characters that mean something in the Markdown between template and page are moved,
one for one, to code points of the last private plane before rendering, and back by the
reader. Those code points in the data itself are refused by the outline reader. (Escaping at
output would leak through Jinja's `~` operator; moving the characters cannot.)
"""

from __future__ import annotations

from drafter.patterns import pattern

_BASE = 0x10F000
MARKUP = "#*:|\\\n{"
"""The characters that are moved. `{` is moved only where `\\{{` asks for a literal one."""

ADDED_OPEN = chr(_BASE + 0x100)
ADDED_CLOSE = chr(_BASE + 0x101)
"""Fence what a template says in its own words, so that the reader can tell it apart."""

OTHERWISE = chr(_BASE + 0x102)
"""Parts several wordings of one place in a template."""

REGISTERS = {"庄重": chr(_BASE + 0x105), "平实": chr(_BASE + 0x106), "亲切": chr(_BASE + 0x107)}
"""The mark of the register that a wording is in, at its start; one without a mark is in none of its own."""

PART_MARKS = pattern(f"[{chr(_BASE + 0x110)}-{chr(_BASE + 0x1FE)}]")
"""Finds the mark that says where a part of the outline begins on the page."""

_SLOT_HIGH, _SLOT_LOW, _SLOT_BASE = _BASE + 0x200, _BASE + 0x600, 0x400
SLOT = pattern(
    f"[{chr(_SLOT_HIGH)}-{chr(_SLOT_LOW - 1)}][{chr(_SLOT_LOW)}-{chr(_SLOT_LOW + _SLOT_BASE - 1)}]"
)
"""Finds the mark in whose place something of the outline stands: two characters, for one number."""

MOST_SLOTS = _SLOT_BASE**2
NEXT, END = chr(_BASE + 0x103), chr(_BASE + 0x104)
"""Part the paragraphs that stand with a slot in its line, and end them."""

SLOT_HALF = pattern(f"[{chr(_SLOT_HIGH)}-{chr(_SLOT_LOW + _SLOT_BASE - 1)}]")
"""Finds what is left of a mark that was torn apart."""

FORMULA_SIGNS = "=+-@\t\r＝＋－＠"
"""What a spreadsheet takes for the start of a formula (OWASP, CSV injection)."""

ESCAPED = "#*:|\\-"
"""What a backslash makes literal at the start of a line of Markdown (contract §4)."""

MOVED = pattern(r"[#*:|\\\n]")
"""Finds a character that has to be moved; most texts have none."""

_AWAY = {ord(char): _BASE + ord(char) for char in MARKUP if char != "{"}
_BACK = {_BASE + ord(char): char for char in MARKUP}
_LITERAL_BRACES = chr(_BASE + ord("{")) * 2

RESERVED = pattern(f"[{chr(_BASE)}-{chr(_SLOT_LOW + _SLOT_BASE - 1)}]")
"""Finds code points that only this file may use."""


def part_mark(index: int) -> str:
    """The mark of the part of this index; "" where there are more parts than marks."""
    return chr(_BASE + 0x110 + index) if index < 0xEE else ""


def part_index(mark: str) -> int:
    """The index of the part that the mark stands for."""
    return ord(mark) - _BASE - 0x110


def slot_mark(number: int) -> str:
    """The mark of the slot of this number, which is below `MOST_SLOTS`."""
    return chr(_SLOT_HIGH + number // _SLOT_BASE) + chr(_SLOT_LOW + number % _SLOT_BASE)


def slot_number(mark: str) -> int:
    """The number of the slot that the mark stands for."""
    return (ord(mark[0]) - _SLOT_HIGH) * _SLOT_BASE + ord(mark[1]) - _SLOT_LOW


def shield(text: str) -> str:
    r"""The text with markup characters moved away; `\{{` becomes two literal braces."""
    if "{{" in text:
        text = text.replace("\\{{", _LITERAL_BRACES)
    return text.translate(_AWAY)


def unshield(text: str) -> str:
    """The text with every moved character back in its place."""
    return text.translate(_BACK)
