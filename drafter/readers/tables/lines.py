"""A table before anybody knows which of its rows names the columns: its lines, as a reader found them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.readers.tables.formats.shown import Fault
from drafter.records import Record

MOST_CELLS = 500_000
"""Cells with something in them; a table of so many rows is none that letters are made of."""


@dataclass(slots=True)
class Line:
    """One row of the file: its number there, its cells by column (from 0), and why some cannot be printed."""

    number: int
    cells: dict[int, str]
    faults: dict[int, Fault] = field(default_factory=dict)
    hidden: bool = False


class Lines(Record):
    """The lines of a table, in order, and what is to be said of the file as a whole; `merged` are the first and the last
    lines of cells that are merged downwards.
    """

    lines: Sequence[Line]
    notes: tuple[Problem, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int], ...] = ()


def bad_table(name: str, message: str, hint: str, line: int | None = 1) -> InputProblem:
    """What to raise for a table that cannot be used."""
    return InputProblem(Problem("bad-table", message, Place(name, line), hint=hint))


def table_note(name: str, code: str, message: str, hint: str, line: int | None = None) -> Problem:
    """Something about a table that is said and stops nothing."""
    return Problem(code, message, Place(name, line), Severity.WARNING, hint)


def column_letters(index: int) -> str:
    """What Excel calls a column: 0 is A, 27 is AB."""
    letters, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
