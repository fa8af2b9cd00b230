"""Marks in a Word file what differs from an older one, as changes that Word shows, takes and refuses (ECMA-376 17.13.5).

The file stays as it is but for the marks; what is gone is put where it stood.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree

from drafter import wordml
from drafter.redline.aligning import Group, groups
from drafter.redline.changes import Change, Difference, changes
from drafter.wordml import PARAGRAPH, W
from drafter.writers.word_files.blocks import Block, Cell, Grid, Line, Row, blocks
from drafter.writers.word_files.revisions import Pen, kept_properties
from drafter.writers.word_files.streams import Stream

_LEAST_MOVED = 8
"""Characters of a paragraph that counts as moved: short ones are alike by chance."""

_TABLE = "\ue000"
"""Stands before what a table says, so that none is taken for a paragraph."""


class Redliner:
    """Marks one document; its root element is changed in place."""

    def __init__(
        self, root: Any, hiding: wordml.Hiding, author: str, date: str = "", moves: bool = False
    ) -> None:
        self._root = root
        self._hidden = hiding.of(root)
        self._pen = Pen(root, author, date)
        self._place = {one: number for number, one in enumerate(root.iter(PARAGRAPH), 1)}
        self.found: list[Difference] = []
        self._moves = moves
        self._moved: dict[str, str] = {}

    def mark(self, old: Any, hiding: wordml.Hiding) -> list[Difference]:
        """Marks what differs from the root element of an older text, and says it in order."""
        body, before = self._root.find(f"{W}body"), old.find(f"{W}body")
        if body is not None and before is not None:
            self._mark(blocks(before, hiding.of(old)), blocks(body, self._hidden), _End(body))
        return self.found

    # --- blocks ---------------------------------------------------------------------------------------------------------

    def _mark(self, old: Sequence[Block], new: Sequence[Block], end: _End) -> None:
        was, now = ([_key(block) for block in side] for side in (old, new))
        found = list(_of_one_kind(groups(was, now), old, new))
        if self._moves:
            self._note_moves(found, old, new)
        for group in found:
            before, after = old[group.old : group.old_end], new[group.new : group.new_end]
            ahead = new[group.new].element if group.new < len(new) else None
            if before and after and isinstance(after[0], Grid):
                self._mark_rows(before[0], after[0])
            elif before and after:
                self._mark_lines(before, after)
            elif after:
                self._insert(after)
            else:
                self._delete(before, ahead, end)

    def _note_moves(self, found: Sequence[Group], old: Sequence[Block], new: Sequence[Block]) -> None:
        """Gives a name to what is gone from one place and stands, word for word, at another."""
        gone = {
            old[one.old].text for one in found if one.new == one.new_end and isinstance(old[one.old], Line)
        }
        come = [
            new[one.new].text for one in found if one.old == one.old_end and isinstance(new[one.new], Line)
        ]
        for text in come:
            if text in gone and len(text) >= _LEAST_MOVED and come.count(text) == 1:
                self._moved.setdefault(text, f"move{len(self._moved) + 1}")

    def _mark_lines(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        before, after = ("\n".join(block.text for block in side) for side in (old, new))
        found = changes(before, after)
        if found:
            self._tell(before, after, new[0].element, found)
            Stream(self._pen, [block.element for block in new], self._hidden).mark(found)

    def _insert(self, new: Sequence[Block]) -> None:
        for block in new:
            self._tell("", block.text, block.element, [Change(0, len(block.text), "")])
            if isinstance(block, Grid):
                for row in block.rows:
                    self._mark_row(row, "ins")
            elif name := self._moved.get(block.text):
                self._pen.moved_here(block.element, name)
            else:
                self._pen.end(block.element, "ins")
                self._pen.insert_all(block.element)

    def _delete(self, old: Sequence[Block], ahead: Any, end: _End) -> None:
        for block in old:
            self._tell(block.text, "", ahead, [Change(0, 0, block.text)])
            made = self._gone_table(block) if isinstance(block, Grid) else self._gone_line(block)
            end.put(made, ahead)

    # --- tables ---------------------------------------------------------------------------------------------------------

    def _mark_rows(self, old: Block, new: Block) -> None:
        assert isinstance(old, Grid) and isinstance(new, Grid)
        last: Any = None
        for group in groups([row.text for row in old.rows], [row.text for row in new.rows]):
            before, after = old.rows[group.old : group.old_end], new.rows[group.new : group.new_end]
            paired = list(zip(before, after, strict=False)) if before and after else []
            for one, other in paired:
                if len(one.cells) == len(other.cells):
                    for cell, now in zip(one.cells, other.cells, strict=True):
                        self._mark(cell.blocks, now.blocks, _End(now.element))
                else:
                    self._row_gone(one, new, other.element, None)
                    self._row_new(other)
                last = other.element
            for row in before[len(paired) :]:
                ahead = new.rows[group.new_end].element if group.new_end < len(new.rows) else None
                last = self._row_gone(row, new, ahead, last)
            for row in after[len(paired) :]:
                self._row_new(row)
                last = row.element

    def _row_new(self, row: Row) -> None:
        self._tell("", row.text, row.element, [Change(0, len(row.text), "")])
        self._mark_row(row, "ins")

    def _row_gone(self, row: Row, table: Grid, ahead: Any, last: Any) -> Any:
        self._tell(row.text, "", ahead if ahead is not None else table.element, [Change(0, 0, row.text)])
        made = self._gone_row(row)
        if ahead is not None:
            ahead.addprevious(made)
        elif last is not None:
            last.addnext(made)
        else:
            table.element.append(made)
        return made

    def _mark_row(self, row: Row, kind: str) -> None:
        properties = row.element.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            before = row.element.find(f"{W}tblPrEx")
            row.element.insert(0, properties) if before is None else before.addnext(properties)
        properties.append(self._pen.revision(kind))
        for cell in row.cells:
            for block in cell.blocks:
                if isinstance(block, Grid):
                    for inner in block.rows:
                        self._mark_row(inner, kind)
                else:
                    self._pen.end(block.element, kind)
                    self._pen.insert_all(block.element)

    def _gone_table(self, grid: Grid) -> Any:
        """A table that is not there any more, its rows marked as such."""
        table = etree.Element(f"{W}tbl")
        for name in ("tblPr", "tblGrid"):
            there = grid.element.find(W + name)
            table.append(copy.deepcopy(there) if there is not None else etree.Element(W + name))
        _unname(table.find(f"{W}tblPr"), "tblStyle")
        table.extend(self._gone_row(row) for row in grid.rows)
        return table

    def _gone_row(self, row: Row) -> Any:
        made = etree.Element(f"{W}tr")
        etree.SubElement(made, f"{W}trPr").append(self._pen.revision("del"))
        for cell in row.cells:
            made.append(self._gone_cell(cell))
        return made

    def _gone_cell(self, cell: Cell) -> Any:
        made = etree.Element(f"{W}tc")
        properties = cell.element.find(f"{W}tcPr")
        if properties is not None:
            made.append(copy.deepcopy(properties))
        lines = [block for block in cell.blocks if isinstance(block, Line)]
        made.extend(self._gone_line(line) for line in lines or [Line(None, "")])
        return made

    # --- paragraphs -----------------------------------------------------------------------------------------------------

    def _gone_line(self, line: Line) -> Any:
        """A paragraph that is not there any more, in its own look where the file knows that."""
        made = etree.Element(PARAGRAPH)
        there = line.element.find(f"{W}pPr") if line.element is not None else None
        if there is not None:
            made.append(kept_properties(there))
        if name := self._moved.get(line.text):
            self._pen.moved_away(made, line.text, name)
            return made
        self._pen.end(made, "del")
        if line.text:
            made.append(self._pen.gone(line.text, None))
        return made

    def _tell(self, old: str, new: str, element: Any, found: Sequence[Change]) -> None:
        first = next(element.iter(PARAGRAPH), None) if element is not None else None
        number = self._place.get(first, len(self._place)) if first is not None else len(self._place)
        self.found.append(Difference(old, new, number, tuple(found)))


class _End:
    """Where what is gone from the end of a body or a cell is put: before its section, or behind all."""

    def __init__(self, holder: Any) -> None:
        self._holder = holder

    def put(self, made: Any, ahead: Any) -> None:
        """Puts an element before another, or at the end."""
        if ahead is not None:
            ahead.addprevious(made)
            return
        section = self._holder.find(f"{W}sectPr")
        self._holder.append(made) if section is None else section.addprevious(made)


def _key(block: Block) -> str:
    return _TABLE + block.text if isinstance(block, Grid) else block.text


def _of_one_kind(found: Iterable[Group], old: Sequence[Block], new: Sequence[Block]) -> Iterator[Group]:
    """The groups; those that hold a table beside anything else fall into what is gone and what is new."""
    for one in found:
        both = [*old[one.old : one.old_end], *new[one.new : one.new_end]]
        tables = sum(isinstance(block, Grid) for block in both)
        paired = one.old < one.old_end and one.new < one.new_end
        if paired and tables and not (tables == len(both) == 2):
            yield Group(one.old, one.old_end, one.new, one.new)
            yield Group(one.old_end, one.old_end, one.new, one.new_end)
        else:
            yield one


def _unname(properties: Any, name: str) -> None:
    for one in properties.findall(W + name):
        properties.remove(one)
