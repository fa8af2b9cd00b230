"""What stands on the page by itself in the slot of a rendered template: an item of an outline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from drafter import shield
from drafter.model.document import Block
from drafter.model.inlines import Slots
from drafter.patterns import pattern
from drafter.problems import Place, Problem
from drafter.records import Record

_PLACED = pattern(
    f"{shield.ADDED_OPEN}?(?P<slot>{shield.SLOT.pattern})(?P<leads>[^{shield.END}]*){shield.END}{shield.ADDED_CLOSE}?"
)


class Placed(Protocol):
    """What stands on the page by itself in the slot of a rendered template."""

    part: str

    def blocks(self, leads: Sequence[str], slots: Slots) -> Iterable[Block]:
        """Its blocks; `leads` are what the template says before its points, paragraph by paragraph."""


class PlacedSlot(Record):
    """The number of a slot that opens a paragraph, the leads that stand with it, and what follows."""

    number: int
    leads: tuple[str, ...]
    rest: str


def slot_of(text: str) -> PlacedSlot | None:
    """The slot for something that stands by itself, where a paragraph opens with one."""
    found = _PLACED.match(text)
    if found is None:
        return None
    leads = tuple(words for words in found["leads"].split(shield.NEXT) if words)
    return PlacedSlot(shield.slot_number(found["slot"]), leads, text[found.end() :])


def misplaced(source: str) -> Problem:
    """What a template printed in the middle of something else has no place there."""
    hint = "部件.item 单写一行，不要和别的字排在一起，也不要拆开、改写"
    return Problem("misplaced-item", "大纲的一项没有单独成段，印不出来", Place(source), hint=hint)
