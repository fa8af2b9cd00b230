"""On which page everything is likely to fall, counted in lines of the grid."""

from __future__ import annotations

import math
from collections.abc import Iterator

from drafter.model.document import (
    Attachment,
    Block,
    Contents,
    Document,
    PageBreak,
    Paragraph,
    Table,
    headings,
    plain,
)
from drafter.model.stylesheet import LONGEST_KEPT, Stylesheet, style_name


def pages(document: Document, stylesheet: Stylesheet) -> int:
    """How many pages the document is likely to fill."""
    return max((page for _, page in _ends(document, stylesheet)), default=1)


def heading_pages(document: Document, stylesheet: Stylesheet) -> list[int]:
    """The page on which each heading of the table of contents is likely to stand."""
    listed = {id(heading) for heading in headings(document)}
    return [page for block, page in _ends(document, stylesheet) if id(block) in listed]


def _ends(document: Document, stylesheet: Stylesheet) -> Iterator[tuple[Block, int]]:
    """Each block with the page on which it ends."""
    page = stylesheet.page
    total = page.lines * page.line
    used = 0.0
    count = 1
    for block, height in _heights(document.blocks, stylesheet, len(headings(document))):
        if isinstance(block, PageBreak):
            count, used = count + 1, 0.0
            yield block, count
            continue
        if isinstance(block, Paragraph) and used and used + height > total + 1 >= height:
            keep = stylesheet.paragraphs[style_name(block.role, block.level)].keep_lines
            if keep and height <= LONGEST_KEPT * page.line:
                count, used = count + 1, 0.0
        while used + height > total + 1:
            fits = max(0.0, (total - used) // page.line * page.line)
            if not used and not fits:
                break  # a line that no page holds
            height -= fits
            count, used = count + 1, 0.0
        used += height
        yield block, count


def _heights(blocks: tuple[Block, ...], stylesheet: Stylesheet, listed: int) -> Iterator[tuple[Block, float]]:
    """Each block with its height in twips; `listed` headings stand in a table of contents."""
    line = stylesheet.page.line
    for block in blocks:
        match block:
            case Paragraph(role, content, level):
                style = stylesheet.paragraphs[style_name(role, level)]
                width = stylesheet.page.text_width / stylesheet.char_width(style.size)
                room = max(1.0, width - style.left - style.right)
                lines = math.ceil((_width(plain(content)) + style.first_line) / room) or 1
                yield block, lines * (style.line or line) + (style.before + style.after) * line
            case Table(rows):
                yield block, len(rows) * line
            case Attachment(inner):
                yield PageBreak(), 0
                yield from _heights(inner, stylesheet, listed)
            case Contents():
                yield block, (listed + 2) * line
                yield PageBreak(), 0
            case PageBreak():
                yield block, 0


def _width(text: str) -> float:
    """The width of the text in full-width characters; ASCII counts half."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2
