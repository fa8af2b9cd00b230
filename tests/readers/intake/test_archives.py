"""An archive is opened once it is known that it may be: each limit holds to the byte."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafter.problems import InputProblem
from drafter.readers.intake.archives import opened


def packed(count):
    """An archive of so many empty parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for number in range(count):
            archive.writestr(str(number), b"")
    return data.getvalue()


@pytest.fixture
def says(monkeypatch):
    """Opens an archive whose directory promises parts of these sizes, packed and unpacked."""

    def open_with(*sizes):
        def promised(_):
            for number, (compressed, size) in enumerate(sizes):
                entry = zipfile.ZipInfo(f"part{number}")
                entry.compress_size, entry.file_size = compressed, size
                yield entry

        monkeypatch.setattr(zipfile.ZipFile, "infolist", lambda archive: list(promised(archive)))
        return opened(packed(0), "稿.docx")

    return open_with


MB = 1_000_000


def test_two_thousand_parts_are_read_and_one_more_is_not():
    """An empty archive is one too."""
    assert len(opened(packed(2000), "稿.docx").infolist()) == 2000
    assert opened(packed(0), "稿.docx").infolist() == []
    with pytest.raises(InputProblem) as said:
        opened(packed(2001), "稿.docx")
    assert (said.value.problems[0].code, said.value.problems[0].place.source) == ("bad-word-file", "稿.docx")


@pytest.mark.parametrize(
    "sizes",
    [
        [(MB, 50 * MB), (MB, 50 * MB)],
        [(MB, 50 * MB), (MB, 1)],
        [(MB, 1), (MB, 50 * MB)],
        [(50_000, 10 * MB)],
        [(1, 10 * MB)],
        [(100_000, 20 * MB)],
        [(0, 10 * MB)],
        [(0, 0)],
    ],
)
def test_what_keeps_the_limits_is_opened(says, sizes):
    """100 MB in all, 50 MB a part, each 200 times what is packed, which of 10 MB nobody asks."""
    assert says(*sizes).testzip() is None


@pytest.mark.parametrize(
    "sizes",
    [
        [(MB, 50 * MB), (MB, 50 * MB), (MB, 1)],
        [(MB, 50 * MB + 1)],
        [(MB, 1), (MB, 50 * MB + 1)],
        [(50_000, 10 * MB + 1)],
        [(50_000, 10 * MB + 1), (10 * MB, 10 * MB)],
        [(10 * MB // 200, 10 * MB + 1), (1, 0)],
        [(100_000, 20 * MB + 1)],
        [(0, 10 * MB + 1)],
        [(1, 10 * MB + 1)],
    ],
)
def test_what_is_one_byte_over_a_limit_is_refused(says, sizes):
    """Before anything is unpacked, with what to do about it."""
    with pytest.raises(InputProblem) as said:
        says(*sizes)
    assert "大得不正常" in said.value.problems[0].message
    assert "另存一份" in said.value.problems[0].hint


@pytest.mark.parametrize(
    "names",
    [
        ("a.xml", "a.xml"),
        ("word/a.xml", "WORD/A.xml"),
        ("word/a.xml", "word/%61.xml"),
        ("一.xml", "%E4%B8%80.xml"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(names):
    """Which of them holds would be another's guess."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, b"")
    with pytest.raises(InputProblem) as said:
        opened(data.getvalue(), "稿.docx")
    assert "同名" in said.value.problems[0].message


def test_a_picture_may_swell():
    """White is white a million times; nobody inflates it to read the text."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", b"\xff" * 12 * MB)
    assert opened(data.getvalue(), "稿.docx").infolist()


def test_an_archive_of_countless_parts_is_not_even_listed():
    """Its list alone would fill the memory."""
    data = packed(1) + b"PK\1\2" * 5000
    with pytest.raises(InputProblem) as said:
        opened(data, "稿.docx")
    assert "2000 个" in said.value.problems[0].message


def test_what_is_no_archive_is_said():
    """With the way out."""
    with pytest.raises(InputProblem) as said:
        opened(b"PK\3\4", "稿.docx")
    assert said.value.problems[0].code == "bad-word-file"
    assert "另存为 .docx" in said.value.problems[0].hint
