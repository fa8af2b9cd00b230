"""An outline's YAML as plain data, every key in the spelling that is written, every text as its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.tree import TABLE, Tree, spelt
from drafter.problems import InputProblem, Problem
from drafter.readers.outline import outline
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml import paragraphs

Path = tuple[str | int, ...]
"""The keys and places (from 0) that lead to a text of an outline's tree."""

_TEXT = spelt("point", "text")[0]
_SHORT = {table: spelt(table, "name")[0] for table in ("speaker", "occasion")}
"""What may be written as one line, and the key that the line stands for."""


def read(text: str, name: str) -> Tree:
    """The tree of an outline's text. Slips of the hand are mended on the way; what is parked stays in it.

    Raises:
        InputProblem: it is no outline, or says one thing in two places.

    """
    source, problems = outline.parse(text, name)
    if source is None:
        raise InputProblem(*problems)
    return of(source.root)


def of(root: yaml.Node) -> Tree:
    """The tree of an outline's nodes.

    Raises:
        InputProblem: it says one thing in two places.

    """
    return _tree(root, "outline")


def key_lines(text: str, name: str) -> dict[int, str]:
    """By the line of each text of an outline the path of keys that leads to it."""
    source, _ = outline.parse(text, name)
    if source is None:
        return {}
    found: dict[int, str] = {}
    for scalar in yaml.walk(source.root):
        found.setdefault(scalar.line, scalar.key)
    return found


def _tree(node: yaml.Node, table: str) -> Tree:
    match node:
        case yaml.Mapping():
            tree: dict[str, Tree] = {}
            for key, value in node.pairs:
                written, below = spelt(table, key.text)
                if written in tree:
                    raise InputProblem(_repeated(key))
                tree[written] = _tree(value, below)
            return tree
        case yaml.Sequence():
            return [entry for item in node.items for entry in _entries(item, table)]
        case yaml.Scalar():
            said = paragraphs.paragraphs(node)
            if said and table in _SHORT:
                return {_SHORT[table]: "".join(said)}
            return (said[0] if len(said) == 1 else list(said)) if said else None
    return None


def _repeated(key: yaml.Scalar) -> Problem:
    message = f"“{key.text[:20]}”写了两次，或同一个键用了两种写法"
    return Problem("repeated-key", message, key.place, hint="在大纲文件里合成一处，再打开")


def _entries(item: yaml.Node, table: str) -> list[Tree]:
    """What an item of a list comes to: a text of several paragraphs is several texts, or one point."""
    if not isinstance(item, yaml.Scalar):
        return [_tree(item, table)]
    said = paragraphs.paragraphs(item)
    if table == TABLE:
        return ["".join(said)]
    if table == "point" and len(said) > 1:
        return [{_TEXT: list(said)}]
    return list(said) or [""]


def lines_of(text: str, name: str) -> dict[Path, int]:
    """By the path that leads to each text of an outline's tree the line on which it is typed."""
    source, _ = outline.parse(text, name)
    return {path: node.line for path, node in scalars(source.root)} if source is not None else {}


def scalars(root: yaml.Node) -> Iterator[tuple[Path, yaml.Scalar]]:
    """Each text of an outline as it is typed, with the path that leads to it in the outline's tree."""
    return _scalars(root, "outline", ())


def _scalars(node: yaml.Node, table: str, path: Path) -> Iterator[tuple[Path, yaml.Scalar]]:
    if isinstance(node, yaml.Mapping):
        for key, value in node.pairs:
            written, below = spelt(table, key.text)
            yield from _scalars(value, below, (*path, written))
    elif isinstance(node, yaml.Sequence):
        at = 0
        for item in node.items:
            yield from _scalars(item, table, (*path, at))
            at += len(_entries(item, table))
    elif isinstance(node, yaml.Scalar):
        yield path, node


def path_of(passage: object) -> Path:
    """The keys and places (from 0) that lead to a text of an outline; none for one of another kind of file."""
    steps: list[str | int] = []
    node = passage if isinstance(passage, yaml.Node) else None
    while node is not None and node.above is not None:
        steps.append(node.step - 1 if isinstance(node.step, int) else node.step)
        node = node.above
    return tuple(reversed(steps))
