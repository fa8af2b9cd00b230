"""The Word file: every trap of OOXML that East Asian documents fall into, as a test."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document as open_docx

from drafter.model.document import (
    Added,
    Attachment,
    Document,
    Gap,
    Lead,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
)
from drafter.writers.docx.properties import Properties
from tests.builders import session


def p(role, text, level=0):
    return Paragraph(role, (Text(text),), level)


def written(*blocks, style="speech", **properties):
    return session().stylesheets.writer(style).write(Document(blocks), Properties(**properties))


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


@pytest.fixture
def speech():
    """A page with everything on it."""
    return written(
        p(Role.TITLE, "在全市政务服务工作推进会上的讲话"),
        p(Role.DATE, "（2026年3月12日）"),
        p(Role.SALUTATION, "同志们："),
        Paragraph(Role.BODY, (Added((Text("模板补写的话“引号”——破折号……省略号。"),)),)),
        p(Role.HEADING, "一、一级标题", 1),
        Paragraph(Role.BODY, (Lead((Text("（一）段首句。"),), 2), Text("正文&<>"))),
        Paragraph(Role.BODY, (Text("由"), Gap("牵头单位", "〔待补：牵头单位〕"), Text("负责。"))),
        Table((((Text("甲"),), (Text("乙"),)), ((Text("1"),),))),
        p(Role.SIGNATURE, "澜川市政务服务管理局"),
        p(Role.SIGNING_DATE, "2026年3月12日"),
        PageBreak(),
        Attachment((p(Role.BODY, "附件正文"),)),
        title="讲话",
        author="林舟",
        date="2026年3月12日",
    )


def test_indents_are_written_in_characters_and_in_twips(speech):
    """LibreOffice and older Word read only the twips."""
    styles = part(speech, "word/styles.xml")
    for tag in re.findall(r"<w:ind [^>]*/>", styles):
        for side in ("firstLine", "left", "right", "hanging"):
            assert (f"w:{side}Chars=" in tag) == (f"w:{side}=" in tag), tag
    body = re.search(r'<w:name w:val="Body Text"/>.*?</w:style>', styles, re.DOTALL)[0]

    assert 'w:firstLineChars="200"' in body
    assert 'w:firstLine="632"' in body


def test_no_theme_font_beats_a_named_one(speech):
    """python-docx's default asks for theme fonts, and MS Mincho for Chinese."""
    styles = part(speech, "word/styles.xml")

    assert "Theme" not in re.sub(r"<w:latentStyles.*?</w:latentStyles>", "", styles, flags=re.DOTALL)
    for tag in re.findall(r"<w:rFonts [^>]*w:ascii[^>]*/>", styles):
        assert all(f"w:{script}=" in tag for script in ("ascii", "hAnsi", "eastAsia", "cs")), tag


def test_the_language_is_chinese(speech):
    """Both in the defaults and for theme fonts."""
    assert 'w:eastAsia="zh-CN"' in part(speech, "word/styles.xml")
    assert '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>' in part(speech, "word/settings.xml")
    assert "ja-JP" not in part(speech, "word/styles.xml") + part(speech, "word/settings.xml")


def test_no_space_or_line_height_of_the_default_is_left(speech):
    """No 10 points after each paragraph, no 1.15 lines; current compatibility."""
    styles = part(speech, "word/styles.xml")

    assert "<w:pPrDefault/>" in styles
    assert 'w:after="200"' not in styles
    assert 'w:name="compatibilityMode"' in part(speech, "word/settings.xml")
    assert 'w:val="15"' in part(speech, "word/settings.xml")


def test_quotes_dashes_and_ellipses_take_the_east_asian_font(speech):
    """Every run hints at East Asian text, and the Latin fonts of every style are Chinese ones."""
    body = part(speech, "word/document.xml")
    for run in re.findall(r"<w:r>.*?</w:r>", body):
        assert 'w:hint="eastAsia"' in run or 'w:type="page"' in run, run
    assert 'w:hAnsi="仿宋_GB2312"' in part(speech, "word/styles.xml")


def test_the_page_number_field_holds_a_result(speech):
    """Word reports a field without one as unreadable content."""
    with zipfile.ZipFile(io.BytesIO(speech)) as archive:
        names = set(archive.namelist())
    assert "word/comments.xml" not in names
    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = part(speech, name)
        assert footer.index("separate") < footer.index("<w:t>1</w:t>") < footer.index('"end"')


def test_odd_page_numbers_stand_right_and_even_ones_left(speech):
    """GB/T 9704 7.5: one character in, — 1 —, 宋体 14 points."""
    settings = part(speech, "word/settings.xml")
    odd, even = part(speech, "word/footer1.xml"), part(speech, "word/footer2.xml")

    assert "<w:evenAndOddHeaders/>" in settings
    assert 'w:right="280"' in odd and '<w:jc w:val="right"/>' in odd
    assert 'w:left="280"' in even and '<w:jc w:val="left"/>' in even
    assert re.findall(r"<w:t[^>]*>([^<]*)</w:t>", odd) == ["— ", "1", " —"]
    assert 'w:eastAsia="宋体"' in odd and 'w:sz w:val="28"' in odd


def test_a_line_end_in_a_text_is_a_break_and_a_tab_a_tab():
    """A line end inside w:t is a damaged file to Word."""
    body = part(written(p(Role.BODY, "甲\n乙\t丙")), "word/document.xml")

    assert "甲</w:t><w:br/>" in body
    assert "<w:tab/>" in body
    assert not re.search(r"<w:t[^>]*>[^<]*[\n\t]", body)


def test_everything_looks_by_named_styles(speech):
    """Fonts, sizes and bold stand in styles, where a person can change them; runs only hint."""
    body = part(speech, "word/document.xml").split("<w:body>")[1]

    assert "w:sz " not in body and "w:ascii" not in body and "<w:b/>" not in body
    document = open_docx(io.BytesIO(speech))
    named = {paragraph.style.name for paragraph in document.paragraphs if paragraph.text}
    assert {"Title", "Date", "Salutation", "Heading 1", "Body Text"} <= named


def test_headings_have_outline_levels_and_stay_with_what_follows(speech):
    """Word's navigation shows them, and none stands alone at the foot of a page."""
    styles = part(speech, "word/styles.xml")
    for level in (1, 2, 3, 4):
        style = re.search(rf'<w:name w:val="heading {level}"/>.*?</w:style>', styles, re.DOTALL)[0]
        assert f'<w:outlineLvl w:val="{level - 1}"/>' in style
        assert "<w:keepNext/>" in style


@pytest.mark.parametrize(
    ("name", "font", "size"),
    [("Title", "方正小标宋简体", 44), ("heading 1", "黑体", 32), ("heading 2", "楷体_GB2312", 32),
     ("heading 3", "仿宋_GB2312", 32), ("Body Text", "仿宋_GB2312", 32), ("Date", "楷体_GB2312", 32)],
)  # fmt: skip
def test_each_level_has_its_font_and_size_and_no_bold(speech, name, font, size):
    """GB/T 9704 7.3: 小标宋 二号, 黑体, 楷体, 仿宋 三号; false bold blurs Chinese titles."""
    style = re.search(rf'<w:name w:val="{name}"/>.*?</w:style>', part(speech, "word/styles.xml"), re.DOTALL)[
        0
    ]

    assert f'w:eastAsia="{font}"' in style
    assert f'<w:sz w:val="{size}"/>' in style
    assert '<w:b w:val="0"/>' in style


def test_a_lead_sentence_has_the_font_of_its_level_and_the_rest_the_bodys(speech):
    """Two fonts in one paragraph."""
    document = open_docx(io.BytesIO(speech))
    (paragraph,) = [q for q in document.paragraphs if q.text.startswith("（一）")]

    assert [(run.text, run.style.name) for run in paragraph.runs] == [
        ("（一）段首句。", "段首句二级"),
        ("正文&<>", "Default Paragraph Font"),
    ]


def test_gaps_stand_on_yellow_and_added_words_in_a_style_of_their_own(speech):
    """What is missing and what nobody wrote can both be found in Word."""
    document = open_docx(io.BytesIO(speech))
    runs = {run.text: run for paragraph in document.paragraphs for run in paragraph.runs}

    assert str(runs["〔待补：牵头单位〕"].font.highlight_color) == "YELLOW (7)"
    (added,) = [run for text, run in runs.items() if text.startswith("模板补写")]
    assert added.style.name == "代拟"


def test_a_table_has_widths_and_a_line_pitch_of_its_own(speech):
    """WPS collapses a table without a grid; a fixed body pitch would clip its rows."""
    body = part(speech, "word/document.xml")

    assert body.count("<w:gridCol ") == 2
    assert body.count("<w:tcW ") == 4
    assert 'w:line="400"' in part(speech, "word/styles.xml")


def test_properties_come_from_the_outline(speech):
    """Title, author, date; never the clock."""
    properties = open_docx(io.BytesIO(speech)).core_properties

    assert (properties.title, properties.author) == ("讲话", "林舟")
    assert properties.created.isoformat()[:10] == "2026-03-12"
    assert properties.language == "zh-CN"


def test_the_same_document_gives_the_same_bytes(speech):
    """Twice, and through a fresh session."""
    blocks = (p(Role.TITLE, "题"), p(Role.BODY, "文"))

    assert written(*blocks) == written(*blocks)


def test_a_long_title_breaks_at_a_joint_of_its_sense():
    """Two lines of like length, no word cut."""
    body = part(
        written(p(Role.TITLE, "在全市高效办成一件事暨政务服务提质增效工作推进会上的讲话")),
        "word/document.xml",
    )

    assert re.findall(r"<w:t[^>]*>([^<]*)</w:t>", body) == [
        "在全市高效办成一件事暨政务服务",
        "提质增效工作推进会上的讲话",
    ]


def test_what_follows_the_title_lines_stands_a_line_below():
    """The first paragraph has a style for it; a salutation brings its own."""
    document = open_docx(io.BytesIO(written(p(Role.TITLE, "题"), p(Role.BODY, "甲"), p(Role.BODY, "乙"))))

    assert [q.style.name for q in document.paragraphs] == ["Title", "正文首段", "Body Text"]


def test_nothing_foreign_is_in_the_package(speech):
    """No macro, no object, no external relationship, no thumbnail."""
    with zipfile.ZipFile(io.BytesIO(speech)) as archive:
        names = archive.namelist()
        rels = "".join(archive.read(n).decode() for n in names if n.endswith(".rels"))
    assert not [n for n in names if re.search(r"vba|ole|embed|thumbnail|custom", n, re.IGNORECASE)]
    assert "External" not in rels


def test_every_number_of_the_standard_sheet_names_its_source():
    """Each value says which clause it follows, or that it is a habit."""
    from drafter.actions.styles import table

    rows = table(session(), "gbt9704")
    free = {"样式名", "大纲级别", "与下段同页", "对齐", "突出显示"}
    bare = [
        r.path
        for r in rows
        if not r.basis and r.path.split(".")[-1] not in free and not r.path.startswith("字体.")
    ]

    assert bare == []
    assert all(r.basis.startswith(("规定", "惯例", "换算")) for r in rows if r.basis)


@pytest.mark.parametrize("before", [p(Role.BODY, "前"), p(Role.HEADING, "一、头", 1), p(Role.TITLE, "题")])
def test_a_long_paragraph_may_part_whatever_it_follows(before):
    """In a style that keeps paragraphs whole, six lines of nineteen are kept, and not one character more."""
    parts = '<w:keepLines w:val="0"/>'
    kept = written(before, p(Role.BODY, "字" * 6 * 19), style="reading")
    parted = written(before, p(Role.BODY, "字" * (6 * 19 + 1)), style="reading")

    assert parts not in part(kept, "word/document.xml")
    assert parts in part(parted, "word/document.xml")
