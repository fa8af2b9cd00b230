"""What is suggested, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.actions.suggest import Suggested
    from drafter.suggesting.suggestion import Suggestion


def as_json(suggested: Suggested) -> Json:
    """One file with all that is suggested for it."""
    return {
        "files": [
            file_json(suggested.path, suggested.problems)
            | {
                "kind": suggested.kind,
                "written": suggested.written,
                "suggestions": suggestions_json(suggested.suggestions),
            }
        ]
    }


def suggestions_json(suggestions: Iterable[Suggestion]) -> list[Json]:
    """What can be said, and where."""
    return [
        {
            "place": one.place,
            "number": one.number,
            "text": one.text,
            "source": one.source or None,
            "chosen": one.chosen,
        }
        for one in suggestions
    ]
