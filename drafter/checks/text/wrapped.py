"""Lines that a program broke: a paragraph that stands in several, as a converter or a page left it."""

from __future__ import annotations

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.model.document import Role

_ENDED = ("。", "！", "？", "；", "…", "。”", "！”", "？”", "。）", ";")
_CARRIED = frozenset("，。；、：！？）》”】%％")
"""Marks with which no line begins but one that carries another on."""

_WIDEST = 8
"""Lines over which a pair of marks may stand apart."""

_LINE = 15
"""Characters that a broken line has at least, but the last of its paragraph."""

_MANY, _SHARE, _SPREAD = 3, 0.4, 5
"""So many lines without an end, such a share of all, no more characters apart in length than this, make a text one
whose lines were broken.
"""


def is_open(draft: Draft, number: int) -> bool:
    """Whether a paragraph of running text has no end mark and is not the last."""
    paragraph = draft.paragraphs[number]
    if number + 1 >= len(draft.paragraphs) or paragraph.cell:
        return False
    words = draft.words(paragraph).rstrip()
    return bool(words) and not words.endswith(_ENDED)


def are_one(draft: Draft, first: int, last: int) -> bool:
    """Whether the paragraphs from `first` to `last` may be the lines of one: none before the last is ended."""
    return first < last <= first + _WIDEST and all(is_open(draft, number) for number in range(first, last))


def carries_on(draft: Draft, number: int) -> bool:
    """Whether a paragraph surely goes on in the next: that begins with a mark that begins nothing."""
    if not is_open(draft, number):
        return False
    after = draft.words(draft.paragraphs[number + 1]).lstrip()
    return after[:1] in _CARRIED


def broken(draft: Draft) -> list[int]:
    """The numbers of the lines that go on in the next, where a text's lines were broken; none where it has
    paragraphs.
    """
    return draft.once(_broken)


def _broken(draft: Draft) -> list[int]:
    body = [
        number
        for number, one in enumerate(draft.paragraphs)
        if one.role is Role.BODY and not one.cell and one.end - one.start >= _LINE
    ]
    found = [number for number in body if is_open(draft, number) and _is_text(draft, number + 1)]
    running = sum(
        any(mark in draft.words(draft.paragraphs[number]) for mark in "，。；、") for number in found
    )
    if len(found) < max(_MANY, _SHARE * len(body)) or 2 * running < len(found):
        return []  # too few, or lines of a list, which need no mark
    widths = sorted(draft.paragraphs[number].end - draft.paragraphs[number].start for number in found)
    return found if widths[-1] - widths[len(widths) // 10] <= _SPREAD else []


def _is_text(draft: Draft, number: int) -> bool:
    """Whether a paragraph can carry on another: no number opens it and it says something."""
    paragraph = draft.paragraphs[number]
    words = draft.words(paragraph).strip()
    return paragraph.role is Role.BODY and bool(words) and not numerals.opens_with_mark(words)
