"""What several reviewers ask for together: what agrees is done once, what contradicts each other waits for a word."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.records import Record
from drafter.revising.printed import Path
from drafter.revising.steps import Edit, Insertion, Join, Move, Removal, Step

TAKEN, DECLINED, CONFLICT, UNPLACED = "taken", "declined", "conflict", "unplaced"


class Asked(Record):
    """A step that a reviewer asks for, in a file."""

    step: Step
    author: str
    date: str = ""
    file: str = ""


class Done(Record):
    """What became of it."""

    asked: Asked
    state: str


def agreed(asked: Sequence[Asked], accepted: Sequence[str]) -> tuple[list[Asked], list[Done]]:
    """The steps to carry out, and what becomes of every one that was asked for."""
    kept: list[Asked] = []
    done: list[Done] = []
    for one in asked:
        against = [
            other
            for other in asked
            if (other.author, other.file) != (one.author, one.file)  # nobody contradicts himself on one sheet
            and _collide(one.step, other.step)
            and not _same(one.step, other.step)
        ]
        state = TAKEN
        if against:
            wins, loses = one.author in accepted, any(other.author in accepted for other in against)
            state = TAKEN if wins and not loses else DECLINED if loses and not wins else CONFLICT
        done.append(Done(one, state))
        if state == TAKEN and not any(_same(one.step, other.step) for other in kept):
            kept.append(one)
    return kept, done


def _collide(one: Step, other: Step) -> bool:
    """Whether two steps are about the same characters; what is taken away or moved is about all of its text."""
    if isinstance(one, Edit) and isinstance(other, Edit):
        overlap = one.start < other.end and other.start < one.end
        return one.path == other.path and (overlap or (one.start, one.end) == (other.start, other.end))
    if isinstance(one, Insertion) or isinstance(other, Insertion):
        return False
    return bool(_touched(one) & _touched(other))


def _touched(step: Step) -> set[Path]:
    match step:
        case Edit(path) | Removal(path):
            return {path}
        case Move(paths):
            return set(paths)
        case Join(path, other):
            return {path, other}
    return set()


def _same(one: Step, other: Step) -> bool:
    """Whether two steps ask for the same."""
    if type(one) is not type(other):
        return False
    return all(
        getattr(one, name) == getattr(other, name)
        for name in one.__dataclass_fields__
        if name not in ("paragraph", "instead", "old", "new")
    )
