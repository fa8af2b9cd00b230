"""Two texts side by side: the passages that one has from the other, though words were changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.searching.fingerprints import LEAST, bare

SEED = 4
"""Characters of the shortest run that counts as the same words."""

GAP = 10
"""Changed characters between two runs of one passage."""

MOST_PLACES = 40
"""Of one run of SEED characters in a text: looking at more of them finds no more."""

_REWORDED = 20
_DENSE = 0.6
"""A passage without a run of LEAST needs so many characters in common, and this share of it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one text that stands in another: from and to in both, and how alike they are.

    `similarity` is the share of the longer stretch's characters that both have, `same` their number.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    similarity: float
    same: int


@dataclass(slots=True)
class _Run:
    """Characters in common: where they begin in both bare texts, and how many."""

    at: int
    source: int
    length: int


def passages(text: str, source: str, barred: Sequence[tuple[int, int]] = ()) -> list[Passage]:
    """The passages of `text` that stand in `source`. `barred` stretches of the text do not count."""
    ours, our_places = bare(text)
    theirs, their_places = bare(source)
    closed = covered(our_places, barred)
    chains = _chained(_runs(ours, theirs, closed))
    found = []
    for chain in chains:
        first, last = chain[0], chain[-1]
        same = sum(run.length for run in chain)
        span = last.at + last.length - first.at
        source_span = last.source + last.length - first.source
        likeness = same / max(span, source_span)
        longest = max(run.length for run in chain)
        if longest >= LEAST or (same >= _REWORDED and likeness >= _DENSE):
            found.append(
                Passage(
                    our_places[first.at],
                    our_places[last.at + last.length - 1] + 1,
                    their_places[first.source],
                    their_places[last.source + last.length - 1] + 1,
                    round(likeness, 3),
                    same,
                )
            )
    return found


def covered(places: Sequence[int], stretches: Iterable[tuple[int, int]]) -> list[bool]:
    """Of each of the places, which rise, whether it stands in one of the stretches."""
    found: list[bool] = []
    rest = sorted(stretches, reverse=True)
    reached = 0
    for place in places:
        while rest and rest[-1][0] <= place:
            reached = max(reached, rest.pop()[1])
        found.append(place < reached)
    return found


def _runs(ours: str, theirs: str, closed: list[bool]) -> list[_Run]:
    """The longest runs in common, from left to right, each going on from the last where it can."""
    where: dict[str, list[int]] = defaultdict(list)
    for place in range(len(theirs) - SEED + 1):
        where[theirs[place : place + SEED]].append(place)
    runs: list[_Run] = []
    at, expected = 0, 0
    while at <= len(ours) - SEED:
        starts = [] if closed[at] else where.get(ours[at : at + SEED], [])[:MOST_PLACES]
        best = max(
            (_Run(at, source, _length(ours, theirs, at, source, closed)) for source in starts),
            key=lambda run: (run.length, -abs(run.source - expected)),
            default=None,
        )
        if best is None or best.length < SEED:
            at, expected = at + 1, expected + 1
            continue
        runs.append(best)
        at, expected = at + best.length, best.source + best.length
    return runs


def _length(ours: str, theirs: str, at: int, source: int, closed: list[bool]) -> int:
    length = 0
    while (
        at + length < len(ours)
        and source + length < len(theirs)
        and ours[at + length] == theirs[source + length]
        and not closed[at + length]
    ):
        length += 1
    return length


def _chained(runs: list[_Run]) -> list[list[_Run]]:
    """The runs as passages: those that follow each other closely in both texts belong together."""
    chains: list[list[_Run]] = []
    for run in runs:
        if chains:
            last = chains[-1][-1]
            ahead = run.at - last.at - last.length
            there = run.source - last.source - last.length
            if ahead <= GAP and 0 <= there <= GAP:
                chains[-1].append(run)
                continue
        chains.append([run])
    return chains
