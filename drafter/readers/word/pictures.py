"""The raster pictures in the text of a Word file, whole, with the place and the width they have there."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from drafter import opc, wordml
from drafter.measures import EMUS_PER_TWIP
from drafter.model.document import Image
from drafter.readers import images
from drafter.readers.word.package import Package
from drafter.records import Record
from drafter.wordml import BOX, PARAGRAPH, W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What older programs are shown in place of what stands beside it."""

_GONE = (f"{W}del", f"{W}moveFrom")


class Shown(Record):
    """A picture in the text: its paragraph (from 1), what it is, and how wide it is shown, in twips, 0 where that is
    not said.
    """

    paragraph: int
    image: Image
    width: int


def found(package: Package) -> list[Shown]:
    """The pictures of the text in their order; those that Word alone can show, or that are linked, are left out.

    Raises:
        InputProblem: the part with the text is damaged.

    """
    named = _images(package)
    shown: list[Shown] = []
    older = {id(one) for way in package.text().iter(_FALLBACK) for one in way.iter(PARAGRAPH)}
    for number, paragraph in enumerate(package.text().iter(PARAGRAPH), 1):
        for of, width in _in(paragraph) if id(paragraph) not in older else ():
            part = named.get(of, "")
            data = package.parts[part] if part else b""
            image = images.read(data) if 0 < len(data) <= images.LARGEST else None
            if image is not None:
                shown.append(Shown(number, image, width))
    return shown


def _is_hidden(element: Element) -> bool:
    """Whether it is a run that does not print."""
    return element.tag == f"{W}r" and wordml.is_on(element.find(f"{W}rPr/{W}vanish"))


def _images(package: Package) -> dict[str, str]:
    """The parts of images by the ids of their relationships to the text."""
    root = package.xml(package.relations_part)
    found: dict[str, str] = {}
    for relation in root.iter(opc.RELATION) if root is not None else ():
        part = opc.target_of(package.main, relation.get("Target", ""))
        if relation.get("TargetMode") != "External" and part in package.parts:
            found[relation.get("Id", "")] = part
    return found


def _in(paragraph: Element) -> Iterator[tuple[str, int]]:
    """What stands in a paragraph itself, none of those inside it: the id of the relationship, and the width."""
    pending = list(reversed(list(paragraph)))
    width = 0
    while pending:
        element = pending.pop()
        if element.tag in (PARAGRAPH, BOX, *_GONE) or _is_hidden(element):
            continue
        if element.tag == f"{_WP}extent":
            size = element.get("cx", "")
            width = int(size) // EMUS_PER_TWIP if size.isdecimal() and len(size) < 12 else 0
        elif element.tag == f"{_A}blip":
            yield element.get(f"{_R}embed", ""), width
        elif element.tag == f"{_VML}imagedata":
            yield element.get(f"{_R}id", ""), 0
        pending += reversed(wordml.children(element))
