"""A YAML text as its tree of nodes, whichever way is the shorter: scanned, or parsed."""

from __future__ import annotations

from drafter.problems import Problem
from drafter.readers.yaml import scanner
from drafter.readers.yaml.nodes import Node


def parse(text: str, source: str) -> tuple[Node | None, list[Problem]]:
    """The root node of the text, None where it is empty or broken, and what is wrong."""
    root = scanner.scan(text, source)
    if root is not None:
        return root, []
    from drafter.readers.yaml import parser  # brings PyYAML, which most texts do without

    return parser.parse(text, source)
