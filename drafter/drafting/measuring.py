"""The measures of a bound document: characters, paragraphs, minutes, pages, part by part."""

from __future__ import annotations

import math
from dataclasses import dataclass

from drafter.model.document import (
    Attachment,
    Block,
    Document,
    PageBreak,
    Paragraph,
    Role,
    Table,
    paragraphs,
    plain,
)
from drafter.model.stylesheet import Stylesheet, style_name
from drafter.speaking import syllables as speech

LONGEST_KEPT = 10
"""Lines up to which a paragraph that is not to be parted stays on one page."""


@dataclass(frozen=True, slots=True)
class PartMeasure:
    """One part of the text: from a first-level heading to the next, or what stands before.

    `paragraph` counts the document's paragraphs from 1, table cells included.
    """

    role: str
    heading: str
    characters: int
    minutes: float
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """Characters without white space; minutes to a tenth; pages as they are likely to fall."""

    characters: int
    paragraphs: int
    minutes: float
    pages: int
    parts: tuple[PartMeasure, ...] = ()


def measure(document: Document, stylesheet: Stylesheet, rate: float = speech.RATE) -> Measures:
    """The measures of the document in this look, read at `rate` syllables a minute."""
    texts = [plain(content) for _, content in paragraphs(document)]
    characters = sum(map(visible, texts))
    spoken = sum(speech.syllables(text) for text in _spoken(document))
    return Measures(
        characters,
        len(texts),
        round(spoken / rate, 1),
        pages(document, stylesheet),
        tuple(_parts(document, rate)),
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


def _parts(document: Document, rate: float) -> list[PartMeasure]:
    """The parts of the outline, each from its mark to the next; attachments are one of their own.

    A document that comes from no outline is parted at its first-level headings.
    """
    marked = any(paragraph and paragraph.part for paragraph, _ in paragraphs(document))
    parts: list[tuple[str, str, int, list[str]]] = [("opening" if marked else "", "", 1, [])]
    number = 0
    for paragraph, content in paragraphs(_said(document)):
        number += 1
        text = plain(content)
        if paragraph is not None:
            if paragraph.role in _SILENT:
                continue
            heads = paragraph.role is Role.HEADING and paragraph.level == 1
            if (paragraph.part and paragraph.part != parts[-1][0]) or (
                heads and (paragraph.part or not marked)
            ):
                heading = text if paragraph.role is Role.HEADING else ""
                parts.append((paragraph.part, heading, number, []))
        if not parts[-1][3]:
            parts[-1] = (*parts[-1][:2], number, [])
        parts[-1][3].append(text)
    found = [_part(*part, rate) for part in parts if part[3]]
    return found + _attachments(document)


def _part(role: str, heading: str, paragraph: int, texts: list[str], rate: float) -> PartMeasure:
    spoken = sum(map(speech.syllables, texts))
    return PartMeasure(role, heading, sum(map(visible, texts)), round(spoken / rate, 1), paragraph)


def _attachments(document: Document) -> list[PartMeasure]:
    """The characters of all attachments together; they take no time to say."""
    kept = Document(tuple(block for block in document.blocks if isinstance(block, Attachment)))
    characters = sum(visible(plain(content)) for _, content in paragraphs(kept))
    return [PartMeasure("attachments", "附件", characters, 0.0)] if characters else []


def pages(document: Document, stylesheet: Stylesheet) -> int:
    """How many pages the document is likely to fill, counted in lines of its grid."""
    page = stylesheet.page
    total = page.lines * page.line
    used = 0.0
    count = 1
    for block, height in _heights(document.blocks, stylesheet):
        if isinstance(block, PageBreak):
            count, used = count + 1, 0.0
            continue
        if isinstance(block, Paragraph) and used and used + height > total + 1 >= height:
            keep = stylesheet.paragraphs[style_name(block.role, block.level)].keep_lines
            if keep and height <= LONGEST_KEPT * page.line:
                count, used = count + 1, 0.0
        while used + height > total + 1:
            fits = max(0.0, (total - used) // page.line * page.line)
            height -= fits
            count, used = count + 1, 0.0
        used += height
    return count


def _heights(blocks: tuple[Block, ...], stylesheet: Stylesheet) -> list[tuple[Block, float]]:
    """Each block with its height in twips."""
    heights: list[tuple[Block, float]] = []
    for block in blocks:
        match block:
            case Paragraph(role, content, level):
                style = stylesheet.paragraphs[style_name(role, level)]
                width = stylesheet.page.text_width / stylesheet.char_width(style.size)
                room = max(1.0, width - style.left - style.right)
                lines = math.ceil((_width(plain(content)) + style.first_line) / room) or 1
                space = (style.before + style.after) * stylesheet.page.line
                heights.append((block, lines * (style.line or stylesheet.page.line) + space))
            case Table(rows):
                heights.append((block, len(rows) * stylesheet.page.line))
            case Attachment(inner):
                heights.append((PageBreak(), 0))
                heights.extend(_heights(inner, stylesheet))
            case PageBreak():
                heights.append((block, 0))
    return heights


def _width(text: str) -> float:
    """The width of the text in full-width characters; ASCII counts half."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2
