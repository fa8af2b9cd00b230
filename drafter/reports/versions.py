"""The stages of an outline, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.actions.versions import Kept
    from drafter.redline.changes import Difference
    from drafter.storage.states.versions import Version


def as_json(kept: Kept, found: Iterable[Difference] = ()) -> Json:
    """An outline with its stages; what changed between two of them."""
    return {
        "files": [
            file_json(kept.outline, kept.problems)
            | {
                "versions": [version_json(one) for one in kept.versions],
                "content": kept.text,
                "backup": kept.backup or None,
                "differences": [
                    {"paragraph": one.paragraph, "old": one.old, "new": one.new} for one in found
                ],
            }
        ]
    }


def version_json(one: Version) -> Json:
    """A stage."""
    return {
        "number": one.number,
        "name": one.name,
        "date": one.date or None,
        "by": one.by,
        "note": one.note,
        "path": str(one.path),
    }
