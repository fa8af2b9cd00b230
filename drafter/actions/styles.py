"""A stylesheet as a table: each value, and the clause or habit that it follows."""

from __future__ import annotations

from typing import NamedTuple

from drafter.drafting.desk import Desk


class StyleRow(NamedTuple):
    """One value of a stylesheet by its path, as written, with its basis."""

    path: str
    value: str
    basis: str


def table(desk: Desk, name: str) -> list[StyleRow]:
    """Every value of the stylesheet, those it inherits included.

    Raises:
        InputProblem: there is no such stylesheet, or it is wrong.

    """
    sheet = desk.stylesheet(name)
    return [StyleRow(path, value, sheet.basis.get(path, "")) for path, value in desk.stylesheet_values(name)]
