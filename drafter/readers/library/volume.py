"""The one entry to this room: a file of the library as what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drafter.model.library import Volume
from drafter.readers.library import outline as outlines
from drafter.readers.library.collection import read_collection
from drafter.readers.library.entries import Contents
from drafter.readers.outline import marks
from drafter.readers.outline import outline as outline_yaml

Roles = Callable[[str], Mapping[str, str]]
"""The spellings of the roles that a template takes, by its name."""


def read(volume: Volume, roles: Roles) -> Contents:
    """The entries of a file. What cannot be read of it is left out and said."""
    source, problems = outline_yaml.parse(volume.text, volume.name)
    if source is None:
        return Contents((), {}, None, problems)
    if source.root.get("collection", "素材集", "entries", "素材") is not None:
        return read_collection(volume, source)
    outline, problems = outline_yaml.read(source, roles(source.field("template")))
    mark = marks.said_in(source.root)
    return Contents(tuple(outlines.shelve(volume, outline, mark)), outline.facts, outline, problems)
