"""What departments sent in, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.actions.merge import Report
    from drafter.revising.departments import Differing, Sent


def as_json(report: Report) -> Json:
    """The whole, with the register."""
    return {
        "files": [
            file_json(report.path, report.problems)
            | {
                "output": report.output,
                "unused": [{"unit": one.unit, "path": one.file, "text": one.text} for one in report.left],
                **register_json(report.sent, report.differing),
            }
        ]
    }


def register_json(sent: Iterable[Sent], differing: Iterable[Differing]) -> Json:
    """Who has sent what, and where figures differ."""
    return {
        "units": [
            {
                "unit": one.unit,
                "path": one.file or None,
                "state": one.state,
                "passages": len(one.passages),
                "characters": one.characters,
            }
            for one in sent
        ],
        "figures": [
            {
                "what": one.what,
                "said": [
                    {"unit": unit, "value": value, "sentence": sentence} for unit, value, sentence in one.said
                ],
            }
            for one in differing
        ],
    }
