"""The parts of a Word file, opened with care: it may come from anywhere."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from drafter.problems import InputProblem, Place, Problem
from drafter.wordml import DOCUMENT, NAMESPACE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError,
    OSError, ValueError,
)  # fmt: skip
"""All that reading a damaged or foreign zip file can raise."""

_OLE = b"\xd0\xcf\x11\xe0"
_OLE_WORD = "WordDocument".encode("utf-16-le")
_OLE_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_MOST_PARTS = 2_000
_MOST_BYTES = 100_000_000
_LARGEST_PART = 50_000_000
_MOST_RATIO = 200
_SMALL = 10_000_000
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = NAMESPACE.encode()


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file by its parts, in the order of the file; `name` is for messages."""

    name: str
    parts: Mapping[str, bytes]

    def xml(self, part: str) -> Any:
        """The root element of a part; None where the file has no such part.

        Raises:
            InputProblem: the part is no XML that may be read.

        """
        data = self.parts.get(part)
        if data is None:
            return None
        if b"<!DOCTYPE" in data[:2000].upper() or b"<!ENTITY" in data:
            raise _wrong(self.name, "Word 文件里夹带了 DTD，不是 Word 写的，为安全起见不读")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
        except etree.XMLSyntaxError as error:
            raise _wrong(self.name, f"Word 文件已损坏（{part} 读不通）") from error


_ACTIVE = re.compile(r"vbaProject|/embeddings/|/activeX/|afchunk", re.IGNORECASE)
_EXTERNAL = re.compile(rb'<Relationship [^>]*TargetMode="External"[^>]*/>')
_HARMLESS = re.compile(rb'/relationships/(?:hyperlink|attachedTemplate)"')
_ATTACHED = re.compile(rb'<Relationship [^>]*/attachedTemplate"[^>]*/>|<w:attachedTemplate [^>]*/>')


def without_reach(package: Package) -> Package:
    """The package without the template that it was made from: nothing in it reaches outside.

    Raises:
        InputProblem: it carries macros or embedded objects, or takes its pictures from elsewhere.

    """
    if _STRICT in package.parts[DOCUMENT]:
        raise _wrong(package.name, "这个 Word 文件存成了“严格”格式，不能当信头")
    if any(_ACTIVE.search(part) for part in package.parts):
        hint = "另存一份不带宏、不带嵌入对象的 .docx 作信头"
        raise _wrong(package.name, "这个 Word 文件带有宏或嵌入的对象，不能当信头", hint)
    for part, data in package.parts.items():
        if part.endswith(".rels") and any(not _HARMLESS.search(found) for found in _EXTERNAL.findall(data)):
            hint = "在 Word 里把链接的图片改成嵌入，再另存"
            raise _wrong(package.name, "这个 Word 文件里有从别处链接来的内容", hint)
    parts = {
        part: _ATTACHED.sub(b"", data) if part.endswith((".rels", "settings.xml")) else data
        for part, data in package.parts.items()
    }
    return Package(package.name, parts)


def older_format(data: bytes, name: str) -> str:
    """The suffix of the format that the bytes are in, whatever the file's name says: .doc, .rtf,
    .odt, .xml (Word 2003) or .html; "" where they are none of these, nor to be opened as one.

    Raises:
        InputProblem: it is damaged, or swells beyond all measure.

    """
    if data.startswith(_OLE):
        return ".doc" if _OLE_WORD in data and _OLE_LOCKED not in data else ""
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PK") and _ODT in data[:200]:
        _opened(data, name).close()
        return ".odt"
    start = data[:4000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"<?xml") and b":worddocument" in start:
        return ".xml"
    return ".html" if start.startswith(b"<") and b"<html" in start else ""


def read(data: bytes, name: str) -> Package:
    """The parts of a Word file.

    Raises:
        InputProblem: it is no Word file, is protected or damaged, or swells beyond all measure.

    """
    if data.startswith(_OLE):
        raise _wrong(
            name, "这是旧格式（.doc）、加了密码或残缺的文件", "用 Word 或 WPS 打开，去掉密码，另存为 .docx"
        )
    try:
        with _opened(data, name) as archive:
            parts = {
                entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()
            }
    except _UNREADABLE as error:
        raise _wrong(name, "不是 Word 文件，或已损坏") from error
    if DOCUMENT not in parts:
        raise _wrong(name, "不是 Word 文件（里面没有正文）")
    return Package(name, parts)


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, once it is known that it may be unpacked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE as error:
        raise _wrong(name, "不是 Word 文件，或已损坏") from error
    _refuse_bombs(archive.infolist(), name)
    return archive


def _refuse_bombs(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Says no to a file that would fill the memory, before anything is inflated."""
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    largest = max((entry.file_size for entry in entries), default=0)
    swollen = total > _SMALL and total / packed > _MOST_RATIO
    if len(entries) > _MOST_PARTS or total > _MOST_BYTES or largest > _LARGEST_PART or swollen:
        raise _wrong(name, "解开后大得不正常，为安全起见不读", "确认来源；是自己的文件就在 Word 里另存一份")


def _wrong(name: str, message: str, hint: str = "用 Word 或 WPS 打开，另存为 .docx 再试") -> InputProblem:
    return InputProblem(Problem("bad-word-file", message, Place(name), hint=hint))
