"""The texts of an outline by their order: how `build` numbers them in a Word file, and `absorb` in the outline given again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from drafter.model.tree import Tree
from drafter.model.words import Anchors
from drafter.readers.outline import outline, tree
from drafter.readers.outline.outline import Source
from drafter.readers.outline.tree import Path
from drafter.readers.yaml import nodes as yaml

_LETTERS = 10


def anchors(source: Source) -> Anchors:
    """Those of an outline's own texts; what it takes from an outline that it extends is not among them."""
    root = source.root
    if any(one.source != source.name for one in yaml.walk(root)):
        own, _ = outline.parse(source.text, source.name)
        root = own.root if own is not None else root
    made = tree.of(root)
    numbers: dict[Path, int] = {}
    for number, (path, _) in enumerate(texts(made), 1):
        for length in range(len(path), 0, -1):
            if path[:length] in numbers:
                break
            numbers[path[:length]] = number  # a text of several paragraphs goes by its first
    typed = {one.key: numbers[path] for path, one in tree.scalars(root) if path in numbers}
    return Anchors(source.name, digest(made), typed)


def ordinals(made: Tree) -> dict[Path, int]:
    """By the path of each text of an outline's tree its ordinal."""
    return {path: number for number, (path, _) in enumerate(texts(made), 1)}


def digest(made: Tree) -> str:
    """Ten letters by which an outline is known: by what it says, whatever comments stand between."""
    said = "\0".join(f"{path}\1{text}" for path, text in texts(made))
    found = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_LETTERS]
    return "".join(chr(ord("a") + int(figure, 16)) for figure in found)


def texts(made: Tree, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of a tree in the order of reading, with the path that leads to it."""
    if isinstance(made, dict):
        for key, value in made.items():
            yield from texts(value, (*path, key))
    elif isinstance(made, list):
        for at, value in enumerate(made):
            yield from texts(value, (*path, at))
    elif made:
        yield path, made
