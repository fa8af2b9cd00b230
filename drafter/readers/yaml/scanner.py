"""The YAML that most outlines are, read line by line; any other is left to the parser.

Keys, lists, and texts that begin and end on their line, in quotes or not, comments on lines of their own. The scanner
never guesses: at the first line that could be anything else (a text that goes on, a value that is not there, another
depth than any above) it gives up.
"""

from __future__ import annotations

import re
from typing import TypeVar

from drafter.readers.yaml.nodes import Mapping, Node, Scalar, Sequence

_Kind = TypeVar("_Kind", Mapping, Sequence)

_HEAD = re.compile(r"( *)(- (?! ))?(?:(\w{1,32}+):(?: (?=\S)|$))?")
"""What a line begins with: its depth, the dash of an item, a key."""

_QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_ODD_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@` ")
"""What a text without quotes does not begin with here."""

_DEEPEST = 20


class _Declined(Exception):
    """The text is not surely what it looks like."""


def scan(text: str, source: str) -> Mapping | None:
    """The root of the text, as `nodes.parse` makes it; None where only that knows."""
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _Scanner(text, source).root()
    except _Declined:
        return None


class _Scanner:
    """Goes down the lines once. Lists and mappings that are open lie on a stack, each with its column (from 0)."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.source = source
        self.open: list[tuple[int, Mapping | Sequence]] = []
        self.waiting: tuple[int, Mapping, Scalar] | None = None
        """A key whose value is still to come, with its column and its mapping."""

    def root(self) -> Mapping:
        root, start = Mapping(1, 1, self.source), 0
        for number, line in enumerate(self.text.split("\n"), 1):
            if line:
                self._line(line, number, start, root)
            start += len(line) + 1
        if self.waiting is not None or not root.pairs:
            raise _Declined
        return root

    def _line(self, line: str, number: int, start: int, root: Mapping) -> None:
        head = _HEAD.match(line)
        if head is None:
            raise _Declined
        indent, dash, key = head.groups()
        at = head.end()
        if not dash and key is None:
            if line[at : at + 1] != "#":
                raise _Declined
            return
        column = len(indent)
        if not self.open and not root.pairs and line[0] not in " -":
            root.line = number
            self.open.append((0, root))
        if dash:
            items = self._standing(Sequence, column, number)
            column += len(dash)
            if key is None:
                self._add(items, self._scalar(line[at:], number, at, start + at))
                return
            mapping = Mapping(number, column + 1, self.source)
            self._add(items, mapping)
            self._enter(column, mapping)
        else:
            mapping = self._standing(Mapping, column, number)
        name = Scalar(
            key, number, column + 1, self.source, self.text, start + column, start + column + len(key), True
        )
        if at == len(line):
            self.waiting = (column, mapping, name)
        else:
            self._put(mapping, name, self._scalar(line[at:], number, at, start + at))

    def _standing(self, kind: type[_Kind], column: int, number: int) -> _Kind:
        """The list or mapping that a line at this column goes on, or that begins there under a key."""
        if self.waiting is not None:
            above, mapping, key = self.waiting
            if column < above or (column == above and kind is Mapping):
                raise _Declined
            begun = kind(number, column + 1, self.source)
            self._put(mapping, key, begun)
            self._enter(column, begun)
            self.waiting = None
            return begun
        while self.open:
            depth, node = self.open[-1]
            if depth == column and isinstance(node, kind):
                return node
            if depth < column:
                break
            self.open.pop()
        raise _Declined

    def _enter(self, column: int, node: Mapping | Sequence) -> None:
        self.open.append((column, node))
        if len(self.open) > _DEEPEST:
            raise _Declined

    def _put(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        mapping.pairs.append((key, value))
        value.above, value.step = mapping, key.text

    def _add(self, items: Sequence, node: Node) -> None:
        items.items.append(node)
        node.above, node.step = items, len(items.items)

    def _scalar(self, value: str, line: int, column: int, start: int) -> Scalar:
        """A text that begins and ends on its line."""
        plain = value[:1] not in _ODD_FIRST
        if plain:
            if not value or value[-1] in " :" or ": " in value or " #" in value:
                raise _Declined
        elif not _QUOTED.fullmatch(value):
            raise _Declined
        text = value if plain else value[1:-1]
        return Scalar(text, line, column + 1, self.source, self.text, start, start + len(value), plain)
