"""The package that a stylesheet decides, as python-docx opens it."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from docx.styles import BabelFish
from hypothesis import given
from hypothesis import strategies as st

from drafter.model import word_styles
from drafter.storage.places import shipped
from drafter.writers.docx import neutral
from drafter.writers.docx.base import prepare
from tests.builders import session

NEUTRAL = shipped("word") / "neutral.docx"
SHEETS = [path.stem for path in sorted(shipped("styles").glob("*.yaml"))]


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def prepared(sheet):
    return docx.Document(io.BytesIO(prepare(sheet, NEUTRAL.read_bytes())))


def test_the_neutral_package_is_what_python_docx_makes():
    """Part by part; see `neutral` for how it is written anew."""
    made = neutral.make()
    if os.environ.get("DRAFTER_WRITE_NEUTRAL") == "1":
        NEUTRAL.write_bytes(made)

    assert parts(NEUTRAL.read_bytes()) == parts(made)


def test_nothing_in_the_package_names_a_program():
    """Neither ours nor Word for Macintosh nor python-docx; its dialects of XML are not there either."""
    data = b"".join(parts(prepare(session().stylesheets.named("讲话稿"), NEUTRAL.read_bytes())).values())

    for name in (
        b"drafter",
        b"<Application>",
        b"Macintosh",
        b"python",
        b"microsoft-com:mac",
        b"office/mac",
        b"2013-12-23",
    ):
        assert name not in data


@pytest.mark.parametrize("name", SHEETS)
def test_the_section_is_the_stylesheets_page(name):
    """Twips for twips; odd and even pages have footers of their own."""
    page = session().stylesheets.named(name).page
    document = prepared(session().stylesheets.named(name))
    (section,) = document.sections
    grid = section._sectPr.find(qn("w:docGrid"))

    assert (section.page_width.twips, section.page_height.twips) == (page.width, page.height)
    assert (section.top_margin.twips, section.bottom_margin.twips) == (page.top, page.bottom)
    assert (section.left_margin.twips, section.right_margin.twips) == (page.left, page.right)
    assert (section.header_distance.twips, section.footer_distance.twips) == (page.footer, page.footer)
    assert (section.gutter, grid.get(qn("w:linePitch"))) == (0, str(page.line))
    assert document.settings.odd_and_even_pages_header_footer
    assert not section.footer.is_linked_to_previous and not section.even_page_footer.is_linked_to_previous
    numbers = section._sectPr.find(qn("w:lnNumType"))
    assert (int(numbers.get(qn("w:countBy"))) if numbers is not None else 0) == page.numbered_lines


@pytest.mark.parametrize("name", SHEETS)
def test_each_style_is_in_word_as_the_stylesheet_has_it(name):
    """Name, what it is based on, font of every script, size, and what follows a heading."""
    sheet = session().stylesheets.named(name)
    found = prepared(sheet).styles
    for key, style in sheet.paragraphs.items():
        made = found[style.word_name]
        assert (made.base_style.name, made.quick_style, made.hidden) == ("Normal", True, False)
        check_look(made, style, sheet)
        assert made.paragraph_format.line_spacing.twips == (style.line or sheet.page.line)
        follows = sheet.paragraphs["body" if key.startswith("heading") else key].word_name
        assert made.next_paragraph_style.name == BabelFish.internal2ui(follows)
    for style in sheet.characters.values():
        assert found[style.word_name].font.name == (sheet.fonts[style.font] if style.font else None)


def check_look(made, style, sheet):
    """A paragraph style's font, size, boldness, place and level."""
    fonts = made.element.rPr.rFonts
    scripts = {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    level = made.element.pPr.find(qn("w:outlineLvl"))
    align = made.element.pPr.find(qn("w:jc")).get(qn("w:val"))

    assert scripts == {sheet.fonts.get(style.font, style.font)}
    assert (made.font.size.pt * 2, made.font.bold, align) == (style.size, style.bold, style.align)
    assert str(made.font.color.rgb) == (style.color or "000000")
    assert (int(level.get(qn("w:val"))) + 1 if level is not None else 0) == style.outline_level
    indent = made.paragraph_format.first_line_indent
    chars = (style.first_line or -style.hanging) * sheet.char_width(style.size)
    assert (indent.twips if indent is not None else 0) == round(chars)


FONTS = st.text("仿宋黑体 <>&\"'A", min_size=1, max_size=8)


@given(
    FONTS, st.integers(2, 200), st.booleans(), st.sampled_from(["both", "left", "right", "center"]),
    st.integers(0, 9), st.sampled_from([0, 1, 2, 3.5]), st.integers(0, 1600),
)  # fmt: skip
def test_whatever_a_stylesheet_says_stands_in_the_package(font, size, bold, align, level, first, line):
    """Each value of a style, and fonts by any name."""
    base = session().stylesheets.named("讲话稿")
    style = replace(
        base.paragraphs["title"], font=font, size=size, bold=bold, align=align, outline_level=level,
        first_line=first, line=line,
    )  # fmt: skip
    sheet = replace(base, paragraphs={**base.paragraphs, "title": style})
    made = prepared(sheet).styles["Title"]

    check_look(made, style, sheet)
    assert made.paragraph_format.line_spacing.twips == (line or sheet.page.line)


@pytest.mark.parametrize("name", SHEETS)
def test_only_styles_that_word_does_not_bring_are_marked_as_custom(name):
    """A built-in one that is marked so stands twice in Word's lists."""
    found = prepared(session().stylesheets.named(name)).styles.element
    custom = {style.name.val for style in found.iter(qn("w:style")) if style.customStyle}
    every = {style.name.val for style in found.iter(qn("w:style"))}

    assert {"Title", "Date", "Salutation", "Signature", "Body Text", "heading 1", "toc 1"} <= every - custom
    assert custom == {one for one in every if not one.isascii()}


def test_identifiers_of_styles_are_those_that_they_always_were():
    """Other files and programs may rely on them; a name that may stand in no attribute is written all right."""
    base = session().stylesheets.named("讲话稿")
    body = replace(base.paragraphs["body"], word_name="我 <局> & 正文")
    found = prepared(replace(base, paragraphs={**base.paragraphs, "body": body})).styles

    assert found[body.word_name].style_id == "我<局>&正文"
    ids = {name: found[name].style_id for name in ("Title", "Heading 1", "toc 1", "成文日期", "段首句一级")}
    assert list(ids.values()) == ["Title", "Heading1", "toc1", "成文日期", "段首句一级"]


def test_the_same_stylesheet_gives_the_same_bytes():
    """No clock, no order by chance."""
    sheet = session().stylesheets.named("公文")

    assert prepare(sheet, NEUTRAL.read_bytes()) == prepare(sheet, NEUTRAL.read_bytes())


def test_words_names_are_known_in_any_case():
    """As a person reads them in Word's menus."""
    assert [word_styles.spell(name) for name in ("Heading 1", "FOOTER", "body text", "我局正文")] == [
        "heading 1", "footer", "Body Text", "我局正文",
    ]  # fmt: skip
