"""XML from anywhere as a tree, once it is known that it may be one.

The tree is the standard library's: it is there where lxml is not. It has no limits of its own, so the bytes go
through bare expat first, which sees a DTD in whatever encoding it hides and counts what the tree would hold.
"""

from __future__ import annotations

import re
from typing import NoReturn
from xml.etree import ElementTree
from xml.parsers import expat

MOST_NODES = 1_000_000
"""Elements and attributes that a part may have; a book of a thousand pages has half as many."""

MOST_DEPTH = 256
"""Elements that may stand inside one another; this bounds whatever goes down the tree by calling itself."""

_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_STRICT_BYTES = re.compile(_STRICT.pattern.encode())
_STRICT_TEXT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class UnsafeXml(ValueError):
    """A part that is not read; says why in words for a person."""


def parsed(data: bytes) -> ElementTree.Element:
    """The root element, a strict file's namespaces (ISO/IEC 29500-1, 8.1) as the usual ones.

    Raises:
        UnsafeXml: it has a DTD, or is larger or deeper than any text.
        ElementTree.ParseError: it is no XML.

    """
    prove(data)
    try:
        return ElementTree.fromstring(usual(data))
    except (LookupError, ValueError) as error:
        raise ElementTree.ParseError(str(error)) from error


def prove(data: bytes) -> None:
    """Reads the bytes through without keeping anything.

    Raises:
        UnsafeXml: it has a DTD, or is larger or deeper than any text.
        ElementTree.ParseError: it is no XML.

    """
    nodes = depth = 0

    def start(_: str, attributes: dict[str, str]) -> None:
        nonlocal nodes, depth
        nodes += 1 + len(attributes)
        depth += 1
        if depth > MOST_DEPTH:
            raise UnsafeXml(f"元素套了 {MOST_DEPTH} 层以上，为安全起见不读")
        if nodes > MOST_NODES:
            raise UnsafeXml(f"内容超过 {MOST_NODES // 10_000} 万个元素，为安全起见不读")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = _refuse_dtd
    try:
        parser.Parse(data, True)
    except UnsafeXml:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:  # an encoding that expat does not know, too
        raise ElementTree.ParseError(str(error)) from error


def usual(data: bytes) -> bytes | str:
    """The bytes with the usual namespaces; as text where they are UTF-16."""
    if data.startswith(_UTF16):
        return _STRICT.sub(r"http://schemas.openxmlformats.org/\1/2006/\2", data.decode("utf-16"))
    if b"purl.oclc.org" not in data:
        return data
    return _STRICT_BYTES.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)


def _refuse_dtd(*_: object) -> NoReturn:
    raise UnsafeXml("Word 文件里夹带了 DTD，不是 Word 写的，为安全起见不读")


def is_strict(data: bytes) -> bool:
    """Whether a part speaks of Word's texts by their strict name, in whatever encoding."""
    if data.startswith(_UTF16):
        data = data.decode("utf-16", "replace").encode(errors="replace")
    return _STRICT_TEXT in data
