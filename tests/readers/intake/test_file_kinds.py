"""What a file is, its first bytes say; what it is not, the answer says."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from drafter.problems import InputProblem
from drafter.readers.intake import file_kinds
from drafter.readers.word import package as word_package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def compound(fib_flags=0, table=0):
    """An old Word file by its bones: header, a table (in sector `table`), a directory, the main stream."""
    header = bytearray(512)
    header[:8] = OLE
    header[0x1E:0x20] = (9).to_bytes(2, "little")
    header[0x30:0x34] = (1).to_bytes(4, "little")
    header[0x4C:0x200] = struct.pack("<109I", table, *[0xFFFFFFFF] * 108)
    directory = "WordDocument".encode("utf-16-le").ljust(512, b"\0")
    stream = (b"\xec\xa5" + b"\0" * 8 + fib_flags.to_bytes(2, "little")).ljust(512, b"\0")
    return bytes(header) + b"\0" * 512 + directory + stream


def archive(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (compound(), ".doc"),
        (OLE + "EncryptedPackage WordDocument".encode("utf-16-le"), ""),
        (b"{\\rtf1 text}", ".rtf"),
        (b'<?xml version="1.0"?><w:wordDocument>', ".xml"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<html>", ".html"),
        (b"MIME-Version: 1.0\n<html>", ""),
        (b"", ""),
    ],
)
def test_the_first_bytes_tell_an_older_format(data, format_):
    """And what is none, or is locked, is not handed on."""
    assert file_kinds.older_format(data, "甲.doc") == format_


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (archive("word/document.xml"), "word"),
        (OLE, "word"),
        (b"{\\rtf1", "word"),
        ("讲话稿".encode(), "text"),
        ("讲话稿".encode("gbk"), "text"),
        (bytes(range(128, 255)) * 3, ""),
        ("<html>讲话稿".encode(), ""),
        (b"latin", ""),
        (b"", ""),
    ],
)
def test_the_first_bytes_tell_the_kind(data, kind):
    """Whatever the name says; among texts the name goes first."""
    assert file_kinds.told(data) == kind
    assert file_kinds.told(data, texts=True) == ("" if kind == "text" else kind)


@pytest.mark.parametrize(
    ("data", "said"),
    [(compound(fib_flags=0x0100), "加了密码"), (compound(table=7), "不完整")],
    ids=["locked", "its table lies beyond its end"],
)
def test_an_old_file_that_nobody_can_read_is_refused_before_libreoffice(data, said):
    """Each with its own reason."""
    with pytest.raises(InputProblem) as caught:
        file_kinds.older_format(data, "甲.doc")

    assert said in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("~$稿.docx", b"\x05" * 162, "临时文件"),
        ("文件夹/~$稿.docx", b"\x05" * 162, "临时文件"),
        ("甲.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        ("甲.docx", OLE + b"0" * 600, "残缺"),
        ("甲.docx", archive("word/document.xml")[:-30], "不完整"),
        ("甲.docx", b"%PDF-1.7", "PDF"),
        ("甲.docx", b"\x89PNG\r\n", "图片"),
        ("甲.docx", archive("xl/workbook.xml"), "Excel"),
        ("甲.docx", archive("mimetype"), "没有正文"),
        ("甲.docx", "讲话稿".encode("gbk"), "不是 Word 文件"),
    ],
)
def test_what_only_bears_the_name_of_a_word_file_is_called_what_it_is(name, data, said):
    """Locked, cut off, of another program, or Word's own temporary file."""
    with pytest.raises(InputProblem) as caught:
        word_package.read(data, name)

    assert said in caught.value.problems[0].message
