"""Where signatures and their date stand (GB/T 9704—2012 7.3.5), and how an attachment note is indented."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from drafter.layout.titles import width
from drafter.model.document import Block, Paragraph, Role
from drafter.patterns import pattern

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


def note_indent(text: str) -> tuple[float, float]:
    """How far a line of the attachment note is indented and how far its head hangs out, in characters.

    Its turnover stands under the first character of the name, behind 附件： and a number (7.3.4).
    """
    label = _NOTE_LABEL.match(text)
    number = _NOTE_NUMBER.match(text, label.end() if label else 0)
    numbered = width(number[0]) if number else 0
    return _NOTE_LEFT + numbered, width(label[0]) + numbered if label else numbered


def room_above(role: Role, index: int) -> float | None:
    """How many lines are left above a signature, the first or a later one; None where the style decides.

    GB/T 9704—2012 7.3.5.1: a seal's upper edge is within one line of the text; 7.3.5.3: two
    lines are left above a signer's.
    """
    return _ROOM.get(role, 0.0 if index else None)


def room_above_date(role: Role, under: bool) -> float | None:
    """How many lines are left above the date, `under` signatures or alone; None where the style decides."""
    return 1.0 if role is Role.SIGNER or not under else None


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


def kept_before(before: Sequence[Block]) -> int:
    """How many blocks are kept on the page of the signatures after them: the last words of the text and an attachment
    note, since a page that holds nothing but a signature is a fault (此页无正文).
    """
    return 1 + sum(1 for _ in takewhile(_is_note, reversed(before)))


def _is_note(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.ATTACHMENT_NOTE
