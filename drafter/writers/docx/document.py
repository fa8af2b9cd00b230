"""The one entry to this room: a document in a stylesheet's prepared package, as bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafter.layout.shared import Kept
from drafter.model.document import Document
from drafter.model.stylesheet import CharacterStyle, ParagraphStyle, Stylesheet
from drafter.model.word_styles import style_id
from drafter.model.words import Anchors
from drafter.patterns import pattern
from drafter.wordml import DOCUMENT
from drafter.writers.docx import package
from drafter.writers.docx.body import BodyWriter
from drafter.writers.docx.package import Member, Part
from drafter.writers.docx.properties import Properties, core
from drafter.writers.docx.sections import Sections

CORE = "docProps/core.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_BODY = pattern(r"<w:body>.*?(<w:sectPr.*</w:sectPr>)\s*</w:body>", re.DOTALL)


class DocxWriter:
    """Writes Word files in one stylesheet.

    `base` is the package that `drafter.writers.docx.base.prepare` made for the stylesheet; its
    members are inflated once and copied ever after.
    """

    def __init__(self, stylesheet: Stylesheet, base: bytes) -> None:
        members = {item.name: item for item in package.members(base)}
        styles: tuple[ParagraphStyle | CharacterStyle, ...] = (
            *stylesheet.paragraphs.values(), *stylesheet.characters.values(),
        )  # fmt: skip
        ids = {style.word_name: style_id(style.word_name) for style in styles}
        shell = members[DOCUMENT].data.decode("utf-8")
        match = _BODY.search(shell)
        if match is None:
            raise ValueError("the prepared package has no body")
        self._before = shell[: match.start()] + "<w:body>"
        self._after = "</w:body>" + shell[match.end() :]
        self._members = members
        self._front = package.begin(item for name, item in members.items() if name not in (DOCUMENT, CORE))
        self._body = BodyWriter(stylesheet, ids, Sections(match[1], stylesheet.page, stylesheet))

    def write(
        self,
        document: Document,
        properties: Properties,
        pages: Sequence[int] = (),
        exact: bool = False,
        anchors: Anchors | None = None,
    ) -> bytes:
        """The document as a Word file; the same document and properties give the same bytes.

        `pages` are the page numbers of a table of contents, `exact` whether they are measured; with `anchors` each
        paragraph says which text of its outline it comes from.
        """
        body = f"{self._before}{self._body.write(document, pages, exact, anchors)}{self._after}"
        written = {DOCUMENT: body.encode("utf-8"), CORE: core(properties).encode("utf-8")}
        parts = self._body.parts
        if parts:
            return package.pack(self._with(parts, written))
        return self.packed(package.member(name, data) for name, data in written.items())

    def pieces(self, document: Document, kept: Kept[str]) -> list[str]:
        """The document part from its first character to its last, piece after piece; see `BodyWriter.pieces`."""
        return [self._before, *self._body.pieces(document, kept), self._after]

    def packed(self, written: Iterable[Member]) -> bytes:
        """A Word file of these parts, behind those that are the same in every document."""
        return package.pack(written, self._front)

    @property
    def needs_parts(self) -> bool:
        """Whether the document that was written last needs parts of its own, pictures or footers."""
        return bool(self._body.parts)

    def _with(self, parts: Sequence[Part], written: dict[str, bytes]) -> list[Member]:
        """All members, with those that the body needs beside."""
        there = {name: self._members[name].data for name in (_RELATIONS, package.CONTENT_TYPES)}
        written = written | package.related(parts, _RELATIONS, there)
        kept = [one for name, one in self._members.items() if name not in written]
        return [*kept, *(package.member(name, data) for name, data in written.items())]
