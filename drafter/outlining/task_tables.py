"""Tables of tasks (任务, 责任单位, 完成时限) as the points that they list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.model.outline import Part, Point, Section, Texts

_COLUMNS = (
    ("", re.compile(r"序号|编号|备注")),
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
    """A point for each row below the heading; none where the heading names no task and nobody for it."""
    names = [_name(cell) for cell in rows[0]] if rows else []
    if "title" not in names or not {"owner", "deadline"} & set(names):
        return ()
    return tuple(point for row in rows[1:] if (point := _point(names, row)).title)


def _name(heading: str) -> str:
    return next((name for name, words in _COLUMNS if words.search(heading)), "")


def _point(names: Sequence[str], row: Texts) -> Point:
    """One row: its first cell of a task is the title, others of a task are its text."""
    cells: dict[str, list[str]] = {name: [] for name, _ in _COLUMNS}
    for name, cell in zip(names, row, strict=False):
        if cell.strip():
            cells[name].append(cell.strip())
    owner = "，".join(cells["owner"])
    helper = "、".join(cells["helper"])
    return Point(
        title=cells["title"][0] if cells["title"] else "",
        text=tuple(cells["title"][1:]),
        owner=f"{owner}牵头，{helper}配合" if owner and helper else owner or helper,
        deadline="，".join(cells["deadline"]),
    )
