"""The style of a paragraph, by its role and what it follows, and what it says against that style."""

from __future__ import annotations

from drafter.model.document import Inlines, Paragraph, Role, Text, plain
from drafter.model.stylesheet import LONGEST_KEPT, Page, Stylesheet, style_name
from drafter.patterns import pattern
from drafter.writers.docx import titles
from drafter.writers.docx.official import signatures
from drafter.writers.docx.pen import BREAK, Pen

TITLE_GROUP = frozenset({Role.TITLE, Role.SUBTITLE, Role.STAGE, Role.DATE, Role.SPEAKER})
_BROKEN_IN_LINES = frozenset({Role.TITLE, Role.SUBTITLE, Role.DATE})
_SPACED = frozenset({Role.SALUTATION, Role.ADDRESSEE})
_ABOVE_TITLE = {Role.HEADER: 2, Role.BODY: 1}
"""Lines above a title, by what stands before it: the red rule (7.3.1), 附件1 (7.3.7)."""

_ATTACHMENT = pattern(r"附件\d{0,2}[：:]?")


def choose_style(block: Paragraph, previous: Role | None, pen: Pen) -> tuple[str, str]:
    """The name of a paragraph's style, and the properties it sets itself."""
    role = block.role
    name = style_name(role, block.level)
    if role is Role.ATTACHMENT_NOTE:
        return name, signatures.note_indent(plain(block.content), previous is not role, pen)
    if role is Role.TITLE and previous in _ABOVE_TITLE:
        return name, pen.before(_ABOVE_TITLE[previous])
    if previous in TITLE_GROUP and role not in TITLE_GROUP and role not in _SPACED:
        return ("first", "") if role is Role.BODY else (name, pen.before(1))
    if role in _SPACED and previous is role:
        return name, pen.before(0)
    return name, ""


def is_attachment_label(block: Paragraph) -> bool:
    """Whether a paragraph is the word 附件 over an attachment (7.3.7)."""
    return _ATTACHMENT.fullmatch(plain(block.content)) is not None


def allow_parting(content: Inlines, style: str, sheet: Stylesheet) -> str:
    """Lets a long paragraph part where its style keeps paragraphs whole: it would leave half
    a page white.
    """
    look = sheet.paragraphs[style]
    if not look.keep_lines:
        return ""
    room = sheet.page.text_width / sheet.char_width(look.size)
    return '<w:keepLines w:val="0"/>' if titles.width(plain(content)) > LONGEST_KEPT * room else ""


def break_in_lines(block: Paragraph, style: str, room: int, pen: Pen) -> str:
    """The runs of a paragraph; a title or a line under it, too long for `room` twips, is broken
    where the sense has joints.
    """
    first = block.content[0] if len(block.content) == 1 else None
    if block.role not in _BROKEN_IN_LINES or not isinstance(first, Text):
        return pen.runs(block.content, "")
    # Half a character to spare: figures are wider than half in some fonts.
    longest = room / (pen.stylesheet.paragraphs[style].size * 10) - 0.5
    return BREAK.join(pen.run(row, "") for row in titles.lines(first.text, longest))


def add_line_after(paragraph: str, page: Page) -> str:
    """A line of the title group with a line of space before the table that follows."""
    after = f'w:after="{page.line}"'
    if "<w:spacing " in paragraph:
        return paragraph.replace("<w:spacing ", f"<w:spacing {after} ", 1)
    return paragraph.replace("</w:pPr>", f"<w:spacing {after}/></w:pPr>", 1)
