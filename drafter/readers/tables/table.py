"""Rows of a table by column name: which line names the columns, what the rows below say, what cannot be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.patterns import pattern
from drafter.problems import Place, Problem
from drafter.readers.intake import characters
from drafter.readers.tables.formats.shown import Fault
from drafter.readers.tables.heads import column_names, find_head
from drafter.readers.tables.lines import Line, Lines, column_letters, table_note
from drafter.readers.tables.spoilt import find_spoilt
from drafter.records import Record

_TOTAL = pattern(
    r"[\w（）()]{0,8}?(?:(?:合|总|小|共)计|平均(?:值|数)?|均值)(?:[（(].*[）)])?[：:]?|(?:sub|grand)?totals?[：:]?|sum|average",
    re.IGNORECASE,
)
"""What the first cell says of a row that sums up others."""

_FOOT = pattern(
    r"(?:备\s*注|说\s*明|注|附\s*注|填\s*表\s*人?|制\s*表\s*人?|审\s*核\s*人?|填\s*报\s*人|填\s*报\s*单\s*位|复\s*核\s*人?|负\s*责\s*人|经\s*办\s*人|"
    r"联\s*系\s*(?:人|电\s*话)|(?:填\s*表|制\s*表|填\s*报)\s*(?:日\s*期|时\s*间))\s*[：:].*",
    re.DOTALL,
)
"""What stands below an office's table and is no row of it."""

_LONGEST_HEAD = 3
"""Lines that a head of merged cells takes at the most."""

_SOUND: Mapping[str, Problem] = {}
"""The faults of almost all rows."""

_MOST_NAMED = 8
"""How many rows or columns a message names."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (the head is 1) and its cells by column name.

    `faults` are the cells that cannot be printed, by column too, and why; a `total` sums up the rows above.
    """

    number: int
    cells: dict[str, str]
    faults: Mapping[str, Problem]
    hidden: bool = False
    total: bool = False


class Table(Record):
    """The column names, the rows, and what is to be said of the table as a whole."""

    columns: tuple[str, ...]
    rows: Sequence[Row]
    notes: tuple[Problem, ...] = ()


def arrange(read: Lines, name: str, head: int = 0) -> Table:
    """The rows below the line that names the columns: the one of this number, else the one that looks like it.

    Raises:
        InputProblem: there is none, or a column has a name twice.

    """
    lines = [line for line in read.lines if line.faults or any(map(str.strip, line.cells.values()))]
    at, above = find_head(lines, name, head)
    if not head:
        at, layers = _lowest_layer(lines, at, read.merged, name)
        above += layers
    below, feet = _without_feet(lines[at + 1 :], name)
    names, notes = column_names(lines[at], below, name)
    rows = [_row(line, names, name) for line in below]
    told = (*read.notes, *above, *notes, *_hidden(rows, names, read.hidden_columns, name), *feet)
    return Table(tuple(names.values()), rows, told)


def _lowest_layer(
    lines: Sequence[Line], at: int, merged: Iterable[tuple[int, int]], name: str
) -> tuple[int, list[Problem]]:
    """The last line of a head whose cells are merged over several, since it says of each column what is in it."""
    first = lines[at].number
    last = max((end for begin, end in merged if begin == first), default=first)
    if not first < last < first + _LONGEST_HEAD:
        return at, []
    found = max(index for index, line in enumerate(lines) if line.number <= last)
    if found == at:
        return at, []
    message = f"表头有两层，列名用的是下面一层（第 {lines[found].number} 行）"
    hint = f"不对就写明是第几行，例如 --header {first}"
    return found, [table_note(name, "head-of-layers", message, hint, lines[found].number)]


def _without_feet(lines: Sequence[Line], name: str) -> tuple[Sequence[Line], list[Problem]]:
    """The lines without those below the table, notes and who filled it in, which are told."""
    end = len(lines)
    while end and _is_foot(lines[end - 1]):
        end -= 1
    feet = [str(line.number) for line in lines[end:]]
    if not feet:
        return lines, []
    message = f"第 {'、'.join(feet[:_MOST_NAMED])} 行是表下面的说明，没有读"
    hint = "要读这一行，就把“备注：”“填表人：”等字改掉"
    return lines[:end], [table_note(name, "foot-line", message, hint, int(feet[0]))]


def _is_foot(line: Line) -> bool:
    said = [text.strip() for text in line.cells.values() if text.strip()]
    return bool(said) and not line.faults and all(map(_FOOT.fullmatch, said))


def _row(line: Line, names: Mapping[int, str], name: str) -> Row:
    cells: dict[str, str] = {}
    faults: dict[str, Problem] = {}
    first = ""
    for column, called in names.items():
        text = line.cells.get(column, "").strip()
        fault = line.faults.get(column) or find_spoilt(text)
        if fault is None and not text.isprintable():
            text = characters.plain_line_ends(text.replace("\r\n", "\n"))
            bad = characters.unusable(text)
            if bad is not None:
                fault = Fault(
                    f"里有不能用的字符 U+{ord(bad[0]):04X}", "在表里把这一格删了重打（多半是从别处粘贴来的）"
                )
        if fault is not None:
            message = f"“{called}”这一格{fault.what}"
            faults[called] = Problem("bad-cell", message, Place(name, line.number), hint=fault.way)
            text = ""
        cells[called] = text
        first = first or text
    return Row(
        line.number,
        cells,
        faults or _SOUND,
        line.hidden,
        _TOTAL.fullmatch("".join(first.split())) is not None,
    )


def _hidden(
    rows: Sequence[Row], names: Mapping[int, str], columns: frozenset[int], name: str
) -> Iterator[Problem]:
    """What a person does not see in Excel and what is read all the same."""
    numbers = [str(row.number) for row in rows if row.hidden]
    if numbers:
        which = "、".join(numbers[:_MOST_NAMED]) + (
            f"等 {len(numbers)} 行" if len(numbers) > _MOST_NAMED else " 行"
        )
        message = f"第 {which}在 Excel 里是隐藏的，或筛选掉的，照样读了"
        yield table_note(name, "hidden-rows", message, "不要这几行，就在表里删去再来", int(numbers[0]))
    unseen = [f"{column_letters(one)}“{names[one]}”" for one in names if one in columns]
    if unseen:
        message = f"隐藏的列照样读了：{'、'.join(unseen[:_MOST_NAMED])}"
        yield table_note(name, "hidden-columns", message, "不要这几列，就在表里删去再来")
