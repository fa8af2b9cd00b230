"""The automatic numbers of a Word file as Word prints them (ECMA-376 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from drafter import wordml
from drafter.readers.word import number_forms
from drafter.readers.word.package import Package
from drafter.records import Record
from drafter.wordml import W

_LEVEL = re.compile(r"%(\d)")
_BULLETS = {
    "\uf0b7": "●", "\uf06c": "●", "\uf09f": "•", "\uf0a7": "▪", "\uf06e": "■", "\uf075": "◆", "\uf077": "◆",
    "o": "•", "·": "·", "●": "●", "■": "■", "◆": "◆", "▪": "▪", "◇": "◇", "-": "-", "*": "*", "–": "-",
}  # fmt: skip
"""Bullets of the symbol fonts, and typed ones, as characters that every font has."""

_BULLET = "•"
"""What stands for any other."""


_DEPTHS = 9
"""Levels that a list has (17.9.6)."""


_LONGEST_PATTERN = 60
"""Characters of a number's pattern: nine levels with a word between any two."""


class Level(Record):
    """A level of a list: the number it begins with, its form, its pattern; `style` is the id of the style whose
    paragraphs stand on it. With `in_digits` all numbers in the pattern are digits (17.9.4); it begins anew after
    a level above it, unless it `goes_on`.
    """

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    style: str = ""
    in_digits: bool = False
    goes_on: bool = False


class Numbers:
    """Counts the numbered paragraphs of one file, in their order."""

    def __init__(self, package: Package) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        root = next(map(package.xml, package.related("numbering")), None)
        if root is None:
            return
        lists = {item.get(f"{W}abstractNumId", ""): item for item in root.iter(f"{W}abstractNum")}
        styled = {style: key for key, item in lists.items() if (style := _value(item, "styleLink"))}
        levels = {key: _levels(item) for key, item in lists.items()}
        for num in root.iter(f"{W}num"):
            num_id, key = num.get(f"{W}numId", ""), _value(num, "abstractNumId")
            if key in lists:
                key = styled.get(
                    _value(lists[key], "numStyleLink"), key
                )  # the list is that of a style (17.9.21)
            self._lists[num_id] = key
            self._levels[num_id] = {**levels.get(key, {}), **_levels(num)}
            self._starts[num_id] = {
                _int(over, "ilvl"): _int(start, "val")
                for over in num.iter(f"{W}lvlOverride")
                if (start := over.find(f"{W}startOverride")) is not None
            }

    def depth_of(self, num_id: str, style_id: str) -> int:
        """The level of a list on which the paragraphs of a style stand."""
        levels = self._levels.get(num_id, {})
        return next((depth for depth, level in levels.items() if level.style and level.style == style_id), 0)

    def mark(self, num_id: str, depth: int) -> str:
        """The number of the next paragraph on this level (from 0) of a list; "" where there is none such."""
        levels = self._levels.get(num_id, {})
        depth = min(max(depth, 0), _DEPTHS - 1)
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(self._lists[num_id], [None] * _DEPTHS)
        again = self._starts[num_id].pop(
            depth, None
        )  # such a list begins anew where it is first used (17.9.26)
        for above in range(depth):
            if counts[above] is None:
                counts[above] = levels[above].start if above in levels else 1
        before = counts[depth]
        counts[depth] = again if again is not None else levels[depth].start if before is None else before + 1
        for below in range(depth + 1, _DEPTHS):
            if below not in levels or not levels[below].goes_on:
                counts[below] = None
        return _printed(levels, depth, counts)


def _printed(levels: Mapping[int, Level], depth: int, counts: Sequence[int | None]) -> str:
    """The level's pattern with every %n filled in; a bullet and the space after it."""
    level = levels[depth]
    if level.form == "none":
        return ""
    if level.form == "bullet":
        return f"{_BULLETS.get(level.pattern, _BULLET)} " if level.pattern.strip() else ""

    def filled(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        number = counts[at] if 0 <= at < _DEPTHS else None
        if number is None:
            return ""
        form = "decimal" if level.in_digits else levels.get(at, level).form
        return number_forms.printed(number, form)

    return _LEVEL.sub(filled, level.pattern)


def _levels(holder: Element) -> dict[int, Level]:
    """The levels that a list, or what a use of it overrides, describes; one that does not say which it is has
    its place among them.
    """
    found = enumerate(holder.iter(f"{W}lvl"))
    levels = ((_int(element, "ilvl", place), element) for place, element in found)
    return {depth: _level(element) for depth, element in levels if depth < _DEPTHS}


def _level(element: Element) -> Level:
    restart = element.find(f"{W}lvlRestart")
    return Level(
        start=_int(element.find(f"{W}start"), "val", 1),
        form=_value(element, "numFmt"),
        pattern=_value(element, "lvlText")[:_LONGEST_PATTERN],
        style=_value(element, "pStyle"),
        in_digits=wordml.is_on(element.find(f"{W}isLgl")),
        goes_on=restart is not None and restart.get(f"{W}val") == "0",
    )


def _value(element: Element, tag: str) -> str:
    found = element.find(f"{W}{tag}")
    return found.get(f"{W}val", "") if found is not None else ""


def _int(element: Element | None, name: str, default: int = 0) -> int:
    value = element.get(f"{W}{name}", "") if element is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else default
