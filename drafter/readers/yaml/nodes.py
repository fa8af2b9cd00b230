"""What a YAML text is made of: scalars, lists and mappings that know where they stand.

Every scalar stays the string that was typed (`NO`, `0123` and `12:30` are text in an office).
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.problems import Place
from drafter.readers import positions


class Node:
    """A spot in a YAML file; `line` and `column` count from 1. `above` holds the node, under `step`.

    Nodes are plain slotted classes, not dataclasses: a long outline has thousands.
    """

    __slots__ = ("above", "column", "line", "source", "step")

    def __init__(self, line: int, column: int, source: str) -> None:
        self.line = line
        self.column = column
        self.source = source
        self.above: Node | None = None
        self.step: str | int = ""

    @property
    def place(self) -> Place:
        """Where the node stands."""
        return Place(self.source, self.line, self.column)

    @property
    def key(self) -> str:
        """The path that leads here, in the file's own keys: 任务.要点[2].正文."""
        steps: list[str] = []
        node: Node | None = self
        while node is not None and node.above is not None:
            steps.append(f"[{node.step}]" if isinstance(node.step, int) else f".{node.step}")
            node = node.above
        return "".join(reversed(steps)).removeprefix(".")


class Scalar(Node):
    """A text, of the characters from `start` to `end` of `file`; `said` is what a reader took it for.

    `raw` is the source of one that was written over several lines, else None.
    """

    __slots__ = ("_walk", "end", "file", "plain", "raw", "said", "start", "text")

    def __init__(
        self, text: str, line: int, column: int, source: str, file: str, start: int, end: int, plain: bool
    ) -> None:
        self.line = line  # as in `Node`; a call for each scalar would cost as much as all this
        self.column = column
        self.source = source
        self.above: Node | None = None
        self.step: str | int = ""
        self.text = text
        self.file = file
        self.start = start
        self.end = end
        self.plain = plain
        self.raw: str | None = None
        self.said = ""
        self._walk: list[tuple[int, int]] | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was written here, or a bare null."""
        return self.plain and self.text in ("", "null", "~")

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file the characters of `said` from `start` to `end` are written."""
        if self.plain and self.raw is None and len(self.said) == self.end - self.start:
            return self.start + start, self.start + end
        if self._walk is None:
            raw = self.file[self.start : self.end]
            units = positions.plain(raw) if self.plain else positions.STYLES[raw[0]](raw)
            self._walk = positions.walked(self.said, units)
        first, last = positions.span_of(self._walk, start, end)
        return self.start + first, self.start + last

    def place_at(self, offset: int) -> Place:
        """Where in the file the character of `said` at this offset stands."""
        at = self.span(offset, offset)[0] - self.start
        return positions.place_in(self.file[self.start : self.end], at, self.source, self.line, self.column)

    def respelt(self, text: str) -> Scalar:
        """Another text in the same place."""
        made = Scalar(text, self.line, self.column, self.source, self.file, self.start, self.end, True)
        made.above, made.step = self.above, self.step
        return made


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, line: int, column: int, source: str) -> None:
        super().__init__(line, column, source)
        self.items: list[Node] = []


class Mapping(Node):
    """Keys and values, in order; a repeated key stays in, for the reader to complain of."""

    __slots__ = ("pairs",)

    def __init__(self, line: int, column: int, source: str) -> None:
        super().__init__(line, column, source)
        self.pairs: list[tuple[Scalar, Node]] = []

    def get(self, *keys: str) -> Node | None:
        """The value of the first pair whose key is one of these spellings."""
        for key, value in self.pairs:
            if key.text in keys:
                return value
        return None


def walk(node: Node | None) -> Iterator[Scalar]:
    """Every scalar value below the node, in order; keys are left out."""
    pending = [node] if node is not None else []
    while pending:
        here = pending.pop()
        if isinstance(here, Scalar):
            yield here
        elif isinstance(here, Sequence):
            pending.extend(reversed(here.items))
        elif isinstance(here, Mapping):
            pending.extend(value for _, value in reversed(here.pairs))
