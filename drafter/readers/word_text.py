"""The text of a Word file, paragraph by paragraph: what Word shows, and what was left out.

python-docx's `.text` loses tracked insertions, content controls, text boxes and smart tags,
so the runs are walked here (ECMA-376 17.3, 17.13.5, 17.16).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from drafter.model.document import Role
from drafter.model.source import Dropped, Line, Source
from drafter.readers import characters
from drafter.readers.paragraphs import joined
from drafter.readers.word_numbers import Numbers
from drafter.readers.word_package import Package
from drafter.wordml import DOCUMENT, STYLES, W

ACCEPTED, ORIGINAL = "accepted", "original"
"""Which of two texts a tracked change stands for."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_REMOVED = {
    ACCEPTED: frozenset({f"{W}del", f"{W}moveFrom"}),
    ORIGINAL: frozenset({f"{W}ins", f"{W}moveTo"}),
}
_NEVER = frozenset({f"{W}rt", f"{_MC}Fallback", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{W}txbxContent"})
_SHOWN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
STYLE_ROLES = {
    "title": Role.TITLE, "标题": Role.TITLE, "subtitle": Role.SUBTITLE, "副标题": Role.SUBTITLE, "date": Role.DATE,
    "salutation": Role.SALUTATION, "signature": Role.SIGNATURE, "稿次": Role.STAGE, "讲话人": Role.SPEAKER,
    "主送机关": Role.ADDRESSEE, "成文日期": Role.SIGNING_DATE, "附注": Role.NOTE, "附件说明": Role.ATTACHMENT_NOTE,
}  # fmt: skip
"""Word's names of styles that say what a paragraph is, in lower case."""


def read(package: Package, revisions: str = ACCEPTED) -> Source:
    """The lines of the file's body, and what stands beside it: notes, comments.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    reader = _Reader(package, revisions)
    body = package.xml(DOCUMENT).find(f"{W}body")
    lines = tuple(reader.blocks(body)) if body is not None else ()
    return Source(lines, tuple(reader.beside(package)))


class _Reader:
    """Walks one file once; paragraphs are counted as they come, those of tables too."""

    def __init__(self, package: Package, revisions: str) -> None:
        self.removed = _REMOVED[revisions]
        self.deleted = f"{W}delText" if revisions == ORIGINAL else ""
        self.numbers = Numbers(package)
        self.styles: dict[str, tuple[str, Any]] = {}
        root = package.xml(STYLES)
        for style in root.iter(f"{W}style") if root is not None else ():
            name = style.find(f"{W}name")
            numbered = style.find(f"{W}pPr/{W}numPr")
            self.styles[style.get(f"{W}styleId", "")] = (
                name.get(f"{W}val", "") if name is not None else "",
                numbered,
            )
        self.number = 0

    def blocks(self, parent: Any) -> Iterator[Line]:
        """The paragraphs and tables in a body, a content control, or anything that wraps them."""
        for element in parent:
            if element.tag in self.removed or element.tag in _NEVER or not isinstance(element.tag, str):
                continue
            if element.tag == f"{W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self.table(element)
            else:
                yield from self.blocks(element)

    def paragraph(self, element: Any) -> Iterator[Line]:
        """A paragraph with its number, then those of the text boxes in it."""
        self.number += 1
        name, numbered = self.style(element)
        own = element.find(f"{W}pPr/{W}numPr")
        text = self.text(element)
        mark = self.numbers.mark(own if own is not None else numbered) if text.strip() else ""
        heading = HEADING.fullmatch(name)
        role = Role.HEADING if heading else STYLE_ROLES.get(name.lower())
        if (mark + text).strip():
            yield Line(_tidy(mark + text), self.number, role, int(heading[1]) if heading else 0)
        for box in element.iter(f"{W}txbxContent"):
            if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors()):
                yield from self.blocks(box)

    def style(self, element: Any) -> tuple[str, Any]:
        """The name of a paragraph's style, and the numbering that the style brings."""
        named = element.find(f"{W}pPr/{W}pStyle")
        return self.styles.get(named.get(f"{W}val", "") if named is not None else "", ("", None))

    def table(self, element: Any) -> Iterator[Line]:
        """A table as one line; its cells' paragraphs are joined."""
        rows = []
        first = self.number + 1
        for row in element.iter(f"{W}tr"):
            cells = []
            for cell in row.iter(f"{W}tc"):
                paragraphs = list(cell.iter(f"{W}p"))
                self.number += len(paragraphs)
                cells.append("".join(_tidy(self.text(paragraph)) for paragraph in paragraphs))
            rows.append(tuple(cells))
        if any(any(row) for row in rows):
            yield Line("".join(map("".join, rows)), first, rows=tuple(rows))

    def text(self, element: Any) -> str:
        """What Word shows of an element, in order."""
        pieces: list[str] = []
        pending = list(reversed(element))
        while pending:
            child = pending.pop()
            if child.tag in self.removed or child.tag in _NEVER:
                continue
            if child.tag in (f"{W}t", self.deleted):
                pieces.append(child.text or "")
            elif child.tag in _SHOWN:
                pieces.append(_SHOWN[child.tag])
            else:
                pending.extend(reversed(child))
        return "".join(pieces)

    def beside(self, package: Package) -> Iterator[Dropped]:
        """What stands beside the text: footnotes, endnotes and comments."""
        for part, reason in (("footnotes", "脚注"), ("endnotes", "尾注"), ("comments", "批注")):
            root = package.xml(f"word/{part}.xml")
            for note in root if root is not None else ():
                text = "".join(_tidy(self.text(paragraph)) for paragraph in note.iter(f"{W}p"))
                if text:
                    yield Dropped(0, text, f"{reason}，不放进大纲")


def _tidy(text: str) -> str:
    """The text on one line, without characters that no page can hold."""
    return " ".join(joined(characters.usable(text)).split())
