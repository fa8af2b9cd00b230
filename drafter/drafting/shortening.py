"""A draft shortened to the minutes that there are, by what its outline says may go."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from drafter.drafting import production
from drafter.drafting.counted import find_miscounted, find_outcounted
from drafter.drafting.loading import Loaded
from drafter.drafting.production import Draft
from drafter.model.outline import Outline, Part, Point, Section, Tail
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.session.session import Session

_Holder = TypeVar("_Holder", Section, Point)


def shortened(session: Session, draft: Draft, minutes: float) -> Draft:
    """The draft with as few points of its outline left out as bring it down to `minutes`.

    Points marked 可略 go, the lowest rank first, of one rank the last first; one of each row stays, since what stands
    before it speaks of it. What went is in the draft's `cut`; where all that may go does not suffice, a warning says so.

    Raises:
        InputProblem: the draft is none of an outline, or what is left cannot be drafted.

    """
    if draft.loaded is None:
        hint = "只有大纲里的要点能写“可略”；drafter import 可以把稿子读成大纲"
        raise InputProblem(Problem("no-points", "草稿里没有要点可略", Place(draft.name), hint=hint))
    order = _going(draft.loaded.outline)
    best, went = _least(session, draft, draft.loaded, order, minutes)
    fits = production.measured(session, best).minutes <= minutes
    told = best.problems if fits else (*best.problems, _too_long(session, best, minutes, went))
    if went and best.loaded is not None:  # a heading may count what went
        outlines = draft.loaded.outline, best.loaded.outline
        counted = (*find_miscounted(outlines[1], best.name), *find_outcounted(*outlines, best.name))
        told = tuple(dict.fromkeys((*told, *counted)))
    return replace(best, minutes=minutes, cut=tuple(map(_told, order[:went])), problems=told)


def _least(
    session: Session, draft: Draft, loaded: Loaded, order: list[Point], minutes: float
) -> tuple[Draft, int]:
    """The draft with as few of the points left out as bring it under `minutes`, and how many: else with all of them.

    Searched by halving, since each count drafts the whole anew and the time falls as more go.
    """
    best, went = draft, 0
    if production.measured(session, draft).minutes <= minutes:
        return best, went
    fitting: tuple[Draft, int] | None = None
    low, high = 1, len(order)  # what may yet be the least
    while low <= high:
        middle = (low + high) // 2
        tried = _next_draft(session, draft, loaded, order[:high], middle)
        if tried is None:
            high = middle - 1
        elif production.measured(session, tried[0]).minutes <= minutes:
            fitting, high = tried, middle - 1
        else:
            (best, went), low = tried, tried[1] + 1
    return fitting or (best, went)


def _next_draft(
    session: Session, draft: Draft, loaded: Loaded, order: list[Point], least: int
) -> tuple[Draft, int] | None:
    """The draft without the first `least` points, or as many more as it takes to be one, and how many went."""
    for count in range(least, len(order) + 1):
        with contextlib.suppress(InputProblem):  # a sentence counted what went: it goes with the next
            return _without(session, draft, loaded, order[:count]), count
    return None


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
    rows = [row for part in outline.parts for item in part.items for row in _rows(item)]
    order = [point for row in reversed(rows) for point in _may_go(row)]
    return sorted(order, key=lambda point: point.cut)


def _may_go(row: tuple[Point, ...]) -> list[Point]:
    """The points of a row that may go, the last first; of a row that may go whole, all but the one that would go last."""
    going = [point for point in reversed(row) if point.cut]
    if len(going) < len(row):
        return going
    kept = max(going, key=lambda point: (point.cut, going.index(point)))
    return [point for point in going if point is not kept]


def _rows(item: str | Section | Point | Tail) -> Iterator[tuple[Point, ...]]:
    """Every row of points of a section, those below others behind them."""
    if isinstance(item, str):
        return
    if item.points:
        yield item.points
    for point in item.points:
        yield from _rows(point)
    if isinstance(item.tail, Tail):
        yield from _rows(item.tail)


def _kept_part(part: Part, gone: set[int]) -> Part:
    return replace(
        part, items=tuple(item if isinstance(item, str) else _kept(item, gone) for item in part.items)
    )


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
