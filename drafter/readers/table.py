"""Rows of a table, `.csv` or `.xlsx`, each with its number in the file."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter import shield
from drafter.problems import InputProblem, MissingProgram, Place, Problem

LONGEST_CELL = 1_000_000
csv.field_size_limit(LONGEST_CELL)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (the head is 1) and its cells by column name."""

    number: int
    cells: dict[str, str]


def read_csv(text: str, name: str) -> tuple[tuple[str, ...], list[Row]]:
    """The column names and the rows; a tab or a semicolon may part the cells too.

    Raises:
        InputProblem: there is no head, or a column has no name or one twice.

    """
    head = text.partition("\n")[0]
    parts = max(",\t;，", key=head.count)
    if parts == "，":
        raise _wrong(name, "表头用了全角逗号", "改成半角逗号；或用 Excel 另存为 CSV UTF-8")
    try:
        return _rows(csv.reader(io.StringIO(text, newline=""), delimiter=parts), name)
    except csv.Error as error:
        raise _wrong(name, f"CSV 读不懂（{error}）", "用 Excel 打开，另存为 CSV UTF-8") from error


def read_xlsx(data: bytes, name: str) -> tuple[tuple[str, ...], list[Row]]:
    """The column names and the rows of the first sheet.

    Raises:
        MissingProgram: the extra `xlsx` is not installed.
        InputProblem: the file cannot be read, or as `read_csv`.

    """
    try:
        from python_calamine import CalamineWorkbook
    except ImportError as error:
        hint = "运行 pip install 'drafter-cn[xlsx]'；或在 Excel 里另存为 CSV UTF-8"
        raise MissingProgram(
            Problem("no-xlsx", "读 .xlsx 要装附加组件 xlsx", Place(name), hint=hint)
        ) from error
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except Exception as error:  # calamine raises one class for each format, none of them public
        raise _wrong(name, "Excel 文件读不了，可能已损坏或加了密码", "在 Excel 里打开，另存一份") from error
    return _rows(([_text(cell) for cell in row] for row in rows), name)


def _rows(lines: Iterable[list[str]], name: str) -> tuple[tuple[str, ...], list[Row]]:
    numbered: Iterator[tuple[int, list[str]]] = enumerate(lines, 1)
    _, head = next(numbered, (0, []))
    columns = tuple(cell.strip() for cell in head)
    while columns and not columns[-1]:
        columns = columns[:-1]
    if not columns:
        raise _wrong(name, "表是空的", "第一行写数据名称，下面一行一份")
    for index, column in enumerate(columns):
        if not column.replace("_", "").isalnum():
            raise _wrong(
                name, f"第 {index + 1} 列的名称“{column[:20]}”不能用", "名称只用汉字、字母、数字和下划线"
            )
        if column in columns[:index]:
            raise _wrong(name, f"有两列都叫“{column[:20]}”", "改掉一个")
    rows = [
        Row(number, dict(zip(columns, map(unguarded, cells + [""] * len(columns)), strict=False)))
        for number, cells in numbered
        if any(cell.strip() for cell in cells)
    ]
    return columns, rows


def unguarded(cell: str) -> str:
    """The cell without the quote that keeps a spreadsheet from taking it for a formula."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in shield.FORMULA_SIGNS else cell


def _text(cell: object) -> str:
    """A cell of a sheet as a person sees it: 128.0 is 128, a date is 2026年3月12日."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return f"{cell:.10g}"
    if isinstance(cell, datetime.date):
        return f"{cell.year}年{cell.month}月{cell.day}日"
    return str(cell)


def _wrong(name: str, message: str, hint: str) -> InputProblem:
    return InputProblem(Problem("bad-table", message, Place(name, 1), hint=hint))
