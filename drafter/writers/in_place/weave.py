"""Writes changed data into a person's YAML: what did not change stays as it was typed, with its comments."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from drafter.model.tree import Tree, YamlText, spelt
from drafter.problems import InputProblem
from drafter.writers.in_place.page import page_of
from drafter.writers.yaml_text import dumped

_Read = Callable[[str, str], Tree]


def woven(typed: YamlText, tree: Tree, read: _Read) -> tuple[str, bool]:
    """The outline's text with `tree` in the place of what it says, and whether it was changed in place; `read` gives the
    tree of a text.

    Lists are matched item by item, so that one that was moved takes its comments along. Where the file is written in
    a way that cannot be changed in place, it is written anew: its comments are gone, its words never.
    """
    try:
        old = read(typed.text, typed.name)
        if old == tree:
            return typed.came, True
        page = page_of(typed)
        _weave_mapping(page.root, old, tree, "outline")
        changed = page.text()
        if read(changed, typed.name) == tree:
            return changed, True
    except (InputProblem, KeyError, IndexError, AttributeError, TypeError, ValueError):
        pass  # a form that ruamel.yaml and we read otherwise: what it says is known all the same
    return dumped(tree), False


def _weave_mapping(holder: CommentedMap, old: dict[str, Tree], new: dict[str, Tree], table: str) -> None:
    """Changes a mapping to what it should say; `old` is what it says."""
    typed = {spelt(table, str(key))[0]: key for key in reversed(list(holder))}
    for key in [key for written, key in typed.items() if written not in new]:
        del holder[key]
    before = -1
    for written, value in new.items():
        key = typed.get(written)
        if key is None:
            holder.insert(before + 1, written, _made(value))
            before += 1
            continue
        if old.get(written) != value:
            below = spelt(table, str(key))[1]
            holder[key] = _woven(holder[key], old.get(written), value, below)
        before = list(holder).index(key)


def _woven(node: object, old: Tree, new: Tree, table: str) -> object:
    """The node that says `new`: this one, changed, where it is of the same kind."""
    if isinstance(node, CommentedMap) and isinstance(old, dict) and isinstance(new, dict):
        _weave_mapping(node, old, new, table)
        return node
    if isinstance(node, CommentedSeq) and isinstance(old, list) and isinstance(new, list):
        return _woven_list(node, old, new, table) if len(node) == len(old) else _made(new)
    return _made(new)


def _woven_list(node: CommentedSeq, old: list[Tree], new: list[Tree], table: str) -> CommentedSeq:
    """A list of the same items where they are the same, each with its comment."""
    out = [
        (_made(new[place]), None)
        if source is None
        else (node[source] if old[source] == new[place] else _woven(node[source], old[source], new[place], table), source)
        for place, source in enumerate(_sources(old, new))
    ]  # fmt: skip
    made = CommentedSeq(item for item, _ in out)
    if node.fa.flow_style():
        made.fa.set_flow_style()
    for place, (_, source) in enumerate(out):
        if source is not None and source in node.ca.items:
            made.ca.items[place] = node.ca.items[source]
    made.ca.comment, made.ca.end = node.ca.comment, node.ca.end
    return made


def _sources(old: list[Tree], new: list[Tree]) -> list[int | None]:
    """For each new item the old one that it is made of: itself, wherever it stood, else the next that nobody is made of."""
    before, after = ([json.dumps(item, ensure_ascii=False) for item in items] for items in (old, new))
    same: dict[str, deque[int]] = {}
    for source, said in enumerate(before):
        same.setdefault(said, deque()).append(source)
    sources = [same[said].popleft() if same.get(said) else None for said in after]
    taken = set(sources)
    left = iter([source for source in range(len(old)) if source not in taken])
    return [next(left, None) if source is None else source for source in sources]


def _made(tree: Tree) -> object:
    """The tree as ruamel.yaml takes it."""
    if isinstance(tree, dict):
        return CommentedMap((str(key), _made(value)) for key, value in tree.items())
    if isinstance(tree, list):
        return CommentedSeq(map(_made, tree))
    return str(tree) if isinstance(tree, str) else tree
