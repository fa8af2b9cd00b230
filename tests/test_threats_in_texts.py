"""Texts from anywhere cannot hurt: rows 5, 13, 14, 16 and 22 of the threat table."""

from __future__ import annotations

import io
import os
import zipfile

import pytest
from docx import Document as open_docx

from tests.builders import problems


def test_row_5_bombs_are_refused_and_large_honest_files_are_not(drafter, tmp_path):
    """A file of aliases unfolds into nothing; ten megabytes of text are read."""
    assert "yaml-alias" in [code for code, *_ in problems("甲: &a [x, x]\n乙: [*a, *a]\n")]
    paragraph = "这是一个很长的大纲里的一段话，用来看看十兆字节的文件读不读得进去。" * 20
    text = "模板: 原样\n标题: 大\n小节:\n" + f"  - {paragraph}\n" * (10_000_000 // len(paragraph.encode()))
    (tmp_path / "大.yaml").write_text(text, encoding="utf-8")

    assert drafter("build", "大.yaml", "--to", "docx,txt", "-o", "out/").code == 0
    kept = (tmp_path / "out/大.txt").read_text(encoding="utf-8")
    assert kept.count(paragraph) == text.count(paragraph)
    with (tmp_path / "太大.yaml").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    assert "21 MB" in drafter("build", "太大.yaml").err


ODD = [chr(n) for n in (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0x10F023, 0x10F100, 0x10F110)]


@pytest.mark.parametrize("char", ODD, ids=lambda c: f"U+{ord(c):04X}")
def test_row_13_a_character_that_no_page_can_hold_is_removed_or_refused(drafter, tmp_path, char):
    """In every field; what comes out is a Word file that opens."""
    code = f'"\\U{ord(char):08X}"'
    (tmp_path / "a.yaml").write_text(
        f"模板: 原样\n标题: {code}\n讲话人: {{姓名: {code}}}\n数据: {{甲: {code}}}\n小节:\n  - {code}\n  - 正文\n",
        encoding="utf-8",
    )
    (tmp_path / "a.md").write_text(
        f"# 题{char}目\n\n| 甲{char} |\n| --- |\n| 乙 |\n", encoding="utf-8", newline=""
    )
    for name in ("a.yaml", "a.md"):
        result = drafter("build", name, "-o", "a.docx", "--force")
        assert result.code in (0, 3) and "Traceback" not in result.err
        if result.code == 0:
            open_docx(tmp_path / "a.docx")
        else:
            assert "bad-character" in result.err or "yaml-syntax" in result.err or "not-text" in result.err


def test_row_13_crlf_is_lf(drafter, tmp_path):
    """Byte for byte in document.xml."""
    made = []
    for ends in ("\n", "\r\n", "\r"):
        (tmp_path / "a.yaml").write_bytes(
            "模板: 原样\n标题: 题\n小节:\n  - |\n    甲\n    乙\n\n    丙\n".replace("\n", ends).encode()
        )
        drafter("build", "a.yaml", "--force")
        with zipfile.ZipFile(tmp_path / "a.docx") as archive:
            made.append(archive.read("word/document.xml"))

    assert made[0] == made[1] == made[2]


@pytest.mark.parametrize(
    "text", ["𠮷野家", "\U00030000", "👨‍👩‍👧", "葛\U000e0100", "がき", "\ue000专有", "○〇零", "ﬁ", "𬳽"]
)
def test_row_14_rare_characters_come_out_as_they_went_in(drafter, tmp_path, text):
    """Planes above the first, variation sequences, emoji, private use."""
    (tmp_path / "a.yaml").write_text(f"模板: 原样\n标题: 题\n小节:\n  - {text}\n", encoding="utf-8")
    drafter("build", "a.yaml", "--to", "docx,txt,md,html", "-o", "out/")

    assert open_docx(tmp_path / "out/a.docx").paragraphs[1].text == text
    for form in ("txt", "md", "html"):
        assert text in (tmp_path / f"out/a.{form}").read_text(encoding="utf-8")


@pytest.mark.parametrize("length", [1_000_000, 4_000_000])
def test_row_16_a_very_long_paragraph_is_a_file_that_opens(drafter, tmp_path, length):
    """No text node comes near the ten million bytes at which readers give up."""
    (tmp_path / "a.yaml").write_text(f"模板: 原样\n标题: 题\n小节:\n  - {'字' * length}\n", encoding="utf-8")

    assert drafter("build", "a.yaml").code == 0
    assert len(open_docx(tmp_path / "a.docx").paragraphs[1].text) == length


@pytest.mark.parametrize(
    "title", ["甲\\e[31m乙", "<script>alert(1)</script>", "甲\\u202E乙", "]]><x/>", "&amp;\\\"'"]
)
def test_row_22_untrusted_text_does_nothing_on_screen_or_page(drafter, tmp_path, title):
    """No escape sequence reaches the terminal, no script the page."""
    (tmp_path / "a.yaml").write_text(f'模板: 原样\n标题: "{title}"\n标体: x\n', encoding="utf-8")
    shown = drafter("build", "a.yaml")
    assert "\x1b" not in shown.out + shown.err and "\u202e" not in shown.out + shown.err

    (tmp_path / "b.yaml").write_text(f'模板: 原样\n标题: "{title}"\n', encoding="utf-8")
    if drafter("build", "b.yaml", "--to", "docx,html", "-o", "out/").code == 0:
        page = (tmp_path / "out/b.html").read_text(encoding="utf-8")
        assert "<script" not in page
        open_docx(io.BytesIO((tmp_path / "out/b.docx").read_bytes()))


def test_pipes_and_devices_are_no_input(drafter, tmp_path):
    """Nothing waits for them, nothing fills the memory."""
    os.mkfifo(tmp_path / "管道.yaml")

    for name in ("管道.yaml", "/dev/zero"):
        assert drafter("build", name).code == 3
