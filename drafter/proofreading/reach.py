"""What no rule can see in a draft: figures and names that nothing at hand tells of."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.checks.draft import Draft
from drafter.checks.text.known import names
from drafter.checks.text.outlines import told_of
from drafter.checks.text.people import mentions
from drafter.quantities import FIGURE


@dataclass(frozen=True, slots=True)
class Reach:
    """How many figures of a draft stand in no facts, and who is in no roster and nowhere in the outline."""

    figures: int = 0
    names: tuple[str, ...] = ()


def unchecked(draft: Draft) -> Reach:
    """What of a draft a person has to check himself: a figure may be false, a name another's, and no rule sees it."""
    facts = draft.outline.facts.values() if draft.outline is not None else ()
    known = {fact.value + fact.unit for fact in facts if fact is not None}
    figures = [found for found in FIGURE.findall(draft.text) if found not in known]
    people = names(draft)
    said = told_of(draft.outline) if draft.outline is not None else ""
    strangers = dict.fromkeys(
        match["name"]
        for match in mentions(draft)
        if match["name"] not in people and match["name"] not in said
    )
    return Reach(len(figures), tuple(strangers))
