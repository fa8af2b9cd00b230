"""A draft shortened to the minutes that there are, by what its outline says may go."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from drafter.drafting import production
from drafter.drafting.loading import Loaded
from drafter.drafting.production import Draft
from drafter.model.outline import Outline, Part, Point, Section, Tail
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.session.session import Session

_Holder = TypeVar("_Holder", Section, Point)


def shortened(session: Session, draft: Draft, minutes: float) -> Draft:
    """The draft with as few points of its outline left out as bring it down to `minutes`.

    Points marked 可略 go, the lowest rank first, of one rank the last first. What went is in the draft's `cut`; where
    all that may go does not suffice, a warning says so.

    Raises:
        InputProblem: the draft is none of an outline, or what is left cannot be drafted.

    """
    if draft.loaded is None:
        hint = "只有大纲里的要点能写“可略”；drafter import 可以把稿子读成大纲"
        raise InputProblem(Problem("no-points", "草稿里没有要点可略", Place(draft.name), hint=hint))
    loaded = draft.loaded
    order = _going(loaded.outline)
    tries = {0: draft}

    def fits(count: int) -> bool:
        if count not in tries:
            tries[count] = _without(session, draft, loaded, order[:count])
        return production.measured(session, tries[count]).minutes <= minutes

    went = bisect_left(range(len(order)), True, key=fits)
    fitting = fits(went)
    best = tries[went]
    told = best.problems if fitting else (*best.problems, _too_long(session, best, minutes, went))
    return replace(best, minutes=minutes, cut=tuple(map(_told, order[:went])), problems=told)


def _too_long(session: Session, draft: Draft, minutes: float, went: int) -> Problem:
    reached = production.measured(session, draft).minutes
    done = f"能略的 {went} 条都略了，" if went else "没有一条写了“可略”，"
    hint = "在可以不讲的要点上加一行 可略: 是（或 1、2、3，小的先略）"
    message = f"要压到 {minutes:g} 分钟，{done}还要讲 {reached:.1f} 分钟"
    return Problem("still-too-long", message, Place(draft.name), Severity.WARNING, hint)


def _without(session: Session, draft: Draft, loaded: Loaded, points: list[Point]) -> Draft:
    """The draft without these points."""
    gone = {id(point) for point in points}
    outline = replace(loaded.outline, parts=tuple(_kept_part(part, gone) for part in loaded.outline.parts))
    return production.recomposed(session, draft, replace(loaded, outline=outline))


def _going(outline: Outline) -> list[Point]:
    """The points that may go, in the order in which they do."""
    points = [point for part in outline.parts for item in part.items for point in _within(item)]
    return sorted((point for point in reversed(points) if point.cut), key=lambda point: point.cut)


def _within(item: str | Section | Point | Tail) -> Iterator[Point]:
    """Every point of a section, those below others behind them."""
    if isinstance(item, str):
        return
    for point in item.points:
        yield point
        yield from _within(point)
    if isinstance(item.tail, Tail):
        yield from _within(item.tail)


def _kept_part(part: Part, gone: set[int]) -> Part:
    """The part, without a section of which only the heading would be left."""
    kept = ((item, item if isinstance(item, str) else _kept(item, gone)) for item in part.items)
    return replace(part, items=tuple(left for item, left in kept if left == item or not _is_bare(left)))


def _is_bare(item: str | Section) -> bool:
    return isinstance(item, Section) and not (item.lead or item.points or item.table or item.tail)


def _kept(holder: _Holder, gone: set[int]) -> _Holder:
    """The section or the point without the points that go."""
    tail = holder.tail
    if isinstance(tail, Tail):
        tail = replace(tail, points=_left(tail.points, gone))
    return replace(holder, points=_left(holder.points, gone), tail=tail)


def _left(points: tuple[Point, ...], gone: set[int]) -> tuple[Point, ...]:
    return tuple(_kept(point, gone) for point in points if id(point) not in gone)


def _told(point: Point) -> str:
    """What a point says, for the list of what went."""
    return point.title or next(iter(point.text), "")
