"""White space of a draft that is left to be filled in."""

from __future__ import annotations

from drafter import residue
from drafter.checks.draft import Draft


def blanks(draft: Draft) -> list[tuple[int, int]]:
    """Where it stands, in order."""
    return draft.once(_look)


def _look(draft: Draft) -> list[tuple[int, int]]:
    return list(residue.blanks(draft.text))
