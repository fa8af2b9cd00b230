"""How a Word file stands on its paper, paragraph by paragraph: for two to be seen side by side."""

from __future__ import annotations

from drafter.model.stylesheet import Page
from drafter.readers.word import document as word_document
from drafter.readers.word import look as word_look
from drafter.readers.word.formatting import Look
from drafter.readers.word.package import Package
from drafter.records import Record
from drafter.wordml import W

_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")


class Line(Record):
    """One paragraph: its number and its text with its automatic number, whether it stands in a table and holds a picture,
    and how it comes out.
    """

    paragraph: int
    text: str
    in_table: bool
    pictured: bool
    look: Look


class Sheet(Record):
    """The paper of a file, and all that stands on it."""

    page: Page
    lines: tuple[Line, ...]


def sheet_of(source: Package, base: Page) -> Sheet:
    """The sheet of a file, its page as in `base` where it says nothing.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    document = word_document.read(source)
    looks = word_look.looks_of(source, document, {})
    lines = (
        Line(one.number, one.mark + one.text, in_table, _pictured(one), looks[one.number][0])
        for one, in_table in document.paragraphs()
    )
    return Sheet(word_look.page_of(document, base), tuple(lines))


def _pictured(paragraph: word_document.WordParagraph) -> bool:
    return any(one.tag in _PICTURES for one in paragraph.element.iter())
