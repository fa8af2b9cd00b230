"""Tables that a command is given: rows of a `.csv` or of an Excel file."""

from __future__ import annotations

from drafter.readers import table
from drafter.readers.table import Row
from drafter.session.inputs import input_of
from drafter.session.session import Session
from drafter.storage import files


def read_table(session: Session, name: str) -> tuple[tuple[str, ...], list[Row]]:
    """The column names and the rows of a table named on the command line.

    Raises:
        InputProblem: it cannot be read, or is no table.
        MissingProgram: it is an Excel file, and the extra `xlsx` is not installed.

    """
    path = session.base / name
    kind = input_of(name)
    if kind is not None and kind.reader == "sheet":
        return table.read_xlsx(files.read_bytes(path), name)
    return table.read_csv(files.read_text(path).text, name)
