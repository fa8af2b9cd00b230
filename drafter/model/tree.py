"""A person's outline: as it is typed, and as plain data in the shape of its file, keys in the spelling that is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.model import vocabulary
from drafter.model.vocabulary import Kind
from drafter.records import Record

Tree = Any
"""Nested dicts, lists and strings; None is a field that was left empty."""

TABLE = "table"
"""The table of what stands under 表格: rows of cells, each one text."""

FACTS = "facts"
"""The table of what stands under 数据: names that a person gave."""

_NAMES = {name: vocabulary.spellings(table) for name, table in vocabulary.TABLES.items()}
_KEYS = {name: {key.name: key for key in table} for name, table in vocabulary.TABLES.items()}
_ROLES = vocabulary.spellings(vocabulary.ROLES)
_ROLE_WORDS = vocabulary.chinese(vocabulary.ROLES)
_BELOW = {
    Kind.SPEAKER: "speaker",
    Kind.OCCASION: "occasion",
    Kind.AGENDA: "agenda",
    Kind.OPINIONS: "opinion",
    Kind.FACTS: FACTS,
    Kind.OFFICIAL: "official",
    Kind.ATTACHMENTS: "attachment",
    Kind.PEOPLE: "person",
    Kind.SECTIONS: "section",
    Kind.POINTS: "point",
    Kind.TAIL: "section",
    Kind.PART: "section",
    Kind.TABLE: TABLE,
    Kind.PICTURE: "picture",
}
"""The table of what stands under a key of this kind, itself or in a list."""


class Stretch(Record):
    """A text that is typed over several lines: its characters from `start` to `end`, and its paragraphs."""

    start: int
    end: int
    said: tuple[str, ...]


class YamlText(Record):
    """A person's YAML as it came, and as it is read: every line ended by a line feed alone; the stretches in their order."""

    came: str
    text: str
    name: str
    stretches: Sequence[Stretch] = ()

    @property
    def crlf(self) -> bool:
        """Whether its lines came ended as Windows ends them."""
        return "\r\n" in self.came


def spelt(table: str, key: str) -> tuple[str, str]:
    """A key of a table as it is written, and the table of what stands under it; "" where that has no keys.

    A key that is not known stays as it was typed.
    """
    if table == FACTS:
        return key, "fact"
    known = _KEYS.get(table, {}).get(_NAMES.get(table, {}).get(key, ""))
    if known is not None:
        return known.chinese[0], _BELOW.get(known.kind, "")
    if table == "outline":
        return _ROLE_WORDS.get(_ROLES.get(key, ""), key), "section"
    return key, ""
