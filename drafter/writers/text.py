"""A `Document` as plain text, a line a paragraph."""

from __future__ import annotations

from drafter.model.document import (
    Attachment,
    Block,
    Contents,
    Document,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    plain,
)
from drafter.writers.rows import printed


def write(document: Document) -> str:
    """The characters of the document; a table's cells are parted by tabs."""
    lines = _lines(document.blocks)
    return "\n".join(lines) + "\n" if lines else ""


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                content = printed(block)
                lines += [plain(content)] if content else []
            case Table(rows):
                lines.extend("\t".join(map(plain, row)) for row in rows)
            case Attachment(inner):
                lines.extend(_lines(inner))
            case Picture() | PageBreak() | Contents():
                pass
    return lines
