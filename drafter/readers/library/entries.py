"""What the entries of a library's file are made of: ids, titles, what a piece says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter import numerals
from drafter.model import vocabulary
from drafter.model.library import Entry, Piece
from drafter.model.outline import Facts, Outline, Point, Section, Tail, Texts
from drafter.problems import Problem

_COUNT = re.compile(rf"\{{\{{\s*{vocabulary.COUNT}\s*\}}\}}")
_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST_SLUG = 16
_LONGEST_TITLE = 24


@dataclass(frozen=True, slots=True)
class Shelved:
    """An entry with what it puts into an outline; a whole outline puts in nothing."""

    entry: Entry
    piece: Piece | None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file of the library holds, the facts of its outline, and what is wrong with it."""

    shelved: tuple[Shelved, ...]
    facts: Facts
    outline: Outline | None = None
    problems: tuple[Problem, ...] = ()


class Ids:
    """Gives ids below one file; a title that comes twice is numbered. `named` are those it names itself."""

    def __init__(self, volume: str) -> None:
        self.named: set[str] = set()
        self._volume = volume
        self._taken: dict[str, int] = {}

    def new(self, title: str) -> str:
        """The id of an entry with this title."""
        name = _NOT_WORD.sub("", title)[:_LONGEST_SLUG] or "无题"
        self._taken[name] = count = self._taken.get(name, 0) + 1
        return f"{self._volume}#{name}" + (f"-{count}" if count > 1 else "")


def first_words(text: str) -> str:
    """The first words of a text, to know it by."""
    return text.partition("\n")[0][:_LONGEST_TITLE]


def paragraphs(item: str | Section | Point) -> Iterator[str]:
    """What a part's item says, a paragraph each; a point's title stands before its first."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, Section):
        yield from filter(None, (item.heading,))
        yield from (_counted(text, len(item.points)) for text in item.lead)
        yield from _below(item.points)
        yield from ("　".join(row) for row in item.table)
        yield from _tail(item.tail)
    else:
        first, *rest = item.text or ("",)
        end = "。" if item.title and first and item.title[-1:] not in "。！？；，：" else ""
        yield from filter(None, (item.title + end + first,))
        yield from rest
        yield from _below(item.points)
        yield from _tail(item.tail)


def _below(points: tuple[Point, ...]) -> Iterator[str]:
    for point in points:
        yield from paragraphs(point)


def _counted(text: str, points: int) -> str:
    """A lead with the number of its own points filled in."""
    return _COUNT.sub(numerals.counted(points), text) if points else text


def _tail(tail: Texts | Tail) -> Iterator[str]:
    if not isinstance(tail, Tail):
        yield from tail
        return
    yield from tail.lead
    yield from _below(tail.points)
    yield from tail.tail
