"""Rows of a batch: what is written opens in Word."""

from __future__ import annotations

import time
import zipfile

import pytest

from drafter.batching import making
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


def test_so_many_rows_are_written_together_and_no_more(made, tmp_path, monkeypatch):
    """Or so many bytes: the disk is waited for once for all of them."""
    order = Order(OUTLINE, "函.yaml", ("县",), ("docx",))
    jobs = [Job(row, {"县": f"第{row}县"}, (f"{row}.docx",)) for row in range(2, making._TOGETHER + 3)]
    written = []
    plain = Digests.write_all
    monkeypatch.setattr(
        Digests, "write_all", lambda self, wanted: written.append(len(wanted)) or plain(self, wanted)
    )
    with Digests(tmp_path / "home") as digests:
        maker = RowMaker(session(), order, digests)
        assert [one.row for one in maker.make(jobs)] == [job.row for job in jobs]
        assert written == [making._TOGETHER, 1]
        monkeypatch.setattr(making, "_MOST_HELD", 1)
        assert len(list(maker.make(jobs[:3]))) == 3
    assert written[2:] == [0, 0, 0]


def test_who_is_interrupted_leaves_nobody_at_work(made, tmp_path, monkeypatch):
    """What was being written is written when the interruption goes on; nothing comes after it."""
    order = Order(OUTLINE, "函.yaml", ("县",), ("docx",))
    monkeypatch.setattr(making, "_TOGETHER", 2)
    plain = Digests.write_all

    def slowly(self, wanted):
        time.sleep(0.2)
        return plain(self, wanted)

    monkeypatch.setattr(Digests, "write_all", slowly)

    def jobs():
        for row in range(2, 6):
            yield Job(row, {"县": f"第{row}县"}, (f"{row}.docx",))
        raise KeyboardInterrupt

    with Digests(tmp_path / "home") as digests, pytest.raises(KeyboardInterrupt):
        list(RowMaker(session(), order, digests).make(jobs()))
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == ["2.docx", "3.docx", "4.docx", "5.docx"]
