"""What rules that read an outline ask of it: the points of a part, what they say, where that prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.model.outline import Outline, Point, Section, Tail

_TOLD = re.compile(
    r"\d|\{\{|[《“]|全部|全覆盖|首[个批次家]|第一|率先|[年月季]底|年内|[上下]半年|季度|当[天日月年]|"
    r"[两二三四五六七八九十百千万][多余]?[个条项座件家户人名亩吨元次所台套处支批场栋间只天周月倍成]|一[座所家条栋间支处次遍]|每[个名所家村镇乡县区市户人天日周月季年]"
)


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
    return where_they_print(draft, opening_words(point))


def where_they_print(draft: Draft, words: str) -> tuple[int, int]:
    """Where words of an outline print first; the beginning of the draft where they do not."""
    plain = words.partition("{{")[0] or words
    at = draft.text.find(plain)
    return (at, at + len(plain)) if at >= 0 and plain else (0, 0)


def is_told(text: str) -> bool:
    """Whether a text states anything that can be looked up: a figure, a name, a date, or that it was all."""
    return _TOLD.search(text) is not None


def told_of(outline: Outline) -> str:
    """Everything that the outline says of people, a line each."""
    said = [*outline.audience, *outline.addressees]
    said += [fact.name + fact.value for fact in outline.facts.values() if fact is not None]
    if outline.speaker is not None:
        said.append(outline.speaker.name)
    if outline.occasion is not None:
        said += [outline.occasion.chair, *outline.occasion.attendance]
        said += [person.name for person in outline.occasion.people]
        said += [item.who + item.what for item in outline.occasion.agenda]
    if outline.official is not None:
        said += outline.official.signers
    return "\n".join(filter(None, said))
