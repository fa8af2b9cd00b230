"""The marks that open paragraphs and stand inside them: which scheme each is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter import numerals
from drafter.model.outline import Marks

_HAN = "一二三四五六七八九十"
_NUMBER = f"(?P<han>[{_HAN}]{{1,3}})"
_DIGITS = r"(?P<digits>\d{1,2})"
_OPENING = [
    re.compile(rf"{_NUMBER}、(?![{_HAN}]{{1,3}}、)"),
    re.compile(rf"[（(]{_NUMBER}[）)]"),
    re.compile(rf"{_DIGITS}[.．、](?!\d)\s*"),
    re.compile(rf"[（(]{_DIGITS}[）)]|{_DIGITS.replace('digits', 'half')}[)）]\s*"),
    re.compile(rf"(?:第|其){_NUMBER}[，、]"),
    re.compile(rf"{_NUMBER}[是要](?!素|求|点)"),
    re.compile(r"[①-⑳]"),
]
_RUNNING = (
    re.compile(rf"{_NUMBER}是(?!要素)"),
    re.compile(rf"{_NUMBER}要(?!素|求|点|闻)"),
    re.compile(rf"第{_NUMBER}[，、]"),
    re.compile(rf"其{_NUMBER}[，、]"),
)
_BEFORE = frozenset("：，。；！？”’）、 ")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as it stands, the scheme that it is of, named by its first mark, and its number."""

    text: str
    scheme: str
    number: int


def opening(text: str) -> Mark | None:
    """The mark that opens the text; None where it opens with none."""
    for pattern in _OPENING:
        match = pattern.match(text)
        if match:
            return _mark(match)
    return None


def _mark(match: re.Match[str]) -> Mark:
    groups = {name: found for name, found in match.groupdict().items() if found}
    if not groups:  # a number in a circle
        return Mark(match[0], "①", ord(match[0]) - ord("①") + 1)
    name, found = next(iter(groups.items()))
    first = "一" if name == "han" else "1"
    number = numerals.value(found) if name == "han" else int(found)
    return Mark(match[0], match[0].replace(found, first, 1), number)


def row(marks: Sequence[Mark]) -> Marks:
    """How an outline names the marks of a row: by their scheme, else one by one."""
    scheme = marks[0].scheme
    total = len(marks)
    if [mark.text for mark in marks] == [numerals.mark(scheme, n, total) for n in range(1, total + 1)]:
        return scheme
    return tuple(mark.text for mark in marks)


def enumeration(text: str) -> tuple[str, Marks, list[str]] | None:
    """What stands before the first of several running marks (often nothing), the marks, and each
    item after its mark; None where the text holds no row that counts from one.
    """
    for pattern in _RUNNING:
        places: list[re.Match[str]] = []
        for match in pattern.finditer(text):
            follows = numerals.value(match["han"]) == len(places) + 1
            if follows and (not match.start() or text[match.start() - 1] in _BEFORE):
                places.append(match)
        if len(places) >= _FEWEST:
            ends = [match.start() for match in places[1:]] + [len(text)]
            items = [text[match.end() : end].strip() for match, end in zip(places, ends, strict=True)]
            if all(items):
                return text[: places[0].start()].strip(), row([_mark(match) for match in places]), items
    return None
