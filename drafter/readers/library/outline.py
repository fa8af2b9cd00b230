"""An outline of the library: itself, its sections and their points, each an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.copying import classified
from drafter.model import vocabulary
from drafter.model.library import Entry, Volume
from drafter.model.outline import Outline, Point, Section, items_of, points_below
from drafter.readers.library.entries import Ids, Shelved, first_words, paragraphs

_ROLE_WORDS = vocabulary.chinese(vocabulary.ROLES)
_LEAST_POINT = 8
"""Characters: a shorter point without a title is nothing to find."""


def shelve(volume: Volume, outline: Outline, mark: str = "") -> Iterator[Shelved]:
    """The outline, then its sections, each before its points; none bears a lower mark of secrecy than `mark`."""
    whole = _whole(volume, outline, mark)
    yield Shelved(whole, None)
    ids = Ids(volume.name)
    about = replace(whole, text="", uses=(), source=whole.title, within=whole.id)
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section) and not item.use:
                yield from _shelve_section(part.role, item, about, ids)


def _whole(volume: Volume, outline: Outline, mark: str) -> Entry:
    return Entry(
        volume.name,
        "outline",
        outline.title or volume.name,
        "\n".join(text for part in outline.parts for item in part.items for text in paragraphs(item)),
        template=outline.template,
        date=outline.date or "",
        occasion=outline.occasion.name if outline.occasion else "",
        audience="、".join(outline.audience or outline.addressees),
        tags=outline.tags,
        secrecy=classified.highest((classified.mark_of(outline), mark)),
        uses=tuple(_uses(outline)),
        volume=volume.name,
        shelf=volume.shelf,
    )


def _shelve_section(role: str, section: Section, about: Entry, ids: Ids) -> Iterator[Shelved]:
    """A section that has points or a heading, and each of its points that says something."""
    role = section.role or role
    title = section.heading or _ROLE_WORDS.get(role, role)
    if section.heading or section.points:
        text = "\n".join(paragraphs(section))
        entry = replace(about, id=ids.new(title), kind="section", title=title, text=text, role=role)
        yield Shelved(entry, section)
    for point in section.points:
        yield from _shelve_point(role, point, about, ids)


def _shelve_point(role: str, point: Point, about: Entry, ids: Ids) -> Iterator[Shelved]:
    text = "\n".join(paragraphs(point))
    if not point.use and (point.title or len(text) >= _LEAST_POINT):
        title = point.title or first_words(text)
        entry = replace(
            about, id=ids.new(title), kind="point", title=title, text=text, role=point.role or role
        )
        yield Shelved(entry, point)
    for below in point.points:
        yield from _shelve_point(role, below, about, ids)


def _uses(outline: Outline) -> Iterator[str]:
    """The ids that the outline takes over, and those that it says its points come from."""
    for item in items_of(outline):
        if isinstance(item, Section):
            yield from _taken(item)
            for point in points_below(item):
                yield from _point_uses(point)


def _taken(item: Section | Point) -> Iterator[str]:
    if item.use is not None:
        yield item.use.id
    if item.source:
        yield item.source


def _point_uses(point: Point) -> Iterator[str]:
    yield from _taken(point)
    for below in points_below(point):
        yield from _point_uses(below)
