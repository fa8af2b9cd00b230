"""The shape of an outline as JSON Schema (draft 7), for editors that complete and explain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.model import vocabulary
from drafter.model.template import Template, TemplateRole
from drafter.model.vocabulary import Key, Kind

_DATE = "日期，如 2026-03-12、2026年3月12日、2026年3月；空着印〔待补：日期〕"
_SCALAR = ["string", "number", "boolean", "null"]
_ITEMS = {
    Kind.AGENDA: "agenda", Kind.OPINIONS: "opinion", Kind.ATTACHMENTS: "attachment", Kind.PEOPLE: "person", Kind.TABLE: "row",
}  # fmt: skip
Schema = dict[str, Any]


def schema(template: Template | None = None, others: Sequence[TemplateRole] = ()) -> Schema:
    """The schema of an outline for a template, or for any: with the parts that `others` name.

    Every key is there in both spellings, each with its Chinese description.
    """
    roles = _roles(template)
    for role in others:
        roles.setdefault(role.chinese, role.prompt)
        roles.setdefault(role.name, role.prompt)
    properties = _properties(vocabulary.OUTLINE)
    if vocabulary.OPINIONS not in roles:
        properties[vocabulary.OPINIONS] = properties["opinions"]
    for spelling, about in roles.items():
        properties.setdefault(spelling, {"$ref": "#/definitions/part", "description": about})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"drafter 大纲：{template.name}" if template else "drafter 大纲",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "definitions": _definitions(roles),
    }


def _definitions(roles: dict[str, str]) -> Schema:
    """What the values of an outline's keys are made of."""
    return {
        "text": {"type": _SCALAR},
        "texts": {"anyOf": [{"type": _SCALAR}, {"type": "array", "items": {"type": _SCALAR}}]},
        "role": {"enum": sorted(roles), "description": "部分的角色"},
        "layout": _words(vocabulary.LAYOUTS),
        "flag": {"enum": [True, False, None, *vocabulary.YES, *vocabulary.NO]},
        "section": _object(vocabulary.SECTION),
        "point": {"anyOf": [{"type": _SCALAR}, _object(vocabulary.POINT)]},
        "tail": {"anyOf": [{"$ref": "#/definitions/texts"}, _object(vocabulary.TAIL)]},
        "part": {
            "anyOf": [
                {"type": _SCALAR},
                {"$ref": "#/definitions/section"},
                {"type": "array", "items": {"$ref": "#/definitions/item"}},
            ]
        },
        "item": {"anyOf": [{"type": _SCALAR}, {"$ref": "#/definitions/section"}]},
        "speaker": {"anyOf": [{"type": "string"}, _object(vocabulary.SPEAKER)]},
        "agenda": _object(vocabulary.AGENDA),
        "opinion": {"anyOf": [{"type": "string"}, _object(vocabulary.OPINION)]},
        "occasion": {"anyOf": [{"type": "string"}, _object(vocabulary.OCCASION)]},
        "person": {"anyOf": [{"type": "string"}, _object(vocabulary.PERSON)]},
        "official": _object(vocabulary.OFFICIAL),
        "attachment": {"anyOf": [{"type": "string"}, _object(vocabulary.ATTACHMENT)]},
        "picture": {"anyOf": [{"type": "string"}, _object(vocabulary.PICTURE)]},
        "row": {"type": "array", "items": {"type": _SCALAR}},
        "fact": {"anyOf": [{"type": _SCALAR}, _object(vocabulary.FACT)]},
    }


def _roles(template: Template | None) -> dict[str, str]:
    """Every spelling of the roles that may be written, with what belongs there."""
    prompts = {role.name: role.prompt for role in template.roles} if template else {}
    spellings = template.role_spellings() if template else vocabulary.spellings(vocabulary.ROLES)
    about = {word.name: word.about for word in vocabulary.ROLES}
    return {spelling: prompts.get(name) or about.get(name, name) for spelling, name in spellings.items()}


def _object(table: tuple[Key, ...]) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": _properties(table)}


def _properties(table: tuple[Key, ...]) -> dict[str, Schema]:
    """A property for each spelling of each key; the first to claim a spelling keeps it."""
    properties: dict[str, Schema] = {}
    for key in table:
        for spelling in (*key.chinese, key.name):
            properties.setdefault(spelling, {**_value(key.kind), "description": key.about})
    return properties


def _words(words: tuple[vocabulary.Word, ...]) -> Schema:
    return {"enum": [spelling for word in words for spelling in (*word.chinese, word.name)]}


def _value(kind: Kind) -> Schema:
    """What a key of this kind takes."""
    match kind:
        case Kind.DATE:
            return {"type": _SCALAR, "title": _DATE}
        case Kind.NUMBER:
            return {"type": ["number", "string", "null"]}
        case Kind.TEXTS | Kind.LINES | Kind.MARKS:
            return {"$ref": "#/definitions/texts"}
        case Kind.SECTIONS:
            return _list("item")
        case Kind.POINTS:
            return _list("point")
        case Kind.AGENDA | Kind.OPINIONS | Kind.ATTACHMENTS | Kind.PEOPLE | Kind.TABLE:
            return _list(_ITEMS[kind])
        case Kind.READINGS | Kind.WORDING:
            alone = _SCALAR if kind is Kind.WORDING else ["null"]
            return {"type": ["object", *alone], "additionalProperties": {"type": _SCALAR}}
        case Kind.FACTS:
            return {"type": ["object", "null"], "additionalProperties": {"$ref": "#/definitions/fact"}}
        case Kind.LINE:
            return {"$ref": "#/definitions/text"}
        case _:
            return {"$ref": f"#/definitions/{kind.name.lower()}"}


def _list(of: str) -> Schema:
    return {"anyOf": [{"type": "array", "items": {"$ref": f"#/definitions/{of}"}}, {"type": "null"}]}
