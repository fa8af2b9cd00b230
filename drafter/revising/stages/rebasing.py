"""What was asked of an earlier stage of an outline, asked of what it says now: the paper in the leader's hands is of then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from drafter.model.tree import Tree
from drafter.readers.outline import anchors
from drafter.redline.aligning import groups
from drafter.revising.agreeing import Asked
from drafter.revising.printed import Path
from drafter.revising.steps import Edit, Insertion, Join, Lost, Move, Own, Removal, Step

_To = Mapping[Path, Path]


def rebased(asked: Sequence[Asked], old: Tree, new: Tree) -> list[Asked]:
    """The same steps laid at the texts of the newer tree; one about a text that was changed meanwhile has no place, nor has
    one that belongs to it: a point goes whole or not at all. What was done meanwhile in the same words is asked no more.
    """
    same, near = _paths(old, new)
    before, after = dict(anchors.texts(old)), dict(anchors.texts(new))
    done = {
        path for path, edits in _edits(asked).items()
        if path in near and path not in same and _edited(before[path], edits) == after[near[path]]
    }  # fmt: skip
    found = [
        replace(one, step=_laid(one.step, same, near))
        for one in asked
        if not (isinstance(one.step, Edit) and one.step.path in done)
    ]
    lost = {_sheet(one) for one in found if isinstance(one.step, Lost)}
    return [
        replace(one, step=Lost(one.step.old, "", one.step.paragraph))
        if isinstance(one.step, Removal) and _sheet(one) in lost
        else one
        for one in found
    ]


def _edits(asked: Sequence[Asked]) -> dict[Path, list[Edit]]:
    found: dict[Path, list[Edit]] = {}
    for one in asked:
        if isinstance(one.step, Edit):
            found.setdefault(one.step.path, []).append(one.step)
    return found


def _edited(text: str, edits: Sequence[Edit]) -> str:
    for edit in sorted(edits, key=lambda one: (-one.start, -one.end)):
        text = text[: edit.start] + edit.said + text[edit.end :]
    return text


def _sheet(one: Asked) -> tuple[str, str, int, str]:
    """Which paragraph of which sheet goes."""
    return (
        one.author,
        one.file,
        one.step.paragraph,
        one.step.old if isinstance(one.step, Removal | Lost) else "",
    )


def _paths(old: Tree, new: Tree) -> tuple[_To, _To]:
    """Where each text of the old tree stands in the new one: those that are the same, and all that can be told."""
    before, after = list(anchors.texts(old)), list(anchors.texts(new))
    same: dict[Path, Path] = {}
    near: dict[Path, Path] = {}
    for group in groups([text for _, text in before], [text for _, text in after]):
        for (path, text), (there, now) in zip(
            before[group.old : group.old_end], after[group.new : group.new_end], strict=False
        ):
            near[path] = there
            if text == now:
                same[path] = there
    return same, near


def _laid(step: Step, same: _To, near: _To) -> Step:
    match step:
        case Edit(path, instead=instead) if path in same:
            there = _laid(instead, same, near) if instead else None
            return replace(step, path=same[path], instead=there if isinstance(there, Edit) else None)
        case Insertion(path) if path in near:
            return replace(step, path=near[path])
        case Removal(path) if path in same:
            return replace(step, path=same[path])
        case Move(paths, to) if to in near and all(path in same for path in paths):
            return replace(step, paths=tuple(same[path] for path in paths), to=near[to])
        case Join(path, other) if path in same and other in same:
            return replace(step, path=same[path], other=same[other])
        case Own() | Lost():
            return step
        case _:
            return Lost(*_said(step), step.paragraph)


def _said(step: Step) -> tuple[str, str]:
    """What a step asks for, as one reads it: what was, and what is asked."""
    said: Mapping[type, Callable[..., tuple[str, str]]] = {
        Edit: lambda one: (one.old, one.new),
        Insertion: lambda one: ("", "\n".join(one.texts)),
        Removal: lambda one: (one.old, ""),
        Move: lambda one: ("", "\n".join(one.texts)),
    }
    return said[type(step)](step) if type(step) in said else ("", "")
