"""A YAML text as its tree of nodes, whichever way is the shorter: scanned, or parsed."""

from __future__ import annotations

from drafter.problems import Place, Problem
from drafter.readers.intake import limits
from drafter.readers.yaml import scanner
from drafter.readers.yaml.nodes import Node

_MOST_SCANNED = 100_000
"""Lines, and commas in brackets, up to which a text cannot hold more than it may."""


def parse(text: str, source: str) -> tuple[Node | None, list[Problem]]:
    """The root node of the text, None where it is empty or broken, and what is wrong."""
    large = limits.too_large_text(text)
    if large:
        return None, [Problem("too-large", large, Place(source), hint=limits.WAY)]
    may_hold_many = text.count("\n") + text.count(",") > _MOST_SCANNED
    root = None if may_hold_many else scanner.scan(text, source)  # the parser counts what it makes
    if root is not None:
        return root, []
    from drafter.readers.yaml import parser  # brings PyYAML, which most texts do without

    return parser.parse(text, source)
