"""The YAML that most outlines are, and our templates and stylesheets, read line by line; any other is left to the parser.

Keys, lists, and texts that begin and end on their line, in quotes or not; rows in brackets, `[甲, 乙]` and
`{字体: 黑体, 字号: 三号}`; comments on lines of their own. The scanner never guesses: at the first line that could be anything else (a text that goes on, a value that is not there, another
depth than any above) it gives up.
"""

from __future__ import annotations

from typing import TypeVar

from drafter.patterns import pattern
from drafter.readers.yaml.nodes import Mapping, Node, Scalar, Sequence

_Kind = TypeVar("_Kind", Mapping, Sequence)

_KEY = r"\w[\w.]{0,31}+"
_HEAD = pattern(rf"( *)(- (?! ))?(?:({_KEY}):(?: (?=\S)|$))?")
"""What a line begins with: its depth, the dash of an item, a key."""

_IN_QUOTES = r"\"[^\"\\]*\"|'[^']*'"
_QUOTED = pattern(_IN_QUOTES)
_ODD_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@` ")
"""What a text without quotes does not begin with here."""

_NUMBER = pattern(r"-\d")
"""What a text without quotes may begin with all the same."""

_INNER = r"[^\-?:,\[\]{}#&*!|>'\"%@` ](?:[^?:,\[\]{}#'\"]*[^?:,\[\]{}#'\" ])?"
_ITEM = rf"(?:{_IN_QUOTES}|{_INNER})"
_ITEMS = pattern(_ITEM)
_ROW = pattern(rf"\[{_ITEM}(?:, {_ITEM})*\]")
_PAIR = pattern(rf"({_KEY}): ({_ITEM})")
_PAIRS = pattern(rf"\{{{_KEY}: {_ITEM}(?:, {_KEY}: {_ITEM})*\}}")

_DEEPEST = 20


class _Declined(Exception):
    """The text is not surely what it looks like."""


def scan(text: str, source: str) -> Mapping | None:
    """The root of the text, as `parser.parse` makes it; None where only that knows."""
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
            if line and not self._goes_on(line, number, start):
                self._line(line, number, start, root)
            start += len(line) + 1
        if self.waiting is not None or not root.pairs:
            raise _Declined
        return root

    def _goes_on(self, line: str, number: int, start: int) -> bool:
        """Whether a line is one more text of the list that is open, as most are; it is added then. One with a mark that
        may mean something has to be looked at.
        """
        if self.waiting is not None or not self.open:
            return False
        depth, items = self.open[-1]
        if type(items) is not Sequence or not line.startswith("- ", depth) or line[:depth].strip(" "):
            return False
        at = depth + 2
        text = line[at:]
        if not text or text[0] in _ODD_FIRST or text[-1] == " " or ":" in text or "#" in text:
            return False
        end = start + len(line)
        self._add(items, Scalar(text, number, at + 1, self.source, self.text, start + at, end, True))
        return True

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
                self._add(items, self._value(line[at:], number, at, start + at))
                return
            mapping = Mapping(number, column + 1, self.source)
            self._add(items, mapping)
            self._enter(column, mapping)
        else:
            mapping = self._standing(Mapping, column, number)
        name = self._written(key, number, column, start + column)
        if at == len(line):
            self.waiting = (column, mapping, name)
        else:
            self._put(mapping, name, self._value(line[at:], number, at, start + at))

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

    def _value(self, value: str, line: int, column: int, start: int) -> Node:
        """What begins and ends on its line: a text, or a row of texts in brackets."""
        if value[:1] == "[":
            return self._row(value, line, column, start)
        if value[:1] == "{":
            return self._pairs(value, line, column, start)
        return self._scalar(value, line, column, start)

    def _row(self, value: str, line: int, column: int, start: int) -> Sequence:
        if not _ROW.fullmatch(value):
            raise _Declined
        items = Sequence(line, column + 1, self.source)
        for item in _ITEMS.finditer(value, 1, len(value) - 1):
            at = item.start()
            self._add(items, self._written(item[0], line, column + at, start + at))
        return items

    def _pairs(self, value: str, line: int, column: int, start: int) -> Mapping:
        if not _PAIRS.fullmatch(value):
            raise _Declined
        mapping = Mapping(line, column + 1, self.source)
        for pair in _PAIR.finditer(value, 1, len(value) - 1):
            key, at = pair.start(), pair.start(2)
            name = self._written(pair[1], line, column + key, start + key)
            self._put(mapping, name, self._written(pair[2], line, column + at, start + at))
        return mapping

    def _scalar(self, value: str, line: int, column: int, start: int) -> Scalar:
        """A text that begins and ends on its line."""
        if value[:1] not in _ODD_FIRST or _NUMBER.match(value):
            if not value or value[-1] in " :" or ": " in value or " #" in value:
                raise _Declined
        elif not _QUOTED.fullmatch(value):
            raise _Declined
        return self._written(value, line, column, start)

    def _written(self, value: str, line: int, column: int, start: int) -> Scalar:
        """A text as it is written, in quotes or not."""
        plain = value[:1] not in ("'", '"')
        text = value if plain else value[1:-1]
        return Scalar(text, line, column + 1, self.source, self.text, start, start + len(value), plain)
