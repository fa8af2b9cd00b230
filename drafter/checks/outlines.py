"""What rules that read an outline ask of it: the points of a part, what they say, where that prints."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.model.outline import Outline, Point, Section, Tail


def points_of(outline: Outline | None, role: str) -> list[Point]:
    """The points of all parts in a role, first level only."""
    if outline is None:
        return []
    return [
        point
        for part in outline.parts
        for item in part.items
        if isinstance(item, Section) and role in (part.role, item.role)
        for point in item.points
    ]


def said(point: Point) -> str:
    """All that a point says, a line a text."""
    return "\n".join(_texts(point))


def _texts(point: Point) -> Iterator[str]:
    yield point.title
    yield from point.text
    for below in point.points:
        yield from _texts(below)
    if isinstance(point.tail, Tail):
        for below in point.tail.points:
            yield from _texts(below)
    else:
        yield from point.tail


def opening_words(point: Point) -> str:
    """A point's title or first text: where it was typed, the point stands."""
    return point.title or (point.text[0] if point.text else "")


def where_it_prints(draft: Draft, point: Point) -> tuple[int, int]:
    """Where a point's first words print first; the beginning of the draft where they do not."""
    words = opening_words(point)
    plain = words.partition("{{")[0] or words
    at = draft.text.find(plain)
    return (at, at + len(plain)) if at >= 0 and plain else (0, 0)
