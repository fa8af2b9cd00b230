"""Places in an outline that columns name, and the outline with other words there, or without them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from drafter.model import vocabulary
from drafter.model.outline import Outline, Part, Point, Section, Texts
from drafter.problems import InputProblem, Problem
from drafter.readers.tables import columns as called
from drafter.records import Record

_CHINESE = vocabulary.chinese(vocabulary.ROLES)
_POINT, _SECTION = vocabulary.spellings(vocabulary.POINT), vocabulary.spellings(vocabulary.SECTION)
_OF_POINTS = ("title", "text", "tail", "owner", "deadline")
_OF_SECTIONS = ("heading", "lead", "tail")
_LISTS = ("text", "lead", "tail")
"""Fields that hold paragraphs."""

_TEXT = "text"


class Spot(Record):
    """A place in an outline: the part of a role, an item in it and a point below that, each by its index, and a field.

    Without an item it is the whole part, without points the item; "" as field is the whole of it.
    """

    role: str
    item: int | None = None
    points: tuple[int, ...] = ()
    field: str = ""


def find_text(outline: Outline, column: str, roles: Mapping[str, str]) -> Spot:
    """The place whose text a column gives.

    Raises:
        InputProblem: there is none, or it has no such field.

    """
    role, steps, key = _split(column, roles)
    spot = _found(outline, column, role, steps)
    if spot.item is None and key in ("", _TEXT):
        return Spot(role, field=_TEXT)
    held = _held(outline, spot if spot.item is not None else replace(spot, item=_only_section(outline, role)))
    if isinstance(held, Point) and (key or _TEXT) in _OF_POINTS:
        return replace(spot, field=key or _TEXT)
    if isinstance(held, Section) and key in _OF_SECTIONS:
        return replace(
            spot, item=spot.item if spot.item is not None else _only_section(outline, role), field=key
        )
    if isinstance(held, str) and key in ("", _TEXT):
        return replace(spot, field=_TEXT)
    raise _unknown(column, "写明是哪一项，如 任务.2.正文、任务.2.标题、任务.导语、任务.小标题")


def find_left_out(outline: Outline, column: str, roles: Mapping[str, str]) -> Spot:
    """What a condition keeps or leaves out: a place, or the one point or section that is called so.

    Raises:
        InputProblem: there is none, or there are several.

    """
    wanted = called.condition(column)
    if wanted in roles or called.is_place(wanted):
        role, steps, key = _split(wanted, roles)
        if key:
            raise _unknown(column, "条件管整条要点，不写后面的“正文”“标题”")
        spot = _found(outline, column, role, steps)
        if any(part.role == role for part in outline.parts):
            return spot
        raise _unknown(column, f"大纲里没有这一部分；{_parts_there(outline)}")
    named = list(_named(outline))
    for alike in (lambda said: said == wanted, lambda said: wanted in said):
        found = [spot for spot, said, _ in named if alike(said)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _unknown(column, "叫这个的不止一条，写明是哪一条，如 ?任务.2")
    inside = [spot for spot, _, text in named if wanted in text]
    if len(inside) == 1:
        return inside[0]
    raise _unknown(column, "问号后面写要点的标题，或第几条，如 ?任务.2")


def with_text(outline: Outline, spot: Spot, said: str, order: tuple[str, ...]) -> Outline:
    """The outline with these words in a place; a part that it did not have stands where its template (`order`) has it."""
    texts = tuple(line for line in (line.strip() for line in said.split("\n")) if line)
    if spot.item is None:
        return _with_part(outline, Part(spot.role, texts), order)
    value: str | Texts = texts if spot.field in _LISTS else " ".join(texts)

    def change(held: str | Section | Point) -> str | Section | Point:
        return " ".join(texts) if isinstance(held, str) else _set(held, spot.field, value)

    return _changed(outline, spot, change)


def without(outline: Outline, spots: list[Spot]) -> Outline:
    """The outline without these places; what is left empty by it goes too. A place may be named twice, and what stands in
    it besides.
    """
    named = dict.fromkeys(spots)
    whole = [one for one in named if not any(other != one and _holds(other, one) for other in named)]
    for spot in sorted(whole, key=lambda one: (one.role, one.item or 0, one.points), reverse=True):
        if spot.item is None:
            outline = replace(outline, parts=tuple(part for part in outline.parts if part.role != spot.role))
        else:
            outline = _changed(outline, spot, lambda _: None)
    return outline


def refuse_overlaps(texts: Mapping[str, Spot], conditions: Mapping[str, Spot]) -> None:
    """Says no to columns of which one would undo what the other says: two texts of one place, a whole part and a place in it.

    Raises:
        InputProblem: there are such.

    """
    columns = [*texts.items(), *((name, spot) for name, spot in conditions.items() if spot.item is not None)]
    for number, (one, spot) in enumerate(texts.items()):
        for other, held in columns[number + 1 :]:
            is_part = spot.role == held.role and None in (spot.item, held.item)
            if is_part or (other in texts and spot == held):
                hint = "一处只由一列来给；整个部分由表给的，不再写里面的哪一条"
                raise InputProblem(Problem("unknown-place", f"列“{one}”和“{other}”说的是同一处", hint=hint))


def _holds(outer: Spot, inner: Spot) -> bool:
    """Whether one place stands in another, or is it."""
    if outer.role != inner.role or outer.item is None:
        return outer.role == inner.role
    return outer.item == inner.item and inner.points[: len(outer.points)] == outer.points


def _split(column: str, roles: Mapping[str, str]) -> tuple[str, list[int], str]:
    """A place as it is written: the role, the numbers behind it, the field."""
    first, *rest = column.split(".")
    if first not in roles:
        raise _unknown(column, f"“{first}”不是大纲的哪一部分；写成 任务.2.正文 这样")
    key = ""
    if rest and not rest[-1].isdecimal():
        key = {**_SECTION, **_POINT}.get(rest[-1], "")
        if key not in (*_OF_POINTS, *_OF_SECTIONS):
            raise _unknown(column, f"“{rest[-1]}”不能由表来给，可以写 标题、正文、导语、小结、责任单位、时限")
        rest = rest[:-1]
        key = "heading" if key == "title" and not rest else key
    if not all(step.isdecimal() and int(step) for step in rest):
        raise _unknown(column, "中间写第几条，从 1 数起，如 任务.2.正文")
    return roles[first], [int(step) - 1 for step in rest], key


def _found(outline: Outline, column: str, role: str, steps: list[int]) -> Spot:
    """The place of these numbers: of a part with one section they count its points, else its items first."""
    if not steps:
        return Spot(role)
    part = next((part for part in outline.parts if part.role == role), None)
    only = _only_section(outline, role)
    spot = Spot(role, only, tuple(steps)) if only is not None else Spot(role, steps[0], tuple(steps[1:]))
    if part is None or _held(outline, spot) is None:
        raise _unknown(column, f"大纲里没有这一条；{_parts_there(outline)}")
    return spot


def _parts_there(outline: Outline) -> str:
    """Which parts the outline has, with how many points or sections each."""
    told = []
    for part in outline.parts:
        only = _only_section(outline, part.role)
        section = part.items[only] if only is not None else None
        count = len(section.points) if isinstance(section, Section) else len(part.items)
        told.append(f"{_CHINESE.get(part.role, part.role)}（{count} 条）")
    return "大纲里有：" + "、".join(told)


def _only_section(outline: Outline, role: str) -> int | None:
    """The index of the one section with points of a part; None where it has none or several."""
    part = next((part for part in outline.parts if part.role == role), Part(role))
    found = [at for at, item in enumerate(part.items) if isinstance(item, Section)]
    return found[0] if len(found) == 1 else None


def _held(outline: Outline, spot: Spot) -> str | Section | Point | None:
    """What stands in a place."""
    part = next((part for part in outline.parts if part.role == spot.role), Part(spot.role))
    if spot.item is None or spot.item >= len(part.items):
        return None
    held: str | Section | Point = part.items[spot.item]
    for step in spot.points:
        if isinstance(held, str) or step >= len(held.points):
            return None
        held = held.points[step]
    return held


def _named(outline: Outline) -> Iterator[tuple[Spot, str, str]]:
    """Every section and point, what it is called, and what it says."""
    for part in outline.parts:
        for at, item in enumerate(part.items):
            if isinstance(item, Section):
                yield Spot(part.role, at), item.heading, ""
                yield from _points_named(item.points, Spot(part.role, at))


def _points_named(points: tuple[Point, ...], above: Spot) -> Iterator[tuple[Spot, str, str]]:
    for at, point in enumerate(points):
        spot = replace(above, points=(*above.points, at))
        yield spot, point.title, "".join(point.text)
        yield from _points_named(point.points, spot)


def _with_part(outline: Outline, part: Part, order: tuple[str, ...]) -> Outline:
    if any(one.role == part.role for one in outline.parts):
        return replace(outline, parts=tuple(part if one.role == part.role else one for one in outline.parts))
    ranks = {role: at for at, role in enumerate(order)}
    rank = ranks.get(part.role, len(order))
    before = sum(ranks.get(one.role, len(order)) <= rank for one in outline.parts)
    return replace(outline, parts=(*outline.parts[:before], part, *outline.parts[before:]))


Change = Callable[[str | Section | Point], str | Section | Point | None]


def _changed(outline: Outline, spot: Spot, change: Change) -> Outline:
    """The outline with what stands in a place changed; None takes it out, and what it leaves empty."""
    parts: list[Part] = []
    place = next(at for at, part in enumerate(outline.parts) if part.role == spot.role)
    for number, part in enumerate(outline.parts):
        if number == place:
            items = [
                _below(item, spot.points, change) if at == spot.item else item
                for at, item in enumerate(part.items)
            ]
            part = replace(part, items=tuple(one for one in items if one is not None))
        if part.items:
            parts.append(part)
    return replace(outline, parts=tuple(parts))


def _below(item: str | Section, steps: tuple[int, ...], change: Change) -> str | Section | None:
    if not steps or isinstance(item, str):
        return cast("str | Section | None", change(item))
    points = _points(item.points, steps, change)
    return replace(item, points=points) if points or item.lead or item.table or item.tail else None


def _points(points: tuple[Point, ...], steps: tuple[int, ...], change: Change) -> tuple[Point, ...]:
    kept: list[Point] = []
    for at, point in enumerate(points):
        if at != steps[0]:
            kept.append(point)
        elif len(steps) > 1:
            kept.append(replace(point, points=_points(point.points, steps[1:], change)))
        else:
            made = change(point)
            kept += [made] if isinstance(made, Point) else []
    return tuple(kept)


def _set(held: Section | Point, name: str, value: str | Texts) -> Section | Point:
    return replace(held, **{name: value})  # type: ignore[arg-type]


def _unknown(column: str, hint: str) -> InputProblem:
    return InputProblem(Problem("unknown-place", f"列“{column}”说的地方，大纲里找不到", hint=hint))
