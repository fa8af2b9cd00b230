"""Tables: columns as wide as what they hold, a head that repeats, rows that stay whole."""

from __future__ import annotations

from drafter.model.document import Inlines, plain
from drafter.writers.docx.header import Pen
from drafter.writers.docx.titles import width

_NARROWEST, _WIDEST = 3.0, 24.0  # characters
_SHORT = 6.0
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def table(rows: tuple[tuple[Inlines, ...], ...], pen: Pen, room: int) -> str:
    """The table, `room` twips wide; "" where it has no cell."""
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return ""
    widths, centred = _columns(rows, columns, room)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    body = "".join(_row(row, widths, centred, pen, index == 0) for index, row in enumerate(rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def _columns(rows: tuple[tuple[Inlines, ...], ...], columns: int, room: int) -> tuple[list[int], list[bool]]:
    """The width of each column, by the widest of its cells within limits, and whether its cells
    are so short that they look better in the middle.
    """
    cells = [[width(plain(row[i])) for row in rows if i < len(row)] for i in range(columns)]
    wanted = [min(_WIDEST, max(_NARROWEST, *found)) + 1 for found in cells]
    widths = [int(room * want / sum(wanted)) for want in wanted]
    widths[-1] += room - sum(widths)
    return widths, [max(found) <= _SHORT for found in cells]


def _row(row: tuple[Inlines, ...], widths: list[int], centred: list[bool], pen: Pen, head: bool) -> str:
    style = "table_head" if head else "table"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{widths[i]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        + pen.paragraph(
            style, '<w:jc w:val="center"/>' if centred[i] and not head else "", pen.runs(cell, "")
        )
        + "</w:tc>"
        for i, cell in enumerate((*row, *((),) * (len(widths) - len(row))))
    )
    repeat = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"
