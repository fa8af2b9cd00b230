"""What the header block of an official document is measured by (GB/T 9704—2012 7.2, 10.1 to 10.3).

A character's ink begins 0.15 of its size below the top of a line whose pitch is 1.25 times
the size; Word and LibreOffice agree on that pitch and differ on others. So every line here
has it, and what the standard measures to the ink is reached by the space before.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.layout.rows import FORM, ORDER, Row
from drafter.layout.titles import width
from drafter.model.document import Inlines, plain
from drafter.model.stylesheet import Stylesheet

COPY, SECRECY, URGENCY = "份号", "密级", "紧急程度"
BANNER, NUMBER, SIGNER = "发文机关标志", "发文字号", "签发人"
ABOVE = (COPY, SECRECY, URGENCY)
"""Rows that stand above the red words."""

KNOWN = frozenset({FORM, *ABOVE, BANNER, NUMBER, SIGNER})
"""Rows that have a place of their own; any other is a line by itself."""

SENDER, SIGNED, LEVEL, WIRE, GOES = "发电单位", "签批盖章", "等级", "电报号", "发往"
"""Rows of a telegram. No standard has its form: two columns under the red words, as offices set it."""

END = "文件"
"""The last row of a banner of several offices: it stands beside their names."""

LOW = 20
"""Twips of the paragraph after the names of several offices."""

INK = 0.15
_PITCH = 1.25
_SMALLEST = 52  # half points: a banner that needs less is squeezed instead
_DOUBLE_WIDTH = 90  # twips: a line of 3 points, a gap, a thin line
_WIDEST_GAP = 31  # points that may lie between a line and its border (ECMA-376 17.18.4)


LEFT, _RIGHT = 16, 12
"""Characters that the columns of a telegram's header hold."""

HANGING = 3
"""Characters by which further lines of where a telegram goes are indented: 发往 and its colon."""

RULE_BELOW = 6
"""Points from the last line of a telegram's header to its rule."""


def telegram_lines(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of a telegram line by line: two beside each other where both find room, then where it goes."""
    given = dict(rows)
    lines: list[list[Row]] = []
    for pair in ((SENDER, SIGNED), (LEVEL, WIRE), (GOES,)):
        row = [(name, given[name]) for name in pair if name in given]
        fits = len(row) == 2 and all(
            width(labelled(*one)) < room for one, room in zip(row, (LEFT, _RIGHT), strict=True)
        )
        lines += [row] if fits else [[one] for one in row]
    return lines


def label(name: str) -> str:
    """What stands before a value of a telegram's header; its number stands alone."""
    return "" if name == WIRE else f"{name}："


def labelled(name: str, value: Inlines) -> str:
    """A row of a telegram as it stands on its line."""
    return label(name) + plain(value)


def pitch(half: int) -> int:
    """Twips of a line of this size in half points."""
    return round(half * 10 * _PITCH)


def fit(chars: float, sheet: Stylesheet) -> tuple[int, int]:
    """Half points, and the percentage of its width, at which so many characters fit a line."""
    room = sheet.page.text_width / 10 / max(chars, 1)
    half = int(max(_SMALLEST, min(sheet.paragraphs["banner"].size, room)))
    return half, max(1, min(100, int(room / half * 100)))


def parted_banner(lines: Sequence[Inlines]) -> tuple[Sequence[Inlines], Inlines]:
    """The names of several offices, and the words beside them; () where there are none."""
    return (lines[:-1], lines[-1]) if plain(lines[-1]) == END else (lines, ())


def joint_widths(names: Sequence[Inlines], beside: Inlines) -> tuple[float, float]:
    """The characters that the names of several offices take, and the words beside them."""
    return max(width(plain(name)) for name in names), width(plain(beside)) + 0.5 if beside else 0.0


def fit_joint(names: Sequence[Inlines], beside: Inlines, sheet: Stylesheet) -> tuple[int, int]:
    """What `fit` gives for the names of several offices with the words beside them."""
    return fit(sum(joint_widths(names, beside)) + 0.5, sheet)


def space_above(sheet: Stylesheet, form: str, half: int, above: int) -> float:
    """Twips above the line of a banner of this size that has `above` lines before it."""
    top = sheet.header.order_top if form == ORDER else sheet.header.top
    return max(0.0, top - above * sheet.page.line - INK * half * 10)


def rule_gap(sheet: Stylesheet, half: int) -> int:
    """Points from a line of this size to the red rule below it (7.2.7): a border counts from the line."""
    below = half * 10 * (_PITCH - INK - 0.92)
    return min(_WIDEST_GAP, max(0, round((sheet.header.rule_gap - below) / 20)))


def below_letter_head(sheet: Stylesheet, half: int) -> float:
    """Twips of space above the first line under a letter's double rule (10.1); the banner is `half` high."""
    size = sheet.paragraphs["body"].size * 10
    top = round(sheet.header.letter_top - INK * half * 10)
    under = top + pitch(half) + rule_gap(sheet, half) * 20 + _DOUBLE_WIDTH - sheet.page.top + size * 7 // 8
    return max(0.0, under - INK * size)
