"""Where a Word file departs from a style: paragraph by paragraph what is, what should be, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter import measures, wordml
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

_NEAR_SPACE = 0.3
"""Lines by which the space above a paragraph may differ."""

_PLACED_BY_HAND = frozenset(("title", "signature", "signing_date"))
"""Above which the standard leaves more or less room: below a red rule, for a seal."""

_PLACED = {True: "外侧", False: "居中"}
_ORDER = ("附件说明", "落款", "成文日期", "附注", "版记")
"""What stands below a text, in this order (GB/T 9704—2012, 7.3.4 to 7.3.6, 7.4)."""

_CLAUSES = {"次序": "规定 7.3.4—7.4，附件说明、署名、成文日期、附注、版记依次排"}

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
    return [
        *_of_page(document, sheet),
        *_of_numbers(source, sheet),
        *_of_paragraphs(source, document, found, sheet),
        *_of_order(found, sheet),
    ]


def _of_page(document: WordDocument, sheet: Stylesheet) -> Iterator[Departure]:
    page = word_look.page_of(document, sheet.page)
    for side in _SIDES:
        name = _PAGE[side]
        is_, wanted = _side(page, side), _side(sheet.page, side)
        if abs(is_ - wanted) > _NEAR_PAGE:
            there, here = map(measures.millimetres, (is_, wanted))
            yield _departure(sheet, "page", 0, "版面", "", name, there, here, f"版面.{name}")


def _of_numbers(source: Package, sheet: Stylesheet) -> Iterator[Departure]:
    """Of the page numbers: that there are none, their form, their place (7.5)."""
    wanted, is_ = sheet.page_number, word_look.page_number_of(source, sheet.page_number)
    if is_ is None:
        yield _departure(sheet, "number", 0, "页码", "", "格式", "没有页码", wanted.form, "页码.格式")
        return
    if "".join(is_.form.split()) != "".join(wanted.form.split()):
        yield _departure(sheet, "number", 0, "页码", "", "格式", is_.form, wanted.form, "页码.格式")
    if is_.outer != wanted.outer:
        there, here = (_PLACED[one.outer] for one in (is_, wanted))
        yield _departure(sheet, "number", 0, "页码", "", "位置", there, here, "页码.位置")


def _of_order(found: Sequence[Recognised], sheet: Stylesheet) -> Iterator[Departure]:
    """Of the elements below the text: each that stands above one that it should follow (7.3.4 to 7.4)."""
    before: Recognised | None = None
    for one in found:
        if one.name not in _ORDER:
            continue
        if before is not None and _ORDER.index(one.name) < _ORDER.index(before.name):
            there, here = f"排在{before.name}后面", f"排在{before.name}前面"
            yield _departure(sheet, "order", one.paragraph, one.name, one.text, "次序", there, here, "次序")
        before = one


def _side(page: Page, side: str) -> int:
    return int(getattr(page, side))


def _of_paragraphs(
    source: Package, document: WordDocument, found: Sequence[Recognised], sheet: Stylesheet
) -> Iterator[Departure]:
    leads = {one.paragraph: one.lead for one in found}
    looks = word_look.looks_of(source, document, leads)
    every = {one.paragraph: one for one in found}
    high = {one.number for one, _ in document.paragraphs() if wordml.stands_in_line(one.element)}
    for setting in settings(found):
        one = every[setting.paragraph]
        if one.name not in NAMES:
            continue
        wanted = sheet.paragraphs[setting.style]
        look, faces = looks[one.paragraph]
        above = wanted.before if setting.before is None else setting.before
        differing = (*_differing(look, wanted, sheet, bool(one.lead)), *_mixed(faces, wanted, sheet))
        spaced = () if setting.style in _PLACED_BY_HAND else _spaced(look.before, above, sheet.page.line)
        for what, is_, should in (*differing, *spaced):
            if what == "行距" and one.paragraph in high:
                continue  # as high as what stands in it
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
    if look.bold and not wanted.bold and (wanted.outline_level or wanted.word_name == "Title"):
        yield "字形", "加粗", "不加粗"  # in a text it may be meant
    line = wanted.line or sheet.page.line
    if abs(look.line - line) > _NEAR_LINE:
        yield "行距", measures.points(look.line), measures.points(line)


def _mixed(
    faces: word_look.Faces, wanted: ParagraphStyle, sheet: Stylesheet
) -> Iterator[tuple[str, str, str]]:
    """What further stretches of a paragraph have that its first has not."""
    font = sheet.fonts.get(wanted.font, wanted.font)
    others = [(name, size) for name, size in faces if (_face(name), size) != (_face(font), wanted.size)]
    if not others or len(set(faces)) < 2:
        return
    fonts = "、".join(dict.fromkeys(name for name, _ in others if _face(name) != _face(font)))
    sizes = "、".join(dict.fromkeys(measures.size(size) for _, size in others if size != wanted.size))
    if fonts:
        yield "字体", f"夹着{fonts}", font
    if sizes:
        yield "字号", f"夹着{sizes}", measures.size(wanted.size)


def _spaced(before: int, wanted: float, line: int) -> Iterator[tuple[str, str, str]]:
    if abs(before - wanted * line) > _NEAR_SPACE * line:
        yield "段前", f"{before / line:.1f} 行", f"{wanted:g} 行"


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
    said = (
        sheet.basis.get(path, "")
        or _CLAUSES.get(path, "")
        or next((value for key, value in sheet.basis.items() if path.startswith(key)), "")
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
