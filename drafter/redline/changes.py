"""The changes between two texts, laid where a person would mark them.

A shortest difference is minimal and reads badly: it begins in the middle of a clause and leaves single characters
standing between two changes. So changes that two equal characters part are one, a change that may stand at either of two
places stands at a mark, and clauses that change places within a sentence are one replacement.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.patterns import pattern
from drafter.records import Record
from drafter.redline.shortest import common
from drafter.redline.units import MARKS, SENTENCE_ENDS, units

_JOINED = 2
"""Equal characters that part no two changes."""

_SWAPPED = 0.6
"""Share of a sentence that is changed, from which clauses that changed places are one replacement."""

_CLAUSE = pattern(r"[^，、；。！？\n]+")


class Change(NamedTuple):
    """The characters of the new text from `start` to `end` stand in the place of `old`."""

    start: int
    end: int
    old: str


class Difference(Record):
    """A stretch that differs: what it was and became, paragraph by paragraph, and its first paragraph in the new text
    (from 1; where it is gone, that before which it stood). `changes` are laid in what it became.
    """

    old: str
    new: str
    paragraph: int
    changes: tuple[Change, ...]


def changes(old: str, new: str) -> list[Change]:
    """What changed, in order; a line end is a character like any other."""
    if old == new:
        return []
    before, after = units(old), units(new)
    starts = _offsets(before), _offsets(after)
    found: list[tuple[int, int, int, int]] = []
    at_old = at_new = 0
    for run in (*common(before, after), None):
        to_old, to_new = (run.old, run.new) if run else (len(before), len(after))
        if to_old > at_old or to_new > at_new:
            found.append((starts[0][at_old], starts[0][to_old], starts[1][at_new], starts[1][to_new]))
        if run:
            at_old, at_new = run.old + run.size, run.new + run.size
    spans = _swapped(old, new, [_slid(old, new, one) for one in _joined(new, found)])
    return [Change(start, end, old[first:last]) for first, last, start, end in spans]


def _offsets(row: Sequence[str]) -> list[int]:
    found = [0]
    for unit in row:
        found.append(found[-1] + len(unit))
    return found


_Span = tuple[int, int, int, int]
"""A change: from and to in the old text, from and to in the new one."""


def _joined(new: str, found: Sequence[_Span]) -> list[_Span]:
    """Changes that a character or two part are one, unless what parts them is a mark or the two are small."""
    joined: list[_Span] = []
    for span in found:
        last = joined[-1] if joined else None
        between = new[last[3] : span[2]] if last else ""
        if last and len(between) <= _JOINED and not set(between) & MARKS and _are_worth(last, span, between):
            joined[-1] = (last[0], span[1], last[2], span[3])
        else:
            joined.append(span)
    return joined


def _are_worth(first: _Span, second: _Span, between: str) -> bool:
    """Whether both are replacements, or together several times what stands between them."""
    replaced = [min(end - start, to - from_) > 0 for start, end, from_, to in (first, second)]
    size = sum(end - start + to - from_ for start, end, from_, to in (first, second))
    return all(replaced) or (size >= 4 * len(between) and any(replaced))


def _slid(old: str, new: str, span: _Span) -> _Span:
    """An insertion or a deletion alone, moved to where it begins behind a mark, else where it ends with one."""
    first, last, start, end = span
    if first < last and start < end:
        return span
    text, at, to = (new, start, end) if start < end else (old, first, last)
    places = [0]
    while at + places[-1] - 1 >= 0 and text[at + places[-1] - 1] == text[to + places[-1] - 1]:
        places.append(places[-1] - 1)
    step = 0
    while to + step < len(text) and text[at + step] == text[to + step]:
        step += 1
        places.append(step)
    by = max(places, key=lambda by: (_rank(text, at + by, to + by), -abs(by)))
    return first + by, last + by, start + by, end + by


def _rank(text: str, at: int, to: int) -> int:
    """How well a change stands here: from mark to mark, from a mark on, up to a mark."""
    begins = at == 0 or text[at - 1] in MARKS
    ends = to > at and text[to - 1] in MARKS
    inside_number = at > 0 and at < len(text) and text[at - 1].isdigit() and text[at].isdigit()
    return 2 * begins + ends - 4 * inside_number


def _swapped(old: str, new: str, spans: Sequence[_Span]) -> list[_Span]:
    """The changes; of a sentence whose clauses changed places one replacement."""
    found: list[_Span] = []
    at = 0
    while at < len(spans):
        end = _sentence_end(new, spans[at][3])
        behind = at
        while behind + 1 < len(spans) and spans[behind + 1][2] < end and spans[behind + 1][3] <= end:
            behind += 1
        group = spans[at : behind + 1]
        whole = _as_one(old, new, group, end) if len(group) > 1 else None
        found += [whole] if whole else group
        at = behind + 1
    return found


def _sentence_end(text: str, at: int) -> int:
    while at < len(text) and (at == 0 or text[at - 1] not in SENTENCE_ENDS):
        at += 1
    return at


def _as_one(old: str, new: str, group: Sequence[_Span], end: int) -> _Span | None:
    """The changes of one sentence as a single one, where they are clauses that changed places."""
    start = group[0][2]
    while start > 0 and new[start - 1] not in MARKS | {"、"}:
        start -= 1
    first = group[0][0] - (group[0][2] - start)
    stop = group[-1][3]
    while stop < end and new[stop] not in MARKS | {"、"}:
        stop += 1
    last = group[-1][1] + (stop - group[-1][3])
    if first < 0 or old[first : group[0][0]] != new[start : group[0][2]]:
        return None
    before, after = old[first:last], new[start:stop]
    marked = sum(to - from_ for _, _, from_, to in group) + sum(to - from_ for from_, to, _, _ in group)
    clauses = sorted(_CLAUSE.findall(before)), sorted(_CLAUSE.findall(after))
    if clauses[0] != clauses[1] or marked < _SWAPPED * (len(before) + len(after)) / 2:
        return None
    return first, last, start, stop
