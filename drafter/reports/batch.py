"""What `batch` made of each row of a table, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.reports.problems import Json, problem_json

if TYPE_CHECKING:
    from drafter.actions.batch import RowResult


def as_json(table: str, results: Sequence[RowResult]) -> Json:
    """The whole report: the table is its file, and a problem names its row."""
    problems = [
        problem_json(result.problem) | {"row": result.row} for result in results if result.problem is not None
    ]
    return {"files": [{"path": table, "problems": problems, "rows": [_row(result) for result in results]}]}


def _row(result: RowResult) -> Json:
    return {
        "row": result.row,
        "output": result.output,
        "gaps": result.gaps,
        "exit_code": result.exit_code,
    }
