"""The shape of an outline: as JSON Schema, and as a table of keys."""

from __future__ import annotations

from typing import Any, NamedTuple

from drafter.model import vocabulary
from drafter.session.session import Session
from drafter.storage import catalogue
from drafter.writers import outline_schema


class KeyRow(NamedTuple):
    """One key or value: where it is used, its spellings, and what it is for."""

    where: str
    name: str
    chinese: tuple[str, ...]
    about: str


def schema(session: Session, template: str) -> dict[str, Any]:
    """The JSON Schema of an outline for a template, or for any where none is named.

    Raises:
        InputProblem: there is no such template.

    """
    if template:
        return outline_schema.schema(session.templates.named(template))
    known = [session.templates.named(entry.name) for entry in catalogue.entries(session.places, "templates")]
    return outline_schema.schema(None, [role for one in known for role in one.roles])


_TITLES = {
    "outline": "最外层", "speaker": "讲话人", "occasion": "场合", "agenda": "议程", "opinion": "意见",
    "person": "人员", "official": "公文", "attachment": "附件", "section": "小节", "point": "要点", "picture": "图片",
    "fact": "数据",
}  # fmt: skip


def key_table() -> list[KeyRow]:
    """Every key and fixed value of an outline."""
    rows = [
        KeyRow(_TITLES[where], key.name, key.chinese, key.about)
        for where, table in vocabulary.TABLES.items()
        for key in table
    ]
    for where, words in (
        ("角色", vocabulary.ROLES),
        ("排法的值", vocabulary.LAYOUTS),
        ("序号的值", (vocabulary.NONE,)),
    ):
        rows += [KeyRow(where, word.name, word.chinese, word.about) for word in words]
    return rows
