"""How a file stands on paper, for two to be seen side by side."""

from __future__ import annotations

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from drafter.readers.word import package
from drafter.typesetting.sheets import sheet_of
from tests.builders import session


def test_each_paragraph_has_its_look_and_the_page_its_width():
    """Those of tables too, told apart."""
    made = Document()
    made.sections[0].page_width = Mm(182)
    title = made.add_paragraph("关于检修的通知")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].font.size = Pt(22)
    made.add_table(1, 1).cell(0, 0).text = "表里的字"
    data = io.BytesIO()
    made.save(data)
    base = session().stylesheets.named("公文").page

    sheet = sheet_of(package.read(data.getvalue(), "通知.docx"), base)

    assert abs(sheet.page.width - 182 * 1440 / 25.4) < 2
    said = [(one.text, one.in_table, one.look.size, one.look.align) for one in sheet.lines if one.text]
    assert said[0] == ("关于检修的通知", False, 44, "center")
    assert said[1][:2] == ("表里的字", True)
