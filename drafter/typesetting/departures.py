"""Where a Word file departs from a style: paragraph by paragraph what is, what should be, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter import measures
from drafter.model.stylesheet import Page, ParagraphStyle, Stylesheet
from drafter.readers import stylesheet_keys as keys
from drafter.readers.word import look as word_look
from drafter.readers.word.document import WordDocument
from drafter.readers.word.formatting import Look
from drafter.readers.word.package import Package
from drafter.records import Record
from drafter.typesetting.roles import NAMES, Recognised
from drafter.typesetting.setting import settings

RULE, HABIT = "规定", "惯例"
_TWIN = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体"}
"""Fonts of the old character set and the same face of the new one."""

_NEAR_PAGE, _NEAR_LINE = 60, 12
"""Twips by which a margin, or a pitch, may differ: nobody sees a millimetre."""

_SIDES = ("width", "height", "top", "bottom", "left", "right")
_PAGE = {name: said for said, name in keys.PAGE.items()}
_ALIGNED = {name: said for said, name in keys.ALIGN.items()}


class Departure(Record):
    """One: of which kind, at which paragraph (0: the page), what is and what should be, by which clause, and whether that
    is a rule of the standard or a habit.
    """

    code: str
    paragraph: int
    role: str
    text: str
    what: str
    found: str
    wanted: str
    clause: str
    basis: str


def departures(
    source: Package, document: WordDocument, found: Sequence[Recognised], sheet: Stylesheet
) -> list[Departure]:
    """All of them, those of the page first."""
    return [*_of_page(document, sheet), *_of_paragraphs(source, document, found, sheet)]


def _of_page(document: WordDocument, sheet: Stylesheet) -> Iterator[Departure]:
    page = word_look.page_of(document, sheet.page)
    for side in _SIDES:
        name = _PAGE[side]
        is_, wanted = _side(page, side), _side(sheet.page, side)
        if abs(is_ - wanted) > _NEAR_PAGE:
            there, here = map(measures.millimetres, (is_, wanted))
            yield _departure(sheet, "page", 0, "版面", "", name, there, here, f"版面.{name}")


def _side(page: Page, side: str) -> int:
    return int(getattr(page, side))


def _of_paragraphs(
    source: Package, document: WordDocument, found: Sequence[Recognised], sheet: Stylesheet
) -> Iterator[Departure]:
    looks = word_look.looks_of(source, document)
    every = {one.paragraph: one for one in found}
    for setting in settings(found):
        one = every[setting.paragraph]
        if one.name not in NAMES:
            continue
        wanted = sheet.paragraphs[setting.style]
        for what, is_, should in _differing(looks[one.paragraph], wanted, sheet, bool(one.lead)):
            yield _departure(
                sheet, "look", one.paragraph, one.name, one.text, what, is_, should, f"段落.{one.name}.{what}"
            )


def _differing(
    look: Look, wanted: ParagraphStyle, sheet: Stylesheet, leads: bool
) -> Iterator[tuple[str, str, str]]:
    """What of a look is not as wanted: its name, what is and what should be."""
    font = sheet.fonts.get(wanted.font, wanted.font)
    if not leads and _face(look.font) != _face(font):  # a lead sentence has a font of its own
        yield "字体", look.font, font
    if look.size != wanted.size:
        yield "字号", measures.size(look.size), measures.size(wanted.size)
    if {look.align, wanted.align} - {"both", "left"} and look.align != wanted.align:
        yield "对齐", _ALIGNED.get(look.align, look.align), _ALIGNED.get(wanted.align, wanted.align)
    if round(look.first_line) != round(0 if wanted.hanging else wanted.first_line):
        yield "首行缩进", f"{look.first_line:g} 字", f"{wanted.first_line:g} 字"
    line = wanted.line or sheet.page.line
    if abs(look.line - line) > _NEAR_LINE:
        yield "行距", measures.points(look.line), measures.points(line)


def _face(font: str) -> str:
    return _TWIN.get(font, font)


def _departure(
    sheet: Stylesheet,
    code: str,
    paragraph: int,
    role: str,
    text: str,
    what: str,
    is_: str,
    wanted: str,
    path: str,
) -> Departure:
    said = sheet.basis.get(path, "") or next(
        (value for key, value in sheet.basis.items() if path.startswith(key)), ""
    )
    basis = RULE if said.startswith((RULE, "换算")) else HABIT
    return Departure(code, paragraph, role, text, what, is_, wanted, said, basis)


def score(found: Sequence[Recognised], left: Sequence[Departure]) -> dict[str, int]:
    """By the name of each role how many of a hundred of its paragraphs are as the style has them."""
    whole: dict[str, set[int]] = {}
    for one in found:
        if one.name in NAMES:
            whole.setdefault(one.name, set()).add(one.paragraph)
    off = {one.paragraph for one in left}
    scores = {name: round(100 * len(here - off) / len(here)) for name, here in whole.items()}
    return {"版面": 0 if 0 in off else 100} | scores
