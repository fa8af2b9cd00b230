"""The measures of a bound document: characters, paragraphs, minutes, pages, part by part."""

from __future__ import annotations

from drafter.measuring.paging import pages
from drafter.model.document import (
    Attachment,
    Document,
    Role,
    paragraphs,
    plain,
)
from drafter.model.stylesheet import Stylesheet
from drafter.records import Record
from drafter.speaking import syllables as speech


class PartMeasure(Record):
    """One part of the text: from a first-level heading to the next, or what stands before.

    `paragraph` counts the document's paragraphs from 1, table cells included.
    """

    role: str
    heading: str
    characters: int
    minutes: float
    paragraph: int = 0


class Measures(Record):
    """Characters without white space; minutes to a tenth; pages as they are likely to fall."""

    characters: int
    paragraphs: int
    minutes: float
    pages: int
    parts: tuple[PartMeasure, ...] = ()


def measure(
    document: Document, stylesheet: Stylesheet, rate: float = speech.RATE, printed: Document | None = None
) -> Measures:
    """The measures of the document in this look, read at `rate` syllables a minute; its pages are those of
    what is `printed`, where that carries more than the document.
    """
    texts = [plain(content) for _, content in paragraphs(document)]
    characters = sum(map(visible, texts))
    spoken = sum(speech.syllables(text) for text in _spoken(document))
    return Measures(
        characters,
        len(texts),
        round(spoken / rate, 1),
        pages(printed or document, stylesheet),
        tuple(parts(document, rate)),
    )


def visible(text: str) -> int:
    """How many characters of the text print: all but white space."""
    return len("".join(text.split()))


_SILENT = frozenset(
    {Role.TITLE, Role.SUBTITLE, Role.STAGE, Role.DATE, Role.SPEAKER, Role.HEADER, Role.IMPRINT}
)


def _spoken(document: Document) -> list[str]:
    """The texts that are read aloud: all but what stands above the salutation, and attachments."""
    return [
        plain(content)
        for paragraph, content in paragraphs(_said(document))
        if paragraph is None or paragraph.role not in _SILENT
    ]


def _said(document: Document) -> Document:
    """The document without its attachments, which nobody reads aloud."""
    return Document(tuple(block for block in document.blocks if not isinstance(block, Attachment)))


def parts(document: Document, rate: float) -> list[PartMeasure]:
    """The parts of the outline, each from its mark to the next; attachments are one of their own.

    A document that comes from no outline is parted at its first-level headings.
    """
    marked = any(paragraph and paragraph.part for paragraph, _ in paragraphs(document))
    opened: list[tuple[str, str, int, list[str]]] = [("opening" if marked else "", "", 1, [])]
    number = 0
    for paragraph, content in paragraphs(_said(document)):
        number += 1
        text = plain(content)
        if paragraph is not None:
            if paragraph.role in _SILENT:
                continue
            heads = paragraph.role is Role.HEADING and paragraph.level == 1
            if (paragraph.part and paragraph.part != opened[-1][0]) or (
                heads and (paragraph.part or not marked)
            ):
                heading = text if paragraph.role is Role.HEADING else ""
                opened.append((paragraph.part, heading, number, []))
        if not opened[-1][3]:
            opened[-1] = (*opened[-1][:2], number, [])
        opened[-1][3].append(text)
    found = [_part(*part, rate) for part in opened if part[3]]
    return found + _attachments(document)


def _part(role: str, heading: str, paragraph: int, texts: list[str], rate: float) -> PartMeasure:
    spoken = sum(map(speech.syllables, texts))
    return PartMeasure(role, heading, sum(map(visible, texts)), round(spoken / rate, 1), paragraph)


def _attachments(document: Document) -> list[PartMeasure]:
    """The characters of all attachments together; they take no time to say."""
    kept = Document(tuple(block for block in document.blocks if isinstance(block, Attachment)))
    characters = sum(visible(plain(content)) for _, content in paragraphs(kept))
    return [PartMeasure("attachments", "附件", characters, 0.0)] if characters else []
