"""Carries out in an outline's tree what reviewers made of its draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.model import vocabulary
from drafter.model.tree import Tree
from drafter.outlining.form import marks
from drafter.readers.word.remarks import Remark
from drafter.revising.agreeing import UNPLACED, Asked, Done, agreed
from drafter.revising.leaves import Leaf, Leaves
from drafter.revising.printed import Path, in_words
from drafter.revising.steps import Edit, Insertion, Join, Lost, Move, Own, Removal, Step

_TEXT, _TITLE, _POINTS, _LEAD, _HEADING, _NOTE, _TABLE = (
    "正文",
    "标题",
    "要点",
    "导语",
    "小标题",
    "备注",
    "表格",
)
_TEXTUAL = frozenset({"正文", "导语", "小结", "要点", "内容"})
_HEAD = frozenset(vocabulary.chinese(vocabulary.OUTLINE).values())
"""Keys of what is said about a paper: they take no further paragraphs."""

_OPINIONS = vocabulary.chinese(vocabulary.OUTLINE)["opinions"]
_MOST_TITLE = 20
"""Characters of a first sentence that is the title of a point."""


def apply(
    tree: Tree, asked: Sequence[Asked], accepted: Sequence[str], keys: dict[str, str]
) -> tuple[Tree, list[Done]]:
    """The tree with all that can be done, and what became of each step; of changes that contradict each other those of
    the persons in `accepted` are taken, else none. `keys` are those of the parts by the roles that print them.
    """
    leaves = Leaves(tree)
    kept, done = agreed(asked, accepted)
    edits = [one.step for one in kept if isinstance(one.step, Edit)]
    lost = {
        id(one)
        for path, here in _by_path(edits).items()
        for one in here
        if not _may_say(leaves, path, one.said)
    }
    for path, here in _by_path([one for one in edits if id(one) not in lost]).items():
        leaf = leaves.known[path]
        for edit in sorted(here, key=lambda edit: (-edit.start, -edit.end)):
            leaf.text = leaf.text[: edit.start] + _literal(edit.said) + leaf.text[edit.end :]
    seen: set[object] = set()
    for one in kept:
        if not isinstance(one.step, Edit):
            key = (
                type(one.step),
                *(getattr(one.step, name) for name in one.step.__dataclass_fields__ if name != "paragraph"),
            )
            if key not in seen and not _carry_out(leaves, one.step, keys):  # two may ask for the same
                lost.add(id(one.step))
            seen.add(key)
    for leaf in list(leaves.known.values()):
        if not leaf.text.strip():
            if leaf.said:
                _gone(leaves, leaf)
        elif "\n" in leaf.text:
            _parted(leaves, leaf)
    return leaves.tree(), [
        Done(one.asked, UNPLACED) if id(one.asked.step) in lost or isinstance(one.asked.step, Lost) else one
        for one in done
    ]


def _may_say(leaves: Leaves, path: Path, said: str) -> bool:
    """Whether a text is there and may say this: what is one line stays one."""
    return path in leaves.known and ("\n" not in said or _is_textual(path))


def _is_textual(path: Path) -> bool:
    """Whether a text may have several paragraphs: those of parts and points may, a title or a figure may not."""
    keys = [step for step in path if isinstance(step, str)]
    return keys[-1] in _TEXTUAL or (len(keys) == 1 and keys[0] not in _HEAD)


def _literal(text: str) -> str:
    """Words of a reviewer: two braces are two braces."""
    return text.replace("{{", "\\{{")


def noted(tree: Tree, path: Path, note: str) -> tuple[Tree, bool]:
    """The tree with a note at the point that this text is of, and whether there is one."""
    leaves = Leaves(tree)
    leaf = leaves.known.get(path)
    point = leaves.point_of(leaf) if leaf is not None else None
    if point is None:
        return tree, False
    if isinstance(point, Leaf):
        holder = leaves.above(point)
        at = leaves.key_of(point)
        made: dict[str, Any] = {}
        leaves.put(holder, at, made)
        leaves.put(made, _TEXT, point)
        point = made
    note = _literal(note.replace("\n", "；"))
    old = point.get(_NOTE)
    there = old.text if isinstance(old, Leaf) else ""
    said = there if note in there else f"{there}；{note}" if there else note  # a file may be taken in twice
    leaves.put(point, _NOTE, Leaf(said))
    return leaves.tree(), True


def with_opinion(tree: Tree, who: str, remark: Remark, path: Path) -> Tree:
    """The tree with what somebody said of the draft as a whole, to be decided about."""
    fields = {
        "谁": who, "何时": remark.date, "方式": "Word", "位置": in_words(path) or remark.words, "原话": remark.text.replace("\n", "；"),
        "办理": "待定",
    }  # fmt: skip
    opinion = {key: _literal(value) for key, value in fields.items() if value}
    there = tree.get(_OPINIONS)
    known = there if isinstance(there, list) else [there] if there else []
    return tree if opinion in known else {**tree, _OPINIONS: [*known, opinion]}


def _by_path(edits: Sequence[Edit]) -> dict[Path, list[Edit]]:
    found: dict[Path, list[Edit]] = {}
    for one in edits:
        found.setdefault(one.path, []).append(one)
    return found


def _carry_out(leaves: Leaves, step: Step, keys: dict[str, str]) -> bool:
    match step:
        case Removal(path):
            leaf = leaves.known.get(path)
            if leaf is not None:
                leaf.text = ""
            return leaf is not None
        case Join(path, other, between):
            return _join(leaves, path, other, between)
        case Insertion(path, texts, _, before):
            leaf = leaves.known.get(path)
            return leaf is not None and _insert(leaves, leaf, texts, before)
        case Move(paths, to, texts, _, before):
            return _move(leaves, paths, to, texts, before)
        case Own(part, texts):
            return _write_own(leaves, keys.get(part, ""), texts)
        case Lost():
            return False
    return False


def _join(leaves: Leaves, path: Path, other: Path, between: str) -> bool:
    first, second = leaves.known.get(path), leaves.known.get(other)
    if first is None or second is None:
        return False
    points = leaves.point_of(first), leaves.point_of(second)
    alike = leaves.above(first) is leaves.above(second) and isinstance(leaves.above(first), list)
    plain = isinstance(points[1], Leaf) and points[0] is not None
    if not alike and not plain:
        return False
    first.text += between + second.text
    second.text = ""
    return True


def _move(leaves: Leaves, paths: Sequence[Path], to: Path, texts: Sequence[str], before: bool) -> bool:
    """A point with all that is said of it, to beside another; a paragraph that is none is put there and taken away here."""
    first, anchor = leaves.known.get(paths[0]), leaves.known.get(to)
    if first is None or anchor is None:
        return False
    point, beside = leaves.point_of(first), leaves.point_of(anchor)
    if point is None or beside is None or point is beside:
        done = _insert(leaves, anchor, texts, before)
        for path in paths if done else ():
            leaves.known[path].text = ""
        return done
    leaves.above(point).remove(point)
    holder = leaves.above(beside)
    leaves.insert(holder, leaves.key_of(beside) + (not before), point)
    return True


def _gone(leaves: Leaves, leaf: Leaf) -> None:
    holder = leaves.above(leaf)
    row = leaves.above(holder) if isinstance(holder, list) else None
    if isinstance(row, list) and leaves.above(row) is not None and leaves.key_of(row) == _TABLE:
        return  # a cell that says nothing keeps its column
    if holder is not None and any(
        value is leaf for value in (holder.values() if isinstance(holder, dict) else holder)
    ):
        leaves.remove(leaf)


def _parted(leaves: Leaves, leaf: Leaf) -> None:
    """A point that is nothing but a text and has several paragraphs now: what begins with a mark is a point by itself."""
    if leaves.point_of(leaf) is not leaf:
        return
    holder, at = leaves.above(leaf), leaves.key_of(leaf)
    lines = leaf.text.split("\n")
    rest = [line for line in lines[1:] if line.strip()]
    leaf.text = lines[0]
    if rest and all(marks.opening(line) is not None for line in rest):
        for line in reversed(rest):
            _put_point(leaves, holder, int(at) + 1, line)
    elif rest:
        made: dict[str, Any] = {}
        leaves.put(holder, at, made)
        leaves.put(made, _TEXT, Leaf("\n".join((leaf.text, *rest))))


def _insert(leaves: Leaves, leaf: Leaf, texts: Sequence[str], before: bool) -> bool:
    """New paragraphs: as points beside a point, where they are marked as such or stand among points that are texts;
    else as more paragraphs of the text that they follow.
    """
    point = leaves.point_of(leaf)
    marked = all(marks.opening(text) is not None for text in texts)
    if point is not None and (marked or isinstance(point, Leaf)):
        holder, at = leaves.above(point), int(leaves.key_of(point)) + (not before)
        for text in reversed(texts):
            _put_point(leaves, holder, at, text)
        return True
    said = _literal("\n".join(texts))
    holder, key = leaves.above(leaf), leaves.key_of(leaf)
    if isinstance(holder, dict) and key in (_TITLE, _HEADING):
        below = _TEXT if key == _TITLE and point is not None else _LEAD
        if key == _TITLE and point is None:
            return False  # the title of the paper
        return _put_first(leaves, holder, below, said)
    if not _is_textual(next(path for path, known in leaves.known.items() if known is leaf)):
        return False
    leaf.text = f"{said}\n{leaf.text}" if before else f"{leaf.text}\n{said}"
    return True


def _put_first(leaves: Leaves, holder: dict[str, Any], key: str, said: str) -> bool:
    """A text at the beginning of what a key says."""
    old = holder.get(key)
    if isinstance(old, list):
        leaves.insert(old, 0, Leaf(said))
    elif isinstance(old, Leaf) and old.text:
        old.text = f"{said}\n{old.text}"
    else:
        leaves.put(holder, key, Leaf(said))
    return True


def _put_point(leaves: Leaves, holder: list[Any], at: int, text: str) -> None:
    """A point without the mark that it began with; a short first sentence is its title."""
    mark = marks.opening(text)
    bare = _literal(text[len(mark.text) :] if mark is not None and text.startswith(mark.text) else text)
    title, stop, rest = bare.partition("。")
    if stop and rest and len(title) <= _MOST_TITLE:
        made: dict[str, Any] = {}
        leaves.insert(holder, at, made)
        leaves.put(made, _TITLE, Leaf(title))
        leaves.put(made, _TEXT, Leaf(rest))
    else:
        leaves.insert(holder, at, Leaf(bare))


def _write_own(leaves: Leaves, key: str, texts: Sequence[str]) -> bool:
    """The template's sentences of a part as the words that the outline has there."""
    if not key:
        return False
    root = leaves.root
    there = root.get(key)
    said = Leaf("\n".join(texts))
    if there is None or (isinstance(there, Leaf) and not there.text):
        leaves.put(root, key, said)
        return True
    if isinstance(there, dict):
        old = there.get(_LEAD)
        if old is None or (isinstance(old, Leaf) and not old.text):
            leaves.put(there, _LEAD, said)
            return True
    return False
