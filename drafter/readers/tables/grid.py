"""The cells of one sheet of a workbook (ISO/IEC 29500-1, 18.3.1), each as it is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from drafter.readers.tables.formats.shown import Fault, Shower, Unshown
from drafter.readers.tables.lines import MOST_CELLS, Line
from drafter.readers.tables.stream import BrokenPart, walk
from drafter.readers.tables.strings import MOST_CHARACTERS, decoded
from drafter.records import Record

_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_MOST_MERGES = 100_000
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Merge(Record):
    """Cells that are one: first and last row (from 1), first and last column (from 0)."""

    first: int
    last: int
    left: int
    right: int


class Grid(Record):
    """What a sheet holds: its lines, the columns that are hidden, the cells that are merged."""

    lines: list[Line]
    hidden_columns: frozenset[int]
    merges: Sequence[Merge]


def read_grid(data: bytes, strings: Sequence[str], shower: Shower) -> Grid:
    """The cells of a sheet's part; `strings` are those that cells name by number.

    Raises:
        BrokenPart: it cannot be read, or holds more than a table does.

    """
    reader = _Reader(strings, shower)
    walk(data, reader.start, reader.end, reader.text)
    return Grid(reader.lines, frozenset(reader.hidden), reader.merges)


class _Reader:
    """One run over one sheet: what the elements say gathers here."""

    def __init__(self, strings: Sequence[str], shower: Shower) -> None:
        self.lines: list[Line] = []
        self.hidden: set[int] = set()
        self.merges: list[Merge] = []
        self._strings = strings
        self._shower = shower
        self._columns: dict[str, int] = {}
        self._row, self._hidden_row = 0, False
        self._column = -1
        self._kind, self._style = "n", 0
        self._pieces: list[str] = []
        self._collecting = self._in_reading = False
        self._cells = self._characters = self._ranged = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "t"):
            self._collecting = not self._in_reading
        elif name == "row":
            self._begin_row(attributes)
        elif name == "rPh":
            self._in_reading = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col":
            self._columns_of(attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("v", "t"):
            self._collecting = False
        elif name == "rPh":
            self._in_reading = False
        elif name == "c" and self._pieces:
            self._end_cell()

    def text(self, piece: str) -> None:
        """Some characters."""
        if self._collecting:
            self._pieces.append(piece)

    def _columns_of(self, attributes: Mapping[str, str]) -> None:
        """Columns that look alike; each stands in one such range."""
        first, last = (
            max(int(attributes.get("min", "")), 1),
            min(int(attributes.get("max", "")), _LAST_COLUMN),
        )
        self._ranged += max(last - first + 1, 1)
        if self._ranged > _LAST_COLUMN:
            raise BrokenPart("列记得不对，可能已损坏")
        if attributes.get("hidden") in ("1", "true"):
            self.hidden.update(range(first - 1, last))

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        number = int(attributes.get("r", self._row + 1))
        if not self._row < number <= _LAST_ROW:
            raise BrokenPart("行号不对，可能已损坏")
        self._row, self._column = number, -1
        self._hidden_row = attributes.get("hidden") in ("1", "true")

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r", "")
        letters = reference.rstrip("0123456789")
        self._column = self._column_of(letters) if letters else self._column + 1
        self._kind = attributes.get("t", "n")
        self._style = int(attributes.get("s", "0"))
        self._pieces.clear()

    def _column_of(self, letters: str) -> int:
        column = self._columns.get(letters)
        if column is None:
            if not (letters.isascii() and letters.isupper() and len(letters) <= len("XFD")):
                raise BrokenPart("格子的位置不对，可能已损坏")
            column = -1
            for letter in letters:
                column = (column + 1) * 26 + ord(letter) - ord("A")
            self._columns[letters] = column
        return column

    def _end_cell(self) -> None:
        stored = "".join(self._pieces)
        self._pieces.clear()
        if not self._row:
            raise BrokenPart("格子不在行里，可能已损坏")
        self._cells += 1
        try:
            shown = self._shown(stored)
        except Unshown as error:
            self._line().faults[self._column] = error.fault
            return
        self._characters += len(shown)
        if self._cells > MOST_CELLS or self._characters > MOST_CHARACTERS:
            raise BrokenPart(
                f"有字的格子超过 {MOST_CELLS // 10_000} 万个，或总字数超过 {MOST_CHARACTERS // 10_000} 万，一次读不了"
            )
        self._line().cells[self._column] = shown

    def _line(self) -> Line:
        """The line of this row, begun where it has nothing yet: rows without a cell are none."""
        if not self.lines or self.lines[-1].number != self._row:
            self.lines.append(Line(self._row, {}, hidden=self._hidden_row))
        return self.lines[-1]

    def _shown(self, stored: str) -> str:
        kind = self._kind
        if kind == "s":
            index = int(stored)
            if not 0 <= index < len(self._strings):
                raise BrokenPart("有格子的文字找不到了，可能已损坏")
            return self._shower.text(self._strings[index], self._style)
        if kind in ("n", ""):
            return self._shower.number(stored.strip(), self._style) if stored.strip() else ""
        if kind == "b":
            return "否" if stored.strip() in ("0", "false") else "是"
        if kind == "e":
            raise Unshown(Fault(f"里是错误值 {stored[:20]}", "在表里改好公式，或填上数再来"))
        if kind == "d":
            return self._shower.moment(stored.strip(), self._style)
        return self._shower.text(decoded(stored), self._style)

    def _merge(self, reference: str) -> None:
        corners = [_REFERENCE.fullmatch(one) for one in reference.split(":")]
        first, last = corners[0], corners[-1]
        if first is None or last is None or len(self.merges) >= _MOST_MERGES:
            raise BrokenPart("合并格记得不对，可能已损坏")
        left, right = self._column_of(first[1]), self._column_of(last[1])
        self.merges.append(Merge(int(first[2]), int(last[2]), left, right))
