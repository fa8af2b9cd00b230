"""What of a draft is left over: white space to be filled in, and what a page on the web brought along, as import sees it."""

from __future__ import annotations

from bisect import bisect_left

from drafter import residue
from drafter.checks.draft import Draft
from drafter.copying import copied
from drafter.copying.copied import Copied
from drafter.patterns import pattern

_QUOTES = pattern("[“”]")


def copied_along(draft: Draft) -> Copied:
    """The paragraphs that are a page's, by their numbers from 0, and what others hold of one."""
    lines = [None if one.cell else draft.words(one).strip() for one in draft.paragraphs]
    return copied.read(lines, by_place=draft.outline is None)


def begins(draft: Draft, at: int) -> int:
    """Where the words of a paragraph begin, behind what white space opens it."""
    words = draft.words(draft.paragraphs[at])
    return draft.paragraphs[at].start + len(words) - len(words.lstrip())


def is_quoted(draft: Draft, at: int) -> bool:
    """Whether a character stands between quotation marks: what is told of there, nobody copied."""
    places = draft.once(_quotes)
    number = bisect_left(places, at) - 1
    return number >= 0 and draft.text[places[number]] == "“" and places[number] >= draft.paragraph(at).start


def _quotes(draft: Draft) -> list[int]:
    """Where quotation marks stand, in order."""
    return [match.start() for match in _QUOTES.finditer(draft.text)]


def blanks(draft: Draft) -> list[tuple[int, int]]:
    """Where white space is left to be filled in, in order."""
    return draft.once(_find_blanks)


def _find_blanks(draft: Draft) -> list[tuple[int, int]]:
    return list(residue.blanks(draft.text))
