"""The page as it is printed, measured, and the package as Microsoft's validator sees it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess

import pytest

from drafter.drafting import loading, production
from drafter.drafting.printing.formats import produce
from drafter.model.document import Document, Paragraph, Role, Text, text_of
from drafter.office import hanging, libreoffice
from drafter.writers.docx.properties import Properties
from tests.builders import session
from tests.conftest import ROOT, SAMPLES, required

MM = 25.4 / 72
FULL_WIDTH = "字"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A text of full-width characters without punctuation, over several pages, as PDF."""
    required("LibreOffice", libreoffice.find())
    required("a full-width CJK font", _has_cjk_font())
    import pdfplumber

    folder = tmp_path_factory.mktemp("pdf")
    document = Document((Paragraph(Role.BODY, (Text(FULL_WIDTH * (28 * 22 * 3 + 5)),)),))
    data = session().stylesheets.writer("gbt9704").write(document, Properties())
    path = folder / "grid.pdf"
    path.write_bytes(libreoffice.pdf(data))
    with pdfplumber.open(path) as pdf:
        yield [page.chars for page in pdf.pages]


def _has_cjk_font():
    listed = (
        shutil.which("fc-list")
        and subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True).stdout
    )
    return bool(listed)


def body(chars):
    return [char for char in chars if char["text"] == FULL_WIDTH]


def rows(chars):
    found: dict[float, int] = {}
    for char in body(chars):
        found[round(char["top"], 1)] = found.get(round(char["top"], 1), 0) + 1
    return found


def test_every_full_page_has_22_lines(pages):
    """GB/T 9704—2012 5.2.3."""
    assert [len(rows(chars)) for chars in pages[:3]] == [22, 22, 22]


def test_every_full_line_has_28_characters(pages):
    """GB/T 9704—2012 5.2.3; the first line of the paragraph is indented by two."""
    counts = [count for chars in pages[:3] for count in rows(chars).values()]

    assert counts[0] == 26
    assert set(counts[1:]) == {28}


def test_the_margins_are_the_standards(pages):
    """37 mm above, 28 mm left, 26 mm right, 35 mm below, within 1 mm.

    A line's box is its pitch high with the character in its middle, so the edges of the type
    area are half the leading away from the ink.
    """
    leading = (28.95 - 16) / 2 * MM
    for chars in pages[1:3]:
        ink = body(chars)
        assert min(c["x0"] for c in ink) * MM == pytest.approx(28, abs=1)
        assert 210 - max(c["x1"] for c in ink) * MM == pytest.approx(26, abs=1)
        assert min(c["top"] for c in ink) * MM - leading == pytest.approx(37, abs=1)
        assert 297 - max(c["bottom"] for c in ink) * MM - leading == pytest.approx(35, abs=1)


def test_page_numbers_stand_7_mm_below_the_type_area_outside(pages):
    """GB/T 9704—2012 7.5: the dash 7 mm under the type area; right on odd pages, left on even."""
    for number, chars in enumerate(pages[:3], 1):
        footer = [c for c in chars if c["text"] in f"—{number}"]
        assert "".join(c["text"] for c in footer) == f"—{number}—"
        dash = footer[0]
        middle = (dash["top"] + dash["bottom"]) / 2 * MM
        assert middle - (297 - 35) == pytest.approx(7, abs=1)
        if number % 2:
            assert 210 - 26 - footer[-1]["x1"] * MM == pytest.approx(14 * MM, abs=1)
        else:
            assert footer[0]["x0"] * MM - 28 == pytest.approx(14 * MM, abs=1)


def validate(validator, path, version):
    found = subprocess.run([validator, str(path), version], capture_output=True, text=True)
    return json.loads(found.stdout)["errors"]


@pytest.mark.parametrize("sample", [*SAMPLES, "everything"], ids=lambda s: getattr(s, "stem", s))
def test_microsofts_validator_finds_no_error(validator, drafter, tmp_path, sample):
    """In every sample and in an outline with everything, as Office 2013 and as Microsoft 365."""
    if sample == "everything":
        from tests.templating.test_points import FIXTURES

        sample = FIXTURES / "everything.yaml"
    assert drafter("build", sample, "-o", "out.docx").code == 0

    for version in ("Office2013", "Microsoft365"):
        assert validate(validator, tmp_path / "out.docx", version) == []


@pytest.mark.parametrize("sample", ["政务服务推进会讲话", "防汛工作会议讲话", "河湖水质提升表态发言"])
def test_a_pdf_prints_every_stop(soffice, sample):
    """LibreOffice alone drops 17 of those that hang in these three."""
    pdfminer = pytest.importorskip("pdfminer.high_level")
    at = session()
    path = ROOT / "outlines" / f"{sample}.yaml"
    draft = production.from_outline(at, path.read_text(encoding="utf-8"), str(path), loading.Options())
    printed = pdfminer.extract_text(io.BytesIO(produce(at, draft, "pdf")))

    assert len(hanging.STOPS.findall(printed)) == len(hanging.STOPS.findall(text_of(draft.bound.document)))
