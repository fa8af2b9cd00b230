"""What the style of a paragraph in a Word file says it is: its role, its level, its automatic number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from drafter.model.document import Role
from drafter.readers.word.package import Package
from drafter.wordml import STYLES, W

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\b|目录", re.IGNORECASE)
_ROLES = {
    "title": Role.TITLE, "标题": Role.TITLE, "subtitle": Role.SUBTITLE, "副标题": Role.SUBTITLE, "date": Role.DATE,
    "salutation": Role.SALUTATION, "signature": Role.SIGNATURE, "稿次": Role.STAGE, "讲话人": Role.SPEAKER,
    "主送机关": Role.ADDRESSEE, "成文日期": Role.SIGNING_DATE, "附注": Role.NOTE, "附件说明": Role.ATTACHMENT_NOTE,
}  # fmt: skip
"""Word's names of styles that say what a paragraph is, in lower case."""


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style by what its name says; `numbering` is the `w:numPr` that it brings."""

    role: Role | None = None
    level: int = 0
    is_contents: bool = False
    numbering: Any = None


class Styles:
    """The styles of one file, by their identifiers."""

    def __init__(self, package: Package) -> None:
        root = package.xml(STYLES)
        found = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): _named(style) for style in found}

    def find(self, paragraph: Any) -> NamedStyle:
        """The style of a paragraph; one that says nothing where it names none."""
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._styles.get(named.get(f"{W}val", "") if named is not None else "", _NO_STYLE)

    def find_numbering(self, paragraph: Any) -> Any:
        """The `w:numPr` of a paragraph, else that of its style; None where neither has one."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        return own if own is not None else self.find(paragraph).numbering


_NO_STYLE = NamedStyle()


def _named(style: Any) -> NamedStyle:
    name = style.find(f"{W}name")
    said = name.get(f"{W}val", "") if name is not None else ""
    heading = _HEADING.fullmatch(said)
    return NamedStyle(
        Role.HEADING if heading else _ROLES.get(said.lower()),
        int(heading[1]) if heading else 0,
        _CONTENTS.match(said) is not None,
        style.find(f"{W}pPr/{W}numPr"),
    )
