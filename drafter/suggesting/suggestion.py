"""What can be suggested."""

from __future__ import annotations

from drafter.records import Record


class Suggestion(Record):
    """One wording to choose: for which `place` (a part, a heading), its `number` there, from 1; what it says.

    `source` is on whose authority, for set phrases; `chosen`: it stands in the draft now.
    """

    place: str
    number: int
    text: str
    source: str = ""
    chosen: bool = False
