"""Sections that are the points of one: 会议议定以下五项工作： and five headings below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from drafter import numerals
from drafter.model.outline import Marks, Point, Section
from drafter.model.source import Line
from drafter.outlining.form import marks
from drafter.outlining.form.enumerations import last_sentence
from drafter.outlining.meaning import roles

Item = tuple[Line, str | Section]

_COUNT = re.compile(r"(?P<count>[两二三四五六七八九十]{1,3}|\d{1,2})(?:个?方面|[项条件点个])")
_OF_THE_WHOLE = re.compile(r"[讲谈说]|强调|意见|汇报|报告|发言|部分")
"""How a speaker tells the parts of his speech: those stay sections."""

_DIFFERENT = 2
"""So many roles among the headings tell that each is a part of its own."""


def gathered(items: Sequence[Item]) -> list[Item]:
    """The items, the sections that the paragraph above them counts as points of one with it, and a
    paragraph that announces points that follow as their lead.
    """
    found: list[Item] = []
    at = 0
    while at < len(items):
        line, item = items[at]
        count = _announced(item) if isinstance(item, str) else 0
        row = _row(items[at + 1 :]) if count else []
        if isinstance(item, str) and row and len(row) == count:
            found.append((line, _gather_points(item, row)))
            at += 1 + len(row)
            continue
        after = items[at + 1][1] if at + 1 < len(items) else ""
        if isinstance(item, str) and item.endswith("：") and _wants_lead(after):
            found.append((line, replace(after, lead=(item,))))
            at += 2
            continue
        found.append((line, item))
        at += 1
    return found


def _wants_lead(item: str | Section) -> TypeGuard[Section]:
    """Whether an item is points alone, each on its own."""
    if not isinstance(item, Section):
        return False
    return bool(item.points) and not (item.heading or item.lead or item.table) and item.layout != "inline"


def _announced(text: str) -> int:
    """How many things the last sentence of a paragraph says will follow; 0 where it does not."""
    sentence = last_sentence(text)
    counts = list(_COUNT.finditer(sentence))
    if not counts or _OF_THE_WHOLE.search(sentence):
        return 0
    return numerals.number(counts[-1]["count"].replace("两", "二"))


def _row(items: Sequence[Item]) -> list[Section]:
    """The sections that follow one another, counted from 一、; none where their headings tell that
    each has a role of its own.
    """
    row: list[Section] = []
    told: set[str] = set()
    for _, item in items:
        if not isinstance(item, Section):
            break
        mark = marks.opening(item.heading)
        if mark is None or numerals.heading_level(mark.scheme) != 1 or mark.number != len(row) + 1:
            break
        if item.table:
            return []
        row.append(item)
        told.add(roles.by_heading(item.heading[len(mark.text) :]))
    return row if len(told - {roles.BODY}) < _DIFFERENT else []


def _gather_points(lead: str, row: Sequence[Section]) -> Section:
    """One section whose points are these sections."""
    opened = [marks.opening(section.heading) for section in row]
    named: Marks = marks.row([mark for mark in opened if mark is not None])
    points = (_point(section, len(mark.text)) for section, mark in zip(row, opened, strict=True) if mark)
    return Section(lead=(lead,), points=tuple(points), marks=named)


def _point(section: Section, marked: int) -> Point:
    """A section as a point, its heading without the mark."""
    return Point(
        title=section.heading[marked:].strip(),
        text=section.lead,
        points=section.points,
        marks=section.marks,
        layout="heading" if section.layout != "inline" else "inline",
        tail=section.tail,
    )
