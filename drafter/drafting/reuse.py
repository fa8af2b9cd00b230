"""What an outline takes from the library where it says `use`: the entry's own words stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from drafter import secrecy
from drafter.copying import classified
from drafter.model import vocabulary
from drafter.model.library import Entry, Piece, as_point, as_section
from drafter.model.outline import REFERENCE, Facts, Outline, Point, Reference, Section, Tail, Texts, Use
from drafter.problems import DrafterError, Place, Problem
from drafter.records import Record
from drafter.session.session import Session

_OF_SECTION = ("heading", "marks", "layout", "run_on")
_OF_POINT = ("title", "mark", "marks", "layout", "owner", "deadline", "note")
"""What an outline may say itself of what it takes over; the text is the library's."""


class Taken(Record):
    """An entry that an outline took over, and every text of it that prints."""

    entry: Entry
    texts: Texts
    place: Place = field(default_factory=Place)


def taken_over(session: Session, outline: Outline) -> tuple[Outline, tuple[Taken, ...], list[Problem]]:
    """The outline with every `use` carried out, what was taken, and what could not be.

    A figure that an entry refers to and the outline does not have is a gap: the figures of
    another year never come along.
    """
    taker = _Taker(session, secrecy.clearance(classified.mark_of(outline)))
    parts = tuple(
        replace(part, items=tuple(taker.item(item) for item in part.items)) for part in outline.parts
    )
    facts: Facts = {**dict.fromkeys(_names(taker.taken)), **outline.facts}
    more = tuple(Reference(name, "", one.place) for one in taker.taken for name in names_in(one.texts))
    whole = replace(outline, parts=parts, facts=facts, references=outline.references + more)
    return whole, tuple(taker.taken), taker.problems


class _Taker:
    """Walks an outline's points once, asking the library for each entry."""

    def __init__(self, session: Session, cleared: int) -> None:
        self.session = session
        self.cleared = cleared
        self.taken: list[Taken] = []
        self.problems: list[Problem] = []

    def item(self, item: str | Section) -> str | Section:
        if isinstance(item, str):
            return item
        points = tuple(map(self.point, item.points))
        if item.use is None:
            return replace(item, points=points) if points != item.points else item
        piece = self._piece(item.use)
        if piece is None:
            return replace(item, use=None)
        section = as_section(piece)
        own = {name: getattr(item, name) for name in _OF_SECTION if getattr(item, name)}
        return replace(section, role=item.role, source=item.use.id, **own)

    def point(self, point: Point) -> Point:
        points = tuple(map(self.point, point.points))
        if point.use is None:
            return replace(point, points=points) if points != point.points else point
        piece = self._piece(point.use)
        if piece is None:
            return replace(point, use=None)
        own = {name: getattr(point, name) for name in _OF_POINT if getattr(point, name)}
        return replace(as_point(piece), role=point.role, source=point.use.id, **own)

    def _piece(self, use: Use) -> Piece | None:
        """What the entry says; None with a problem."""
        try:
            shelved = self.session.entries(self.session, use.id, use.place, self.cleared)
        except DrafterError as error:
            self.problems += error.problems
            return None
        if shelved.piece is None:
            hint = f"写出其中一节或一个要点的编号，如 {use.id}#……；drafter library show {use.id} 列出来"
            message = f"“{use.id[:40]}”是一整份大纲，不能引用到这里"
            self.problems.append(Problem("whole-outline", message, use.place, hint=hint))
            return None
        self.taken.append(Taken(shelved.entry, tuple(texts_of(shelved.piece)), use.place))
        return shelved.piece


def texts_of(piece: Piece | Tail) -> Iterator[str]:
    """Every text of a piece: titles, paragraphs, cells of a table, tails."""
    if isinstance(piece, tuple):
        yield from piece
        return
    if isinstance(piece, Point):
        yield from filter(None, (piece.title,))
        yield from piece.text
    else:
        yield from filter(None, (piece.heading if isinstance(piece, Section) else "",))
        yield from piece.lead
        if isinstance(piece, Section):
            yield from (cell for row in piece.table for cell in row)
    for point in piece.points:
        yield from texts_of(point)
    yield from texts_of(piece.tail)


def names_in(texts: Texts) -> list[str]:
    """The facts that the texts refer to, in order."""
    found = (match for text in texts for match in REFERENCE.finditer(text))
    return list(
        dict.fromkeys(match[1] for match in found if vocabulary.COUNT not in (match[1], match[2] or ""))
    )


def _names(taken: list[Taken]) -> list[str]:
    return names_in(tuple(text for one in taken for text in one.texts))
