"""Headings that announce how many points stand below them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter import numerals
from drafter.checks.draft import Draft, Paragraph
from drafter.checks.text.enumerations import rows
from drafter.checks.text.outlines import where_they_print
from drafter.model import counts
from drafter.model.document import Role
from drafter.model.outline import Outline


@dataclass(frozen=True, slots=True)
class Miscounted:
    """A count in a heading that is not kept: where it stands, what it says, how many are there.

    `what` follows the number; `quote` are the words of an outline's heading.
    """

    start: int
    end: int
    said: str
    what: str
    there: int
    quote: str = ""


def headings(draft: Draft) -> list[Miscounted]:
    """Each heading that announces another number than that of the points below it: by the outline, where the draft
    is made from one, else by the rows that are printed.
    """
    return list(_of_outline(draft, draft.outline) if draft.outline is not None else _of_text(draft))


def _of_outline(draft: Draft, outline: Outline) -> Iterator[Miscounted]:
    for said, count, there in counts.miscounted(outline):
        start, _ = where_they_print(draft, said)
        prints = draft.text.startswith(said, start)
        first, last = (start + count.start, start + count.end) if prints else (0, 0)
        yield Miscounted(first, last, said[count.start : count.end], count.what, there, said)


def _of_text(draft: Draft) -> Iterator[Miscounted]:
    found = draft.once(rows)
    starts = [row.marks[0].start for row in found]
    heads = [one for one in draft.paragraphs if one.role is Role.HEADING]
    for heading, last in zip(heads, _ends(heads, len(draft.text)), strict=True):
        words = draft.words(heading)
        count = numerals.announced(words)
        if count is None:
            continue
        first = bisect_left(starts, heading.end)
        below = [row for row in found[first : bisect_left(starts, last)] if row.marks[0].number == 1]
        there = {len(row.marks) for row in below if len(row.marks) > 1}
        lead = draft.text[heading.end : below[0].marks[0].start] if below else ""
        if there and count.number not in there and not numerals.announces(lead):
            start, end = heading.start + count.start, heading.start + count.end
            said = words[count.start : count.end]
            yield Miscounted(start, end, said, count.what, len(below[0].marks))


def _ends(heads: Sequence[Paragraph], end: int) -> list[int]:
    """Where what stands below each heading ends: at the next of its level or above, else at `end`."""
    found: list[int] = []
    after: list[Paragraph] = []
    for heading in reversed(heads):
        while after and after[-1].level > heading.level:
            after.pop()
        found.append(after[-1].start if after else end)
        after.append(heading)
    return found[::-1]
