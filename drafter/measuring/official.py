"""How high the parts around an official text are: its header block and its imprint (GB/T 9704—2012 7.2, 7.4)."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.layout import header, imprint
from drafter.layout.rows import LETTER, ORDER, TELEGRAM, Row, find_form, find_value
from drafter.layout.titles import width
from drafter.measuring.lines import line_ends
from drafter.measuring.widths import Face, Widths
from drafter.model.document import Inlines, plain
from drafter.model.stylesheet import Stylesheet


def header_height(rows: Sequence[Row], sheet: Stylesheet, latin: Widths) -> float:
    """Twips from the type area's upper edge to below the header block's red rule."""
    form = find_form(rows)
    line = sheet.page.line
    above = sum(1 for name, _ in rows if name in header.ABOVE)
    if form == LETTER:
        half = header.fit(width(plain(find_value(rows, header.BANNER))), sheet)[0]
        size = sheet.paragraphs["body"].size
        return header.below_letter_head(sheet, half) + max(1, above) * header.pitch(size)
    banner = [value for name, value in rows if name == header.BANNER]
    if form == TELEGRAM:
        return (
            above * line + _banner_height(banner, sheet, form, above) + _telegram_height(rows, sheet, latin)
        )
    others = sum(1 for name, _ in rows if name not in header.KNOWN)
    signers = sum(1 for name, _ in rows if name == header.SIGNER)
    if above and not (banner or signers or find_value(rows, header.NUMBER)):
        return (above + others) * line
    number = 2 * line + max(0, (signers + 1) // 2 - 1) * line + header.pitch(sheet.paragraphs["number"].size)
    rule = 0.0
    if form != ORDER:
        rule = header.rule_gap(sheet, sheet.paragraphs["number"].size) * 20 + sheet.header.rule
    return (above + others) * line + _banner_height(banner, sheet, form, above) + number + rule


def _banner_height(lines: Sequence[Inlines], sheet: Stylesheet, form: str, above: int) -> float:
    """The red words with the space above them; the names of several offices stand one below another."""
    if not lines:
        return 0.0
    if len(lines) == 1:
        half = header.fit(width(plain(lines[0])), sheet)[0]
        return header.space_above(sheet, form, half, above) + header.pitch(half)
    names, beside = header.parted_banner(lines)
    half = header.fit_joint(names, beside, sheet)[0]
    return header.space_above(sheet, form, half, above) + len(names) * header.pitch(half) + header.LOW


def _telegram_height(rows: Sequence[Row], sheet: Stylesheet, latin: Widths) -> float:
    """What stands under the red words of a telegram, with the line above it and the rule below."""
    size = sheet.paragraphs["header"].size
    face = Face(size * 10, sheet.page.char_spacing, latin)
    room, hanging = sheet.page.text_width, header.HANGING * sheet.char_width(size)
    texts = ["\u3000".join(header.labelled(*row) for row in line) for line in header.telegram_lines(rows)]
    lines = 1 + sum(len(line_ends(text, room, room - hanging, face)) for text in texts)
    return lines * sheet.page.line + header.RULE_BELOW * 20 + sheet.header.rule


def imprint_height(rows: Sequence[Row], sheet: Stylesheet, latin: Widths, letter: bool) -> float:
    """Twips of the imprint, its rules included; a letter's has none (10.1)."""
    look = sheet.paragraphs["imprint"]
    char = sheet.char_width(look.size)
    face = Face(look.size * 10, 0, latin)
    room = sheet.page.text_width
    texts = ["\u3000".join(filter(None, map(plain, sides))) for sides in imprint.lines(rows)]
    if not texts:
        return 0.0
    lines = sum(len(line_ends(text, room - char, room - imprint.HANGING * char, face)) for text in texts)
    height = lines * (look.line or sheet.page.line)
    if letter:
        return height + imprint.LOWEST
    return height + (len(texts) - 1) * imprint.LOW + 2 * sheet.header.imprint_rule + imprint.LOWEST
