"""What an outline takes from the library where it says `use`: the entry's own words stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import TypeVar

from drafter import secrecy
from drafter.copying import classified
from drafter.model import vocabulary
from drafter.model.library import Entry, Piece, as_point, as_section, left_by_point, left_by_section
from drafter.model.outline import REFERENCE, Facts, Outline, Point, Reference, Section, Tail, Texts, Use
from drafter.problems import DrafterError, InputProblem, Place, Problem, Severity
from drafter.readers.intake import limits
from drafter.records import Record
from drafter.session.session import Session

_OF_SECTION = ("heading", "marks", "layout", "run_on")
_OF_POINT = ("title", "mark", "marks", "layout", "owner", "deadline", "note")
"""What an outline may say itself of what it takes over; the text is the library's."""


_MOST_DEEP, _MOST_TAKEN = 8, 5_000
"""How deep entries may take over one another, and how many of them one outline."""

_Trail = tuple[Use, ...]
_Item = TypeVar("_Item", Section, Point)


class Taken(Record):
    """An entry that an outline took over, and every text of it that prints."""

    entry: Entry
    texts: Texts
    place: Place = field(default_factory=Place)


def taken_over(session: Session, outline: Outline) -> tuple[Outline, tuple[Taken, ...], list[Problem]]:
    """The outline with every `use` carried out, what was taken, and what could not be.

    A figure that an entry refers to and the outline does not have is a gap: the figures of
    another year never come along.

    Raises:
        InputProblem: what it takes over is more than any paper holds.

    """
    taker = _Taker(session, secrecy.clearance(classified.mark_of(outline)))
    parts = tuple(
        replace(part, items=tuple(taker.item(item) for item in part.items)) for part in outline.parts
    )
    attachments = tuple(replace(one, items=tuple(map(taker.item, one.items))) for one in outline.attachments)
    facts: Facts = {**dict.fromkeys(_names(taker.taken)), **outline.facts}
    more = tuple(Reference(name, "", one.place) for one in taker.taken for name in names_in(one.texts))
    whole = replace(
        outline, parts=parts, attachments=attachments, facts=facts, references=outline.references + more
    )
    return whole, tuple(taker.taken), taker.problems


class _Taker:
    """Walks an outline's points once, asking the library for each entry, and for what that takes over in turn.

    A `trail` is what led to the item at hand, the outline's own `use` first: that is where problems are.
    """

    def __init__(self, session: Session, cleared: int) -> None:
        self.session = session
        self.cleared = cleared
        self.taken: list[Taken] = []
        self.characters = 0
        self.problems: list[Problem] = []

    def item(self, item: str | Section, trail: _Trail = ()) -> str | Section:
        if isinstance(item, str):
            return item
        if item.use is None:
            return self._below(item, trail)
        piece = self._piece(item.use, trail)
        if piece is None:
            return replace(item, use=None)
        self._tell_left(item.use, piece, Section, trail)
        own = {name: getattr(item, name) for name in _OF_SECTION if getattr(item, name)}
        section = replace(as_section(piece), role=item.role, source=item.use.id, **own)
        return self.item(section, (*trail, item.use))

    def point(self, point: Point, trail: _Trail = ()) -> Point:
        if point.use is None:
            return self._below(point, trail)
        piece = self._piece(point.use, trail)
        if piece is None:
            return replace(point, use=None)
        self._tell_left(point.use, piece, Point, trail)
        own = {name: getattr(point, name) for name in _OF_POINT if getattr(point, name)}
        taken = replace(as_point(piece), role=point.role, source=point.use.id, **own)
        return self.point(taken, (*trail, point.use))

    def _below(self, item: _Item, trail: _Trail) -> _Item:
        """The item with what its points, and those behind them, take over."""
        points = tuple(self.point(point, trail) for point in item.points)
        tail = item.tail
        if isinstance(tail, Tail):
            tail = replace(tail, points=tuple(self.point(point, trail) for point in tail.points))
        return item if (points, tail) == (item.points, item.tail) else replace(item, points=points, tail=tail)

    def _piece(self, use: Use, trail: _Trail) -> Piece | None:
        """What the entry says; None with a problem."""
        place = (*trail, use)[0].place
        within = f"（素材“{trail[-1].id[:40]}”里引用的）" if trail else ""
        if (kept := self._kept_from(use, trail)) is not None:
            self.problems.append(replace(kept, place=place))
            return None
        try:
            shelved = self.session.entries(self.session, use.id, place, self.cleared)
        except DrafterError as error:
            self.problems += (replace(one, message=one.message + within) for one in error.problems)
            return None
        if shelved.piece is None:
            hint = f"写出其中一节或一个要点的编号，如 {use.id}#……；drafter library show {use.id} 列出来"
            message = f"“{use.id[:40]}”是一整份大纲，不能引用到这里{within}"
            self.problems.append(Problem("whole-outline", message, place, hint=hint))
            return None
        self._take(Taken(shelved.entry, tuple(texts_of(shelved.piece)), place))
        return shelved.piece

    def _tell_left(self, use: Use, piece: Piece, kind: type, trail: _Trail) -> None:
        """Says what of an entry finds no place where another kind of item stands."""
        left = {Section: left_by_section, Point: left_by_point}[kind](piece)
        if left:
            where = "小节" if kind is Section else "要点"
            message = f"素材“{use.id[:40]}”的{'、'.join(left)}放不进{where}，没有印"
            hint = "在小节那里引用" if kind is Point else "在要点里引用，或自己写上"
            place = (*trail, use)[0].place
            self.problems.append(Problem("left-behind", message, place, Severity.WARNING, hint))

    def _take(self, taken: Taken) -> None:
        """Takes note of an entry.

        Raises:
            InputProblem: it is more than any paper holds.

        """
        self.taken.append(taken)
        self.characters += sum(map(len, taken.texts))
        for count, most, unit in (
            (len(self.taken), _MOST_TAKEN, "条"),
            (self.characters, limits.MOST_CHARACTERS, "字"),
        ):
            if count > most:
                message, hint = limits.over("引用的素材", most, unit), "引用的素材自己又引用了许多：少引几条"
                raise InputProblem(Problem("too-large", message, taken.place, hint=hint))

    def _kept_from(self, use: Use, trail: _Trail) -> Problem | None:
        """Why an entry is not even looked for: it would never end, or the end would be far."""
        within = "、".join(f"“{one.id[:40]}”" for one in trail)
        if use in trail:
            message = f"素材引用素材，绕回了自己：{within}、“{use.id[:40]}”"
            return Problem("circular-use", message, hint="改素材库里的这几条，让它们不互相引用")
        if len(trail) >= _MOST_DEEP:
            message = f"素材引用素材，超过 {_MOST_DEEP} 层：{within}"
            return Problem("too-large", message, hint="把里面几层的正文直接写进素材里")
        return None


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
