"""The page numbers of a style in a Word file that is not ours (GB/T 9704—2012, 7.5)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from drafter.patterns import pattern
from drafter.wordml import W
from drafter.writers.docx import package
from drafter.writers.word_files.trees import attached

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OURS: Mapping[str, tuple[str, str]] = {
    "default": ("word/footer1.xml", "footerDrafter1.xml"),
    "even": ("word/footer2.xml", "footerDrafter2.xml"),
}
"""By the pages on which a footer stands its name in a prepared package, and in another file."""

_ONLY_NUMBERS = pattern(r"[\s\d—–－\-第页共/.·]*")
_BEFORE_EVEN = pattern(
    "(?:writeProtection|view|zoom|remove|doNotDisplay|displayBackground|print|hide|saveSubset|saveForms|embed|active|attached|link|stylePane|documentType|"
    "mailMerge|revision|track|doNotTrack|documentProtection|autoFormat|styleLock|defaultTab|autoHyph|consecutive|hyphenation|doNotHyph|"
    "showEnvelope|summary|clickAndType|defaultTable|bordersDoNot|gutter|mirror|align|form|proofState|noLine)"
)
"""Children of the settings that stand before `evenAndOddHeaders` (17.15.1.78)."""


def numbered(
    roots: Mapping[str, Any],
    main: str,
    types: str,
    relations: str,
    settings: str,
    base: bytes,
    footers: Sequence[Any],
) -> dict[str, bytes]:
    """New parts with the page numbers of the prepared package `base`, once every section of the text refers to them; none
    where one of its `footers` says something beside a number: it stays.
    """
    root = roots[main]
    sections = [one for one in root.iter(f"{W}sectPr") if one.getparent().tag != f"{W}sectPrChange"]
    if not sections or not all(_ONLY_NUMBERS.fullmatch(_text(footer)) for footer in footers):
        return {}
    ours = {item.name: item.data for item in package.members(base)}
    made: dict[str, bytes] = {}
    for section in sections:
        for old in section.findall(f"{W}footerReference"):
            section.remove(old)
    for pages, (there, name) in _OURS.items():
        part = posixpath.join(posixpath.dirname(main), name)
        made[part] = ours[there]
        known = [one.get("Id") for one in roots[relations] if one.get("Target") == f"/{part}"]
        number = known[0] if known else attached(roots[relations], roots[types], part, _KIND, _TYPE)
        for section in sections:
            _refer(section, "footerReference", pages, number)
            if pages == "default" and section.find(f"{W}titlePg") is not None:
                _refer(section, "footerReference", "first", number)
    for section in sections:  # what stood above every page goes on to
        headers = {one.get(f"{W}type"): one.get(_ID) for one in section.findall(f"{W}headerReference")}
        if "default" in headers and "even" not in headers and not _is_parted(roots[settings]):
            _refer(section, "headerReference", "even", headers["default"])
    _parted(roots[settings])
    return made


def _refer(section: Any, name: str, pages: str, number: str) -> None:
    reference = etree.Element(W + name)
    reference.set(f"{W}type", pages)
    reference.set(_ID, number)
    section.insert(
        sum(one.tag in (f"{W}headerReference", f"{W}footerReference") for one in section), reference
    )


def _is_parted(settings: Any) -> bool:
    return settings.find(f"{W}evenAndOddHeaders") is not None


def _text(footer: Any) -> str:
    return "".join(node.text or "" for node in footer.iter(f"{W}t"))


def _parted(settings: Any) -> None:
    """Odd and even pages have footers of their own."""
    if _is_parted(settings):
        return
    at = 0
    for place, one in enumerate(settings, 1):
        if _BEFORE_EVEN.match(one.tag.rpartition("}")[2]):
            at = place
    settings.insert(at, etree.Element(f"{W}evenAndOddHeaders"))
