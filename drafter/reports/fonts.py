"""The fonts of a style, and those that were installed, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from drafter.actions.fonts import Added, Examined, Wanted


def as_json(found: Examined) -> Json:
    """The fonts of a style, and which sets are here whole."""
    return {
        "files": [],
        "style": found.style,
        "fonts": [_wanted(one) for one in found.fonts],
        "sets": list(found.sets),
    }


def _wanted(one: Wanted) -> Json:
    """A font; its stand-in null where it is here, or nobody knows what would print."""
    return {
        "role": one.role,
        "name": one.name,
        "installed": one.installed,
        "stand_in": one.stand_in.name if one.stand_in else None,
        "sure": one.stand_in.sure if one.stand_in else None,
        "advice": one.advice,
    }


def installed_json(added: Iterable[Added]) -> Json:
    """What became of each file."""
    return {
        "files": [
            file_json(one.path, one.problems)
            | {"output": one.output or None, "families": list(one.families), "new": one.new}
            for one in added
        ]
    }
