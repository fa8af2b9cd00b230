"""The look of a Word file that a unit already uses: its page, and how its paragraphs are set.

Most such files name no styles: everything is Normal, formatted by hand. So what counts is how
a title, a heading, a paragraph of text really come out, styles and formatting together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from drafter import numerals, opc
from drafter.model.stylesheet import CharacterStyle, Page, PageNumber, ParagraphStyle, Stylesheet
from drafter.patterns import pattern
from drafter.readers.word import document as word_document
from drafter.readers.word.document import WordDocument
from drafter.readers.word.formatting import Formatting, Look, read_number
from drafter.readers.word.package import Package
from drafter.wordml import W

_LONGEST_HEADING = 40
_LEAST_TEXT = 15
_LEAST_CHARS, _LEAST_LINES = 5, 5
_PAPER, _MARGIN = (3000, 32000), (0, 8000)
"""What is taken from a file, in twips: it may come from anywhere."""

_FIRST_LINES = 20
"""A title stands among so many paragraphs from the top."""

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_COUNTED = {"PAGE": "{页}", "NUMPAGES": "{总页}"}
_LONGEST_NUMBER = 20
"""Characters that a page number takes at most, with what stands around it."""

_NUMBER = pattern(r"[\u4e00-\u9fff]{0,12}[〔\[［【（(]\d{4}[〕\]］】）)]\d{1,5}号(?:\s*签发人.*)?")
_NOTED = pattern(r"(?:附件[:：]?\s*)?\d{1,2}[.．]\s*\S{1,30}$")
"""A line of the attachment note, which looks like a heading of the third level."""

_HEADINGS = ("heading1", "heading2", "heading3", "heading4")


def read(package: Package, base: Stylesheet, name: str) -> Stylesheet:
    """The base stylesheet with the page and the looks that the Word file shows.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    document = word_document.read(package)
    formatting = Formatting(package, document.styles)
    found = _looks(document, formatting) or formatting.resolve_named()
    paragraphs = _paragraphs(base, found)
    return replace(
        base, name=name, about=f"照 {name} 的样子", aliases=(), page=_page(document.element, base.page, found.get("body")),
        page_number=_page_number(package, base.page_number), paragraphs=paragraphs, characters=_characters(base, paragraphs), basis={}, fonts=_fonts(base, found),
    )  # fmt: skip


def _fonts(base: Stylesheet, found: Mapping[str, Look]) -> dict[str, str]:
    """The fonts of the roles; one that a file truly uses is that very one: 仿宋 is not 仿宋_GB2312."""
    return {**base.fonts, **{look.font: look.font for look in found.values() if look.font in base.fonts}}


def _paragraphs(base: Stylesheet, found: Mapping[str, Look]) -> dict[str, ParagraphStyle]:
    """The paragraph styles with the looks that were found; of a title its pitch too."""
    paragraphs = _with_body(base, found["body"]) if "body" in found else dict(base.paragraphs)
    for key in ("title", *_HEADINGS):
        look = found.get(key)
        if look:
            paragraphs[key] = replace(
                base.paragraphs[key], font=look.font, size=look.size, bold=look.bold, align=look.align,
                first_line=look.first_line, line=look.line if key == "title" else 0,
            )  # fmt: skip
    return paragraphs


def _characters(base: Stylesheet, paragraphs: Mapping[str, ParagraphStyle]) -> dict[str, CharacterStyle]:
    """The character styles: what runs into a paragraph looks as the heading of its level does."""
    leads = {f"lead{level}": paragraphs[key] for level, key in enumerate(_HEADINGS, 1)}
    return {
        key: replace(style, font=leads[key].font, bold=leads[key].bold) if key in leads else style
        for key, style in base.characters.items()
    }


def read_at_place(package: Package, place: str, base: Stylesheet) -> Stylesheet:
    """The base stylesheet with its text looking as the paragraph that holds only this place does;
    the very same where that paragraph is not formatted at all.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    document = word_document.read(package)
    for paragraph, _ in document.paragraphs():
        if paragraph.text.strip("{} ") == place and _is_formatted(paragraph.element):
            look = Formatting(package, document.styles).resolve(paragraph)
            body = replace(look, first_line=look.first_line or base.paragraphs["body"].first_line)
            page = replace(base.page, line=body.line, char_spacing=0)
            return replace(base, page=page, paragraphs=_with_body(base, body))
    return base


def _is_formatted(paragraph: Element) -> bool:
    """Whether a paragraph says itself how its text looks."""
    own = ("rPr/sz", "rPr/rFonts", "pPr/spacing", "pPr/pStyle")
    paths = ["/".join(f"{W}{tag}" for tag in path.split("/")) for path in own]
    return any(paragraph.find(f".//{path}") is not None for path in paths)


def _with_body(base: Stylesheet, body: Look) -> dict[str, ParagraphStyle]:
    """The paragraph styles with the look of the text, in all that looked like text."""
    usual = base.paragraphs["body"]
    paragraphs = dict(base.paragraphs)
    for key, style in base.paragraphs.items():
        if style.size == usual.size:
            font = body.font if style.font == usual.font else style.font
            paragraphs[key] = replace(style, font=font, size=body.size)
    for key in ("body", "first"):
        paragraphs[key] = replace(paragraphs[key], first_line=body.first_line, line=0)
    return paragraphs


def _looks(document: WordDocument, formatting: Formatting) -> dict[str, Look]:
    """The look of each kind of paragraph that the file shows, by the name of our style."""
    seen: dict[str, Counter[Look]] = {}
    every = list(document.paragraphs())
    numbered = (
        n for n, (one, _) in enumerate(every[:_FIRST_LINES], 1) if _NUMBER.fullmatch(one.text.strip())
    )
    above = next(numbered, 0)  # a header block ends with its number
    for index, (paragraph, _) in enumerate(every):
        text = paragraph.text.strip()
        if text and index >= above and not _NOTED.match(text):
            look = formatting.resolve(paragraph)
            may_be_title = index < _FIRST_LINES and "title" not in seen and look.align == "center"
            key = _kind(text, may_be_title)
            if key:
                seen.setdefault(key, Counter())[look] += 1
    return {key: looks.most_common(1)[0][0] for key, looks in seen.items()}


def _kind(text: str, may_be_title: bool) -> str:
    """The style that a paragraph is an example of; "" where it is none."""
    level = numerals.heading_level(text)
    if may_be_title and not level:
        return "title"
    if level and len(text) <= _LONGEST_HEADING:
        return f"heading{level}"
    return "body" if len(text) >= _LEAST_TEXT else ""


def _page(holder: Element, base: Page, body: Look | None) -> Page:
    """The page of the last section, its grid reckoned from the text; the base's where the file
    gives one that holds no text.
    """
    before = {id(old) for change in holder.iter(f"{W}sectPrChange") for old in change.iter(f"{W}sectPr")}
    sections = [section for section in holder.iter(f"{W}sectPr") if id(section) not in before]
    page = _read_page(sections[-1], base) if sections else replace(base, char_spacing=0)
    line = body.line if body else base.line
    char = (body.size if body else base.text_width // base.chars // 10) * 10
    room = page.height - page.top - page.bottom
    if page.text_width < _LEAST_CHARS * char or room < _LEAST_LINES * line:
        page, room = replace(base, char_spacing=0), base.height - base.top - base.bottom
    return replace(page, line=line, lines=max(1, room // line), chars=max(1, page.text_width // char))


Faces = Sequence[tuple[str, int]]
"""Fonts and sizes of the stretches of a paragraph."""


def looks_of(
    package: Package, document: WordDocument, leads: Mapping[int, int]
) -> dict[int, tuple[Look, Faces]]:
    """How each paragraph of a file comes out, by its number, with the fonts and sizes of its stretches; `leads` are how many
    characters of it have a look of their own.
    """
    formatting = Formatting(package, document.styles)
    return {
        one.number: (formatting.resolve(one), tuple(formatting.faces(one, leads.get(one.number, 0))))
        for one, _ in document.paragraphs()
    }


def on_page_of(package: Package, sheet: Stylesheet) -> Stylesheet:
    """The stylesheet on the page that a file has: as wide and as high, in characters of its own size."""
    page = page_of(word_document.read(package), sheet.page)
    sides = {
        side: getattr(page, side) for side in ("width", "height", "top", "bottom", "left", "right", "gutter")
    }
    made = replace(sheet.page, **sides)
    if made.text_width == sheet.page.text_width or made.text_width < _LEAST_CHARS * 200:
        return sheet
    chars = max(1, round(sheet.page.chars * made.text_width / sheet.page.text_width))
    return replace(sheet, page=replace(made, chars=chars))


def page_of(document: WordDocument, base: Page) -> Page:
    """The page of the last section of a file; the base's where it does not say."""
    before = {
        id(old) for change in document.element.iter(f"{W}sectPrChange") for old in change.iter(f"{W}sectPr")
    }
    sections = [section for section in document.element.iter(f"{W}sectPr") if id(section) not in before]
    upright = [one for one in sections if not _lies(one)]
    return _read_page((upright or sections)[-1], base) if sections else base


def page_number_of(package: Package, base: PageNumber) -> PageNumber | None:
    """The form of a file's page numbers; None where its pages bear none, or something else beside."""
    footers = list(_footers(package))
    numbered = [next(_numbers(one), None) is not None for one in footers]
    if any(_says(one) and not numbers for one, numbers in zip(footers, numbered, strict=True)):
        return base  # what stands there is the unit's own affair
    return _page_number(package, base) if any(numbered) else None


def _footers(package: Package) -> Iterator[Element]:
    """The footers that pages of the file have; others may lie about in it."""
    root = package.xml(package.relations_part)
    named = (
        {one.get("Id"): one.get("Target", "") for one in root.iter(opc.RELATION)} if root is not None else {}
    )
    for reference in package.text().iter(f"{W}footerReference"):
        part = opc.target_of(package.main, named.get(reference.get(_ID), ""))
        footer = package.xml(part) if part in package.parts else None
        if footer is not None:
            yield footer


def _says(footer: Element | None) -> bool:
    return footer is not None and any((text.text or "").strip() for text in footer.iter(f"{W}t"))


def _page_number(package: Package, base: PageNumber) -> PageNumber:
    """The form of the page numbers, and whether odd pages have them at the right; the base's where no footer has any."""
    found = [numbered for footer in _footers(package) for numbered in _numbers(footer)]
    if not found:
        return base
    form, align = found[0]
    return replace(base, form=form, outer=align != "center" and len({align for _, align in found}) > 1)


def _numbers(footer: Element | None) -> Iterator[tuple[str, str]]:
    """The form of each line of a footer that has a page number, and how it is aligned."""
    for paragraph in footer.iter(f"{W}p") if footer is not None else ():
        form = "".join(_form(paragraph)).strip()
        if "{页}" in form and len(form) <= _LONGEST_NUMBER:
            align = paragraph.find(f"{W}pPr/{W}jc")
            yield form, align.get(f"{W}val", "left") if align is not None else "left"


def _form(paragraph: Element) -> Iterator[str]:
    """What a line says, each field as what it counts: its result is that of one page."""
    code, inside = "", False
    results = {id(text) for field in paragraph.iter(f"{W}fldSimple") for text in field.iter(f"{W}t")}
    for element in paragraph.iter():
        if element.tag == f"{W}fldSimple":
            yield _counted(element.get(f"{W}instr", ""))
        elif element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "end":
                yield _counted(code)
            code, inside = ("" if kind != "separate" else code), kind != "end"
        elif element.tag == f"{W}instrText":
            code += element.text or ""
        elif element.tag == f"{W}t" and not inside and id(element) not in results:
            yield element.text or ""


def _counted(code: str) -> str:
    return _COUNTED.get((code.split() or [""])[0].upper(), "")


def _lies(section: Element) -> bool:
    size = section.find(f"{W}pgSz")
    return size is not None and size.get(f"{W}orient") == "landscape"


def _read_page(section: Element, base: Page) -> Page:
    """The page of a section; the base's where it does not say."""
    size, margins = (section.find(f"{W}{tag}") for tag in ("pgSz", "pgMar"))
    sides = ("top", "bottom", "left", "right", "footer")
    values = {side: read_number(margins, side, getattr(base, side), _MARGIN) for side in sides}
    gutter = read_number(margins, "gutter", 0, _MARGIN)
    values["left"] += gutter  # the type area is as wide as it was
    return replace(
        base, **values, gutter=gutter, width=read_number(size, "w", base.width, _PAPER),
        height=read_number(size, "h", base.height, _PAPER), char_spacing=0,
    )  # fmt: skip
