"""The parts of a Word file, opened with care: it may come from anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from drafter.readers.archives import bad_word_file, opened
from drafter.readers.file_kinds import office_kind, refuse_others
from drafter.wordml import DOCUMENT, NAMESPACE
from drafter.zips import UNREADABLE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

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
            raise bad_word_file(self.name, "Word 文件里夹带了 DTD，不是 Word 写的，为安全起见不读")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
        except etree.XMLSyntaxError as error:
            raise bad_word_file(self.name, f"Word 文件已损坏（{part} 读不通）") from error


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
        raise bad_word_file(package.name, "这个 Word 文件存成了“严格”格式，不能当信头")
    if any(_ACTIVE.search(part) for part in package.parts):
        hint = "另存一份不带宏、不带嵌入对象的 .docx 作信头"
        raise bad_word_file(package.name, "这个 Word 文件带有宏或嵌入的对象，不能当信头", hint)
    for part, data in package.parts.items():
        if part.endswith(".rels") and any(not _HARMLESS.search(found) for found in _EXTERNAL.findall(data)):
            hint = "在 Word 里把链接的图片改成嵌入，再另存"
            raise bad_word_file(package.name, "这个 Word 文件里有从别处链接来的内容", hint)
    parts = {
        part: _ATTACHED.sub(b"", data) if part.endswith((".rels", "settings.xml")) else data
        for part, data in package.parts.items()
    }
    return Package(package.name, parts)


def read(data: bytes, name: str) -> Package:
    """The parts of a Word file.

    Raises:
        InputProblem: it is no Word file, is protected or damaged, or swells beyond all measure.

    """
    refuse_others(data, name)
    try:
        with opened(data, name) as archive:
            parts = {
                entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()
            }
    except UNREADABLE as error:
        raise bad_word_file(name, "不是 Word 文件，或已损坏") from error
    if DOCUMENT not in parts:
        kind = office_kind(parts)
        raise bad_word_file(
            name, f"这是 {kind} 文件，不是 Word 文件" if kind else "不是 Word 文件（里面没有正文）"
        )
    return Package(name, parts)
