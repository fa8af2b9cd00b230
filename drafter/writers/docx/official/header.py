"""The header block of an official document (GB/T 9704—2012 7.2, 10.1 to 10.3).

What it is measured by stands in `drafter.layout.header`.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.layout.header import (
    ABOVE,
    BANNER,
    COPY,
    HANGING,
    INK,
    KNOWN,
    LEFT,
    LOW,
    NUMBER,
    RULE_BELOW,
    SECRECY,
    SIGNER,
    URGENCY,
    below_letter_head,
    fit,
    fit_joint,
    joint_widths,
    label,
    parted_banner,
    pitch,
    rule_gap,
    space_above,
    telegram_lines,
)
from drafter.layout.rows import LETTER, ORDER, TELEGRAM, Row, find_form, find_value
from drafter.layout.titles import width
from drafter.measures import TWIPS_PER_MM
from drafter.model.document import Inlines, Text, plain
from drafter.model.stylesheet import Stylesheet
from drafter.patterns import pattern
from drafter.writers.docx import oxml
from drafter.writers.docx.pen import Pen

_END_OF_LOOK = pattern("(?:<w:highlight [^>]*/>)?</w:rPr>")
_TAB = "<w:r><w:tab/></w:r>"
_RED = 'w:color="FF0000"'
_DOUBLE_RULE = round(170 * TWIPS_PER_MM)  # the double rules of a letter are so long (10.1)
_FOOT_RULE = round(20 * TWIPS_PER_MM)  # and the lower is so far above the paper's edge
EIGHTHS = 8 / 20
"""Borders are eighths of a point wide, lengths twips."""


def block(rows: Sequence[Row], pen: Pen) -> list[str]:
    """The paragraphs of the header block, its red rule included."""
    form = find_form(rows)
    if form == LETTER:
        return _letter(rows, pen)
    above = [row for row in rows if row[0] in ABOVE]
    out = [pen.paragraph("secrecy" if name != COPY else "header", "", pen.runs(v, "")) for name, v in above]
    banner = [value for name, value in rows if name == BANNER]
    if banner:
        out += _banner(banner, pen, form, len(above))
    if form == TELEGRAM:
        return out + _telegram(rows, pen)
    number = find_value(rows, NUMBER)
    signers = [value for name, value in rows if name == SIGNER]
    out += [
        pen.paragraph("header", "", pen.runs((Text(f"{name}："), *value), ""))
        for name, value in rows
        if name not in KNOWN
    ]
    if above and not (banner or number or signers):
        return out  # marks alone, above a paper that has no red head
    return out + _numbers(number, signers, pen, ruled=form != ORDER)


def _banner(lines: list[Inlines], pen: Pen, form: str, above: int) -> list[str]:
    """The red words (7.2.4): one line, or the names of several with 文件 beside them."""
    if len(lines) == 1:
        half, squeeze = fit(width(plain(lines[0])), pen.stylesheet)
        own = _spacing(space_above(pen.stylesheet, form, half, above), half)
        return [pen.paragraph("banner", own, _sized(pen.runs(lines[0], ""), half, squeeze))]
    return [
        _joint(*parted_banner(lines), pen, form, above),
        pen.paragraph("header", f'<w:spacing w:line="{LOW}" w:lineRule="exact"/>', ""),
    ]


def _joint(names: Sequence[Inlines], end: Inlines, pen: Pen, form: str, above: int) -> str:
    """The names of several offices, spread to one width, 文件 at their side in the middle."""
    sheet = pen.stylesheet
    longest, beside = joint_widths(names, end)
    half, squeeze = fit_joint(names, end, sheet)
    char = half * 10 * squeeze / 100
    columns = [round(longest * char + char / 4), round(beside * char + char / 4)][: 2 if end else 1]
    rows = []
    for index, name in enumerate(names):
        before = space_above(sheet, form, half, above) if index == 0 else 0
        spread = _spread(width(plain(name)), longest, char)
        cell = pen.paragraph(
            "banner", _spacing(before, half, align="left"), _sized(pen.runs(name, ""), half, squeeze, spread)
        )
        cells = f'<w:tc><w:tcPr><w:tcW w:w="{columns[0]}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        if end:
            merge = '<w:vMerge w:val="restart"/>' if index == 0 else "<w:vMerge/>"
            runs = _sized(pen.runs(end, ""), half, squeeze) if index == 0 else ""
            inner = pen.paragraph("banner", _spacing(before, half), runs)
            cells += (
                f'<w:tc><w:tcPr><w:tcW w:w="{columns[1]}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>'
                f"{inner}</w:tc>"
            )
        rows.append(f"<w:tr>{cells}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _spread(own: float, longest: float, char: float) -> int:
    """Twips after every character, so that a shorter name is as wide as the longest."""
    return round((longest - own) * char / (own - 1)) if 1 < own < longest else 0


def _numbers(number: Inlines, signers: list[Inlines], pen: Pen, ruled: bool) -> list[str]:
    """The document number two lines below the banner (7.2.5), signers beside it (7.2.6), the rule."""
    sheet, style = pen.stylesheet, pen.stylesheet.paragraphs["number"]
    if not signers:
        own = (_rule(sheet) if ruled else "") + _spacing(2 * sheet.page.line, style.size)
        return [pen.paragraph("number", own, pen.runs(number, ""))]
    char = round(sheet.char_width(style.size))
    tabs = (
        f'<w:tabs><w:tab w:val="left" w:pos="{char}"/>'
        f'<w:tab w:val="right" w:pos="{sheet.page.text_width - char}"/></w:tabs>'
    )
    out = []
    pairs = [signers[i : i + 2] for i in range(0, len(signers), 2)]
    widest = max(sum(width(plain(name)) + 1 for name in pair) for pair in pairs)
    for index, pair in enumerate(pairs):
        first, last = index == 0, index == len(pairs) - 1
        names = pen.runs((Text("\u3000"),), "signer").join(pen.runs(name, "signer") for name in pair)
        # Every line is flush right, so one that is shorter is filled up: names begin below names.
        short = round(widest - sum(width(plain(name)) + 1 for name in pair))
        names += pen.runs((Text("\u3000" * short),), "signer") if short else ""
        label = pen.runs((Text("签发人："),), "") if first else ""
        left = pen.runs(number, "") if last else ""
        own = (_rule(sheet) if ruled and last else "") + tabs
        own += _spacing(
            2 * sheet.page.line if first else 0, style.size, "left", 0 if last else sheet.page.line
        )
        out.append(pen.paragraph("number", own, f"{_TAB}{left}{_TAB}{label}{names}"))
    return out


def _telegram(rows: Sequence[Row], pen: Pen) -> list[str]:
    """Who sends, signs, how urgent, where to: in two columns, a line below the red words, over the rule."""
    sheet = pen.stylesheet
    char = sheet.char_width(sheet.paragraphs["header"].size)
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{round(LEFT * char)}"/></w:tabs>'
    indent = f'<w:ind w:left="{round(HANGING * char)}" w:hanging="{round(HANGING * char)}"/>'
    lines = telegram_lines(rows)
    out = []
    for index, line in enumerate(lines):
        rule = _ruled(sheet, RULE_BELOW) if index == len(lines) - 1 else ""
        space = f'<w:spacing w:before="{0 if index else sheet.page.line}"/>'
        runs = _TAB.join(pen.runs((Text(label(name)), *value), "") for name, value in line)
        out.append(pen.paragraph("header", f"{rule}{tabs}{space}{indent}", runs))
    return out


def _rule(sheet: Stylesheet) -> str:
    """The red rule (7.2.7): so far below the ink of the number; a border counts from the line."""
    return _ruled(sheet, rule_gap(sheet, sheet.paragraphs["number"].size))


def _ruled(sheet: Stylesheet, points: int) -> str:
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{round(sheet.header.rule * EIGHTHS)}" w:space="{points}" {_RED}/></w:pBdr>'


def _letter(rows: Sequence[Row], pen: Pen) -> list[str]:
    """A letter's head (10.1): the banner 30 mm below the paper's edge, a double rule under it,
    another 20 mm above the lower edge; copy, secrecy, urgency at the left, the number at the right.
    """
    sheet = pen.stylesheet
    banner = find_value(rows, BANNER)
    half, squeeze = fit(width(plain(banner)), sheet)
    frame = _frame(round(sheet.header.letter_top - INK * half * 10))
    out = [
        pen.paragraph(
            "banner",
            f"{frame}{_double('bottom', rule_gap(sheet, half))}{_spacing(0, half)}",
            _sized(pen.runs(banner, ""), half, squeeze),
        ),
        pen.paragraph(
            "banner",
            f"{_frame(sheet.page.height - _FOOT_RULE, line=60)}{_double('top', 0)}"
            '<w:spacing w:line="60" w:lineRule="exact"/>',
            "",
        ),
    ]
    number = find_value(rows, NUMBER)
    left = [(name, value) for name, value in rows if name in ABOVE] or [("", ())]
    size = sheet.paragraphs["body"].size
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{sheet.page.text_width}"/></w:tabs>'
    for index, (name, value) in enumerate(left):
        first = index == 0
        runs = pen.runs(value, "")
        before = below_letter_head(sheet, half) if first else 0
        style = "secrecy" if name in (SECRECY, URGENCY) else "header"
        if first:  # the number beside it keeps its own font
            font = sheet.fonts.get(sheet.paragraphs[style].font, sheet.paragraphs[style].font)
            runs = runs.replace(oxml.HINT, oxml.fonts(font)) + _TAB + pen.runs(number, "")
            style = "header"
        out.append(pen.paragraph(style, f"{tab if first else ''}{_spacing(before, size)}", runs))
    return out


def _frame(top: int, line: int = 0) -> str:
    """A frame as wide as a letter's rules, so far below the paper's edge."""
    height = f' w:h="{line}" w:hRule="exact"' if line else ""
    return (
        f'<w:framePr w:w="{_DOUBLE_RULE}"{height} w:wrap="around" w:vAnchor="page" w:hAnchor="page"'
        f' w:xAlign="center" w:y="{top}"/>'
    )


def _double(side: str, space: int) -> str:
    """A double rule whose thick line is the one towards the text (10.1)."""
    return f'<w:pBdr><w:{side} w:val="thickThinSmallGap" w:sz="24" w:space="{space}" {_RED}/></w:pBdr>'


def _spacing(before: float, half: int, align: str = "", line: int = 0) -> str:
    """The pitch that this block needs, with the space before it in twips."""
    high = line or pitch(half)
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    return f'<w:spacing w:before="{round(before)}" w:line="{high}" w:lineRule="exact"/>{jc}'


def _sized(runs: str, half: int, squeeze: int, spread: int = 0) -> str:
    """The runs at a size and width of their own: what a banner needs depends on its length."""
    look = (f'<w:spacing w:val="{spread}"/>' if spread else "") + (
        f'<w:w w:val="{squeeze}"/>' if squeeze < 100 else ""
    )
    sizes = f'{look}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return _END_OF_LOOK.sub(lambda match: sizes + match[0], runs)
