"""What was taken back into an outline, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from drafter.actions.absorb import Report
    from drafter.revising.changed import Change


def as_json(report: Report) -> Json:
    """The outline with each change."""
    return {
        "files": [
            file_json(report.path, report.problems)
            | {
                "output": report.output,
                "backup": report.backup or None,
                "changes": [change_json(one) for one in report.changes],
            }
        ]
    }


def change_json(one: Change) -> Json:
    """A change that a reviewer asked for, and what became of it."""
    return {
        "kind": one.kind,
        "key": one.key,
        "line": one.line or None,
        "old": one.old,
        "new": one.new,
        "author": one.author,
        "date": one.date or None,
        "state": one.state,
    }
