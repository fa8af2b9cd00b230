"""Rows of a batch: what is handed on opens in Word."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.rows import Job, RowMaker
from drafter.model.outline import FactValue
from tests.builders import session

OUTLINE = "模板: 原样\n标题: 致{{ 县 }}的函\n正文:\n  - 请{{ 县 }}报送。\n"


@pytest.fixture
def made():
    """Makes the document of a row whose 县 is given."""
    at = session()
    prepared = production.prepare(at, OUTLINE, "函.yaml", Options(later=("县",)))

    def make(county, form="docx"):
        return RowMaker(at, prepared, form)(Job(2, {"县": FactValue(value=county)}, f"成稿/{county}.{form}"))

    return make


def test_a_document_that_word_would_not_open_is_not_handed_on(made):
    """Whatever let its character through; the problem names the part, and what to do."""
    for county in ("甲\x02县", "甲\ufffe县", "\x0b"):
        found = made(county)
        assert found.data == b"" and found.exit_code == 3
        assert found.problem.code == "not-sound" and "word/document.xml" in found.problem.message
        assert "重打" in found.problem.hint


def test_others_are(made):
    """Markup in a cell is no markup; other formats are no Word files."""
    for county in ("甲县", "<甲>&县", "𠮷县\u2028乙"):
        found = made(county)
        assert found.problem is None
        assert zipfile.ZipFile(io.BytesIO(found.data)).testzip() is None
    assert made("甲县", "txt").data
