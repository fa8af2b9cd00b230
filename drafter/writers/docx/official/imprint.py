"""The imprint at the foot of the last page (GB/T 9704—2012 7.4)."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.layout.imprint import HANGING, LOW, LOWEST, lines
from drafter.layout.rows import Row
from drafter.writers.docx import oxml
from drafter.writers.docx.official.header import EIGHTHS
from drafter.writers.docx.pen import Pen

_TAB = "<w:r><w:tab/></w:r>"
_RULE = '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:tab/><w:tab/></w:r>'  # 0.25 mm at 四号, as 7.4.1 has it
_LOW = f'<w:spacing w:line="{LOW}" w:lineRule="exact"/>'
_LOWEST = f'<w:spacing w:line="{LOWEST}" w:lineRule="exact"/>'


def block(rows: Sequence[Row], pen: Pen, ruled: bool = True) -> list[str]:
    """The imprint as paragraphs in one frame that lies on the type area's lower edge.

    Paragraphs stay in one frame only where all have the same borders (LibreOffice: and none
    between them), and a border is as narrow as its paragraph's indents make it. So what the
    standard has as indents are tabs here, and a rule between two lines is an underlined tab.
    A letter's imprint has no rules (10.1).
    """
    sheet = pen.stylesheet
    width = sheet.page.text_width
    char = sheet.char_width(sheet.paragraphs["imprint"].size)
    frame = (
        f'<w:framePr w:w="{width}" w:hSpace="0" w:vSpace="0" w:wrap="around" w:vAnchor="margin"'
        f' w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>{_borders(pen) if ruled else ""}'
    )
    indent = oxml.indent(char, left=HANGING, hanging=HANGING)
    tabs = _tabs(("left", char), ("right", width - char))
    between = f"{frame}{_tabs(('left', width))}{_LOW}{indent}"
    out: list[str] = []
    for left, right in lines(rows):
        runs = f"{_TAB}{pen.runs(left, '')}" + (f"{_TAB}{pen.runs(right, '')}" if right else "")
        if out and ruled:
            out.append(pen.paragraph("imprint", between, _RULE))
        out.append(pen.paragraph("imprint", f"{frame}{tabs}{indent}", runs))
    # A frame hangs on the paragraph after it: one as low as can be, so that it needs no line.
    return [*out, pen.paragraph("header", _LOWEST, "")] if out else []


def _tabs(*stops: tuple[str, float]) -> str:
    return (
        "<w:tabs>"
        + "".join(f'<w:tab w:val="{kind}" w:pos="{round(at)}"/>' for kind, at in stops)
        + "</w:tabs>"
    )


def _borders(pen: Pen) -> str:
    """The first and the last rule, thicker than those between (7.4.1)."""
    size = round(pen.stylesheet.header.imprint_rule * EIGHTHS)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>' for side in ("top", "bottom")
    )
    return f"<w:pBdr>{borders}</w:pBdr>"
