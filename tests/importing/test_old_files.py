"""What an import takes: every encoding and old format, told by what a file holds."""

from __future__ import annotations

import http.server
import subprocess
import threading
import zipfile
from contextlib import contextmanager

import docx
import pytest

from drafter.session import old_files
from tests.builders import session
from tests.importing.old_texts import REAL, SPEECH


@pytest.mark.skipif(not REAL, reason="DRAFTER_SAMPLES names no folder of real texts")
@pytest.mark.parametrize("path", [path for path in REAL if path.suffix == ".txt"], ids=lambda p: p.stem)
def test_a_text_is_the_same_in_every_encoding_and_with_every_line_end(tmp_path, path):
    """UTF-8 with and without its mark, GB18030, UTF-16 of both kinds; LF, CRLF, CR."""
    text = path.read_text(encoding="utf-8")
    wanted = old_files.source_of(session(), str(path))
    copy = tmp_path / "稿.txt"
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be"):
        for end in ("\n", "\r\n", "\r"):
            mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
            copy.write_bytes(mark + text.replace("\n", end).encode(encoding))
            assert old_files.source_of(session(), str(copy)) == wanted, (encoding, end)


@pytest.mark.parametrize(("name", "suffix"), [("稿.docx", ".txt"), ("稿.txt", ".docx")])
def test_what_a_file_holds_counts_and_not_its_name(drafter, tmp_path, name, suffix):
    """A Word file named .txt, a text named .docx."""
    made = docx.Document()
    made.add_paragraph("关于检查的通知")
    made.add_paragraph("明天检查。")
    made.save(tmp_path / "稿.docx")
    (tmp_path / "稿.txt").write_text("关于检查的通知\n明天检查。\n", encoding="utf-8")
    (tmp_path / name).rename(tmp_path / f"改名{suffix}")
    result = drafter("import", f"改名{suffix}", "-o", "-")

    assert "标题: 关于检查的通知" in result.out
    assert f"后缀是 {suffix}，内容却是" in result.err


def test_a_folder_is_said_to_be_one(drafter, tmp_path):
    """With what to write instead."""
    (tmp_path / "旧稿").mkdir()
    result = drafter("import", "旧稿")

    assert result.code == 3
    assert "旧稿/*.docx" in result.err


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [
        ("甲.pdf", b"%PDF", 3, "PDF 文件不完整或已损坏"),
        ("甲.ofd", b"PK", 3, "另存为 .docx"),
        ("甲.docx", b"x", 3, "[bad-word-file]"),
        ("甲.docx", b"\xd0\xcf\x11\xe0", 3, "残缺"),
        ("甲.doc", b"\xd0\xcf\x11\xe0" + b"\x81\x82" * 300, 3, "残缺"),
        ("甲.rar", b"Rar!", 3, "先解压"),
        ("甲.JPG", b"\xff\xd8", 3, "识别成文字"),
        ("甲.pptx", b"PK", 3, "贴到 Word 里"),
        ("甲.doc", b"Rar!\x1a", 3, "先解压"),
        ("甲.doc", b"II*\0", 3, "识别成文字"),
        ("甲.doc", b"\x81\x82\x83" * 300, 3, "不是 Word 文件"),
        ("甲.rtf", "没有控制字的文本".encode("gbk"), 0, "内容却是：文本文件"),
        ("甲.rtf", b"\x81\x82\x83" * 300, 3, "不是 Word 文件"),
        ("甲.wps", b"", 3, "文件是空的"),
        ("甲.txt", b"\x81\x00\x82", 3, "--encoding"),
        ("甲.txt", "同志们，今天开会".encode()[:-1], 0, "断在半个字上"),
        ("甲.txt", b"", 0, "没有文字"),
    ],
)
def test_what_cannot_be_imported_is_answered_in_plain_words(drafter, tmp_path, name, data, code, said):
    """With the way out."""
    (tmp_path / name).write_bytes(data)
    result = drafter("import", name)

    assert result.code == code
    assert said in result.err


def test_old_formats_say_the_same_as_a_word_file(drafter, soffice, tmp_path):
    """By ourselves or through LibreOffice: the characters of the file that they were saved from; and drafts from them."""
    made = docx.Document()
    for line in SPEECH.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "旧稿.docx")
    for suffix in ("doc", "rtf", "odt"):
        command = [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"]
        command += ["--convert-to", suffix, "--outdir", str(tmp_path), str(tmp_path / "旧稿.docx")]
        subprocess.run(command, check=True, capture_output=True)
    (tmp_path / "旧稿.doc").rename(tmp_path / "旧稿.wps")
    outlines = {
        suffix: drafter("import", f"旧稿.{suffix}", "-o", "-").out for suffix in ("docx", "wps", "rtf", "odt")
    }

    assert "充分肯定成绩" in outlines["docx"]
    assert set(outlines.values()) == {outlines["docx"]}
    assert (
        "针对这些问题，"
        in drafter("build", "旧稿.odt", "--template", "部署讲话", "--to", "txt", "-o", "-").out
    )


def test_a_word_file_under_an_old_name_needs_no_libreoffice(drafter, tmp_path, monkeypatch):
    """What it holds counts."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "no-such-program")
    made = docx.Document()
    made.add_paragraph("正文。")
    made.save(tmp_path / "旧稿.doc")

    assert "正文。" in drafter("import", "旧稿.doc", "-o", "-").out


def test_an_archive_that_swells_is_not_given_to_libreoffice(drafter, tmp_path, monkeypatch):
    """It would fill the memory."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "no-such-program")
    with zipfile.ZipFile(tmp_path / "旧稿.odt", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", b" " * 60_000_000)
    result = drafter("import", "旧稿.odt")

    assert result.code == 3
    assert "大得不正常" in result.err


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_web_page_is_read_whatever_its_encoding(drafter, soffice, tmp_path, encoding):
    """Even where it does not say which; its only first-level heading is the title."""
    page = "<html><body><h1>关于检查的通知</h1><p>各单位：</p><p>一、总体要求。</p></body></html>"
    (tmp_path / "网页.html").write_bytes(page.encode(encoding))
    found = drafter("import", "网页.html", "-o", "-").out

    assert "标题: 关于检查的通知" in found
    assert "总体要求" in found


@contextmanager
def _listening():
    """A web server on this machine: its port, and the paths that it was asked for."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET

        def log_message(self, *_):
            """Keeps quiet."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


def test_an_old_file_cannot_reach_the_network(drafter, soffice, tmp_path):
    """LibreOffice would fetch the pictures of a web page that goes by the name of .doc."""
    with _listening() as (port, asked):
        page = f'<html><body><p>正文。</p><img src="http://127.0.0.1:{port}/a.png"></body></html>'
        (tmp_path / "网页.doc").write_text(page, encoding="utf-8")
        found = drafter("import", "网页.doc", "-o", "-")

    assert "正文。" in found.out
    assert asked == []


def test_an_encoding_that_is_named_is_used(drafter, tmp_path):
    """And one that does not fit is said."""
    (tmp_path / "旧稿.txt").write_bytes("標題\n內容如下。\n".encode("big5"))

    assert "標題" in drafter("import", "旧稿.txt", "--encoding", "big5", "-o", "-").out
    assert drafter("import", "旧稿.txt", "--encoding", "no-such").code == 3
