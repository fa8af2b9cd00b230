"""Carries out what findings offer in texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.proofreading.findings import Located


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its fixes, and the findings whose fixes were carried out."""

    text: str
    done: tuple[Located, ...] = ()


def text(source: str, found: Sequence[Located]) -> Mended:
    """The text with every safe fix; of two that overlap, the first."""
    fixes = [
        one
        for one in found
        if one.problem.fix is not None and one.position.start is not None and one.position.end is not None
    ]
    pieces, done, at = [], [], 0
    for one in sorted(fixes, key=lambda one: (one.position.start or 0, one.position.end or 0)):
        start, end, fix = one.position.start or 0, one.position.end or 0, one.problem.fix
        if start < at or fix is None or source[start:end] != fix.old:
            continue
        pieces += [source[at:start], fix.new]
        done.append(one)
        at = end
    return Mended("".join((*pieces, source[at:])), tuple(done))
