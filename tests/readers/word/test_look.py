"""The look of a Word file, taken over."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from drafter.readers.word import look as word_look
from drafter.readers.word import package as word_package
from tests.builders import session
from tests.readers.word.test_package import word_file


def old_file():
    """A file as offices have them: everything Normal, formatted by hand."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3)
    section.top_margin = section.bottom_margin = Cm(2.5)

    def add(text, font, size, centred=False, bold=False):
        paragraph = made.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size), bold
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        form = paragraph.paragraph_format
        form.line_spacing, form.line_spacing_rule = Pt(26), WD_LINE_SPACING.EXACTLY
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            form.first_line_indent = Pt(size * 2)

    add("关于某项工作的汇报", "华文中宋", 20, centred=True, bold=True)
    add("一、基本情况", "黑体", 14)
    add("（一）有关做法", "楷体", 14)
    for _ in range(4):
        add("这里是正文，这里是正文，这里是正文，这里是正文。", "宋体", 14)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture
def sheet():
    return word_look.read(
        word_package.read(old_file(), "旧稿.docx"), session().stylesheets.named("speech"), "旧稿"
    )


def test_the_page_is_the_files(sheet):
    """Paper, margins, and the grid that its text makes."""
    page = sheet.page

    assert (page.left, page.top) == (1701, 1417)
    assert page.line == 520
    assert page.chars == 30  # 150 mm of 14 points


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [("title", "华文中宋", 40), ("heading1", "黑体", 28), ("heading2", "楷体", 28), ("body", "宋体", 28),
     ("first", "宋体", 28), ("salutation", "宋体", 28), ("date", "楷体", 28)],
)  # fmt: skip
def test_each_kind_of_paragraph_looks_as_it_does_there(sheet, style, font, size):
    """What the file does not show follows the text, in the font it has elsewhere."""
    look = sheet.paragraphs[style]

    assert look.size == size
    assert sheet.fonts.get(look.font, look.font).startswith(font)


def test_lead_sentences_take_the_fonts_of_their_level(sheet):
    """A heading that runs into its paragraph looks as one that stands alone."""
    assert sheet.characters["lead2"].font == "楷体"


def test_a_draft_can_be_built_in_it(drafter, tmp_path):
    """By `--style`."""
    (tmp_path / "旧稿.docx").write_bytes(old_file())
    (tmp_path / "讲话.yaml").write_text("模板: 部署讲话\n标题: 甲\n任务: 乙\n结尾: 丙。\n", encoding="utf-8")

    assert drafter("build", "讲话.yaml", "--style", "旧稿.docx", "-o", "新.docx").code == 0
    made = docx.Document(str(tmp_path / "新.docx"))
    assert made.sections[0].left_margin == pytest.approx(Cm(3), rel=0.001)
    assert made.styles["Title"].font.size == Pt(20)


def test_a_file_that_is_no_word_file_is_refused(drafter, tmp_path):
    """With its name and a way out."""
    (tmp_path / "旧稿.docx").write_bytes(b"x")
    (tmp_path / "讲话.yaml").write_text("模板: 部署讲话\n标题: 甲\n任务: 乙\n", encoding="utf-8")
    result = drafter("build", "讲话.yaml", "--style", "旧稿.docx")

    assert result.code == 3
    assert "旧稿.docx" in result.err and "[bad-word-file]" in result.err


def test_a_file_without_text_gives_its_named_styles():
    """A template that a unit's IT department made."""
    made = docx.Document()
    body = made.styles["Body Text"]
    body.font.size = Pt(15)
    body.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "华文仿宋")
    out = io.BytesIO()
    made.save(out)
    package = word_package.read(out.getvalue(), "样式.docx")
    sheet = word_look.read(package, session().stylesheets.named("speech"), "样式")

    assert sheet.paragraphs["body"].size == 30
    assert sheet.paragraphs["body"].font == "华文仿宋"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    "properties",
    [
        '<w:rPr><w:sz w:val="0"/></w:rPr>',
        '<w:rPr><w:sz w:val="1e999"/></w:rPr>',
        '<w:rPr><w:sz w:val="x"/></w:rPr>',
    ],
)
@pytest.mark.parametrize("line", ["-500", "0", "999999999", "240"])
@pytest.mark.parametrize("paper", ["0", "100", "99999999"])
def test_numbers_that_no_page_has_are_not_taken(properties, line, paper):
    """A file may come from anywhere: the draft is built all the same, in the usual measures."""
    body = (
        f'<w:document {W}><w:body><w:p><w:pPr><w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr>'
        f"<w:r>{properties}<w:t>这里是正文，这里是正文，这里是正文。</w:t></w:r></w:p>"
        f'<w:sectPr><w:pgSz w:w="{paper}" w:h="{paper}"/><w:pgMar w:left="99999" w:right="-1"/></w:sectPr>'
        "</w:body></w:document>"
    )
    data = word_file(word_document_xml=body.encode())
    sheet = word_look.read(word_package.read(data, "怪.docx"), session().stylesheets.named("speech"), "怪")

    assert sheet.page.text_width > 0 and sheet.page.lines > 0 and sheet.page.chars > 0
    assert sheet.paragraphs["body"].size >= 10 and sheet.page.line >= 120
