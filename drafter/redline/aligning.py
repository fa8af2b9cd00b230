"""Which paragraphs of a new text were which of the old one: the same, changed, split in two, made one of two, new or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

LEAST = 0.3
"""Likeness from which one paragraph is another, changed."""

_SHORT = 12
"""Characters up to which one paragraph between the same neighbours is another, however unlike: the figure of a cell."""

_KNOWN = 0.7
"""What it counts that a paragraph is another by more than its words: less than nearly all of its words."""

_WHOLE = 0.6
"""Share of a paragraph that another has to hold, so that it was part of that."""

_MOST_PAIRS = 40_000
"""Pairs of changed paragraphs that are compared each with each; more are taken in their order."""


class Group(NamedTuple):
    """Paragraphs from `old` to `old_end` that became those from `new` to `new_end`; one of the two may be none."""

    old: int
    old_end: int
    new: int
    new_end: int


def groups(
    old: Sequence[str], new: Sequence[str], known: Callable[[int, int], bool] | None = None
) -> list[Group]:
    """All paragraphs of both, in order. `known`: whether one is another by more than its words, however it was changed."""
    found: list[Group] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_at, old_end, new_at, new_end in matcher.get_opcodes():
        if tag == "equal":
            found += [
                Group(old_at + at, old_at + at + 1, new_at + at, new_at + at + 1)
                for at in range(old_end - old_at)
            ]
        else:
            found += _changed(old, new, Group(old_at, old_end, new_at, new_end), known or _unknown)
    return found


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1, by pairs of characters."""
    return _alike(_pairs(one), _pairs(other))


def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(max(len(text) - 1, 1)))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0


def _unknown(_old: int, _new: int) -> bool:
    return False


def _changed(
    old: Sequence[str], new: Sequence[str], gap: Group, known: Callable[[int, int], bool]
) -> list[Group]:
    """The groups between two that are the same: those that are most alike together, in their order."""
    before = [_pairs(text) for text in old[gap.old : gap.old_end]]
    after = [_pairs(text) for text in new[gap.new : gap.new_end]]
    if len(before) == len(after) == 1 and max(len(old[gap.old]), len(new[gap.new])) <= _SHORT:
        return [gap]
    if len(before) * len(after) > _MOST_PAIRS:
        pairs = [
            (at, at) for at in range(min(len(before), len(after))) if _alike(before[at], after[at]) >= LEAST
        ]
    else:
        pairs = _best(before, after, lambda one, other: known(gap.old + one, gap.new + other))
    pairs_with_ends = [*pairs, (len(before), len(after))]
    found: list[Group] = []
    old_at = new_at = 0
    for old_next, new_next in pairs_with_ends:
        found += [Group(at, at + 1, new_at, new_at) for at in range(old_at, old_next)]
        found += [Group(old_next, old_next, at, at + 1) for at in range(new_at, new_next)]
        if old_next < len(before):
            found.append(Group(old_next, old_next + 1, new_next, new_next + 1))
        old_at, new_at = old_next + 1, new_next + 1
    merged = _parted(found, before, after)
    return [
        Group(one.old + gap.old, one.old_end + gap.old, one.new + gap.new, one.new_end + gap.new)
        for one in merged
    ]


def _best(
    before: Sequence[Counter[str]], after: Sequence[Counter[str]], known: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """Pairs in order that are most alike in all."""
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    worth = [[0.0] * len(after) for _ in before]
    for row, one in enumerate(before):
        for column, other in enumerate(after):
            alike = max(_alike(one, other), _KNOWN if known(row, column) else 0.0)
            worth[row][column] = alike if alike >= LEAST else 0.0
            taken = best[row][column] + worth[row][column] if worth[row][column] else 0.0
            best[row + 1][column + 1] = max(best[row][column + 1], best[row + 1][column], taken)
    pairs: list[tuple[int, int]] = []
    row, column = len(before), len(after)
    while row and column:
        value = worth[row - 1][column - 1]
        if value and best[row][column] == best[row - 1][column - 1] + value:
            pairs.append((row - 1, column - 1))
            row, column = row - 1, column - 1
        elif best[row][column] == best[row - 1][column]:
            row -= 1
        else:
            column -= 1
    return pairs[::-1]


def _parted(
    found: Sequence[Group], before: Sequence[Counter[str]], after: Sequence[Counter[str]]
) -> list[Group]:
    """The groups, those joined of which one side is part of what its neighbour was or became."""
    joined: list[Group] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and _belong(last, one, before, after):
            joined[-1] = Group(
                last.old, max(last.old_end, one.old_end), last.new, max(last.new_end, one.new_end)
            )
        else:
            joined.append(one)
    return joined


def _belong(
    first: Group, second: Group, before: Sequence[Counter[str]], after: Sequence[Counter[str]]
) -> bool:
    """Whether one of two groups is new, or gone, and the other one's change holds what it says."""
    for alone, pair in ((second, first), (first, second)):
        if pair.old == pair.old_end or pair.new == pair.new_end:
            continue
        if alone.old == alone.old_end and alone.new < alone.new_end:
            rest = _sum(before[pair.old : pair.old_end]) - _sum(after[pair.new : pair.new_end])
            return _held(after[alone.new], rest)
        if alone.new == alone.new_end and alone.old < alone.old_end:
            rest = _sum(after[pair.new : pair.new_end]) - _sum(before[pair.old : pair.old_end])
            return _held(before[alone.old], rest)
    return False


def _sum(rows: Sequence[Counter[str]]) -> Counter[str]:
    return sum(rows, Counter[str]())


def _held(part: Counter[str], whole: Counter[str]) -> bool:
    return part.total() > 1 and (part & whole).total() >= _WHOLE * part.total()
