"""Which mark of secrecy a text bears, whichever hand put it there: a key, or a line beside the title."""

from __future__ import annotations

from collections.abc import Iterable

from drafter import secrecy
from drafter.copying.lawful import MARKS
from drafter.model.outline import Outline
from drafter.patterns import pattern

_LINE = pattern(MARKS)
_BELOW = 10
"""Lines of a file within which a mark stands: above the title, or right under it."""


def mark_among(lines: Iterable[str]) -> str:
    """The highest mark among lines that hold nothing but marks; "" where there is none."""
    marks = [line.strip() for line in lines if _LINE.fullmatch(line.strip())]
    return highest(mark for mark in marks if secrecy.known_rank(mark))


def mark_of_lines(lines: Iterable[str]) -> str:
    """The highest mark in the head of a text that was read line by line."""
    return mark_among(line for number, line in enumerate(lines) if number < _BELOW)


def mark_of(outline: Outline) -> str:
    """The highest mark that an outline bears: in its header block, in its own key, in lines beside its title."""
    official = outline.official.secrecy if outline.official else ""
    beside = mark_among((*outline.above_title, *outline.under_title))
    return highest((official, outline.secrecy, beside))


def highest(marks: Iterable[str]) -> str:
    """The highest of some marks, "" where none says anything."""
    return max(marks, key=secrecy.rank, default="")
