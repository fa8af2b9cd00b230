"""Texts changed line by line, and now and then character by character."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.fuzzing.oddities import odd, often

LOOSE = 0.15
"""How often characters are changed and not lines: no form survives that for long."""

LARGEST = 60_000


def mutated(rng: random.Random, text: str, others: Sequence[str]) -> str:
    """The text with a few lines dropped, doubled, swapped, joined, parted, begun otherwise, or taken from another."""
    if rng.random() < LOOSE:
        return scrambled(rng, text, others)
    lines = text.split("\n")
    for _ in range(rng.choice((1, 2, 3, 8))):
        at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
        how = rng.randrange(7)
        if how == 0 and len(lines) > 2:
            del lines[at]
        elif how == 1:
            lines[at:at] = lines[at : at + rng.choice((1, 1, 5))] * often(rng)
        elif how == 2:
            lines[at], lines[to] = lines[to], lines[at]
        elif how == 3:
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
        elif how == 4:
            cut = rng.randrange(len(lines[at]) + 1)
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
        elif how == 5:
            lines[at] = odd(rng) + lines[at]
        else:
            lines.insert(at, rng.choice(rng.choice(others).split("\n")))
    return "\n".join(lines)[:LARGEST]


def scrambled(rng: random.Random, text: str, others: Sequence[str]) -> str:
    """The text with a few characters put in, cut out, doubled, swapped, or taken from another."""
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        at = rng.randrange(len(text) + 1)
        to = min(len(text), at + rng.choice((0, 1, 1, 3, 10, 60)))
        how = rng.randrange(5)
        if how == 0:
            text = text[:at] + odd(rng) + text[at:]
        elif how == 1:
            text = text[:at] + text[to:]
        elif how == 2:
            text = text[:to] + text[at:to] * rng.choice((1, 2, 30)) + text[to:]
        elif how == 3:
            text = text[:at] + chr(rng.choice((rng.randrange(0x80), rng.randrange(0x20, 0xD7FF)))) + text[to:]
        else:
            other = rng.choice(others)
            cut = rng.randrange(len(other) + 1)
            text = text[:at] + other[cut : cut + rng.randrange(80)] + text[to:]
    return text[:LARGEST]
