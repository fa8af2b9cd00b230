"""Tables as text (.csv): the lines, whatever parts the cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from drafter import shield
from drafter.patterns import pattern
from drafter.readers.tables.lines import MOST_CELLS, Line, Lines, bad_table

LONGEST_CELL = 1_000_000
csv.field_size_limit(LONGEST_CELL)

_SAVE_AGAIN = "用 Excel 打开，另存为 CSV UTF-8"
_QUOTED = pattern(r'"[^"]*(?:"|$)')
_SAID = pattern(r'"?sep=(.)"?(?:\r\n|\r|\n|$)')
"""The first line by which Excel is told what parts the cells."""

_AS_TEXT, _DIGITS = pattern(r'="([^"]*)"'), pattern(r"\d[\d.,/-]*")
"""A text as programs write one that Excel is not to make a number of: ="007", '007."""

_END = "\ue0ff表的末尾"
"""Stands below the last row while it is read: where a quote is open, it goes into a cell."""


def read_csv(text: str, name: str) -> Lines:
    """The lines; a tab or a semicolon, or what a first line `sep=` says, may part the cells too. That line counts
    as none, as in Excel.

    Raises:
        InputProblem: a quote is not closed, a cell is longer than any, or the cells are parted by full-width commas.

    """
    said = _SAID.match(text)
    if said is not None:
        text = text[said.end() :]
    head = _QUOTED.sub("", next(iter(text.splitlines()), ""))
    parts = said[1] if said is not None else max(",\t;，", key=head.count)
    if parts == "，":
        raise bad_table(name, "表头用了全角逗号", "改成半角逗号；或用 Excel 另存为 CSV UTF-8")
    try:
        return Lines(list(_lines(text, parts, name)))
    except csv.Error as error:
        raise bad_table(name, f"CSV 读不懂（{error}）", _SAVE_AGAIN) from error


def _lines(text: str, parts: str, name: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=parts)
    count = number = begins = 0
    for number, cells in enumerate(reader, 1):
        if cells == [_END]:
            return
        if cells and cells[-1].endswith(_END):
            break
        begins = reader.line_num
        count += len(cells)
        if count > MOST_CELLS:
            raise bad_table(name, f"格子超过 {MOST_CELLS // 10_000} 万个，一次读不了", "分成几张表再来", None)
        if cells:
            yield Line(number, dict(enumerate(map(unguarded, cells))))
    hint = "补上后一个引号；格子里要有引号，写成两个"
    raise bad_table(name, f"第 {begins + 1} 行起有一个引号没有配对，后面的行都被它吞了", hint, begins + 1)


def unguarded(cell: str) -> str:
    """The cell without what only keeps a spreadsheet from taking it for a formula, or its digits for a number."""
    cell = cell.strip()
    if (said := _AS_TEXT.fullmatch(cell)) is not None:
        return said[1]
    guarded = (
        cell[:1] == "'" and cell[1:2] and (cell[1] in shield.FORMULA_SIGNS or _DIGITS.fullmatch(cell[1:]))
    )
    return cell[1:] if guarded else cell
