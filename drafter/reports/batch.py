"""What `batch` made of each row of a table, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, problem_json

if TYPE_CHECKING:
    from drafter.actions.batch import Report
    from drafter.batching.results import RowResult


def as_json(table: str, made: Report) -> Json:
    """The whole report: a file for each row, what is told of the table as a whole beside them."""
    said: Json = {
        "table": table,
        "rows": len(made.results),
        "done": made.done,
        "failed": sum(result.exit_code != 0 for result in made.results),
        "skipped": sum(result.skipped for result in made.results) + made.kept,
        "kept": made.kept,
        "files": [_row(result) for result in made.results],
        "problems": [problem_json(note) for note in made.notes],
        "unused": list(made.unused),
        "open": list(made.open_facts),
    }
    if made.first is not None:
        said["first"] = {"row": made.first.row, "path": made.first.output, "text": made.first.text}
    return said


def _row(result: RowResult) -> Json:
    return {
        "row": result.row,
        "path": next(iter(result.outputs), ""),
        "outputs": list(result.outputs),
        "gaps": result.gaps,
        "exit_code": result.exit_code,
        "skipped": result.skipped,
        "kept": result.kept,
        "problems": [problem_json(problem) for problem in result.problems],
    }
