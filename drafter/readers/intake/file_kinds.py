"""What a file is, told by its first bytes and not by its name."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterable

from drafter.problems import InputProblem
from drafter.readers.intake.archives import bad_word_file, opened

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How archives begin, and files of Office before them ([MS-CFB] 2.2)."""

_OLE_WORD = "WordDocument".encode("utf-16-le")
_OLE_LOCKED = "EncryptedPackage".encode("utf-16-le")
_FIB, _ENCRYPTED = b"\xec\xa5", 0x0100
"""How the main stream of a .doc begins, and its flag for a password ([MS-DOC] 2.5.2)."""

_SAMPLE = 4000
_HAN = re.compile("[\u4e00-\u9fff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff]")
_MOSTLY = 0.9
"""The share of usual characters in what somebody typed in Chinese."""

_FREE = 0xFFFFFFFA
_OTHER_KINDS = (
    (b"%PDF", "PDF"), (b"\x89PNG", "PNG 图片"), (b"\xff\xd8\xff", "JPG 图片"), (b"GIF8", "GIF 图片"), (b"BM", "BMP 图片"),
    (b"II*\0", "TIF 图片"), (b"MM\0*", "TIF 图片"), (b"Rar!", "RAR 压缩"), (b"7z\xbc\xaf", "7z 压缩"),
)  # fmt: skip
_WAYS = {"图片": "先用 WPS 或扫描软件识别成文字，另存为 .docx 或 .txt 再来", "压缩": "先解压，再用里面的文件"}
"""What to do with such a file, by how its kind ends."""

_OFFICE_KINDS = (("xl/", "Excel"), ("ppt/", "PowerPoint"), ("OFD.xml", "OFD"))
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"


def told(data: bytes, texts: bool = False) -> str:
    """What the bytes themselves say that a file is: `word`, `pdf`, or `text` (Chinese in UTF-8 or GB18030); ""
    where they do not say, and the name must. With `texts` the name tells which kind of text it is.
    """
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith((OLE, ZIP, b"{\\rtf")):
        return "word"
    if texts:
        return ""
    text = _chinese(data[:_SAMPLE], len(data) <= _SAMPLE)
    plain = _HAN.search(text) is not None and not text.lstrip("\ufeff \n\r\t").startswith(("<", "#", ":::"))
    return "text" if plain and not _CONTROL.search(text) else ""


def is_locked(data: bytes) -> bool:
    """Whether it is a new file of Office under a password: an old one that holds it."""
    return data.startswith(OLE) and _OLE_LOCKED in data


def _chinese(sample: bytes, whole: bool) -> str:
    """The beginning of a file as text in UTF-8, or in GB18030 where that makes Chinese of most of it; "" for neither."""
    try:
        return sample.decode("utf-8", "strict" if whole else "ignore")
    except UnicodeDecodeError:
        text = sample.decode("gb18030", "ignore")
    return text if sum(map(_is_usual, text)) > _MOSTLY * len(sample.decode("gb18030", "replace")) else ""


def _is_usual(character: str) -> bool:
    """Whether a character is one of those that most of a Chinese text is made of: the 3755 of level 1 in GB 2312, marks,
    letters and figures.
    """
    coded = character.encode("gb2312", "ignore")
    return character.isascii() or (len(coded) == 2 and (0xB0 <= coded[0] <= 0xD7 or coded[0] in (0xA1, 0xA3)))


def older_format(data: bytes, name: str) -> str:
    """The suffix of the format that the bytes are in, whatever the file's name says: .doc, .rtf,
    .odt, .xml (Word 2003), .html, or .wps where that is the file's name and its form is none of Word's; "" where
    they are none of these, nor to be opened as one.

    Raises:
        InputProblem: it is protected or damaged, or swells beyond all measure.

    """
    if data.startswith(OLE):
        if is_locked(data):
            return ""
        if _OLE_WORD not in data:
            return ".wps" if name.lower().endswith(".wps") else ""
        _refuse_unreadable(data, name)
        return ".doc"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PK") and _ODT in data[:200]:
        opened(data, name).close()
        return ".odt"
    start = data[:4000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"<?xml") and b":worddocument" in start:
        return ".xml"
    return ".html" if start.startswith(b"<") and b"<html" in start else ""


def misnamed(suffix: str, kind: str, older: str) -> str:
    """What a file is whose suffix says something else; "" where it is what its name says.

    `kind` is what it was read as (`told`), `older` the format of a word processor's (`older_format`).
    """
    if kind == "pdf":
        return "" if suffix == ".pdf" else "PDF 文件"
    if kind in ("text", "markdown"):
        return "" if suffix in (".txt", ".md", ".markdown") else "文本文件"
    own = older or ".docx"
    fits = {".htm": ".html", ".wps": own, ".docm": ".docx", ".dotx": ".docx"}.get(suffix, suffix)
    return "" if fits == own or (suffix == ".doc" and older) else f"{own} 文件"


def refuse_others(data: bytes, name: str) -> None:
    """Says what a file is that bears a Word file's name and is none."""
    if not data:
        raise bad_word_file(name, "文件是空的（0 字节）", "重新拷贝或下载一次")
    base = re.split(r"[/\\]", name)[-1]
    if base.startswith("~$"):
        raise bad_word_file(
            name,
            "这是 Word 打开文件时生成的临时文件，不是文稿",
            f"选同一文件夹里名字相近的那一份（*{base[2:]}）",
        )
    if is_locked(data):
        raise _locked(name)
    if data.startswith(OLE):
        raise bad_word_file(name, "不是 Word 文件，或者文件残缺")
    if data.startswith(ZIP) and not zipfile.is_zipfile(io.BytesIO(data)):
        raise _cut_short(name)
    found = next((kind for start, kind in _OTHER_KINDS if data.startswith(start)), "")
    if found:
        raise bad_word_file(
            name,
            f"这其实是 {found} 文件，不是 Word 文件",
            _WAYS.get(found[-2:], "把后缀改对再来，或在原来的程序里另存为 .docx"),
        )


def _refuse_unreadable(data: bytes, name: str) -> None:
    """Says no to a .doc that is locked, or that ends before its own tables do ([MS-CFB] 2.2)."""
    size = 1 << min(int.from_bytes(data[0x1E:0x20], "little"), 12)
    tables = struct.unpack_from("<109I", data, 0x4C) if len(data) > 512 else ()
    sectors = [*(sector for sector in tables if sector < _FREE), int.from_bytes(data[0x30:0x34], "little")]
    if any((sector + 1) * size >= len(data) for sector in sectors):
        raise _cut_short(name)
    fib = next((at for at in range(size, len(data), size) if data[at : at + 2] == _FIB), -1)
    if fib >= 0 and int.from_bytes(data[fib + 10 : fib + 12], "little") & _ENCRYPTED:
        raise _locked(name)


def _locked(name: str) -> InputProblem:
    return bad_word_file(name, "文件加了密码", "用 Word 或 WPS 打开，去掉密码，另存为 .docx 再试")


def _cut_short(name: str) -> InputProblem:
    return bad_word_file(name, "文件不完整，可能没有下载完或拷贝完", "重新拷贝或下载一次")


def office_kind(parts: Iterable[str]) -> str:
    """What an archive of these parts is, as people call it; "" where that is not known."""
    return next((kind for start, kind in _OFFICE_KINDS if any(part.startswith(start) for part in parts)), "")
