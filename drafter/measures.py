"""Lengths and type sizes as offices write them, in the units Word keeps.

Word counts lengths in twips (1/20 point) and type sizes in half points. 字号 values are the
ones Chinese typesetting software shares (三号 is 16 points).
"""

from __future__ import annotations

from drafter.patterns import pattern

TWIPS_PER_POINT = 20
TWIPS_PER_MM = 1440 / 25.4
EMUS_PER_TWIP = 635
"""English metric units, in which drawings are measured (ECMA-376 part 1, 20.1.2.1)."""

SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0,
    "三号": 16.0, "小三": 15.0, "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0,
    "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5.0,
}  # fmt: skip
"""Points by 字号 name."""

_LENGTH = pattern(r"(-?\d{1,9}(?:\.\d{1,9})?)\s*(mm|毫米|cm|厘米|pt|磅|缇|twips?)?")
_TWIPS = {
    "mm": TWIPS_PER_MM, "毫米": TWIPS_PER_MM, "cm": TWIPS_PER_MM * 10, "厘米": TWIPS_PER_MM * 10,
    "pt": TWIPS_PER_POINT, "磅": TWIPS_PER_POINT, "缇": 1, "twip": 1, "twips": 1,
}  # fmt: skip


def twips(text: str) -> int | None:
    """The length in twips, or None where the text is no length with a unit (37mm, 28.95磅)."""
    match = _LENGTH.fullmatch(text.strip())
    if not match or not match.group(2):
        return None
    return round(float(match.group(1)) * _TWIPS[match.group(2)])


def half_points(text: str) -> int | None:
    """The type size in half points, by 字号 name (三号) or in points (16磅); else None."""
    text = text.strip()
    if text in SIZES:
        return round(SIZES[text] * 2)
    length = twips(text)
    return round(length / 10) if length and length > 0 else None


def millimetres(length: float) -> str:
    """A length in twips as one says it: 37mm."""
    return f"{round(length / TWIPS_PER_MM, 1):g}mm"


def points(length: float) -> str:
    """A length in twips as one says it: 28.95磅."""
    return f"{length / TWIPS_PER_POINT:g}磅"


def size(half: int) -> str:
    """A type size in half points as one says it: 三号, or in points where it has no name."""
    return next((name for name, said in SIZES.items() if said * 2 == half), f"{half / 2:g}磅")
