"""The paragraphs of a Word file to the letter, for who checks them and marks places in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drafter import wordml
from drafter.model.document import Role
from drafter.readers.word.numbers import Numbers
from drafter.readers.word.package import Package
from drafter.readers.word.text import CONTENTS, HEADING, STYLE_ROLES
from drafter.wordml import DOCUMENT, STYLES, W


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph: its automatic number, its own text, what its style says of it."""

    mark: str
    text: str
    role: Role | None = None
    level: int = 0
    cell: bool = False
    """Stands in a table, of contents too: no text that goes on."""


def read(package: Package) -> list[WordParagraph]:
    """Every paragraph of the body in order, empty ones too, tracked changes accepted.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    body = package.xml(DOCUMENT).find(f"{W}body")
    if body is None:
        return []
    styles, numbers = _styles(package), Numbers(package)
    return [_paragraph(element, styles, numbers) for element in wordml.paragraphs(body)]


def _styles(package: Package) -> dict[str, tuple[str, Any]]:
    """Each style's name, and the numbering that it brings, by its identifier."""
    root = package.xml(STYLES)
    found: dict[str, tuple[str, Any]] = {}
    for style in root.iter(f"{W}style") if root is not None else ():
        name = style.find(f"{W}name")
        said = name.get(f"{W}val", "") if name is not None else ""
        found[style.get(f"{W}styleId", "")] = (said, style.find(f"{W}pPr/{W}numPr"))
    return found


def _paragraph(element: Any, styles: dict[str, tuple[str, Any]], numbers: Numbers) -> WordParagraph:
    named = element.find(f"{W}pPr/{W}pStyle")
    name, numbered = styles.get(named.get(f"{W}val", "") if named is not None else "", ("", None))
    own = element.find(f"{W}pPr/{W}numPr")
    text = "".join(said for _, said in wordml.shown(element))
    mark = numbers.mark(own if own is not None else numbered) if text.strip() else ""
    heading = HEADING.fullmatch(name)
    role = Role.HEADING if heading else STYLE_ROLES.get(name.lower())
    cell = next(element.iterancestors(f"{W}tc"), None) is not None or CONTENTS.match(name) is not None
    return WordParagraph(mark, text, role, int(heading[1]) if heading else 0, cell)
