"""What the imprint at the foot of the last page is measured by (GB/T 9704—2012 7.4)."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.layout.rows import PLACE, Row, find_value
from drafter.model.document import Inlines, Text

_PRINTER, _PRINTED = "印发机关", "印发日期"
HANGING = 4
"""Characters before a turnover: it stands under the first character after 抄送： (7.4.2)."""

LOW = 120
"""Twips of the line that a rule between two others is drawn in."""

LOWEST = 20
"""Twips of the paragraph that the imprint hangs on."""


def lines(rows: Sequence[Row]) -> list[tuple[Inlines, Inlines]]:
    """What each line says at the left and at the right; who printed it and when stand in one (7.4.3)."""
    found: list[tuple[Inlines, Inlines]] = [
        ((Text(f"{name}："), *value), ()) for name, value in rows if name not in (_PRINTER, _PRINTED, PLACE)
    ]
    who, when = find_value(rows, _PRINTER), find_value(rows, _PRINTED)
    if who or when:
        found.append((who, (*when, Text("印发")) if when else ()))
    return found
