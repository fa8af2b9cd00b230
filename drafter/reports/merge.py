"""What departments sent in, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from drafter.actions.merge import Report


def as_json(report: Report) -> Json:
    """The whole, with the register."""
    return {
        "files": [
            file_json(report.path, report.problems)
            | {
                "output": report.output,
                "units": [
                    {
                        "unit": one.unit,
                        "path": one.file or None,
                        "state": one.state,
                        "passages": len(one.passages),
                        "characters": one.characters,
                    }
                    for one in report.sent
                ],
                "figures": [
                    {
                        "what": one.what,
                        "said": [
                            {"unit": unit, "value": value, "sentence": sentence}
                            for unit, value, sentence in one.said
                        ],
                    }
                    for one in report.differing
                ],
            }
        ]
    }
