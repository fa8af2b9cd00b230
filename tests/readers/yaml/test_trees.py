"""A YAML text becomes its tree whichever way is the shorter."""

from __future__ import annotations

import subprocess
import sys

import pytest

from drafter.readers.yaml import nodes, trees

_ASKS = """
import sys
from drafter.readers.yaml import trees
root, problems = trees.parse({text!r}, "x")
assert root is not None and not problems
print("yaml" in sys.modules)
"""


@pytest.mark.parametrize(("text", "loaded"), [("a: [甲, 乙]", "False"), ("a: [[甲]]", "True")])
def test_what_the_scanner_knows_needs_no_parser(text, loaded):
    """PyYAML takes a twentieth of a short run to load."""
    said = subprocess.run(
        [sys.executable, "-c", _ASKS.format(text=text)], capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == loaded


def test_both_ways_give_the_same_nodes_and_what_is_wrong_is_told():
    """A text goes on over the line in one of them."""
    for text in ("a: 甲乙", "a:\n  甲乙"):
        root, problems = trees.parse(text, "x")

        assert problems == []
        assert isinstance(root, nodes.Mapping)
        assert [(key.text, value.text) for key, value in root.pairs] == [("a", "甲乙")]
    root, problems = trees.parse("a: [甲", "x")

    assert root is None
    assert [problem.code for problem in problems] == ["yaml-syntax"]
