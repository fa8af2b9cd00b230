"""Word files that differ in some paragraphs alone: each as if it were written by itself."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafter.model.document import Attachment, Document, Role, Table, Text
from drafter.writers.docx.properties import Properties
from drafter.writers.series import NotSoundError, Series
from tests.builders import said, session

SHARED = [said(Role.BODY, f"第{number}段，都一样。") for number in range(30)]
TABLE = Table((((Text("项"),), (Text("数"),)), ((Text("甲"),), (Text("1"),))))


def document(title, own):
    text = (said(Role.TITLE, title), *SHARED[:20], said(Role.BODY, own), TABLE, *SHARED[20:])
    return Document((*text, said(Role.SIGNATURE, own[:9] or "办"), Attachment((said(Role.BODY, own),))))


@pytest.fixture
def writer():
    return session().stylesheets.writer("gbt9704")


@pytest.fixture
def series(writer):
    return Series(writer, document("致各县", "〔待补：县〕"), SHARED)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("own", ["甲县报3件。", "<甲>&县\t乙", "〔待补：县〕", "", "长" * 5000])
def test_every_part_is_what_it_would_be_alone(series, writer, own):
    """Only how it is deflated differs."""
    made, about = document(f"致{own[:5]}的函", own), Properties(own[:5], "办")

    assert parts(series.write(made, about)) == parts(writer.write(made, about))


def test_bytes_depend_on_the_document_alone(series, writer):
    """Whatever was written before: a row that is made again, by another process, is the same file."""
    fresh = Series(writer, document("致各县", "〔待补：县〕"), SHARED)
    for own in ("甲县。", "乙县。"):
        series.write(document("题", own), Properties())
    made = document("题", "丙县。")

    assert series.write(made, Properties()) == fresh.write(made, Properties())


def test_a_file_is_about_as_small_as_it_would_be_alone(series, writer):
    """Stretches that are deflated once know nothing of those before them."""
    made = document("致甲县的函", "甲县报3件。")

    assert len(series.write(made, Properties())) < 1.05 * len(writer.write(made, Properties()))


@pytest.mark.parametrize("own", ["甲\x02县", "\ufffe"])
def test_what_cannot_stand_in_a_file_is_not_written(series, own):
    """And the part that would hold it is named."""
    with pytest.raises(NotSoundError, match=r"word/document\.xml"):
        series.write(document("题", own), Properties())
    with pytest.raises(NotSoundError, match=r"docProps/core\.xml"):
        series.write(document("题", "甲县。"), Properties(own))
