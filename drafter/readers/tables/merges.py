"""Cells that are merged downwards: every row of theirs says what is seen there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from drafter.problems import Problem
from drafter.readers.tables.grid import Grid, Merge
from drafter.readers.tables.lines import Line, column_letters, table_note
from drafter.readers.tables.stream import BrokenPart

_MOST_FILLED = 1_000_000
_MOST_NAMED = 8
"""How many merged cells a message names."""


def fill_merged(grid: Grid, name: str) -> list[Problem]:
    """Gives the rows below the first of merged cells what that one says, and tells which cells these were.

    A row that has nothing of its own stays empty. Cells merged sideways stay the first column's.

    Raises:
        BrokenPart: so many rows are merged over one another that no person did it.

    """
    numbers = [line.number for line in grid.lines]
    filled: list[str] = []
    count = 0
    for merge in grid.merges:
        at = bisect_left(numbers, merge.first)
        below = grid.lines[at + 1 : bisect_right(numbers, merge.last)]
        count += len(below)
        if count > _MOST_FILLED:
            raise BrokenPart("的合并格太多，一次读不了")
        if below and numbers[at] == merge.first and _fill(grid.lines[at], below, merge):
            letters = column_letters(merge.left)
            filled.append(f"{letters}{merge.first}:{letters}{merge.last}")
    if not filled:
        return []
    which = "、".join(filled[:_MOST_NAMED]) + (f"等 {len(filled)} 处" if len(filled) > _MOST_NAMED else "")
    hint = "不对就在表里取消合并，逐行填好"
    return [table_note(name, "merged-cells", f"合并格 {which} 里写的，各行都用了", hint)]


def _fill(top: Line, below: list[Line], merge: Merge) -> bool:
    """Whether there was something to be repeated."""
    said, fault = top.cells.get(merge.left), top.faults.get(merge.left)
    for line in below:
        if said is not None:
            line.cells.setdefault(merge.left, said)
        elif fault is not None:
            line.faults.setdefault(merge.left, fault)
    return said is not None or fault is not None
