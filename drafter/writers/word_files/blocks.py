"""The paragraphs and tables of a Word file's tree, changes accepted, for who marks what differs in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter import wordml
from drafter.records import Record
from drafter.wordml import CELL, PARAGRAPH, ROW, TABLE, W

_GONE = frozenset({f"{W}del", f"{W}moveFrom"})
_CHANGED_ROW = (f"{W}trPr/{W}del", f"{W}trPr/{W}ins")


class Line(Record):
    """A paragraph with what it says."""

    element: Any
    text: str


class Cell(Record):
    """A cell with its blocks."""

    element: Any
    blocks: tuple[Block, ...]


class Row(Record):
    """A row of cells; `text` is what all of them say."""

    element: Any
    cells: tuple[Cell, ...]
    text: str


class Grid(Record):
    """A table; `text` is what it says in all."""

    element: Any
    rows: tuple[Row, ...]
    text: str


Block = Line | Grid


def blocks(holder: Any, hidden_by: wordml.Hidden) -> tuple[Block, ...]:
    """What stands in a body or a cell, in content controls too."""
    return tuple(
        Line(one, "".join(text for _, text in wordml.shown(one, hidden_by)))
        if one.tag == PARAGRAPH
        else _grid(one, hidden_by)
        for one in _elements(holder, (PARAGRAPH, TABLE))
    )


def _elements(holder: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    for child in wordml.children(holder):
        if child.tag in tags:
            yield child
        elif child.tag not in _GONE and child.tag not in (PARAGRAPH, TABLE, ROW, CELL):
            yield from _elements(child, tags)


def _grid(table: Any, hidden_by: wordml.Hidden) -> Grid:
    rows = tuple(
        _row(row, hidden_by) for row in _elements(table, (ROW,)) if row.find(_CHANGED_ROW[0]) is None
    )
    return Grid(table, rows, "\n".join(row.text for row in rows))


def _row(row: Any, hidden_by: wordml.Hidden) -> Row:
    cells = tuple(Cell(cell, blocks(cell, hidden_by)) for cell in _elements(row, (CELL,)))
    return Row(row, cells, "\t".join("\n".join(block.text for block in cell.blocks) for cell in cells))
