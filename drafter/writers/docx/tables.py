"""Tables: columns as wide as what they hold, a head that repeats, rows that stay whole."""

from __future__ import annotations

from drafter.layout.columns import RULE, Rows, column_widths, least_height
from drafter.model.document import Inlines
from drafter.writers.docx.pen import Pen

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{RULE * 8 // 20}" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def table(rows: Rows, pen: Pen, room: int) -> str:
    """The table, `room` twips wide; "" where it has no cell."""
    widths, centred = column_widths(rows, room)
    if not widths:
        return ""
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    # The head comes again on each page; of a table that is all head, it would hide what does not fit.
    again = len(rows) > 1
    body = "".join(_row(row, widths, centred, pen, index == 0, again) for index, row in enumerate(rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def _row(
    row: tuple[Inlines, ...], widths: list[int], centred: list[bool], pen: Pen, head: bool, again: bool
) -> str:
    style = "table_head" if head else "table"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{widths[i]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        + pen.paragraph(
            style, '<w:jc w:val="center"/>' if centred[i] and not head else "", pen.runs(cell, "")
        )
        + "</w:tc>"
        for i, cell in enumerate((*row, *((),) * (len(widths) - len(row))))
    )
    more = "<w:tblHeader/>" if head and again else ""
    least = least_height(row)
    if least:
        more = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>{more}'
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"
