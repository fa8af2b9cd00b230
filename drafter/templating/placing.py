"""An item of the outline as blocks of the page, without a detour through Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from drafter.model.document import Block, Inlines, Paragraph, Role, Table, Text, plain
from drafter.model.inlines import Slots, inlines, run_in, spoken
from drafter.model.words import phrase
from drafter.templating import punctuation


class PlacedItem:
    """A text or a section, as `context` describes it, that can stand on the page by itself.

    `part` is the role of the part that begins with it.
    """

    __slots__ = ("_item", "part")

    def __init__(self, item: Mapping[str, Any], part: str) -> None:
        self._item = item
        self.part = part

    def blocks(self, leads: Sequence[str], slots: Slots) -> Iterator[Block]:
        """Its blocks. `leads` are the paragraphs that the template says before its points, in Markdown with
        these `slots`; they print where the item has no lead of its own.
        """
        item = self._item
        if "text" in item:
            yield from _bodies([spoken(item["text"])])
            return
        if item["heading"]:
            yield Paragraph(Role.HEADING, spoken(item["heading"]), item["level"])
        yield from _bodies(_opened(item["lead"], leads, item["run"], slots))
        yield from _bodies(map(spoken, item["pictures"]))
        yield from _points(item["blocks"])
        if item["table"]:
            yield Table(tuple(tuple(map(spoken, row)) for row in item["table"]))
            yield from _points(item["after"])


def _opened(own: Sequence[str], leads: Sequence[str], run: str, slots: Slots) -> Iterator[Inlines]:
    """The paragraphs before the points that stand by themselves: the item's own or the template's, and the
    points that run on in the last of them.
    """
    if own:
        *before, last = own
        yield from map(spoken, before)
        yield spoken(phrase(punctuation.ended(last, "："), run) if run else last)
    elif leads:
        *opening, ending = (inlines(words, slots) for words in leads)
        yield from opening
        colon = run and not punctuation.has_end_mark(plain(ending))
        yield (*ending, *((Text("："),) if colon else ()), *spoken(run))
    else:
        yield spoken(run)


def _bodies(paragraphs: Iterable[Inlines]) -> Iterator[Block]:
    return (Paragraph(Role.BODY, content) for content in paragraphs if content)


def _points(points: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    """Points that stand by themselves: a title on its own line, one that runs into its text, or a text."""
    for point in points:
        if point["level"]:
            yield Paragraph(Role.HEADING, spoken(point["title"]), point["level"])
        elif point["lead"]:
            yield Paragraph(Role.BODY, run_in(point["lead"], point["text"]))
        elif point["text"]:
            yield Paragraph(Role.BODY, spoken(point["text"]))
