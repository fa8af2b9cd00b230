"""What a paragraph says against its style, in Word's words."""

from __future__ import annotations

from drafter.layout import parting, styles
from drafter.model.document import Inlines, Paragraph, Role, plain
from drafter.model.stylesheet import Page, Stylesheet
from drafter.writers.docx.official import signatures
from drafter.writers.docx.pen import BREAK, Pen


def choose_style(block: Paragraph, previous: Role | None, begins_page: bool, pen: Pen) -> tuple[str, str]:
    """The name of a paragraph's style, and the properties it sets itself."""
    name, before = styles.choose_style(block, previous, begins_page)
    if block.role is Role.ATTACHMENT_NOTE:
        return name, signatures.note_indent(plain(block.content), before is None, pen)
    return name, pen.before(before)


def allow_parting(content: Inlines, style: str, sheet: Stylesheet) -> str:
    """Lets a long paragraph part where its style keeps paragraphs whole."""
    return '<w:keepLines w:val="0"/>' if styles.may_part(content, style, sheet) else ""


def break_in_lines(block: Paragraph, style: str, room: int, pen: Pen) -> str:
    """The runs of a paragraph; a title, too long for `room` twips, is broken where the sense has joints."""
    if block.role not in styles.BROKEN_IN_LINES:
        return pen.runs(block.content, "")
    rows = styles.set_lines(block, plain(block.content), pen.stylesheet.paragraphs[style].size, room)
    lines = parting.parted(block.content, rows)
    return pen.anchor(block.content) + BREAK.join(pen.line(line) for line in lines)


def add_line_after(paragraph: str, page: Page) -> str:
    """A line of the title group with a line of space before the table that follows."""
    after = f'w:after="{page.line}"'
    if "<w:spacing " in paragraph:
        return paragraph.replace("<w:spacing ", f"<w:spacing {after} ", 1)
    return paragraph.replace("</w:pPr>", f"<w:spacing {after}/></w:pPr>", 1)
