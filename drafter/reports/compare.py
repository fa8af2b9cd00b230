"""A comparison, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.actions.compare import Report
    from drafter.revising.summary import Changed


def as_json(report: Report) -> Json:
    """The outcome, and what it comes to."""
    said = report.summary
    return {
        "files": [
            file_json(report.path, report.problems)
            | {
                "output": report.output,
                "changed": {"characters": said.characters, "marks": said.marks},
                "by_part": [
                    {"heading": part.heading, "characters": part.characters, "marks": part.marks}
                    for part in said.parts
                ],
                "figures": _changed(said.figures),
                "names": _changed(said.names),
                "dates": _changed(said.dates),
            }
        ]
    }


def _changed(found: Iterable[Changed]) -> list[Json]:
    return [{"old": one.old, "new": one.new, "paragraph": one.paragraph} for one in found]
