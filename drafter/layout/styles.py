"""Which style a paragraph takes, by its role and what it follows, and what it has against that style."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from drafter.layout import parting, titles
from drafter.layout.rows import LETTER, find_form, split_rows
from drafter.model.document import Block, Inlines, Paragraph, Role, plain
from drafter.model.stylesheet import LONGEST_KEPT, Stylesheet, style_name
from drafter.patterns import pattern

TITLE_GROUP = frozenset({Role.TITLE, Role.SUBTITLE, Role.STAGE, Role.DATE, Role.SPEAKER})
SIGNATURES = (Role.SIGNATURE, Role.SEALED_SIGNATURE, Role.SIGNER, Role.SIGNING_DATE)
GROUPED = dict.fromkeys(SIGNATURES, SIGNATURES) | {
    Role.HEADER: (Role.HEADER,),
    Role.IMPRINT: (Role.IMPRINT,),
}
"""Roles whose paragraphs are placed together, with the roles that stand in one group."""

BROKEN_IN_LINES = frozenset({Role.TITLE, Role.SUBTITLE, Role.DATE})
_SPACED = frozenset({Role.SALUTATION, Role.ADDRESSEE})
_ABOVE_TITLE = {Role.HEADER: 2, Role.BODY: 1}
"""Lines above a title, by what stands before it: the red rule (7.3.1), 附件1 (7.3.7)."""

_ATTACHMENT = pattern(r"附件\d{0,2}[：:]?")


def choose_style(
    block: Paragraph, previous: Role | None, begins_page: bool = False
) -> tuple[str, float | None]:
    """The name of a paragraph's style, and the lines of space above it; None where the style decides."""
    role = block.role
    name = "attachment" if begins_page and is_attachment_label(block) else style_name(role, block.level)
    if role is Role.ATTACHMENT_NOTE:
        return name, 0 if previous is role else None
    if role is Role.TITLE and previous in _ABOVE_TITLE:
        return name, _ABOVE_TITLE[previous]
    if previous in TITLE_GROUP and role not in TITLE_GROUP and role not in _SPACED:
        return ("first", None) if role is Role.BODY else (name, 1)
    if role in _SPACED and previous is role:
        return name, 0
    return name, None


def is_attachment_label(block: Paragraph) -> bool:
    """Whether a paragraph is the word 附件 over an attachment (7.3.7)."""
    return _ATTACHMENT.fullmatch(plain(block.content)) is not None


def may_part(content: Inlines, style: str, sheet: Stylesheet) -> bool:
    """Whether a paragraph is so long that it may part though its style keeps paragraphs whole: else it
    would leave half a page white.
    """
    look = sheet.paragraphs[style]
    if not look.keep_lines:
        return False
    room = sheet.page.text_width / sheet.char_width(look.size)
    return titles.width(plain(content)) > LONGEST_KEPT * room


def set_lines(block: Paragraph, text: str, size: int, room: int) -> list[str]:
    """The text of a paragraph as it is handed to the page: a title or a line under it in lines that are broken where
    the sense has joints, if it is too long for `room` twips; any other in one. `size` is in half points.
    """
    if block.role not in BROKEN_IN_LINES or not parting.can_be_parted(block.content):
        return [text]
    # Half a character to spare: figures are wider than half in some fonts.
    return titles.lines(text, room / (size * 10) - 0.5, parting.wholes(block.content))


def group_from(blocks: Sequence[Block], start: int) -> list[Paragraph]:
    """The paragraphs that are placed together with the one at `start`."""
    first = blocks[start]
    roles = GROUPED[first.role] if isinstance(first, Paragraph) else ()
    return [
        block
        for block in takewhile(
            lambda block: isinstance(block, Paragraph) and block.role in roles, blocks[start:]
        )
        if isinstance(block, Paragraph)
    ]


def is_letter(blocks: Sequence[Block]) -> bool:
    """Whether the header block asks for the form of a letter (10.1)."""
    heads = [block for block in blocks if isinstance(block, Paragraph) and block.role is Role.HEADER]
    return find_form(split_rows(heads)) == LETTER
