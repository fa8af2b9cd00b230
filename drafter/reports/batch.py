"""What `batch` made of each row of a table, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, problem_json

if TYPE_CHECKING:
    from drafter.actions.batch import Report, RowResult


def as_json(table: str, made: Report) -> Json:
    """The whole report: the table is its file, and a problem names its row."""
    problems = [
        problem_json(result.problem) | {"row": result.row}
        for result in made.results
        if result.problem is not None
    ]
    problems += [problem_json(note) | {"row": None} for note in made.notes]
    rows = [_row(result) for result in made.results]
    return {"files": [{"path": table, "problems": problems, "rows": rows}]}


def _row(result: RowResult) -> Json:
    return {
        "row": result.row,
        "output": result.output,
        "gaps": result.gaps,
        "exit_code": result.exit_code,
        "skipped": result.skipped,
    }
