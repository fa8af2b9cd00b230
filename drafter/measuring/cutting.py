"""Where to cut, or to add, so that a speech keeps its time."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.measuring.measure import Measures, PartMeasure

SHARES = {"opening": 0.08, "achievements": 0.25}
"""The part of a speech that these roles may take; what is over is cut first."""

LONGEST_CLOSING = 150
_FIXED = frozenset({"opening", "closing"})


@dataclass(frozen=True, slots=True)
class Change:
    """How many characters a part should lose (below 0) or gain, and its share of the text."""

    part: PartMeasure
    characters: int
    share: float


def changes(measures: Measures, minutes: float | None, tolerance: float) -> list[Change]:
    """What to change, part by part; nothing where the text keeps its time within the tolerance."""
    if not minutes or abs(measures.minutes - minutes) <= minutes * tolerance or not measures.minutes:
        return []
    spoken = {index: part for index, part in enumerate(measures.parts) if part.role != "attachments"}
    total = sum(part.characters for part in spoken.values())
    wanted = round(total * minutes / measures.minutes) - total
    left = wanted
    found: dict[int, int] = {}
    if wanted < 0:
        for index, part in spoken.items():
            limit = LONGEST_CLOSING if part.role == "closing" else SHARES.get(part.role, 1) * (total + wanted)
            cut = min(max(0, part.characters - round(limit)), -left)
            if cut:
                found[index] = -cut
                left += cut
    free = {i: part for i, part in spoken.items() if part.role not in _FIXED and i not in found}
    size = sum(part.characters for part in free.values())
    for index, part in free.items():
        if left and size:
            found[index] = round(left * part.characters / size)
    return [
        Change(measures.parts[index], amount, measures.parts[index].characters / total)
        for index, amount in sorted(found.items())
        if amount
    ]
