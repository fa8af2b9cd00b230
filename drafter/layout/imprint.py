"""What the imprint at the foot of the last page is measured by (GB/T 9704—2012 7.4)."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.layout.rows import Row, find_value
from drafter.model.document import plain

PRINTER, PRINTED = "印发机关", "印发日期"
HANGING = 4
"""Characters before a turnover: it stands under the first character after 抄送： (7.4.2)."""

LOW = 120
"""Twips of the line that a rule between two others is drawn in."""

LOWEST = 20
"""Twips of the paragraph that the imprint hangs on."""


def lines(rows: Sequence[Row]) -> list[str]:
    """The text of each line; who printed it and when stand in one (7.4.3)."""
    found = [f"{name}：{plain(value)}" for name, value in rows if name not in (PRINTER, PRINTED)]
    who, when = plain(find_value(rows, PRINTER)), plain(find_value(rows, PRINTED))
    if who or when:
        found.append(f"{who}\u3000{when}印发" if when else who)
    return found
