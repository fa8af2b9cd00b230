"""What became of each change that a reviewer asked for, as it is told."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.records import Record
from drafter.revising.absorbing import Absorbed
from drafter.revising.agreeing import Done
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
