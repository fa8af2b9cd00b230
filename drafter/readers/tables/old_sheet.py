"""Old workbooks of Excel and WPS (.xls, .et): their values without the formats in which they are shown."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from decimal import Decimal

from drafter.problems import InputProblem, MissingProgram, Place, Problem
from drafter.readers.tables.formats.numbers import MOST_DIGITS, general
from drafter.readers.tables.formats.shown import Fault
from drafter.readers.tables.lines import MOST_CELLS, Line, Lines, bad_table, table_note

_SAVE_NEW = "在 Excel 或 WPS 里另存为 .xlsx 再来，就照显示的样子印"
_LOST = Fault(
    f"的数字超过 {MOST_DIGITS} 位，Excel 存不下，后面几位已经不对", "请把这一列设成文本，照原件重填"
)
_AMBIGUOUS = Fault("可能是百分比，旧格式的表里看不出来", _SAVE_NEW)


def old_sheet_names(data: bytes, name: str) -> tuple[str, ...]:
    """What its sheets are called, in the workbook's order.

    Raises:
        MissingProgram: the extra `xlsx` is not installed.
        InputProblem: the file cannot be read.

    """
    try:
        from python_calamine import CalamineWorkbook
    except ImportError as error:
        raise _not_installed(name) from error
    try:
        return tuple(one.name for one in CalamineWorkbook.from_filelike(io.BytesIO(data)).sheets_metadata)
    except Exception as error:  # calamine raises one class for each format, none of them public
        raise _unreadable(name) from error


def read_old_workbook(data: bytes, name: str, wanted: str = "") -> Lines:
    """The lines of the sheet that is wanted, else of the first that is not hidden. Numbers come with all their digits;
    a column that has parts of one (0.856) may show percents, and its numbers are not printed. Errors come as empty cells.

    Raises:
        MissingProgram: the extra `xlsx` is not installed.
        InputProblem: the file cannot be read, or has no such sheet.

    """
    try:
        from python_calamine import CalamineWorkbook, SheetVisibleEnum
    except ImportError as error:
        raise _not_installed(name) from error
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [one.name for one in book.sheets_metadata]
        shown = [one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
        chosen = wanted if wanted in names else next(iter(shown or names))
        rows = book.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    except Exception as error:  # calamine raises one class for each format, none of them public
        raise _unreadable(name) from error
    if wanted and chosen != wanted:
        raise bad_table(name, f"没有叫“{wanted[:30]}”的工作表", f"可以用：{'、'.join(names[:8])}", None)
    if sum(map(len, rows)) > MOST_CELLS:
        raise bad_table(name, f"格子超过 {MOST_CELLS // 10_000} 万个，一次读不了", "分成几张表再来", None)
    notes = [
        table_note(
            name, "old-sheet", "旧格式的表读不到数字格式：数字照存的印，千分位、前面的零都没有", _SAVE_NEW
        )
    ]
    others = [one for one in names if one != chosen]
    if others and not wanted:
        message = f"只读了工作表“{chosen}”，没有读的还有 {'、'.join(others[:8])}"
        notes.append(table_note(name, "other-sheets", message, f"要读别的，写 --sheet {others[0]}"))
    return Lines(_lines(rows), tuple(notes))


def _not_installed(name: str) -> MissingProgram:
    hint = "运行 pip install 'drafter-cn[xlsx]'；或在 Excel 里另存为 .xlsx"
    return MissingProgram(Problem("no-xlsx", "读旧格式的 Excel 表要装附加组件 xlsx", Place(name), hint=hint))


def _unreadable(name: str) -> InputProblem:
    return bad_table(name, "Excel 文件读不了，可能已损坏或加了密码", "在 Excel 里打开，另存一份", None)


def _lines(rows: Sequence[Sequence[object]]) -> list[Line]:
    lines = [Line(number, {}) for number in range(1, len(rows) + 1)]
    parts = {
        column
        for row in rows
        for column, cell in enumerate(row)
        if isinstance(cell, float) and 0 < abs(cell) < 1
    }
    for line, row in zip(lines, rows, strict=True):
        for column, cell in enumerate(row):
            fault = _fault(cell, column in parts)
            if fault is not None:
                line.faults[column] = fault
            elif cell != "":
                line.cells[column] = _text(cell)
    return lines


def _fault(cell: object, may_be_percent: bool) -> Fault | None:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    if may_be_percent:
        return _AMBIGUOUS
    return _LOST if abs(cell) >= 10**MOST_DIGITS else None


def _text(cell: object) -> str:
    """A cell as a person sees it: 128.0 is 128, a date is 2026年3月12日, a time 14:30."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        return general(Decimal(f"{cell:.{MOST_DIGITS}g}"))
    if isinstance(cell, datetime.datetime) and cell.time() != datetime.time():
        return f"{_day(cell)} {_time(cell.time())}"
    if isinstance(cell, datetime.date):
        return _day(cell)
    return _time(cell) if isinstance(cell, datetime.time) else str(cell)


def _day(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _time(time: datetime.time) -> str:
    return f"{time.hour}:{time.minute:02}" + (f":{time.second:02}" if time.second else "")
