"""Where the words of a draft stand in the YAML of its outline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from drafter.readers.outline import outline as outline_yaml
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml import paragraphs

_CONTEXT = (24, 12, 6, 3, 1)
"""Characters on either side that are looked for with the words, from most to least."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: where its characters begin and end, and the line (from 1) its text begins on.

    `exact`: these very characters stand there.
    """

    start: int
    end: int
    text_line: int
    exact: bool = True


@dataclass(slots=True)
class OutlinePlaces:
    """The texts of an outline's file, to be searched for what its draft says."""

    source: str
    text: str = ""
    whole: str = ""
    _nodes: list[yaml.Scalar] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _lines: list[int] = field(default_factory=list)
    _walks: dict[int, tuple[int, list[int]]] = field(default_factory=dict)

    def find(
        self, before: str, words: str, after: str, seen: Callable[[str], int] = lambda _: 0
    ) -> Spot | None:
        """Where these words stand, the more of what is around them the better; None where nowhere.

        Where the outline says them more than once, `seen` tells how often the draft did before.

        Words that were put together (a fact in a sentence) have no place of their own: the place
        right after what stands before them is then said.
        """
        for size in _CONTEXT:
            for left, right in ((size, size), (size, 0), (0, size)):
                head, tail = before[len(before) - left :] if left else "", after[:right]
                said = head + words + tail
                at = self._nth(said, seen) if words or head else -1
                if at >= 0 and (words or left):
                    return self._spot(at + len(head), at + len(head) + len(words), True)
        at = self._nth(words, seen) if len(words) > 1 else -1
        if at >= 0:
            return self._spot(at, at + len(words), True)
        return self._nearby(before, words)

    def _nth(self, words: str, seen: Callable[[str], int]) -> int:
        """Where the words stand: of several times, the one after as many as were seen; -1 where nowhere."""
        at = self.whole.find(words)
        later = self.whole.find(words, at + len(words)) if at >= 0 else -1
        if later < 0:
            return at
        for _ in range(seen(words)):
            at, later = later, self.whole.find(words, later + len(words))
            if later < 0:
                break
        return at

    def _nearby(self, before: str, words: str) -> Spot | None:
        """The place of a piece of the words, else that right after what stands before them."""
        for size in (12, 8):
            for start in range(0, len(words) - size + 1, size):
                at = self.whole.find(words[start : start + size])
                if at >= 0:
                    return self._spot(at, at, False)
        for size in (12, 6, 4):
            at = self.whole.find(before[-size:]) if len(before) >= size else -1
            if at >= 0:
                return self._spot(at + size, at + size, False)
        return None

    def _spot(self, start: int, end: int, exact: bool) -> Spot:
        index = bisect_right(self._starts, start) - 1
        node = self._nodes[index]
        offset, size = start - self._starts[index], end - start
        begins = self._offset(node, index, offset)
        ends = self._offset(node, index, offset + size - 1) + 1 if size else begins
        escaped = begins > 0 and self.text[begins - 1] == "\\"  # part of an escape of a quoted text
        same = exact and not escaped and self.text[begins:ends] == self.whole[start:end]
        return Spot(begins, ends, node.line, same)

    def _offset(self, node: yaml.Scalar, index: int, offset: int) -> int:
        """The character of the file that a character of a text is, found by walking both."""
        if id(node) not in self._walks:
            self._walks[id(node)] = self._walk(node, index)
        first, walk = self._walks[id(node)]
        return walk[min(self._starts[index] + offset - first, len(walk) - 1)]

    def _walk(self, node: yaml.Scalar, index: int) -> tuple[int, list[int]]:
        """Where a node's texts begin in the whole, and the character of the file that each of theirs is."""
        first = last = index
        while first and self._nodes[first - 1] is node:
            first -= 1
        while last + 1 < len(self._nodes) and self._nodes[last + 1] is node:
            last += 1
        end = self._starts[last + 1] if last + 1 < len(self._starts) else len(self.whole)
        at = self._lines[node.line - 1] + node.column - 1
        walk: list[int] = []
        for char in self.whole[self._starts[first] : end]:
            found = at - 1 if char == "\n" else self.text.find(char, at)
            if found < 0 and char != "\n":
                walk.append(at)
                break
            walk.append(max(found, 0))
            at = found + 1
        return self._starts[first], walk or [at]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character of the file."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def of_outline(text: str, source: str) -> OutlinePlaces:
    """The texts of an outline by their places; none where it cannot be read."""
    plain = text.removeprefix("\ufeff")
    places = OutlinePlaces(source, plain)
    places._lines = [0, *(i + 1 for i, char in enumerate(plain) if char == "\n")]
    read, _ = outline_yaml.parse(plain, source)
    said: list[str] = []
    at = 0
    for node in yaml.walk(read.root if read is not None and not read.problems else None):
        for words in paragraphs.paragraphs(node):
            places._nodes.append(node)
            places._starts.append(at)
            said.append(words)
            at += len(words) + 1
    places.whole = "\n".join(said)
    return places
