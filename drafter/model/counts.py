"""Headings of an outline that announce how many points stand below them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from drafter import numerals
from drafter.model.outline import Outline, Point, Section
from drafter.numerals import Announced

_FEWEST = 2


def miscounted(outline: Outline) -> Iterator[tuple[str, Announced, int]]:
    """Each heading and title whose count is not that of the points below it: what it says, its count, and how many are
    there.
    """
    for said, points in _titled(outline):
        count = numerals.announced(said)
        if count is not None and count.number != len(points):
            yield said, count, len(points)


def outcounted(before: Outline, after: Outline) -> Iterator[tuple[str, Announced, int]]:
    """As `miscounted`, of what some points were left out of: headings and leads whose count was right and is no more, however
    few points are left.
    """
    right = {said for said, count, there in _counted(before) if count.number == there}
    for said, count, there in _counted(after):
        if said in right and count.number != there:
            yield said, count, there


def _counted(outline: Outline) -> Iterator[tuple[str, Announced, int]]:
    """Each heading, title and lead that announces a count, with how many points stand below it."""
    open_ = deque(
        ((item.heading, *item.lead), item.points)
        for part in outline.parts
        for item in part.items
        if isinstance(item, Section)
    )
    while open_:
        texts, points = open_.popleft()
        for said in texts:
            count = numerals.announced(said)
            if count is not None:
                yield said, count, len(points)
        open_ += [((point.title, *point.text), point.points) for point in points]


def _titled(outline: Outline) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Each heading and each title with the points below it, where there are several; where a lead counts them, it is held
    against them itself.
    """
    open_ = deque(
        (item.heading, item.points, item.lead)
        for part in outline.parts
        for item in part.items
        if isinstance(item, Section)
    )
    while open_:
        said, points, lead = open_.popleft()
        if len(points) >= _FEWEST and not any(map(numerals.announces, lead)):
            yield said, points
        open_ += [(point.title, point.points, point.text) for point in points]
