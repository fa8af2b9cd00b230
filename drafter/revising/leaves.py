"""An outline's tree that can be written into while texts come and go: each text is a leaf with a place of its own."""

from __future__ import annotations

from typing import Any

from drafter.model.tree import Tree
from drafter.revising.printed import Path

_TITLE, _TEXT, _LEAD, _POINTS, _HEADING, _NOTE = "标题", "正文", "导语", "要点", "小标题", "备注"
_SAID = frozenset({_TITLE, _TEXT, _POINTS, _LEAD, _HEADING, "小结", "表格"})
"""Keys without any of which a point or a section says nothing."""


class Leaf:
    """A text of the tree."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.said = bool(text.strip())
        """Whether it said something in the beginning."""


class Leaves:
    """A tree whose texts are leaves, found by the paths that they had in the beginning."""

    def __init__(self, tree: Tree) -> None:
        self.known: dict[Path, Leaf] = {}
        self._above: dict[int, Any] = {}
        self.root = self._made(tree, ())

    def _made(self, tree: Tree, path: Path) -> Any:
        if isinstance(tree, dict):
            made: Any = {key: self._made(value, (*path, key)) for key, value in tree.items()}
            for value in made.values():
                self._above[id(value)] = made
        elif isinstance(tree, list):
            made = [self._made(value, (*path, at)) for at, value in enumerate(tree)]
            for value in made:
                self._above[id(value)] = made
        elif isinstance(tree, str):
            made = self.known[path] = Leaf(tree)
        else:
            made = Leaf("")
        return made

    def above(self, node: Any) -> Any:
        """What holds a node; None for the root."""
        return self._above.get(id(node))

    def key_of(self, node: Any) -> Any:
        """The key or the place under which a node stands."""
        holder = self.above(node)
        if isinstance(holder, dict):
            return next(key for key, value in holder.items() if value is node)
        return next(at for at, value in enumerate(holder) if value is node)

    def put(self, holder: Any, key: Any, node: Any) -> None:
        """Puts a node under a key, in the place of what stood there."""
        holder[key] = node
        self._above[id(node)] = holder

    def insert(self, holder: list[Any], at: int, node: Any) -> None:
        """Puts a node into a list."""
        holder.insert(at, node)
        self._above[id(node)] = holder

    def point_of(self, leaf: Leaf) -> Any:
        """The point that a text is of: the item of a list of points; None where it is of none."""
        node: Any = leaf
        while node is not None:
            holder = self.above(node)
            if isinstance(holder, list) and self.above(holder) is not None and self.key_of(holder) == _POINTS:
                return node
            node = holder
        return None

    def remove(self, node: Any) -> None:
        """Takes a node out, and with it what then says nothing."""
        holder = self.above(node)
        if holder is None:
            return
        key = self.key_of(node)
        del holder[key]
        says_nothing = not holder if isinstance(holder, list) else key in _SAID and not _SAID & holder.keys()
        if (
            says_nothing and self.above(holder) is not None
        ):  # a figure or a person stays, whatever of it is gone
            self.remove(holder)

    def tree(self) -> Tree:
        """The tree as plain data: a text of several lines is several texts."""
        return _plain(self.root)


def _plain(node: Any) -> Tree:
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [one for value in node for one in _items(value)]
    said = _lines(node.text)
    return (said if len(said) > 1 else said[0] if said else None) if node.text else None


def _items(node: Any) -> list[Tree]:
    if isinstance(node, Leaf):
        return list(_lines(node.text)) or [""]
    return [_plain(node)]


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
