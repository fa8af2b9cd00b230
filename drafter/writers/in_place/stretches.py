"""Texts typed over several lines, put aside while a YAML file is changed and put back as they were.

ruamel.yaml folds them by YAML's rules, which set spaces between Han characters and part no paragraphs.
"""

from __future__ import annotations

import itertools
import re

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter

from drafter.model.tree import YamlText


class Kept(str):
    """What a stretch says, its paragraphs parted by a blank line; `sign` stands for it in the file."""

    sign: str


class Representer(RoundTripRepresenter):
    """Writes what was kept as its sign."""

    def kept(self, text: Kept) -> ScalarNode:
        """The sign, bare."""
        return self.represent_scalar("tag:yaml.org,2002:str", text.sign)


Representer.add_representer(Kept, Representer.kept)


class Stretches:
    """The stretches of one text, each under a sign that stands nowhere in it."""

    def __init__(self, typed: YamlText) -> None:
        self._text = typed.text
        self._mark = next(
            mark for number in itertools.count() if (mark := f"kept{number}x") not in typed.text
        )
        self._said: dict[str, str] = {}
        self._spans: dict[str, tuple[int, int]] = {}
        at = 0
        for number, stretch in enumerate(typed.stretches):
            sign = f"{self._mark}{number}x"
            before = typed.text[at : stretch.start]
            key = before.rstrip()
            own_line = (
                key.endswith((":", "-")) and "\n" in before[len(key) :]
            )  # it would be drawn up to its key
            at = stretch.end
            self._spans[sign] = (stretch.start - (len(before) - len(key)) * own_line, at)
            self._said[sign] = "\n\n".join(stretch.said)

    def aside(self) -> str:
        """The text with a sign in the place of each stretch."""
        pieces, at = [], 0
        for sign, (start, end) in self._spans.items():
            pieces += [self._text[at:start], " " * self._text[start].isspace(), sign]
            at = end
        return "".join([*pieces, self._text[at:]])

    def known(self, node: object) -> object:
        """The tree with what the stretches say in the place of their signs."""
        if isinstance(node, CommentedMap):
            for key, value in node.items():
                node[key] = self.known(value)
        elif isinstance(node, CommentedSeq):
            for index, item in enumerate(node):
                node[index] = self.known(item)
        elif isinstance(node, str) and node in self._said:
            kept = Kept(self._said[node])
            kept.sign = str(node)
            return kept
        return node

    def back(self, text: str) -> str:
        """The text with the stretches as they were typed; each moves in or out with the line that it begins on."""
        pieces, at = [], 0
        for found in re.finditer(rf"( ?)({self._mark}\d+x)", text):
            start, end = self._spans[found[2]]
            lines = self._text[start:end].split("\n")
            moved = _indent(text, found.start()) - _indent(self._text, start)
            below = (
                line and " " * (len(line) - len(line.lstrip(" ")) + moved) + line.lstrip(" ")
                for line in lines[1:]
            )
            pieces += [
                text[at : found.start()],
                found[1] * bool(lines[0].strip()),
                "\n".join((lines[0], *below)),
            ]
            at = found.end()
        return "".join([*pieces, text[at:]])


def _indent(text: str, at: int) -> int:
    """How far the line of this place is set in."""
    start = text.rfind("\n", 0, at) + 1
    return len(text[start:at]) - len(text[start:at].lstrip(" "))
