"""What several reviewers ask for together: what agrees is done once, what contradicts each other waits for a word."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.records import Record
from drafter.revising.printed import Path
from drafter.revising.steps import Edit, Insertion, Join, Lost, Move, Own, Removal, Step

_POINTS = "要点"
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
    states = [_state(one, asked, accepted) for one in asked]
    together: dict[object, list[int]] = {}
    for place, one in enumerate(asked):
        if isinstance(
            one.step, Removal
        ):  # a paragraph that goes is one decision, of how many texts it may be
            together.setdefault((one.author, one.file, one.step.paragraph, one.step.old), []).append(place)
    for places in together.values():
        worst = max((states[place] for place in places), key=_WORSE.index)
        for place in places:
            states[place] = worst
    kept: list[Asked] = []
    for one, state in zip(asked, states, strict=True):
        if state == TAKEN and not any(_same(one.step, other.step) for other in kept):
            kept.append(one)
    return kept, [Done(one, state) for one, state in zip(asked, states, strict=True)]


_WORSE = (TAKEN, DECLINED, CONFLICT)


def _state(one: Asked, asked: Sequence[Asked], accepted: Sequence[str]) -> str:
    against = [
        other
        for other in asked
        if (other.author, other.file) != (one.author, one.file)  # nobody contradicts himself on one sheet
        and _collide(one.step, other.step)
        and not _same(one.step, other.step)
    ]
    if not against:
        return TAKEN
    wins, loses = one.author in accepted, any(other.author in accepted for other in against)
    if wins and all(other.author == one.author or other.author not in accepted for other in against):
        files = [each.file for each in asked]
        later = [
            other
            for other in against
            if other.author == one.author and files.index(other.file) > files.index(one.file)
        ]
        return DECLINED if later else TAKEN  # of two things that one person said the later counts
    return DECLINED if loses and not wins else CONFLICT


def _collide(one: Step, other: Step) -> bool:
    """Whether two steps are about the same characters; what is taken away or moved is about all of its text."""
    if isinstance(one, Edit) and isinstance(other, Edit):
        overlap = one.start < other.end and other.start < one.end
        return one.path == other.path and (overlap or (one.start, one.end) == (other.start, other.end))
    if isinstance(one, Insertion) or isinstance(other, Insertion):
        return False
    if isinstance(one, Own) and isinstance(other, Own):
        return one.part == other.part
    if isinstance(one, Move) and isinstance(other, Move) and _row(one.paths[0]) == _row(other.paths[0]):
        return True  # two orders of one row
    return bool(_touched(one) & _touched(other))


def _row(path: Path) -> Path:
    """The row of points that a text is in."""
    at = max((place for place, step in enumerate(path) if step == _POINTS), default=-1)
    return path[: at + 1]


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
        if name not in (("paragraph",) if isinstance(one, Lost) else ("paragraph", "instead", "old", "new"))
    )
