"""Which mark of secrecy the keys of a file say, in whatever form it was written: a list, a mapping, twice."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.copying import classified
from drafter.patterns import pattern
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.paragraphs import line

_KEY = pattern(r"密\s*级|secrecy", 2)  # re.IGNORECASE


def said_in(root: yaml.Node | None) -> str:
    """The highest mark under any key of that name; one that nobody can read counts as the highest of all."""
    return classified.highest(filter(None, map(line, _marks(root))))


def _marks(root: yaml.Node | None) -> Iterator[yaml.Scalar]:
    pending = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, yaml.Sequence):
            pending += node.items
        elif isinstance(node, yaml.Mapping):
            for key, value in node.pairs:
                if _KEY.search(key.text):
                    yield from yaml.walk(value)
                else:
                    pending.append(value)
