"""The paragraphs of a Word file to the letter, for who checks them and marks places in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drafter import wordml
from drafter.model.document import Role
from drafter.readers.word.numbers import Numbers
from drafter.readers.word.package import Package
from drafter.readers.word.styles import Styles
from drafter.wordml import DOCUMENT, W


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
    styles, numbers = Styles(package), Numbers(package)
    return [_paragraph(element, styles, numbers) for element in wordml.paragraphs(body)]


def _paragraph(element: Any, styles: Styles, numbers: Numbers) -> WordParagraph:
    style = styles.find(element)
    text = "".join(said for _, said in wordml.shown(element))
    mark = numbers.mark(styles.find_numbering(element)) if text.strip() else ""
    cell = next(element.iterancestors(f"{W}tc"), None) is not None or style.is_contents
    return WordParagraph(mark, text, style.role, style.level, cell)
