"""What is suggested, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from drafter.actions.suggest import Suggested


def as_json(suggested: Suggested) -> Json:
    """One file with all that is suggested for it."""
    return {
        "files": [
            file_json(suggested.path, suggested.problems)
            | {
                "kind": suggested.kind,
                "written": suggested.written,
                "suggestions": [
                    {
                        "place": one.place,
                        "number": one.number,
                        "text": one.text,
                        "source": one.source or None,
                        "chosen": one.chosen,
                    }
                    for one in suggested.suggestions
                ],
            }
        ]
    }
