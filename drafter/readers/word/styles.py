"""The styles of a Word file: what their names say that a paragraph is, and what they set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from xml.etree.ElementTree import Element

from drafter import wordml
from drafter.model.document import Role
from drafter.readers.intake import safe_xml
from drafter.readers.word.package import Package
from drafter.wordml import Hiding, W

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\b|目录", re.IGNORECASE)
_ROLES = {
    "title": Role.TITLE, "标题": Role.TITLE, "subtitle": Role.SUBTITLE, "副标题": Role.SUBTITLE, "date": Role.DATE,
    "salutation": Role.SALUTATION, "signature": Role.SIGNATURE, "稿次": Role.STAGE, "讲话人": Role.SPEAKER,
    "主送机关": Role.ADDRESSEE, "成文日期": Role.SIGNING_DATE, "附注": Role.NOTE, "附件说明": Role.ATTACHMENT_NOTE, "caption": Role.CAPTION,
    "题注": Role.CAPTION,
}  # fmt: skip
"""Word's names of styles that say what a paragraph is, in lower case."""

_DEEPEST = 32
"""Styles that may be based on one another; rings end here too."""

_LARGEST_KEPT = 500_000
"""Bytes of the largest part of styles that is kept for the next file with the same."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style by what its name says; `element` is all that it sets. `list` is the `w:numId` of the list that it
    brings, itself or by what it is based on, and `depth` the level there; None where it does not say.
    """

    name: str = ""
    role: Role | None = None
    level: int = 0
    is_contents: bool = False
    list: str | None = None
    depth: int | None = None
    based_on: str = ""
    element: Element = field(default_factory=lambda: Element(f"{W}style"))


_NO_STYLE = Style()


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one file by their identifiers, the one of paragraphs that name none, and the defaults of all.

    `hiding` says which of them hide their text.
    """

    known: Mapping[str, Style]
    default: str = ""
    defaults: Sequence[Element] = ()
    hiding: Hiding = field(default_factory=Hiding)

    def find(self, properties: Element | None) -> Style:
        """The style that the `w:pPr` of a paragraph names, or that of paragraphs which name none."""
        return self.known.get(self.named(properties), _NO_STYLE)

    def named(self, properties: Element | None) -> str:
        """The identifier of that style."""
        own = _value(properties.find(f"{W}pStyle")) if properties is not None else ""
        return own or self.default

    def chain(self, style_id: str) -> Iterator[Element]:
        """The style and those that it is based on, the nearest first."""
        return (style.element for style in _chain(self.known, style_id))


def read(package: Package) -> Styles:
    """The styles of a file; a part that was read before is not read again.

    Raises:
        InputProblem: the part is no XML that may be read.

    """
    part = next(iter(package.related("styles")), "")
    data = package.parts.get(part)
    if not data:
        return Styles({})
    with package.blaming(part):
        return _kept(data) if len(data) <= _LARGEST_KEPT else _styles(safe_xml.parsed(data))


@lru_cache(maxsize=16)
def _kept(data: bytes) -> Styles:
    return _styles(safe_xml.parsed(data))


def _styles(root: Element) -> Styles:
    known: dict[str, Style] = {}
    default, default_table = "", ""
    for element in root.iter(f"{W}style"):
        style_id = element.get(f"{W}styleId", "")
        known[style_id] = _style(element)
        if element.get(f"{W}default") in ("1", "true"):
            kind = element.get(f"{W}type")
            default = style_id if kind == "paragraph" else default
            default_table = style_id if kind == "table" else default_table
    defaults = [found for tag in ("rPr", "pPr") for found in root.iter(f"{W}{tag}Default")]
    always = wordml.is_on(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}vanish"))
    hiding = Hiding(*_hiding(known), default, default_table, always)
    return Styles(_with_lists(known), default, defaults, hiding)


def _style(element: Element) -> Style:
    name = _value(element.find(f"{W}name"))
    heading = _HEADING.fullmatch(name)
    return Style(
        name,
        Role.HEADING if heading else _ROLES.get(name.lower()),
        int(heading[1]) if heading else 0,
        _CONTENTS.match(name) is not None,
        *numbering_of(element.find(f"{W}pPr")),
        _value(element.find(f"{W}basedOn")),
        element,
    )


def numbering_of(properties: Element | None) -> tuple[str | None, int | None]:
    """The list and the level that a `w:pPr` names (17.3.1.19); None for what it does not say."""
    own = properties.find(f"{W}numPr") if properties is not None else None
    if own is None:
        return None, None
    num, level = (own.find(f"{W}{tag}") for tag in ("numId", "ilvl"))
    depth = _value(level)
    return _value(num) or None, int(depth[:3]) if depth.isascii() and depth.isdigit() else None


def _chain(known: Mapping[str, Style], style_id: str) -> Iterator[Style]:
    """A style and those that it is based on, the nearest first."""
    for _ in range(_DEEPEST):
        if style_id not in known:
            return
        yield known[style_id]
        style_id = known[style_id].based_on


def _with_lists(known: Mapping[str, Style]) -> dict[str, Style]:
    """The styles with the lists of those that they are based on, where they name none."""
    found: dict[str, Style] = {}
    for style_id in _bases_first(known):
        style = known[style_id]
        base = found.get(style.based_on, _NO_STYLE)
        if style.list is None:
            depth = base.depth if style.depth is None else style.depth
            style = replace(style, list=base.list, depth=depth)
        found[style_id] = style
    return {style_id: found[style_id] for style_id in known}


def _hiding(known: Mapping[str, Style]) -> tuple[dict[str, bool | None], dict[str, dict[str, bool]]]:
    """Whether the styles hide their text, and of tables their parts, themselves or by what they are based on."""
    hides: dict[str, bool | None] = {}
    tables: dict[str, dict[str, bool]] = {}
    for style_id in _bases_first(known):
        style = known[style_id]
        own = style.element.find(f"{W}rPr/{W}vanish")
        hides[style_id] = wordml.is_on(own) if own is not None else hides.get(style.based_on)
        parts = {
            part.get(f"{W}type", ""): wordml.is_on(part.find(f"{W}rPr/{W}vanish"))
            for part in style.element.iterfind(f"{W}tblStylePr")
            if part.find(f"{W}rPr/{W}vanish") is not None
        }
        base = tables.get(style.based_on, {})
        tables[style_id] = (
            {**base, **parts} if parts else base
        )  # that of a long row of styles is not copied for each
    return hides, {style_id: parts for style_id, parts in tables.items() if parts}


def _bases_first(known: Mapping[str, Style]) -> Iterator[str]:
    """The styles, each after the one that it is based on, however many stand on one another; a ring ends where it
    closes.
    """
    met: set[str] = set()
    for style_id in known:
        row: list[str] = []
        while style_id in known and style_id not in met:
            met.add(style_id)
            row.append(style_id)
            style_id = known[style_id].based_on
        yield from reversed(row)


def _value(element: Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""
