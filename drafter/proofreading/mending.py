"""Carries out what findings offer in texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.proofreading.findings import Located


@dataclass(frozen=True, slots=True)
class Replacement:
    """Other words for those that begin at an offset of a text."""

    start: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its fixes, and the findings whose fixes were carried out."""

    text: str
    done: tuple[Located, ...] = ()


def text(source: str, found: Sequence[Located]) -> Mended:
    """The text with every safe fix; of two that overlap, the first."""
    wanted, offering = [], []
    for one in found:
        start, end, fix = one.position.start, one.position.end, one.problem.fix
        if fix is not None and start is not None and end is not None and end - start == len(fix.old):
            wanted.append(Replacement(start, fix.old, fix.new))
            offering.append(one)
    mended, done = replaced(source, wanted)
    return Mended(mended, tuple(offering[place] for place in done))


def replaced(source: str, wanted: Sequence[Replacement]) -> tuple[str, list[int]]:
    """The text with what is wanted wherever it still says the old words, and which of them that were, by their places.

    Of two that overlap the first is carried out.
    """
    pieces: list[str] = []
    done, at = [], 0
    for place in sorted(range(len(wanted)), key=lambda place: (wanted[place].start, len(wanted[place].old))):
        one = wanted[place]
        if one.start < at or not source.startswith(one.old, one.start):
            continue
        pieces += [source[at : one.start], one.new]
        done.append(place)
        at = one.start + len(one.old)
    return "".join((*pieces, source[at:])), done
