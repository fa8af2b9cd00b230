"""Paragraphs of an old Word file put into the tables that they stand in ([MS-DOC] 2.4.3)."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.readers.old_word import sprms
from drafter.readers.old_word.paragraphs import OldParagraph
from drafter.readers.old_word.sprms import Code, Sprms

_NEAR = 20
"""Twips by which the edge of a column may lie beside that of another row: a hand drew them."""

_CELL = 20
"""Bytes of a cell in the definition of a row (2.9.325)."""

_MOST_CELLS = 64
"""Columns that a table may have."""

_MERGED = 1
"""What the definition says of a cell that the one before it reaches into."""


@dataclass(slots=True)
class OldRow:
    """A row: its cells, what is set for it, and for the mark that ends it; `spans` the columns that each cell takes."""

    cells: list[list[OldBlock]]
    set: Sprms = sprms.NONE
    end: Sprms = sprms.NONE
    spans: list[int] = field(default_factory=list)


@dataclass(slots=True)
class OldTable:
    """A table by its rows; `cells` and `blocks` are those of the row and of the cell that are not yet at their end."""

    rows: list[OldRow] = field(default_factory=list)
    cells: list[list[OldBlock]] = field(default_factory=list)
    blocks: list[OldBlock] = field(default_factory=list)

    def take(self, paragraph: OldParagraph) -> None:
        """The next paragraph of the table."""
        if paragraph.ends_row:
            self.end_row(paragraph.set, paragraph.end)
            return
        self.blocks.append(paragraph)
        if paragraph.ends_cell:
            self.cells.append(self.blocks)
            self.blocks = []

    def end_row(self, row: Sprms = sprms.NONE, end: Sprms = sprms.NONE) -> None:
        """Ends the row; what stands in no cell is one by itself."""
        if self.blocks:
            self.cells.append(self.blocks)
        if self.cells:
            self.rows.append(OldRow(self.cells, row, end))
        self.cells, self.blocks = [], []


OldBlock = OldParagraph | OldTable


def blocks(paragraphs: Iterable[OldParagraph]) -> list[OldBlock]:
    """The paragraphs and tables of a text, in their order."""
    found: list[OldBlock] = []
    tables: list[OldTable] = []
    for paragraph in paragraphs:
        _open(found, tables, paragraph.depth)
        if tables:
            tables[-1].take(paragraph)
        else:
            found.append(paragraph)
    _open(found, tables, 0)
    return found


def _open(found: list[OldBlock], tables: list[OldTable], depth: int) -> None:
    """Ends the tables that a paragraph of this depth stands in no longer, and begins those that it does."""
    while len(tables) > depth:
        table = tables.pop()
        table.end_row()
        _span(table)
    while len(tables) < depth:
        table = OldTable()
        (tables[-1].blocks if tables else found).append(table)
        tables.append(table)


def _span(table: OldTable) -> None:
    """How many columns each cell takes: a column lies between any two edges of the whole table."""
    defined = [_edges(row) for row in table.rows]
    columns: list[int] = []
    for edge in sorted({edge for edges, _ in defined for edge in edges}):
        if not columns or edge > columns[-1] + _NEAR:
            columns.append(edge)
    for row, (edges, merged) in zip(table.rows, defined, strict=True):
        if len(edges) != len(row.cells) + 1 or len(columns) > _MOST_CELLS:
            row.spans = [1] * len(row.cells)
            continue
        places = [bisect_left(columns, edge - _NEAR) for edge in edges]
        row.spans = [max(after - before, 1) for before, after in pairwise(places)]
        _merge(row, merged)


def _edges(row: OldRow) -> tuple[list[int], list[bool]]:
    """Where the cells of a row begin and the last ends, and which belong to the one before (2.9.324, 2.9.325)."""
    said = row.set.of.get(Code.TABLE, b"")
    count = said[0] if said else 0
    if not 0 < count <= _MOST_CELLS or len(said) < 3 + 2 * count:
        return [], []
    edges = list(struct.unpack_from(f"<{count + 1}h", said, 1))
    at = 3 + 2 * count
    heads = (said[at + _CELL * number : at + _CELL * number + 2] for number in range(count))
    return edges, [int.from_bytes(head, "little") & 3 == _MERGED for head in heads]


def _merge(row: OldRow, merged: list[bool]) -> None:
    """Makes one of cells that the definition of the row calls one."""
    cells: list[list[OldBlock]] = []
    spans: list[int] = []
    for cell, span, joined in zip(row.cells, row.spans, merged, strict=True):
        if joined and cells:
            spans[-1] += span
            cells[-1] += [block for block in cell if not isinstance(block, OldParagraph) or block.runs]
        else:
            cells.append(cell)
            spans.append(span)
    row.cells, row.spans = cells, spans
