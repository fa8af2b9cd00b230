"""What stands under the text: the attachment note, signatures and their date."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.layout import signatures as layout
from drafter.layout.titles import width
from drafter.model.document import Block, Paragraph, Role, plain
from drafter.writers.docx import oxml
from drafter.writers.docx.pen import Pen


def block(group: Sequence[Paragraph], pen: Pen) -> list[str]:
    """Signatures and their date, each indented by the width of all, all on one page."""
    names = [p for p in group if p.role is not Role.SIGNING_DATE]
    dates = [p for p in group if p.role is Role.SIGNING_DATE]
    role = names[0].role if names else Role.SIGNATURE
    widths = [width(plain(p.content)) for p in names]
    of_names, of_date = layout.places(role, widths, width(plain(dates[0].content)) if dates else 0)
    char = pen.stylesheet.char_width(pen.stylesheet.paragraphs["body"].size)
    out = []
    for index, (paragraph, right) in enumerate(zip(names, of_names, strict=True)):
        own = pen.before(layout.room_above(role, index)) + _from_right(char, right)
        out.append(pen.paragraph("signature", own, pen.runs(paragraph.content, "")))
    if dates:
        out = [with_next(paragraph) for paragraph in out]
    for paragraph in dates:
        own = pen.before(layout.room_above_date(role, bool(names)))
        own += _from_right(char, of_date) if names else ""
        out.append(pen.paragraph("signing_date", own, pen.runs(paragraph.content, "")))
    return out


def _from_right(char: float, right: float) -> str:
    """The indent of a line from the right; none is said too, or the style's own would hold."""
    return oxml.indent(char, right=right) or '<w:ind w:rightChars="0" w:right="0"/>'


def with_next(paragraph: str) -> str:
    """A paragraph that stays on one page with what follows it."""
    opening, end, rest = paragraph.partition("/>")
    return (
        f"{opening}{end}<w:keepNext/>{rest}" if paragraph.startswith("<w:p><w:pPr><w:pStyle") else paragraph
    )


def keep_with_text(out: list[str], before: Sequence[Block]) -> None:
    """Keeps the last words of the text, and an attachment note, on the page of the signature: a
    page that holds nothing but a signature is a fault (此页无正文).
    """
    kept = layout.kept_before(before)
    for index in range(max(0, len(out) - kept), len(out)):
        out[index] = with_next(out[index])


def note_indent(text: str, first: bool, pen: Pen) -> str:
    """The indent of a line of the attachment note; the first keeps the space that its style has above."""
    left, hanging = layout.note_indent(text)
    char = pen.stylesheet.char_width(pen.stylesheet.paragraphs["attachment_note"].size)
    return ("" if first else pen.before(0)) + oxml.indent(char, left=left, hanging=hanging)
