"""The only file that parses all of YAML.

Nodes are built from the parser's events in one pass. Anchors, aliases, merge keys and tags are refused on the way, so
that no file can unfold into more than it holds, and nesting is bounded.
"""

from __future__ import annotations

from typing import Any

import yaml

from drafter.problems import Place, Problem
from drafter.readers.intake import limits
from drafter.readers.yaml.errors import explain, unusable_character
from drafter.readers.yaml.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 50
MOST_NODES = 100_000
"""Keys, texts, lists and mappings that a file may have: a line may hold thousands, so that lines bound nothing."""

MERGE_KEY = "<<"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        left = MOST_NODES
        while kind is not yaml.StreamEndEvent:
            event = next_event()
            left -= 1
            if left < 0:
                message = limits.over("内容", MOST_NODES, "项")
                self.problems.append(Problem("too-large", message, Place(self.source), hint=limits.WAY))
                return None
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


def unescaped(text: str) -> str:
    """One line of double-quoted source with its escapes carried out."""
    for event in yaml.parse(f'"{text}"', Loader=yaml.SafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
    return text
