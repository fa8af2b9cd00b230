"""YAML text as nodes that know their line: the only file that parses all of YAML.

Nodes are built from the parser's events in one pass. Every scalar stays the string that was
typed (`NO`, `0123` and `12:30` are text in an office). Anchors, aliases, merge keys and tags
are refused on the way, so that no file can unfold into more than it holds, and nesting is
bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from drafter.problems import Place, Problem
from drafter.readers import positions
from drafter.readers.yaml.errors import explain, unusable_character

MAX_DEPTH = 50
MERGE_KEY = "<<"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


def parse(text: str, source: str) -> tuple[Node | None, list[Problem]]:
    """The root node of the text, None where it is empty or broken, and what is wrong."""
    builder = _Builder(text, source)
    try:
        root = builder.build()
    except yaml.YAMLError as error:
        builder.problems.append(explain(error, text, source))
        return None, builder.problems
    except UnicodeEncodeError as error:
        builder.problems.append(unusable_character(text, error.start, source))
        return None, builder.problems
    return (None, builder.problems) if builder.problems else (root, [])


class _Builder:
    """Builds the tree from events with an explicit stack, so that depth costs no recursion."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.source = source
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | None] = []

    def build(self) -> Node | None:
        """The root, None where the text is empty or too deep."""
        next_event = _LOADER(self.text).get_event
        kind: type = yaml.StreamStartEvent
        while kind is not yaml.StreamEndEvent:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._attach(self._scalar(event))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.stack.pop()
                self.keys.pop()
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if not self._enter(self._collection(event)):
                    return None
            elif kind is yaml.AliasEvent:
                self._attach(self._alias(event))
            elif kind is yaml.DocumentStartEvent and self.root is not None:
                hint = "删去 --- 或另存为一个文件"
                self._complain(event, "second-document", "一个文件只能有一份大纲", hint)
                break
        return self.root

    def _enter(self, node: Mapping | Sequence) -> bool:
        """Attaches a list or mapping and goes down into it; false where that is too deep."""
        self._attach(node)
        self.stack.append(node)
        self.keys.append(None)
        if len(self.stack) <= MAX_DEPTH:
            return True
        message = f"嵌套超过 {MAX_DEPTH} 层"
        self.problems.append(Problem("too-deep", message, node.place, hint="减少缩进的层数"))
        return False

    def _attach(self, node: Node) -> None:
        """Puts the node into its list, or makes it the next key or value of its mapping."""
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            node.above, node.step = parent, len(parent.items)
            return
        key = self.keys[-1]
        if key is not None:
            parent.pairs.append((key, node))
            node.above, node.step = parent, key.text
            self.keys[-1] = None
        else:
            self.keys[-1] = self._key(node)

    def _key(self, node: Node) -> Scalar:
        """The node as a key; what cannot be one is a problem."""
        if not isinstance(node, Scalar):
            hint = '以 {{ 开头的文字要加引号，例如 "{{ 名称 }}……"'
            self.problems.append(Problem("bad-key", "键不能是列表或映射", node.place, hint=hint))
            return self._nothing(node.line, node.column)
        if node.plain and node.text == MERGE_KEY:
            hint = "把要合并的内容直接写出来"
            self.problems.append(Problem("merge-key", "大纲里不用 << 合并", node.place, hint=hint))
        return node

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        if event.anchor or event.tag:
            self._refuse(event)
        line, first, after = start.line, start.index, end.index
        scalar = Scalar(
            event.value, line + 1, start.column + 1, self.source, self.text, first, after, not event.style
        )
        if end.line != line:
            scalar.raw = self.text[first:after]
        return scalar

    def _nothing(self, line: int, column: int) -> Scalar:
        return Scalar("", line, column, self.source, self.text, 0, 0, True)

    def _collection(self, event: Any) -> Mapping | Sequence:
        if event.anchor or event.tag:
            self._refuse(event)
        kind = Mapping if type(event) is yaml.MappingStartEvent else Sequence
        return kind(event.start_mark.line + 1, event.start_mark.column + 1, self.source)

    def _alias(self, event: Any) -> Scalar:
        self._refuse(event)
        return self._nothing(event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse(self, event: Any) -> None:
        """The problem with an anchor, an alias or a tag."""
        if getattr(event, "tag", None):
            self._complain(event, "yaml-tag", f"大纲里不用 YAML 标签 {event.tag}", "以 ! 开头的文字要加引号")
            return
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        message = f"大纲里不用 YAML 的锚和别名（{sign}{event.anchor}）"
        hint = f"以 {sign} 开头的文字要加引号；重复的内容写进“数据”再引用"
        self._complain(event, "yaml-alias", message, hint)

    def _complain(self, event: Any, code: str, message: str, hint: str) -> None:
        place = Place(self.source, event.start_mark.line + 1, event.start_mark.column + 1)
        self.problems.append(Problem(code, message, place, hint=hint))


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
