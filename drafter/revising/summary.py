"""What a comparison comes to: how much is marked, in which part, which figures, days and names changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from drafter.patterns import pattern
from drafter.records import Record
from drafter.redline.changes import Difference

_Told = Callable[[str], Sequence[str]]
"""What a text tells, in order."""

HEAD = "题目和开头"
"""What stands before the first heading."""

_DATE = pattern(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{4}年")
_FIGURE = pattern(r"\d+(?:[.,:：/]\d+)*[%％‰]?(?:[万亿]?[元吨人次户个项件家亩公里米名所处条起座台辆]+)?")


class Changed(Record):
    """Something that stands otherwise in a paragraph of the new paper; `old` or `new` may be ""."""

    old: str
    new: str
    paragraph: int


class Part(Record):
    """A part of the new paper by its heading, and how much of it is marked."""

    heading: str
    characters: int
    marks: int


class Summary(Record):
    """Characters that are marked and marks, a replacement being one; what changed that others rely on."""

    characters: int
    marks: int
    parts: tuple[Part, ...]
    figures: tuple[Changed, ...]
    dates: tuple[Changed, ...]
    names: tuple[Changed, ...]


def summary(found: Sequence[Difference], parts: Sequence[tuple[int, str]], names: Iterable[str]) -> Summary:
    """All of it. `parts` are the headings by their paragraphs, `names` those of people who are known."""
    starts = [number for number, _ in parts]
    by_part: dict[int, list[Difference]] = {}
    for one in found:
        by_part.setdefault(bisect_right(starts, one.paragraph), []).append(one)
    counted = [Part(parts[at - 1][1] if at else HEAD, *_size(here)) for at, here in sorted(by_part.items())]
    known = sorted(set(names), key=lambda name: (-len(name), name))
    return Summary(
        *_size(found),
        tuple(counted),
        tuple(_changed(found, lambda text: _FIGURE.findall(_DATE.sub("", text)))),
        tuple(_changed(found, _DATE.findall)),
        tuple(_changed(found, lambda text: [name for name in known if name in text])),
    )


def _size(found: Iterable[Difference]) -> tuple[int, int]:
    changes = [change for one in found for change in one.changes]
    return sum(len(change.old) + change.end - change.start for change in changes), len(changes)


def _changed(found: Iterable[Difference], told: _Told) -> Iterator[Changed]:
    """What is told of only one of the two texts: one for another where there are as many."""
    for one in found:
        before, after = told(one.old), told(one.new)
        gone, come = _less(before, after), _less(after, before)
        paired = list(zip(gone, come, strict=False)) if len(gone) == len(come) else []
        yield from (Changed(old, new, one.paragraph) for old, new in paired)
        if not paired:
            yield from (Changed(old, "", one.paragraph) for old in gone)
            yield from (Changed("", new, one.paragraph) for new in come)


def _less(row: Sequence[str], other: Sequence[str]) -> list[str]:
    """What of a row the other has not, as often as it lacks it."""
    left = list(other)
    found = []
    for item in row:
        if item in left:
            left.remove(item)
        else:
            found.append(item)
    return found
