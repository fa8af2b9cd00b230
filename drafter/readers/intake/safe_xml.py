"""XML from anywhere as a tree, once it is known that it may be one.

The tree is the standard library's: it is there where lxml is not. It has no limits of its own, so the bytes go
through bare expat first, which sees a DTD in whatever encoding it hides and counts what the tree would hold. What is
counted is counted for a file as a whole: an `Allowance` goes from part to part.
"""

from __future__ import annotations

import re
from typing import NoReturn
from xml.etree import ElementTree
from xml.parsers import expat

from drafter.readers.intake import limits

MOST_NODES = 1_000_000
"""Elements and attributes that a file may have; a book of a thousand pages has half as many."""

MOST_BYTES = 30_000_000
"""What one part may have of them: a tree of one long text takes four times as much."""

MOST_DEPTH = 256
"""Elements that may stand inside one another; this bounds whatever goes down the tree by calling itself."""

_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_USUAL = r"http://schemas.openxmlformats.org/\1/2006/\2"
_LONG = 5_000_000
"""Bytes from which on it is worth counting characters: fewer bytes hold no more than the limit."""


class UnsafeXml(ValueError):
    """A part that is not read; says why in words for a person."""


class TooLarge(UnsafeXml):
    """A part that holds more than may be read."""


class Allowance:
    """What is left of the limits for the parts of one file that are still to be read."""

    def __init__(self) -> None:
        self.nodes = MOST_NODES
        self.paragraphs = limits.MOST_PARAGRAPHS
        self.characters = limits.MOST_CHARACTERS


def parsed(data: bytes, allowance: Allowance | None = None) -> ElementTree.Element:
    """The root element, a strict file's namespaces (ISO/IEC 29500-1, 8.1) as the usual ones.

    Raises:
        UnsafeXml: it has a DTD, or is larger or deeper than any text.
        ElementTree.ParseError: it is no XML.

    """
    is_strict = prove(data, allowance)
    try:
        root = ElementTree.fromstring(data)
    except (LookupError, ValueError) as error:
        raise ElementTree.ParseError(str(error)) from error
    return _usual(root) if is_strict else root


def prove(data: bytes, allowance: Allowance | None = None) -> bool:
    """Reads the bytes through without keeping anything; whether they speak in a strict file's names.

    Raises:
        UnsafeXml: it has a DTD, or is larger or deeper than any text.
        ElementTree.ParseError: it is no XML.

    """
    if len(data) > MOST_BYTES:
        raise TooLarge(
            f"里面的一个部件有 {len(data) // 1_000_000} MB，超过 {MOST_BYTES // 1_000_000} MB，为安全起见不读"
        )
    counter = _Counter(allowance or Allowance())
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = counter.start, counter.end
    parser.StartNamespaceDeclHandler = counter.name
    parser.StartDoctypeDeclHandler = _refuse_dtd
    if len(data) > _LONG:
        parser.buffer_text = True
        parser.CharacterDataHandler = counter.text
    try:
        parser.Parse(data, True)
    except UnsafeXml:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:  # an encoding that expat does not know, too
        raise ElementTree.ParseError(str(error)) from error
    return counter.is_strict


class _Counter:
    """Counts what a part would unfold to, and ends the reading where that is more than is left."""

    def __init__(self, left: Allowance) -> None:
        self.left = left
        self.depth = 0
        self.is_strict = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        left = self.left
        left.nodes -= 1 + len(attributes)
        left.paragraphs -= name[-2:] == " p"
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise TooLarge(f"元素套了 {MOST_DEPTH} 层以上，为安全起见不读")
        if left.nodes < 0:
            raise TooLarge(f"内容超过 {MOST_NODES // 10_000} 万个元素，为安全起见不读")
        if left.paragraphs < 0:
            raise TooLarge(f"内容超过 {limits.MOST_PARAGRAPHS // 10_000} 万段，为安全起见不读")

    def end(self, _: str) -> None:
        self.depth -= 1

    def name(self, _: str | None, uri: str | None) -> None:
        """A namespace that is declared: an attribute to whoever keeps them."""
        self.left.nodes -= 1
        self.is_strict = self.is_strict or _STRICT.match(uri or "") is not None

    def text(self, said: str) -> None:
        self.left.characters -= len(said)
        if self.left.characters < 0:
            raise TooLarge(f"文字超过 {limits.MOST_CHARACTERS // 10_000} 万字，为安全起见不读")


def _usual(root: ElementTree.Element) -> ElementTree.Element:
    """The tree with the usual names: as they are parsed, whatever they are written as."""
    for element in root.iter():
        element.tag = _STRICT.sub(_USUAL, element.tag)
        for key, value in list(element.attrib.items()):
            named, means = _STRICT.sub(_USUAL, key), _STRICT.sub(_USUAL, value)
            if (named, means) != (key, value):
                del element.attrib[key]
                element.set(named, means)
    return root


def _refuse_dtd(*_: object) -> NoReturn:
    raise UnsafeXml("Word 文件里夹带了 DTD，不是 Word 写的，为安全起见不读")
