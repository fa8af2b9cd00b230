"""A stylesheet as a table: each value, and the clause or habit that it follows."""

from __future__ import annotations

from typing import NamedTuple

from drafter.session.session import Session


class StyleRow(NamedTuple):
    """One value of a stylesheet by its path, as written, with its basis."""

    path: str
    value: str
    basis: str


def table(session: Session, name: str) -> list[StyleRow]:
    """Every value of the stylesheet, those it inherits included.

    Raises:
        InputProblem: there is no such stylesheet, or it is wrong.

    """
    sheet = session.stylesheets.named(name)
    return [
        StyleRow(path, value, sheet.basis.get(path, "")) for path, value in session.stylesheets.values(name)
    ]
