"""Papers as they are bound: numbers of pages on their side, the imprint on the last face (GB/T 9704—2012 7.4, 7.5, 8)."""

from __future__ import annotations

import io

import docx
import pytest

from drafter.office import libreoffice
from tests.writers.docx.test_rendered import validate

NOTICE = """模板: 通知
标题: 关于做好供水检修的通知
日期: 2026-03-12
主送: [各县（区）水务局]
公文: {发文机关: 某市水务局, 抄送: [市财政局], 印发机关: 某市水务局办公室, 印发日期: 2026-03-12%s}
缘由: 现就做好供水检修通知如下：
事项:
%s%s"""
LYING = "附件:\n  - {标题: 登记表, 横排: 是, 内容: {表格: [[序号, 地点], [一, 二]]}}\n"
NUMBER = "—"


@pytest.fixture
def pages(drafter, tmp_path, soffice):
    """The characters of each page of a notice with so many lines, as LibreOffice prints it."""
    pdfplumber = pytest.importorskip("pdfplumber")

    def call(lines, more="", imprint=""):
        matters = "".join(f"  - 第{n}条，各单位要按时完成检修任务。\n" for n in range(1, lines + 1))
        (tmp_path / "o.yaml").write_text(NOTICE % (imprint, matters, more), encoding="utf-8")
        assert drafter("build", "o.yaml", "-o", "o.docx", "--force").code == 0
        data = libreoffice.pdf((tmp_path / "o.docx").read_bytes())
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return [(page.width, page.height, page.chars) for page in pdf.pages]

    return call


def said(page):
    return "".join(char["text"] for char in page[2])


@pytest.mark.parametrize("lines", [3, 16])
def test_a_page_on_its_side_bears_its_number_where_the_others_do(pages, tmp_path, validator, lines):
    """At its short side, running from above to below: on an odd page at the lower end, on an even one at the upper."""
    found = pages(lines, LYING)
    number, (width, height, chars) = next((n, page) for n, page in enumerate(found, 1) if page[0] > page[1])
    marks = [char for char in chars if char["text"] in (NUMBER, str(number)) and char["x1"] < 100]

    assert width > height and len(marks) == 3
    assert all(char["x0"] > 60 and char["x1"] < 92 for char in marks)  # outside the type area's 35 mm
    middle = sum(char["top"] for char in marks) / 3
    assert middle > height * 0.75 if number % 2 else middle < height * 0.3
    assert validate(validator, tmp_path / "o.docx", "Microsoft365") == []


@pytest.mark.parametrize("lines", [1, 6, 14, 18, 21, 22, 24, 25, 30, 44])
def test_the_imprint_stands_on_the_last_face(pages, tmp_path, validator, lines):
    """An even page, whatever the text leaves; where that holds nothing else it bears no number."""
    found = pages(lines, imprint=", 版记: 偶数页")

    assert len(found) % 2 == 0
    assert ["抄送：市财政局" in said(page) for page in found] == [False] * (len(found) - 1) + [True]
    alone = (
        "2026年3月12日印发" in said(found[-1])
        and "检修任务" not in said(found[-1])
        and "特此" not in said(found[-1])
    )
    assert (NUMBER in said(found[-1])) != alone or "某市水务局2026" in said(found[-1])
    assert validate(validator, tmp_path / "o.docx", "Microsoft365") == []


def test_without_being_asked_it_stands_at_the_foot_of_the_last_page(pages, tmp_path):
    found = pages(25)
    assert "抄送：市财政局" in said(found[-1]) and NUMBER in said(found[-1])
    sections = docx.Document(str(tmp_path / "o.docx")).element.body.xpath(".//w:sectPr")
    assert len(sections) == 1


def test_what_asks_for_a_place_does_not_print(drafter, tmp_path):
    (tmp_path / "o.yaml").write_text(NOTICE % (", 版记: even", "  - 办好。\n", ""), encoding="utf-8")
    for form in ("txt", "html"):
        assert "偶数页" not in drafter("build", "o.yaml", "--to", form, "-o", "-").out
    marked = drafter("build", "o.yaml", "--to", "md", "-o", "-").out
    (tmp_path / "o.md").write_text(marked, encoding="utf-8")
    assert drafter("build", "o.md", "--to", "md", "-o", "-").out == marked
