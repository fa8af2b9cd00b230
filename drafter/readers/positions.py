"""Which character of a file each character of a text is, once the reader has joined its lines.

A reader takes quotes, escapes, indentation and line ends away and changes nothing else, so that both can be
walked side by side; nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from drafter.patterns import pattern
from drafter.problems import Place

Unit = tuple[str, int, int]
"""A character that the file means, and from where to where it is written in the raw text."""

_DOUBLED = pattern("''|.", re.DOTALL)
_ESCAPED = pattern(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|.)|.", re.DOTALL)
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""What a letter after a backslash means in YAML (1.1, 5.7); any other sign means itself."""


def plain(raw: str, start: int = 0) -> list[Unit]:
    """The characters of a text without quotes, from `start` on."""
    return [(char, at, at + 1) for at, char in enumerate(raw[start:], start)]


def block(raw: str) -> list[Unit]:
    """The characters of a YAML block (`|`, `>`): what stands below its header."""
    return plain(raw, raw.find("\n") + 1)


def single(raw: str) -> list[Unit]:
    """The characters between single quotes; two of these are one."""
    return [(match[0][0], *match.span()) for match in _DOUBLED.finditer(raw, 1, len(raw) - 1)]


def double(raw: str) -> list[Unit]:
    """The characters between double quotes, escapes carried out."""
    units = []
    for match in _ESCAPED.finditer(raw, 1, len(raw) - 1):
        said = match[0]
        if said[0] == "\\" and said[1] in "\r\n":
            continue  # an escaped line end means nothing
        if said[0] == "\\":
            said = chr(int(said[2:], 16)) if len(said) > 2 else _NAMED.get(said[1], said[1])
        units.append((said, *match.span()))
    return units


STYLES: dict[str, Callable[[str], list[Unit]]] = {"|": block, ">": block, "'": single, '"': double}
"""The forms of a YAML scalar by the sign that opens them."""


def walked(said: str, units: list[Unit]) -> list[tuple[int, int]]:
    """From where to where in the raw text each character of `said` is written.

    White space of the file may be missing in the text; a space or a line end of the text stands for
    whatever white space parts two lines, or for nothing.
    """
    found: list[tuple[int, int]] = []
    unit, last = 0, (units[-1][2] if units else 0)
    for char in said:
        joint = char in " \n"
        while unit < len(units) and not joint and units[unit][0] != char and units[unit][0].isspace():
            unit += 1
        if unit == len(units):
            found.append((last, last))
        elif joint and not units[unit][0].isspace():
            found.append((units[unit][1], units[unit][1]))
        else:
            found.append(units[unit][1:])
            unit += 1
    return found


def span_of(walk: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Where in the raw text the characters from `start` to `end` of a walked text are written."""
    first = walk[start][0] if start < len(walk) else walk[-1][1] if walk else 0
    return first, walk[end - 1][1] if start < end <= len(walk) else first


def place_in(raw: str, at: int, source: str, line: int, column: int) -> Place:
    """The place of a character of a raw text that begins on this line and column (from 1)."""
    before = raw.count("\n", 0, at)
    return Place(source, line + before, at - raw.rfind("\n", 0, at) if before else column + at)
