"""Problems as JSON, and the frame that every file of a report has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.problems import Problem

Json = dict[str, object]
"""An object of a report. Keys are promised: more may come, none goes."""


def as_json(found: Iterable[Problem]) -> Json:
    """The report of a run that came to no file."""
    return {"files": [], "problems": problems_json(found)}


def file_json(path: str, found: Iterable[Problem]) -> Json:
    """What the report says of every file, one that failed too."""
    return {"path": path, "problems": problems_json(found)}


def problems_json(found: Iterable[Problem]) -> list[Json]:
    """Problems in the order they were found."""
    return [problem_json(problem) for problem in found]


def problem_json(problem: Problem) -> Json:
    """One problem; null where its place is not known so closely, or where nothing mends it."""
    fix = problem.fix
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "line": problem.place.line,
        "column": problem.place.column,
        "paragraph": problem.place.paragraph,
        "excerpt": problem.excerpt,
        "fix": {"old": fix.old, "new": fix.new} if fix else None,
    }
