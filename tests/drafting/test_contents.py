"""The table of contents of a long report."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.office import libreoffice
from tests.builders import session

LONG = "这一段话要长得占满好几行，才好把后面的小标题推到下一页上去。" * 12
OUTLINE = "模板: 工作总结\n标题: 总结\n目录: 是\n" + "".join(
    f"{role}:\n  小标题: {role}部分\n  导语: [{', '.join([LONG] * 3)}]\n" for role in ("成绩", "问题", "任务")
)


def built():
    at = session()
    draft = production.from_outline(at, OUTLINE, "总结.yaml", Options())
    data = produce(at, draft, "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return data, archive.read("word/document.xml").decode("utf-8")


def entries(xml):
    """What the table of contents says: heading and page."""
    found = re.findall(r"<w:hyperlink [^>]*>(.*?)</w:hyperlink>", xml)
    return [
        (
            "".join(re.findall(r'<w:t xml:space="preserve">(.*?)</w:t>', entry)),
            int(re.findall(r"<w:t>(\d+)</w:t>", entry)[0]),
        )
        for entry in found
    ]


@pytest.fixture
def without_libreoffice(monkeypatch):
    monkeypatch.setenv("DRAFTER_SOFFICE", "")


@pytest.mark.usefixtures("without_libreoffice")
def test_every_heading_is_listed_with_a_page_and_word_is_asked_to_renew_them():
    """Without LibreOffice the numbers are estimates, in the order of the text."""
    _, xml = built()
    listed = entries(xml)

    assert [title for title, _ in listed] == ["一、成绩部分", "二、问题部分", "三、任务部分"]
    assert [page for _, page in listed] == sorted(page for _, page in listed)
    assert 'w:dirty="true"' in xml
    assert all(f'w:name="_Toc{n:08d}"' in xml for n in (1, 2, 3))


def test_with_libreoffice_the_pages_are_those_of_the_printed_file(soffice):
    """Each heading stands on the page that the table says, and Word is asked nothing."""
    import pdfplumber

    data, xml = built()
    with pdfplumber.open(io.BytesIO(libreoffice.pdf(data))) as pdf:
        texts = [re.sub(r"\s", "", page.extract_text() or "") for page in pdf.pages]
    for title, page in entries(xml):
        assert title in texts[page - 1]
        assert page > 1
    assert "w:dirty" not in xml


def test_the_text_begins_on_the_page_after_the_contents():
    """The title stands behind the page break."""
    _, xml = built()

    assert (
        xml.index("目")
        < xml.index('<w:br w:type="page"/>' if '<w:br w:type="page"/>' in xml else "pageBreakBefore")
        < xml.index('<w:t xml:space="preserve">总结</w:t>')
    )
