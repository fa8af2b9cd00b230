"""A unit's own Word file with places to fill: `{{ 标题 }}` in a line, `{{ 正文 }}` for the body.

The file stays what it is: only the text of its places changes, and where the body goes
paragraphs are put in, in the file's own styles where it has styles of those names. What is
filled in is text, never markup or fields.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from drafter import opc
from drafter.model.document import Document, Role
from drafter.model.stylesheet import Stylesheet
from drafter.patterns import pattern
from drafter.wordml import W
from drafter.writers.docx import package
from drafter.writers.docx.body import BodyWriter
from drafter.writers.docx.oxml import NAMESPACES
from drafter.writers.docx.package import Part
from drafter.writers.docx.sections import Sections
from drafter.writers.word_files.adopted import adopted
from drafter.writers.word_files.comments import serialised
from drafter.writers.word_files.letterheads import closing, places
from drafter.writers.word_files.letterheads.places import PLACE, text_of
from drafter.writers.word_files.letterheads.surroundings import DRAWN, RANGES, beside_body, drawn_texts

BODY = "正文"
_LOGIC = pattern(r"\{%.{0,200}?(?:%\}|$)|\{#.{0,200}?#\}")
_WIDE = pattern(r"[｛{]{2}[^｛｝{}]{0,40}[｝}]{2}|[｛{]\s?[%％][^｛｝{}]{0,200}[%％]\s?[｝}]")
_ALMOST = pattern(r"(?<!\{)\$?\{\s*(?P<one>[^{}\s]{1,20})\s*\}(?!\})|【\s*(?P<other>[^【】\s]{1,20})\s*】")
LOGIC, WIDE = "logic", "wide"
"""What somebody takes for a place that is none: a tag that other programs know; braces of an input method."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to fill: its name, its paragraph (from 1, of its part) and that one's text.

    `in_text`: it stands in the text, and not in a header, a footer or a note. `beside` is what people call that which
    would go with the paragraph of the body; of a place without a name, that in which nothing can be filled. A `slip` is
    no place: `LOGIC` or `WIDE`, and `text` is that alone.
    """

    name: str
    paragraph: int
    text: str
    in_text: bool
    beside: str = ""
    slip: str = ""


@dataclass(slots=True)
class Letterhead:
    """A letterhead that is being filled: the roots of the parts that change, by name, and all of its parts.

    `main` is the part with the text, `styles` the one with the styles.
    """

    roots: Mapping[str, Any]
    parts: Mapping[str, bytes]
    main: str
    styles: str
    _texts: list[tuple[str, int, Any]] = field(default_factory=list)
    _added: Sequence[Part] = ()

    def __post_init__(self) -> None:
        for part, root in self.roots.items():
            self._texts += [(part, n, paragraph) for n, paragraph in enumerate(root.iter(f"{W}p"), 1)]

    def places(self) -> list[Slot]:
        """Every place, in the order of the file; one whose braces do not close, or that stands where nothing can be
        filled, has no name.
        """
        found = []
        for part, number, paragraph in self._texts:
            text = text_of(paragraph)
            slips = list(_slips(text, number, part == self.main))
            if slips:
                found += slips
                continue
            if "{{" in text or "}}" in text:
                names = PLACE.findall(text)
                whole = text.count("{{") == text.count("}}") == len(names)
                found += [
                    Slot(
                        name, number, text, part == self.main, beside_body(paragraph) if name == BODY else ""
                    )
                    for name in (names if whole else [""])
                ]
        drawn = [text for root in self.roots.values() for text in drawn_texts(root) if "{{" in text]
        return found + [Slot("", 0, text, in_text=False, beside=DRAWN) for text in drawn]

    def almost(self, names: Collection[str]) -> list[tuple[int, str]]:
        """What looks like a place for one of these names and is none, in the text, each with its paragraph: {标题}, 【标题】."""
        return [
            (number, match[0])
            for part, number, paragraph in self._texts
            if part == self.main
            for match in _ALMOST.finditer(text_of(paragraph))
            if match["one"] in names or match["other"] in names
        ]

    def fill(
        self,
        values: Mapping[str, str],
        document: Document,
        sheet: Stylesheet,
        base: bytes,
        pages: Sequence[int] = (),
    ) -> bytes:
        """The file with the values in their places and the document's blocks in that of the body, of which there is one.

        `base` is the prepared package of the stylesheet: styles that the file lacks or never uses
        come from it. `pages` are the numbers of a table of contents.
        """
        place = next(one for *_, one in self._texts if BODY in PLACE.findall(text_of(one)))
        signs = any(Role.SIGNATURE.value in PLACE.findall(text_of(one)) for *_, one in self._texts)
        below = closing.above_imprint(place)
        self._fill(values)
        last = closing.signed(below)
        blocks = self._body(
            closing.marked(document, signs) if last is not None else document, sheet, base, pages
        )
        above, below, section = closing.parted(blocks)
        if last is not None:
            closing.follow(last, below, section)
        _put(above, place)
        closing.end_last_section(self.roots[self.main].find(f"{W}body"))
        parts = {**self.parts, **{part: serialised(root) for part, root in self.roots.items()}}
        if self._added:
            parts |= package.related(self._added, opc.relations_of(self.main), parts)
        return package.pack(package.member(name, data) for name, data in parts.items())

    def _fill(self, values: Mapping[str, str]) -> None:
        """Puts the values in their places, but that of the body. Of what stands below the title, and prints nothing
        since it has no value, no empty line is left.
        """
        is_below, empty = False, []
        for part, _, paragraph in self._texts:
            names = PLACE.findall(text_of(paragraph))
            if (
                names
                and BODY not in names
                and places.fill(paragraph, values)
                and is_below
                and part == self.main
            ):
                empty.append(paragraph)
            is_below |= bool({BODY, Role.TITLE.value} & set(names))
        places.drop(empty)

    def _body(self, document: Document, sheet: Stylesheet, base: bytes, pages: Sequence[int]) -> list[Any]:
        """The blocks of the document as elements, in the file's styles."""
        ids = adopted(self.roots, self.styles, base)
        sections = [
            s for s in self.roots[self.main].iter(f"{W}sectPr") if s.getparent().tag != f"{W}sectPrChange"
        ]
        own = etree.tostring(sections[-1], encoding="unicode") if sections else ""
        writer = BodyWriter(sheet, ids, Sections(own, sheet.page))
        written = writer.blocks(document, pages)
        self._added = writer.parts
        return list(etree.fromstring(f"<w:body {NAMESPACES}>{written}</w:body>"))


def _put(blocks: list[Any], paragraph: Any) -> None:
    """Puts the blocks where the paragraph was; what it held beside its text stays there."""
    at = paragraph.getparent()
    index = at.index(paragraph)
    marks = list(paragraph.iter(*RANGES))
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    at.remove(paragraph)
    if section is not None:
        last = etree.SubElement(etree.Element(f"{W}body"), f"{W}p")
        etree.SubElement(last, f"{W}pPr").append(section)
        blocks = [*blocks, last]
    for offset, block in enumerate([*marks, *blocks]):
        at.insert(index + offset, block)


def _slips(text: str, paragraph: int, in_text: bool) -> Iterator[Slot]:
    """What of a paragraph somebody took for a place."""
    if "%" in text or "％" in text or "{#" in text:
        for match in _LOGIC.finditer(text):
            yield Slot("", paragraph, match[0], in_text, slip=LOGIC)
    if "｛" in text or "｝" in text:
        for match in _WIDE.finditer(text):
            if not PLACE.fullmatch(match[0]):
                yield Slot("", paragraph, match[0], in_text, slip=WIDE)
