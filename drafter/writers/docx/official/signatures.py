"""What stands under the text: the attachment note, signatures and their date."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model.document import Block, Paragraph, Role, plain
from drafter.patterns import pattern
from drafter.writers.docx import oxml
from drafter.writers.docx.pen import Pen
from drafter.writers.docx.titles import width

_SIGNATURE_RIGHT = 2.0
_SHIFT = 2.0
"""The date's first character stands two characters to the right of the signature's."""

_SEALED_RIGHT = 4.0
_ROOM = {Role.SEALED_SIGNATURE: 2.0, Role.SIGNER: 2.0}
"""Lines above a signature, where the seal needs room; others keep what the style says."""


_NOTE_LABEL = pattern("附件[：:]")
_NOTE_NUMBER = pattern(r"\d{1,2}[.．、]\s*")
_NOTE_LEFT = 5.0
"""Characters before the name in an attachment note: two empty, 附件 and its colon (7.3.4)."""


def block(group: Sequence[Paragraph], pen: Pen) -> list[str]:
    """Signatures and their date, each indented by the width of all, all on one page."""
    names = [p for p in group if p.role is not Role.SIGNING_DATE]
    dates = [p for p in group if p.role is Role.SIGNING_DATE]
    role = names[0].role if names else Role.SIGNATURE
    widths = [width(plain(p.content)) for p in names]
    of_names, of_date = places(role, widths, width(plain(dates[0].content)) if dates else 0)
    room = room_above(role)
    char = pen.stylesheet.char_width(pen.stylesheet.paragraphs["body"].size)
    out = []
    for index, (paragraph, right) in enumerate(zip(names, of_names, strict=True)):
        before = pen.before(room) if room is not None else (pen.before(0) if index else "")
        own = before + _from_right(char, right)
        out.append(pen.paragraph("signature", own, pen.runs(paragraph.content, "")))
    if dates:
        out = [with_next(paragraph) for paragraph in out]
    for paragraph in dates:
        own = pen.before(1) if role is Role.SIGNER or not names else ""
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
    kept = 1
    for block in reversed(before):
        if not (isinstance(block, Paragraph) and block.role is Role.ATTACHMENT_NOTE):
            break
        kept += 1
    for index in range(max(0, len(out) - kept), len(out)):
        out[index] = with_next(out[index])


def note_indent(text: str, first: bool, pen: Pen) -> str:
    """The indent of a line of the attachment note (7.3.4): its turnover stands under the first
    character of the name, behind 附件： and a number.
    """
    label = _NOTE_LABEL.match(text)
    number = _NOTE_NUMBER.match(text, label.end() if label else 0)
    numbered = width(number[0]) if number else 0
    hanging = width(label[0]) + numbered if label else numbered
    char = pen.stylesheet.char_width(pen.stylesheet.paragraphs["attachment_note"].size)
    indent = oxml.indent(char, left=_NOTE_LEFT + numbered, hanging=hanging)
    return ("" if first else pen.before(0)) + indent


def room_above(role: Role) -> float | None:
    """How many lines are left above a signature; None where the style decides.

    GB/T 9704—2012 7.3.5.1: a seal's upper edge is within one line of the text; 7.3.5.3: two
    lines are left above a signer's.
    """
    return _ROOM.get(role)


def places(role: Role, names: Sequence[float], date: float) -> tuple[list[float], float]:
    """The right indents, in characters, of the signatures and of the date, from their widths.

    7.3.5.1: under a seal the date leaves four characters to its right and the signature is
    centred on it; 7.3.5.2: without one see `right_indents`; 7.3.5.3: a signer's seal and the
    date leave four.
    """
    if role is Role.SIGNER:
        return [_SEALED_RIGHT] * len(names), _SEALED_RIGHT
    if role is Role.SEALED_SIGNATURE and date:
        middle = max(_SEALED_RIGHT + date / 2, *(width / 2 for width in names))
        return [middle - width / 2 for width in names], middle - date / 2
    widest = max(names, default=0.0)
    right, date_right = right_indents(widest, date) if date else (_SIGNATURE_RIGHT, 0.0)
    return [right + (widest - width) / 2 for width in names], date_right


def right_indents(signature: float, date: float) -> tuple[float, float]:
    """The right indents of signature and date, in characters, from their widths.

    GB/T 9704—2012 7.3.5.2: the signature leaves two characters to its right and the date
    begins two characters further right; where the date is the longer, it is the date that
    leaves two, and the signature moves left with it.
    """
    date_right = _SIGNATURE_RIGHT + signature - _SHIFT - date
    if date_right >= 0:
        return _SIGNATURE_RIGHT, date_right
    return _SIGNATURE_RIGHT + date + _SHIFT - signature, _SIGNATURE_RIGHT
