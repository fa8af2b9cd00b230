"""A Word file set anew in a style, where it stands: the words, pictures, tables, formulas, notes and changes in it stay."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from drafter.model.stylesheet import Page, Stylesheet
from drafter.records import Record
from drafter.wordml import W, stands_in_line
from drafter.writers.docx import package as packing
from drafter.writers.word_files import cleaned
from drafter.writers.word_files.adopted import adopted
from drafter.writers.word_files.comments import serialised

_FOUGHT = frozenset(
    W + name for name in (
        "pStyle", "keepNext", "keepLines", "widowControl", "shd", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
        "autoSpaceDN", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "jc", "textAlignment",
        "outlineLvl",
    )
)  # fmt: skip
"""Properties of a paragraph that a style decides."""

_FOUGHT_IN_RUNS = frozenset(
    W + name for name in ("rFonts", "sz", "szCs", "spacing", "w", "kern", "position", "color", "shd")
)
_STRONG = frozenset(W + name for name in ("b", "bCs"))
_AFTER_INDENT = frozenset(
    W + name
    for name in (
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
        "jc",
        "textDirection",
        "textAlignment",
        "textboxTightWrap",
        "outlineLvl",
        "divId",
        "cnfStyle",
        "rPr",
        "sectPr",
        "pPrChange",
    )
)


class Setting(Record):
    """How a paragraph (its number from 1) is set: in a style of the stylesheet, "" for one that stays as it is; `empty`: it
    only makes room; `before` are lines above it, None where the style decides; of what it says so many characters (`lead`)
    are a lead sentence of this level.
    """

    paragraph: int
    style: str = ""
    empty: bool = False
    before: float | None = None
    text: str = ""
    lead: int = 0
    level: int = 0


def laid(
    parts: Mapping[str, bytes],
    roots: Mapping[str, Any],
    main: str,
    styles: str,
    settings: Sequence[Setting],
    sheet: Stylesheet,
    base: bytes,
) -> bytes:
    """The file of these parts, with the roots of its text and its styles, in the look of the stylesheet, whose prepared
    package is `base`.
    """
    ids = adopted(roots, styles, base, keep_used=False)
    _chinese(roots[styles])
    _Layer(roots[main], sheet, ids).lay(settings)
    changed = {part: serialised(root) for part, root in roots.items()}
    return packing.pack(packing.member(name, changed.get(name, data)) for name, data in parts.items())


def _chinese(styles: Any) -> None:
    """Marks stand as in Chinese: 。 in the corner, not in the middle."""
    properties = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if properties is None:
        return
    language = properties.find(f"{W}lang")
    if language is None:
        language = etree.SubElement(properties, f"{W}lang")
    language.set(f"{W}eastAsia", "zh-CN")


class _Layer:
    """Lays the paragraphs of one document."""

    def __init__(self, root: Any, sheet: Stylesheet, ids: Mapping[str, str]) -> None:
        self._root = root
        self._sheet = sheet
        self._ids = ids

    def lay(self, settings: Sequence[Setting]) -> None:
        """Sets every paragraph, and the pages."""
        every = dict(enumerate(self._root.iter(f"{W}p"), 1))
        for one in settings:
            paragraph = every[one.paragraph]
            if one.empty:
                cleaned.drop(paragraph)
            elif one.style:
                before = "" if one.before is None else str(round(one.before * self._sheet.page.line))
                self._set(paragraph, one.style, before)
                if one.style != "table":
                    cleaned.unindent(paragraph)
                if one.lead:
                    self._lead(paragraph, one)
                cleaned.join(paragraph)
        for section in list(self._root.iter(f"{W}sectPr")):
            if section.getparent().tag != f"{W}sectPrChange":
                _paged(section, self._sheet.page)

    def _set(self, paragraph: Any, name: str, before: str) -> None:
        """A paragraph in a style, without what fights it."""
        look = self._sheet.paragraphs[name]
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        numbered = properties.find(f"{W}numPr") is not None
        centred = name == "table" and properties.find(f"{W}jc")
        for one in [one for one in properties if one.tag in _FOUGHT and one is not centred]:
            properties.remove(one)
        style = etree.Element(f"{W}pStyle")
        style.set(f"{W}val", self._ids[look.word_name])
        properties.insert(0, style)
        if stands_in_line(paragraph):  # an exact pitch would cut it off
            _put(properties, "spacing", **({"before": before} if before else {}), line="240", lineRule="auto")
        elif before:
            _put(properties, "spacing", before=before)
        if numbered and name != "table":  # a list has indents of its own, which beat a style's
            width = self._sheet.char_width(look.size)
            _put(
                properties,
                "ind",
                left=str(round(look.left * width)),
                firstLine=str(round(look.first_line * width)),
            )
        _plain(properties.find(f"{W}rPr"), strong=True)
        for run in paragraph.iter(f"{W}r"):
            if next(run.iterancestors(f"{W}p")) is paragraph:
                _plain(run.find(f"{W}rPr"), strong=name.startswith("heading") or name == "title")

    def _lead(self, paragraph: Any, one: Setting) -> None:
        """The lead sentence in the look of its level."""
        style = self._sheet.characters.get(f"lead{one.level}")
        typed = _text(paragraph)
        left = next(
            (end for end in range(one.lead, 0, -1) if one.text[one.lead - end : one.lead] == typed[:end]), 0
        )
        if style is None or not left:  # a number that Word makes is in no run
            return
        for run in [run for run in paragraph if run.tag == f"{W}r"]:
            said = "".join(node.text or "" for node in run if node.tag == f"{W}t")
            if any(node.tag not in (f"{W}rPr", f"{W}t") for node in run) or left <= 0:
                return
            if len(said) > left:
                rest = copy.deepcopy(run)
                cleaned.say(run, said[:left])
                cleaned.say(rest, said[left:])
                run.addnext(rest)
            _styled(run, self._ids[style.word_name])
            left -= len(said)


def _text(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t"))


def _styled(run: Any, style_id: str) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for old in properties.findall(f"{W}rStyle"):
        properties.remove(old)
    style = etree.Element(f"{W}rStyle")
    style.set(f"{W}val", style_id)
    properties.insert(0, style)


def _plain(properties: Any, strong: bool) -> None:
    """Run properties without what a style decides; `strong`: boldness too."""
    if properties is None:
        return
    for one in [one for one in properties if one.tag in _FOUGHT_IN_RUNS or (strong and one.tag in _STRONG)]:
        properties.remove(one)


def _put(properties: Any, name: str, **values: str) -> None:
    """A property at its place in the schema's order (17.3.1.26), before those that follow it."""
    made = etree.Element(W + name)
    for key, value in values.items():
        made.set(W + key, value)
    later = _AFTER_INDENT | ({f"{W}ind"} if name == "spacing" else set())
    at = next((place for place, one in enumerate(properties) if one.tag in later), len(properties))
    properties.insert(at, made)


def _paged(section: Any, page: Page) -> None:
    """The paper and the grid of a section, lying where it lies."""
    size = section.find(f"{W}pgSz")
    lies = size is not None and size.get(f"{W}orient") == "landscape"
    if lies:
        wide, high = page.height, page.width
        top, right, bottom, left, gutter = page.left, page.top, page.right, page.bottom, 0
    else:
        wide, high = page.width, page.height
        top, right, bottom, left = page.top, page.right, page.bottom, page.left - page.gutter
        gutter = page.gutter
    said: Mapping[str, Mapping[str, object]] = {
        "pgSz": {"w": wide, "h": high, **({"orient": "landscape"} if lies else {})},
        "pgMar": {"top": top, "right": right, "bottom": bottom, "left": left, "header": page.footer, "footer": page.footer, "gutter": gutter},
        "docGrid": {"type": "lines", "linePitch": page.line},
    }  # fmt: skip
    for name, values in said.items():
        one = section.find(W + name)
        if one is None:
            one = etree.Element(W + name)
            order = _SECTION[: _SECTION.index(name)]
            at = 1 + max(
                (n for n, other in enumerate(section) if other.tag.rpartition("}")[2] in order), default=-1
            )
            section.insert(at, one)
        for key in list(one.attrib):
            del one.attrib[key]
        for key, value in values.items():
            one.set(W + key, str(value))


_SECTION = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType",
    "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
)  # fmt: skip
"""The children of a section in the schema's order (17.6.17)."""
