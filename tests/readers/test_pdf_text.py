"""A PDF's lines become paragraphs again."""

from __future__ import annotations

import pytest

from drafter.drafting import loading, production
from drafter.drafting.printing.formats import produce
from drafter.office import libreoffice
from drafter.problems import InputProblem
from drafter.readers import pdf_text
from drafter.readers.word import package as word_package
from drafter.readers.word import text as word_text
from tests.builders import session
from tests.conftest import ROOT


def squeezed(lines):
    return ["".join(line.text.split()) for line in lines]


@pytest.mark.parametrize("name", ["县域医共体经验", "关于调整非遗传承人补助标准的请示"])
def test_paragraphs_and_tables_come_back_as_in_the_word_file(soffice, name):
    """Page numbers left out and said; no space beside figures that nobody typed."""
    at = session()
    path = ROOT / "outlines" / f"{name}.yaml"
    draft = production.from_outline(at, path.read_text(encoding="utf-8"), str(path), loading.Options())
    data = produce(at, draft, "docx")
    wanted = word_text.read(word_package.read(data, "稿.docx"))
    found = pdf_text.read(libreoffice.pdf(data), "稿.pdf")

    assert squeezed(found.lines) == squeezed(wanted.lines)
    assert [line.rows for line in found.lines if line.rows] == [
        line.rows for line in wanted.lines if line.rows
    ]
    assert {dropped.reason for dropped in found.dropped} == {"页码"}


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "不是 PDF"), (b"%PDF-1.7\n", "不完整或已损坏"), (b"PK\x03\x04", "不是 PDF")]
)
def test_what_is_no_pdf_is_refused_in_plain_words(data, said):
    """Nothing of a library's own words."""
    with pytest.raises(InputProblem) as caught:
        pdf_text.read(data, "甲.pdf")

    assert said in caught.value.problems[0].message


def made_pdf(content=b"", encrypt=b""):
    """A PDF of one page with this content."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    whole = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj%s endobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 5/Root 1 0 R%s>>startxref\n%d\n%%%%EOF" % (encrypt, len(whole))
    return whole + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer


def test_a_scanned_page_has_no_text():
    """It says what to do."""
    with pytest.raises(InputProblem) as caught:
        pdf_text.read(made_pdf(), "扫描.pdf")

    assert "扫描件" in caught.value.problems[0].message


def test_a_locked_pdf_is_said_to_be_locked():
    """And not to be damaged."""
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/ID[<00><00>]" % (b"a" * 32, b"b" * 32)
    with pytest.raises(InputProblem) as caught:
        pdf_text.read(made_pdf(encrypt=lock), "甲.pdf")

    assert "密码" in caught.value.problems[0].message


@pytest.mark.parametrize(("most", "code"), [(1, "no-text"), (0, "too-long")])
def test_so_many_pages_are_read_and_one_more_is_not(monkeypatch, most, code):
    """Five hundred; here a page is too many, or is read and found empty."""
    assert pdf_text.MOST_PAGES == 500
    monkeypatch.setattr(pdf_text, "MOST_PAGES", most)

    with pytest.raises(InputProblem) as said:
        pdf_text.read(made_pdf(), "甲.pdf")
    assert said.value.problems[0].code == code
