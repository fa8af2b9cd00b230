"""What became of each change that a reviewer asked for, as it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from drafter.records import Record
from drafter.revising.absorbing import Absorbed
from drafter.revising.agreeing import CONFLICT, Done
from drafter.revising.printed import Path, in_words
from drafter.revising.steps import Edit, Insertion, Join, Lost, Move, Own, Removal

KINDS = {
    "text": "改字句",
    "insert": "添",
    "delete": "删",
    "move": "挪动",
    "fact": "改数据",
    "comment": "批注",
}
"""The kinds of changes, and what they are called."""


class Change(Record):
    """A change: of which kind, at which key and line of the outline, what was and what is asked, by whom, and its state."""

    kind: str
    key: str
    line: int
    old: str
    new: str
    author: str
    date: str
    state: str


def changes(found: Absorbed, before: Mapping[Path, int], after: Mapping[Path, int]) -> list[Change]:
    """All of them, those of the words before the comments; lines are those of the outline as it was."""
    told = [_told(one, before) for one in found.done]
    for note in found.notes:
        remark = note.remark
        line = after.get(note.path, 0)
        told.append(
            Change(
                "comment",
                in_words(note.path),
                line,
                remark.words,
                remark.text,
                note.reviewer,
                remark.date,
                note.state,
            )
        )
    return told


def by_rank(told: Sequence[Change], persons: Sequence[str]) -> list[Change]:
    """The same changes; of those that contradict each other in one place, whoever stands first in the unit's order is
    first. Nothing is decided by that.
    """
    ranks = {name: rank for rank, name in enumerate(persons)}
    found: list[Change] = []
    for key, row in groupby(told, lambda one: (one.state == CONFLICT, one.key)):
        here = list(row)
        found += sorted(here, key=lambda one: ranks.get(one.author, len(ranks))) if key[0] else here
    return found


def _told(one: Done, lines: Mapping[Path, int]) -> Change:
    step = one.asked.step
    path: Path = ()
    match step:
        case Edit(path, _, _, _, old, new, _, figure):
            kind = "fact" if figure else "text"
        case Insertion(path, texts):
            kind, old, new = "insert", "", "\n".join(texts)
        case Removal(path, old):
            kind, new = "delete", ""
        case Move(paths, _, texts):
            kind, path, old, new = "move", paths[0], "\n".join(texts), "\n".join(texts)
        case Join(path, _, between):
            kind, old, new = "text", "\n", between
        case Own(_, texts, old):
            kind, new = "text", "\n".join(texts)
        case Lost(old, new):
            kind = "insert" if not old else "delete" if not new else "text"
    return Change(
        kind, in_words(path), lines.get(path, 0), old, new, one.asked.author, one.asked.date, one.state
    )
