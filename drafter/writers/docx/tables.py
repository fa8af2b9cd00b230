"""Tables: columns as wide as what they hold, a head that repeats, rows that stay whole."""

from __future__ import annotations

from drafter.model.document import Inlines, plain
from drafter.writers.docx.pen import Pen
from drafter.writers.docx.titles import width

_SHORT, _WIDEST, _PADDING = 6.0, 60.0, 1.0  # characters
_HEAD = 4.0  # the usual head of a column: 核对签字
_SHARE = 0.7
_ROOM_TO_WRITE = 567  # twips, 1 cm: a row without text is filled in by hand
_CHAR = 280  # twips of one in a cell: 四号
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
    """The width of each column, and whether its cells are so short that they look better in the
    middle. Every column has room for its short cells; what is left goes to the longer ones.
    """
    cells = [[width(plain(row[i])) for row in rows if i < len(row)] for i in range(columns)]
    widest = [max(found, default=0.0) for found in cells]
    short = max(_HEAD, min(_SHORT, room / _CHAR / columns * _SHARE))
    least = [min(wide, short) + _PADDING for wide in widest]
    wanted = [max(0.0, min(wide, _WIDEST) - short) for wide in widest]
    total = sum(least)
    spare = max(0.0, room / _CHAR - total)
    share = [
        want / sum(wanted) if any(wanted) else low / total for want, low in zip(wanted, least, strict=True)
    ]
    scale = min(1.0, room / _CHAR / total) * _CHAR
    widths = [int(low * scale + part * spare * _CHAR) for low, part in zip(least, share, strict=True)]
    widths[-1] += room - sum(widths)
    return widths, [max(found[1:], default=0.0) <= _SHORT for found in cells]


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
    more = "<w:tblHeader/>" if head else ""
    if not any(width(plain(cell)) > _HEAD for cell in row) and not all(map(plain, row)):
        more = f'<w:trHeight w:val="{_ROOM_TO_WRITE}" w:hRule="atLeast"/>{more}'
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"
