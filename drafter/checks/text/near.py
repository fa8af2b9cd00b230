"""Phrases that are said to the letter, where they stand with a character left out, added or swapped.

A slip of k edits leaves at least one of the phrase's k + 1 pieces whole, so the pieces are looked for by
`str.find` and only what stands around one is compared (the filter of Navarro, *A guided tour to approximate string
matching*, 2001, 5.2). Quotation marks and spaces count for nothing: a phrase is looked for in the text without them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from operator import itemgetter

from drafter.patterns import pattern

_SHORT, _LONG = 6, 10
"""Characters from which on one edit, and two, are a slip and no other phrase."""

_UNSAID = " \u3000“”‘’\"'"
_OVER = pattern(f"[{_UNSAID}]+")
"""What counts for nothing between two characters."""

_STOPS = frozenset("，。；：！？\n")


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a text says a phrase with a slip: from `start` to `end` of the bare text, by so many edits."""

    phrase: str
    start: int
    end: int
    edits: int


class Bare:
    """A text without its quotation marks and spaces, and where its characters stand in the whole."""

    def __init__(self, text: str) -> None:
        self._whole = text
        self.text = text
        for silent in _UNSAID:  # eight passes of a search for one character: twice as fast as `translate`
            self.text = self.text.replace(silent, "")

    @cached_property
    def places(self) -> list[int]:
        """Of each character of the bare text, where it stands in the whole: asked where something was found."""
        return [at for at, character in enumerate(self._whole) if character not in _UNSAID]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to `end` of the bare text stand in the whole."""
        return self.places[start], self.places[end - 1] + 1


def edits_of(phrase: str) -> int:
    """How many edits of a phrase are a slip: none for a short one, which differs from others by as much."""
    return (len(phrase) >= _SHORT) + (len(phrase) >= _LONG)


def pairs_of(text: str, pairs: frozenset[str]) -> frozenset[str]:
    """Every two characters that stand together in the bare text, of those that do in the whole."""
    parted = _OVER.finditer(text, 0, len(text.rstrip(_UNSAID)))
    return pairs.union(text[one.start() - 1 : one.start()] + text[one.end()] for one in parted)


def slips(text: str, phrase: str, edits: int, pairs: Set[str] | None = None) -> Iterator[Slip]:
    """Where a bare text says a phrase with up to so many edits; the phrase itself is none, nor is what holds it.

    A slip stands in one clause, and its first and last character are right, or all the others are: else every
    phrase that begins or ends alike would be one. With the `pairs` of the text, pieces that cannot stand there are
    not looked for.
    """
    right = list(spans(text, phrase)) if _may_stand(phrase, pairs) else []
    known: set[tuple[int, int]] = set()
    # Neighbours that changed places across two pieces leave neither whole: they are looked for by themselves.
    for offset, _ in islice(_pieces(phrase, edits + 1), 1, None):
        swapped = f"{phrase[: offset - 1]}{phrase[offset]}{phrase[offset - 1]}{phrase[offset + 1 :]}"
        if swapped != phrase and (pairs is None or swapped[offset - 1 : offset + 1] in pairs):
            known |= set(spans(text, swapped))
    yield from (Slip(phrase, start, end, 1) for start, end in sorted(known))
    for offset, piece in _pieces(phrase, edits + 1):
        if not _may_stand(piece, pairs):
            continue
        at = text.find(piece)
        while at >= 0:
            if not _is_within(right, at, at + len(piece)):
                found = _but_one_end(text, phrase, at - offset)
                found = found or _around(text, phrase, edits, at, offset, len(piece))
                if found is not None and found.edits and (found.start, found.end) not in known:
                    known.add((found.start, found.end))
                    yield found
            at = text.find(piece, at + 1)


def _may_stand(words: str, pairs: Set[str] | None) -> bool:
    """Whether a text with these pairs may hold some words; any may where nobody knows its pairs."""
    return pairs is None or not any(one + other not in pairs for one, other in pairwise(words))


def _but_one_end(text: str, phrase: str, start: int) -> Slip | None:
    """The phrase that would begin here, without its first character or its last; None where it is not that."""
    if start >= 0 and text.startswith(phrase[:-1], start):
        return Slip(phrase, start, start + len(phrase) - 1, 1)
    if start >= -1 and text.startswith(phrase[1:], start + 1):
        return Slip(phrase, start + 1, start + len(phrase), 1)
    return None


def _around(text: str, phrase: str, edits: int, at: int, offset: int, size: int) -> Slip | None:
    """The nearest to a phrase that stands around one of its pieces; None where nothing is near enough."""
    first, last = phrase[0], phrase[-1]
    low, high = max(at - offset - edits, 0), min(at - offset + len(phrase) + edits, len(text))
    stops = _STOPS.difference(phrase)
    for place in range(at - 1, low - 1, -1):
        if text[place] in stops:
            low = place + 1
            break
    for place in range(at + size, high):
        if text[place] in stops:
            high = place
            break
    best: Slip | None = None
    start = text.find(first, low, at + 1)
    while start >= 0:
        for end in range(
            max(start + len(phrase) - edits, at + size), min(start + len(phrase) + edits, high) + 1
        ):
            if text[end - 1] == last:
                words = text[start:end]
                away = 1 if is_swapped(phrase, words) else _distance(phrase, words, edits)
                if away <= edits and (best is None or away < best.edits):
                    best = Slip(phrase, start, end, away)
        start = text.find(first, start + 1, at + 1)
    return best


def is_swapped(one: str, other: str) -> bool:
    """Whether two texts differ by two neighbours that have changed places: one slip of the hand."""
    apart = [at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
    if len(one) != len(other) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return one[first] == other[second] and one[second] == other[first]


def _distance(phrase: str, words: str, most: int) -> int:
    """The Levenshtein distance of two texts; any number above `most` where it is larger."""
    before = list(range(len(words) + 1))
    for row, character in enumerate(phrase, 1):
        here = [row]
        for column, other in enumerate(words, 1):
            here.append(min(before[column - 1] + (character != other), before[column] + 1, here[-1] + 1))
        if min(here) > most:
            return most + 1
        before = here
    return before[-1]


def _pieces(phrase: str, count: int) -> Iterator[tuple[int, str]]:
    """A phrase in so many pieces of like length, each with its offset."""
    ends = [round(number * len(phrase) / count) for number in range(count + 1)]
    return ((start, phrase[start:end]) for start, end in pairwise(ends))


def spans(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, or in a part of it."""
    at = text.find(words, start, end)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1, end)


def _is_within(whole: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch lies in one of these, which are in order and of one length."""
    place = bisect_right(whole, start, key=itemgetter(0)) - 1
    return place >= 0 and whole[place][0] <= start and end <= whole[place][1]
