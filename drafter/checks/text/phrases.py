"""Where a draft says a set phrase with a slip: what `phrase-altered` tells, and other rules leave to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from drafter.checks.draft import Draft, within
from drafter.checks.text.days import is_of_days
from drafter.checks.text.near import Bare, Slip, edits_of, pairs_of, slips, spans
from drafter.model.lexicon import SetPhrase
from drafter.patterns import pattern

_TITLE = pattern(r"《[^《》\n]{0,80}》")

LEARN = ("学", "练", "温", "研")
"""Characters that make a word with 习: 学习 may stand before the name of 习近平."""


def is_in_title(draft: Draft, at: int) -> bool:
    """Whether a character stands in a title in 《》, which says what it says."""
    return within(draft.once(_titles), at)


def _titles(draft: Draft) -> list[tuple[int, int]]:
    return [match.span() for match in _TITLE.finditer(draft.text)]


def altered(draft: Draft) -> list[tuple[int, int, SetPhrase]]:
    """Each slip with its place in the draft's text, as of the longest phrase that it is near to, in order.

    None is what is right itself or lies within something right, nor what stands in a title in 《》.
    """
    bare = Bare(draft.text)
    pairs = pairs_of(draft.text, draft.pairs)
    phrases = [one for one in draft.lexicon.phrases.values() if is_of_days(draft.date, one.begin, one.end)]
    near = sorted(_near(bare.text, phrases, pairs), key=lambda one: (-len(one[1].text), one[0].edits))
    if not near:
        return []
    taken = bytearray(len(bare.text))
    found = []
    for slip, asked in near:
        start, end = bare.place(slip.start, slip.end)
        if (
            any(taken[slip.start : slip.end])
            or is_in_title(draft, start)
            or _is_covered(draft, bare.text, slip)
        ):
            continue
        _cover(taken, ((slip.start, slip.end),))
        found.append((start, end, asked))
    return sorted(found, key=lambda one: one[:2])


def _is_covered(draft: Draft, text: str, slip: Slip) -> bool:
    """Whether phrases that are right, one or several side by side, hold every character of a slip."""
    longest = max(map(len, draft.lexicon.phrases))
    first, last = max(slip.start - longest, 0), min(slip.end + longest, len(text))
    right = bytearray(last - first)
    for phrase in draft.lexicon.phrases:
        _cover(right, ((start - first, end - first) for start, end in spans(text, phrase, first, last)))
    return all(right[slip.start - first : slip.end - first])


def _near(text: str, phrases: Iterable[SetPhrase], pairs: Set[str]) -> Iterator[tuple[Slip, SetPhrase]]:
    for phrase in phrases:
        for slip in slips(text, phrase.text, phrase.edits or edits_of(phrase.text), pairs):
            if not _is_right(text, slip, phrase):
                yield slip, phrase


def _is_right(text: str, slip: Slip, phrase: SetPhrase) -> bool:
    """Whether what looks like a slip is, or lies within, a wording that is right too; or begins with the end of
    another word (学习新时代…).
    """
    for other in phrase.others:
        words = Bare(other).text
        low = max(slip.end - len(words), 0)
        if any(
            at <= slip.start and slip.end <= end
            for at, end in spans(text, words, low, slip.start + len(words))
        ):
            return True
    return phrase.text.startswith("习近平") and text.endswith(LEARN, 0, slip.start)


def _cover(where: bytearray, stretches: Iterable[tuple[int, int]]) -> None:
    """Marks the characters of these stretches."""
    for start, end in stretches:
        where[start:end] = b"\1" * (end - start)
