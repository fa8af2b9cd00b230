"""The paragraphs of a Word file to the letter, for who checks them and marks places in them."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.document import Role
from drafter.readers.word import document as word_document
from drafter.readers.word.document import WordParagraph
from drafter.readers.word.package import Package


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where in a text the own words of one `w:p` stand, and the number of that paragraph."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """One paragraph as it reads: its automatic number, its words, what its style says of it.

    Where the end of a paragraph was deleted, several of the file's are one: `stretches` says whose words are whose.
    """

    text: str
    stretches: tuple[Stretch, ...]
    role: Role | None = None
    level: int = 0
    cell: bool = False
    """Stands in a table, of contents too: no text that goes on."""


def read(package: Package) -> list[ReadParagraph]:
    """Every paragraph of the body in order, empty ones too, tracked changes accepted.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    found: list[ReadParagraph] = []
    begun: list[WordParagraph] = []
    for paragraph, in_table in word_document.read(package).paragraphs():
        begun.append(paragraph)
        if not paragraph.goes_on:
            found.append(_joined(begun, in_table))
            begun = []
    return found


def _joined(parts: list[WordParagraph], in_table: bool) -> ReadParagraph:
    """Paragraphs that run on into one another, as the one that they are; its style is the last one's."""
    last = parts[-1]
    text, stretches = last.mark, []
    for part in parts:
        stretches.append(Stretch(len(text), len(text) + len(part.text), part.number))
        text += part.text
    style = last.style
    return ReadParagraph(text, tuple(stretches), style.role, style.level, in_table or style.is_contents)
