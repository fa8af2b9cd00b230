"""Tables of tasks (任务, 责任单位, 完成时限) as the points that they list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.model.outline import Part, Point, Section, Texts
from drafter.outlining.meaning import assignments
from drafter.outlining.meaning.assignments import Assignment

_COLUMNS = (
    ("number", re.compile(r"序号|编号")),
    ("note", re.compile(r"备注|说明")),
    ("deadline", re.compile(r"时限|时间|期限")),
    ("helper", re.compile(r"配合|协办")),
    ("owner", re.compile(r"责任|牵头|承办|负责")),
    ("title", re.compile(r"任务|事项|工作|项目|内容|措施")),
)
"""What each column is for, by its heading; the first that fits."""


def as_points(parts: Sequence[Part]) -> list[Part]:
    """The parts, tables of tasks turned into points of the section above that has none, else their own."""
    found: list[Part] = []
    for part in parts:
        items = part.items
        table = items[0] if len(items) == 1 and isinstance(items[0], Section) else None
        points = _points(table.table) if table is not None and not table.points else ()
        above = found[-1].items[-1] if found else None
        if table is None or not points:
            found.append(part)
        elif not table.heading and isinstance(above, Section) and above.heading and not above.points:
            filled = replace(above, points=points)
            found[-1] = replace(found[-1], items=(*found[-1].items[:-1], filled))
        else:
            found.append(replace(part, items=(replace(table, points=points, table=()),)))
    return found


def _points(rows: Sequence[Texts]) -> tuple[Point, ...]:
    """A point for each row below the heading; none where the heading names no task and nobody for it.

    A row without a task of its own, as merged cells leave it, goes on with the one above.
    """
    names = [_name(cell) for cell in rows[0]] if rows else []
    if "title" not in names or not {"owner", "deadline"} & set(names):
        return ()
    found: list[Point] = []
    for row in rows[1:]:
        point = _point(names, rows[0], row)
        if point.title or not found:
            found.append(point)
            continue
        both = Assignment(found[-1].owner, found[-1].deadline).joined(Assignment(point.owner, point.deadline))
        text = (*found[-1].text, *point.text)
        found[-1] = replace(found[-1], text=text, owner=both.owner, deadline=both.deadline)
    return tuple(point for point in found if point.title)


def _name(heading: str) -> str:
    return next((name for name, words in _COLUMNS if words.search(heading)), "text")


def _point(names: Sequence[str], headings: Texts, row: Texts) -> Point:
    """One row: its first cell of a task is the title, others of a task and of other columns are its
    text, with what they are of.
    """
    cells: dict[str, list[str]] = {name: [] for name in (*dict(_COLUMNS), "text")}
    for name, heading, cell in zip(names, headings, row, strict=False):
        if cell.strip():
            other = name == "text" and heading.strip()
            cells[name].append(f"{heading.strip()}：{cell.strip()}" if other else cell.strip())
    return Point(
        title=cells["title"][0] if cells["title"] else "",
        text=(*cells["title"][1:], *cells["text"]),
        owner=assignments.together("，".join(cells["owner"]), "、".join(cells["helper"])),
        deadline="，".join(cells["deadline"]),
        note="；".join(cells["note"]),
    )
