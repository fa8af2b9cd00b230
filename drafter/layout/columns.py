"""The columns of a table, as wide as what they hold, and how high a row is at least."""

from __future__ import annotations

from drafter.layout.titles import width
from drafter.model.document import Inlines, plain

Rows = tuple[tuple[Inlines, ...], ...]

_SHORT, _WIDEST, _PADDING = 6.0, 60.0, 1.0  # characters
_HEAD = 4.0  # the usual head of a column: 核对签字
_SHARE = 0.7
_CHAR = 280  # twips of one in a cell: 四号
_ROOM_TO_WRITE = 567  # twips, 1 cm: a row without text is filled in by hand
CELL_MARGIN = 108
"""Twips at either side of what stands in a cell, as Word's usual table has them."""

RULE = 10
"""Twips of a rule between rows: half a point."""


def column_widths(rows: Rows, room: int) -> tuple[list[int], list[bool]]:
    """The width of each column, and whether its cells are so short that they look better in the
    middle. Every column has room for its short cells; what is left goes to the longer ones.
    """
    columns = max(map(len, rows), default=0)
    if not columns:
        return [], []
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


def least_height(row: tuple[Inlines, ...]) -> int:
    """The height, in twips, that a row has at least: one to be filled in by hand needs room to write."""
    by_hand = not any(width(plain(cell)) > _HEAD for cell in row) and not all(map(plain, row))
    return _ROOM_TO_WRITE if by_hand else 0
