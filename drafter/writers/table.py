"""Rows as CSV that Excel opens: UTF-8 with its mark, no cell that could act as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from drafter import shield


def write(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as the bytes of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def guarded(cell: str) -> str:
    """The cell, behind a quote where a spreadsheet would take it for a formula (OWASP)."""
    return f"'{cell}" if cell[:1] and cell[0] in shield.FORMULA_SIGNS else cell
