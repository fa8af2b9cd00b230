"""A shortest way from one row of units to another (E. W. Myers, An O(ND) Difference Algorithm, 1986)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_MOST_STEPS = 600
"""Changes up to which the shortest way is looked for; a text that is changed more is another, and any way does."""


class Run(NamedTuple):
    """Units that are the same: from `old` in the one row, from `new` in the other, `size` of them."""

    old: int
    new: int
    size: int


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """What the rows have in common, in order, so that what is left of both is least."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle = _between(old[head : len(old) - tail], new[head : len(new) - tail])
    runs = [
        Run(0, 0, head),
        *(Run(run.old + head, run.new + head, run.size) for run in middle),
        Run(len(old) - tail, len(new) - tail, tail),
    ]
    return _joined(run for run in runs if run.size)


def _between(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    if not old or not new or not set(old) & set(new):
        return []
    trace = _trace(old, new)
    if trace is None:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        return [Run(*block) for block in matcher.get_matching_blocks() if block.size]
    return _walked_back(trace, len(old), len(new))


def _trace(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[dict[int, int]] | None:
    """How far each diagonal reaches after each number of changes; None where there are too many."""
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    for steps in range(min(len(old) + len(new), _MOST_STEPS) + 1):
        trace.append(dict(furthest))
        for diagonal in range(-steps, steps + 1, 2):
            down = diagonal == -steps or (
                diagonal != steps and furthest.get(diagonal - 1, -1) < furthest.get(diagonal + 1, -1)
            )
            x = furthest.get(diagonal + 1, 0) if down else furthest[diagonal - 1] + 1
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            furthest[diagonal] = x
            if x >= len(old) and y >= len(new):
                return trace
    return None


def _walked_back(trace: list[dict[int, int]], x: int, y: int) -> list[Run]:
    runs: list[Run] = []
    for steps in range(len(trace) - 1, -1, -1):
        furthest, diagonal = trace[steps], x - y
        down = diagonal == -steps or (
            diagonal != steps and furthest.get(diagonal - 1, -1) < furthest.get(diagonal + 1, -1)
        )
        before = diagonal + 1 if down else diagonal - 1
        from_x = furthest.get(before, 0) if steps else 0
        from_y = from_x - before if steps else 0
        begin_x = from_x if down else from_x + 1
        begin_x = begin_x if steps else 0
        if x > begin_x:
            runs.append(Run(begin_x, begin_x - diagonal, x - begin_x))
        x, y = from_x, from_y
    return runs[::-1]


def _joined(runs: Iterable[Run]) -> list[Run]:
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.old + last.size == run.old and last.new + last.size == run.new:
            found[-1] = Run(last.old, last.new, last.size + run.size)
        else:
            found.append(run)
    return found
