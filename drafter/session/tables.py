"""Tables that a command is given: rows of a `.csv` or of an Excel file."""

from __future__ import annotations

from dataclasses import replace

from drafter.problems import InputProblem
from drafter.readers.intake import file_kinds
from drafter.readers.tables import delimited
from drafter.readers.tables.lines import Lines, bad_table
from drafter.readers.tables.table import Table, arrange
from drafter.session.inputs import input_of
from drafter.session.session import Session
from drafter.storage import encodings, files

_TEXT_WAY = "用 Excel 打开，另存为 CSV UTF-8 或 .xlsx 再来"


def read_table(session: Session, name: str, sheet: str = "", head: int = 0) -> Table:
    """A table named on the command line; of a workbook the sheet of that name, else the first that shows. `head` is
    the number of the line that names the columns, 0 where the table itself must say.

    Raises:
        InputProblem: it cannot be read, or is no table.
        MissingProgram: it is an old Excel file, and the extra `xlsx` is not installed.

    """
    data = files.read_bytes(session.base / name)
    return arrange(_lines(data, name, sheet), name, head)


def sheet_names(session: Session, name: str) -> tuple[str, ...]:
    """What the sheets of a workbook are called; none of another kind of table.

    Raises:
        InputProblem: it cannot be read.
        MissingProgram: it is an old Excel file, and the extra `xlsx` is not installed.

    """
    data = files.read_bytes(session.base / name)
    if data.startswith(file_kinds.ZIP):
        from drafter.readers.tables import workbook  # text tables do without

        return workbook.sheet_names(data, name)
    if data.startswith(file_kinds.OLE) and not file_kinds.is_locked(data):
        from drafter.readers.tables import old_sheet  # brings an extra

        return old_sheet.old_sheet_names(data, name)
    return ()


def _lines(data: bytes, name: str, sheet: str) -> Lines:
    """The lines, by what the file is in truth: exports of many programs bear a name that is not theirs."""
    if data.startswith(file_kinds.ZIP):
        from drafter.readers.tables import workbook  # text tables do without

        return workbook.read_workbook(data, name, sheet)
    if file_kinds.is_locked(data):
        raise bad_table(name, "Excel 文件加了密码", "在 Excel 里去掉密码，另存一份", None)
    if data.startswith(file_kinds.OLE):
        from drafter.readers.tables import old_sheet  # brings an extra

        return old_sheet.read_old_workbook(data, name, sheet)
    kind = input_of(name)
    if kind is not None and kind.reader == "sheet":
        message = (
            "这不是 Excel 文件，里面是网页" if data.lstrip()[:1] == b"<" else "这不是 Excel 文件，或已损坏"
        )
        raise bad_table(
            name, message, "用 Excel 打开，另存为 .xlsx 再来；里面是文字的，把后缀改成 .csv", None
        )
    return _csv_lines(data, name)


def _csv_lines(data: bytes, name: str) -> Lines:
    try:
        text = encodings.decode(data, name)
    except InputProblem as error:
        at = data.find(b"\0")
        if at < 0:
            raise bad_table(name, "这不是文本的表，读不出字", _TEXT_WAY, None) from error
        line = data.count(b"\n", 0, at) + 1
        raise bad_table(name, f"第 {line} 行有空字符 U+0000，表可能已损坏", _TEXT_WAY, line) from error
    cut = tuple(problem for problem in text.problems if problem.code == "cut-text")
    return replace(delimited.read_csv(text.text, name), notes=cut)
