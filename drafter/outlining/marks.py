"""The marks that open paragraphs and stand inside them: which scheme each is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drafter import numerals
from drafter.model.outline import Marks

_HAN = "一二三四五六七八九十"
_NUMBER = f"(?P<han>[{_HAN}]{{1,3}})"
_DIGITS = r"(?P<digits>\d{1,2})"
_OPENING = [
    re.compile(rf"{_NUMBER}、(?![{_HAN}]{{1,3}}、)"),
    re.compile(rf"[（(]{_NUMBER}[）)]、?"),
    re.compile(rf"{_DIGITS}[.．、](?!\d)\s*"),
    re.compile(rf"[（(]{_DIGITS}[）)]|{_DIGITS.replace('digits', 'half')}[)）]\s*"),
    re.compile(rf"(?:第|其){_NUMBER}[，、]"),
    re.compile(rf"{_NUMBER}[是要](?!素|求|点)"),
    re.compile(r"[①-⑳]"),
    re.compile(r"——(?=[\u4e00-\u9fff])"),
    re.compile(r"[-*•·●▪■◆◇][ \u3000]+"),
]
_RUNNING = (
    re.compile(rf"{_NUMBER}是(?!要素)"),
    re.compile(rf"{_NUMBER}要(?!素|求|点|闻)"),
    re.compile(rf"第{_NUMBER}[，、]"),
    re.compile(rf"其{_NUMBER}[，、]"),
)
_ORDER = re.compile(
    rf"(?:首先|其次|再次|最后)[，、]|[第其][{_HAN}]{{1,3}}[，、]|(?:另|再)?一(?:个)?方面[，、]"
)
"""Words of order as people mix them: 首先, 第二, 第三; 一方面, 另一方面."""

_ORDINALS = {"首先": 1, "其次": 2, "再次": 3, "一方面": 1, "一个方面": 1, "另一方面": 2, "再一方面": 3}
_LAST, LAST = "最后", -1
ORDERED = "首先，"
"""The scheme of a row of words of order."""

_BEFORE = frozenset("：，。；！？”’）、 ")
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
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
    if not groups:
        circled = match[0] in _CIRCLES
        return Mark(match[0], "①" if circled else match[0], _CIRCLES.index(match[0]) + 1 if circled else 0)
    name, found = next(iter(groups.items()))
    first = "一" if name == "han" else "1"
    number = numerals.value(found) if name == "han" else int(found)
    return Mark(match[0], match[0].replace(found, first, 1), number)


def order(text: str) -> Mark | None:
    """The word of order that opens a text (首先，第二，最后，), numbered; None where none does."""
    match = _ORDER.match(text)
    if match is None:
        return None
    word = match[0][:-1]
    number = LAST if word == _LAST else _ORDINALS.get(word) or numerals.value(word[1:])
    return Mark(match[0], ORDERED, number)


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

    Where rows of several kinds stand inside one another, the outer one begins first.
    """
    found = [places for places in (*map(_counted(text), _RUNNING), _ordered(text)) if places]
    if not found:
        return None
    places = min(found, key=lambda row: row[0].start())
    ends = [match.start() for match in places[1:]] + [len(text)]
    items = [text[match.end() : end].strip() for match, end in zip(places, ends, strict=True)]
    if not all(items):
        return None
    named: Marks = tuple(match[0] for match in places)
    if "han" in places[0].re.groupindex:
        named = row([_mark(match) for match in places])
    return text[: places[0].start()].strip(), named, items


def _counted(text: str) -> Callable[[re.Pattern[str]], list[re.Match[str]]]:
    """Finds the marks of one kind that count from one, none where there are too few."""

    def find(pattern: re.Pattern[str]) -> list[re.Match[str]]:
        places: list[re.Match[str]] = []
        for match in pattern.finditer(text):
            if numerals.value(match["han"]) == len(places) + 1 and _begins(text, match.start()):
                places.append(match)
        return places if len(places) >= _FEWEST else []

    return find


def _ordered(text: str) -> list[re.Match[str]]:
    """The words of order that count from one, whatever mixture they are of."""
    places: list[re.Match[str]] = []
    for match in _ORDER.finditer(text):
        word = match[0][:-1]
        number = _ORDINALS.get(word) or numerals.value(word[1:])
        last = word == _LAST and len(places) >= _FEWEST
        if (last or number == len(places) + 1) and _begins(text, match.start()):
            places.append(match)
            if last:
                break
    return places if len(places) >= _FEWEST else []


def _begins(text: str, at: int) -> bool:
    """Whether a mark may stand here: at the start, or after another mark."""
    return not at or text[at - 1] in _BEFORE
