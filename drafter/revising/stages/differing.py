"""What changed between two stages of an outline, as its draft prints them."""

from __future__ import annotations

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.redline.aligning import groups
from drafter.redline.changes import Change, Difference, changes
from drafter.revising.printed import Printed, printed
from drafter.session.session import Session


def differences(session: Session, name: str, old: str, new: str) -> list[Difference]:
    """The stretches that differ, with their paragraphs in the new one.

    Raises:
        InputProblem: one of the two cannot be drafted.

    """
    before, after = ([one.text for one in printed_of(session, text, name)] for text in (old, new))
    found = []
    for group in groups(before, after):
        was, now = (
            "\n".join(side) for side in (before[group.old : group.old_end], after[group.new : group.new_end])
        )
        if was != now:
            whole = [Change(0, len(now), was)] if not was or not now else changes(was, now)
            found.append(Difference(was, now, group.new + 1, tuple(whole)))
    return found


def printed_of(session: Session, text: str, name: str) -> list[Printed]:
    """The paragraphs that an outline of this text prints.

    Raises:
        InputProblem: it cannot be drafted.

    """
    return printed(production.from_outline(session, text, name, Options()))
