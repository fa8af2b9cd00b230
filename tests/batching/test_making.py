"""Rows of a batch: what is written opens in Word."""

from __future__ import annotations

import zipfile

import pytest

from drafter.batching.jobs import Job, Order
from drafter.batching.making import RowMaker
from drafter.storage.digests import Digests
from tests.builders import session

OUTLINE = "模板: 原样\n标题: 致{{ 县 }}的函\n正文:\n  - 请{{ 县 }}报送。\n"


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Makes the document of a row whose 县 is given."""
    monkeypatch.chdir(tmp_path)

    def make(county, form="docx"):
        order = Order(OUTLINE, "函.yaml", ("县",), (form,))
        with Digests(tmp_path / "home") as digests:
            return RowMaker(session(), order, digests)(Job(2, {"县": county}, (f"成稿.{form}",)))

    return make


def test_a_document_that_word_would_not_open_is_not_written(made, tmp_path):
    """Whatever let its character through; the problem names the part, and what to do."""
    for county in ("甲\x02县", "甲\ufffe县", "\x0b"):
        found = made(county)
        assert found.digests == () and found.exit_code == 3
        assert found.problems[0].code == "not-sound" and "word/document.xml" in found.problems[0].message
        assert "重打" in found.problems[0].hint
        assert not (tmp_path / "成稿.docx").exists()


def test_others_are(made, tmp_path):
    """Markup in a cell is no markup; other formats are no Word files."""
    for county in ("甲县", "<甲>&县", "𠮷县\u2028乙"):
        found = made(county)
        assert found.problems == () and len(found.digests) == 1
        assert zipfile.ZipFile(tmp_path / "成稿.docx").testzip() is None
    assert made("甲县", "txt").digests
