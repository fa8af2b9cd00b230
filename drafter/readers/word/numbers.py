"""The automatic numbers of a Word file as Word prints them (ECMA-376 17.9)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from drafter import numerals
from drafter.readers.word.package import Package
from drafter.wordml import W

_LEVEL = re.compile(r"%(\d)")
_HAN = frozenset(
    {
        "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
        "taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand", "chineseLegalSimplified",
    }
)  # fmt: skip
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_MOST = 9999
_BULLETS = {
    "\uf0b7": "●", "\uf06c": "●", "\uf09f": "•", "\uf0a7": "▪", "\uf06e": "■", "\uf075": "◆", "\uf077": "◆",
    "o": "•", "·": "·", "●": "●", "■": "■", "◆": "◆", "▪": "▪", "◇": "◇", "-": "-", "*": "*", "–": "-",
}  # fmt: skip
"""Bullets of the symbol fonts, and typed ones, as characters that every font has."""

_BULLET = "•"
"""What stands for any other."""


class Numbers:
    """Counts the numbered paragraphs of one file, in their order."""

    def __init__(self, package: Package) -> None:
        root = next(map(package.xml, package.related("numbering")), None)
        self._levels: dict[str, dict[int, Element]] = {}
        self._counts: dict[str, list[int]] = {}
        self._abstract: dict[str, str] = {}
        if root is None:
            return
        abstract = {
            item.get(f"{W}abstractNumId"): {_int(level, "ilvl"): level for level in item.iter(f"{W}lvl")}
            for item in root.iter(f"{W}abstractNum")
        }
        for num in root.iter(f"{W}num"):
            named = num.find(f"{W}abstractNumId")
            key = named.get(f"{W}val") if named is not None else None
            own = {_int(level, "ilvl"): level for level in num.iter(f"{W}lvl")}
            num_id = num.get(f"{W}numId", "")
            self._levels[num_id] = {**abstract.get(key, {}), **own}
            self._abstract[num_id] = key or ""

    def mark(self, properties: Element | None) -> str:
        """The number before a paragraph with these `w:numPr`; "" where it has none."""
        if properties is None:
            return ""
        num, level = (properties.find(f"{W}{tag}") for tag in ("numId", "ilvl"))
        num_id = num.get(f"{W}val", "0") if num is not None else "0"
        depth = min(max(_int(level, "val"), 0), 8)
        levels = self._levels.get(num_id, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(self._abstract[num_id], [0] * 9)
        for above in range(depth):
            counts[above] = counts[above] or _start(levels.get(above))
        counts[depth] = counts[depth] + 1 if counts[depth] else _start(levels[depth])
        counts[depth + 1 :] = [0] * (8 - depth)
        return self._printed(levels, depth, counts)

    def _printed(self, levels: dict[int, Element], depth: int, counts: list[int]) -> str:
        """The level's pattern with every %n filled in; a bullet and the space after it."""
        form = _value(levels[depth], "numFmt")
        pattern = _value(levels[depth], "lvlText")
        if form == "none":
            return ""
        if form == "bullet":
            return f"{_BULLETS.get(pattern, _BULLET)} " if pattern.strip() else ""

        def filled(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = _value(levels.get(at, levels[depth]), "numFmt") if 0 <= at < 9 else ""
            return _number(counts[at], form) if 0 <= at < 9 else ""

        return _LEVEL.sub(filled, pattern)


def _number(number: int, form: str) -> str:
    """A number in one of Word's forms; those that offices do not use print as digits."""
    if form in _HAN and number <= _MOST:
        return numerals.han(number)
    if form in _CIRCLED and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if form in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr(ord("a" if form[0] == "l" else "A") + number - 1)
    return str(number)


def _start(level: Element | None) -> int:
    """The number that a level begins with."""
    start = level.find(f"{W}start") if level is not None else None
    return _int(start, "val", 1)


def _value(level: Element | None, tag: str) -> str:
    found = level.find(f"{W}{tag}") if level is not None else None
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _int(element: Element | None, name: str, default: int = 0) -> int:
    value = element.get(f"{W}{name}", "") if element is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else default
