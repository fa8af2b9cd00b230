"""The elements of a tracked change: what is gone, what is new, the end of a paragraph that is either (ECMA-376 17.13.5)."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from lxml import etree

from drafter import wordml
from drafter.wordml import PARAGRAPH, RUN, W
from drafter.writers.word_files.cuts import SPACE, text_element

_NUMBERED = ("ins", "del", "moveFrom", "moveTo", "bookmarkStart", "commentRangeStart", "comment")
_INSERTED = (f"{W}ins", f"{W}moveTo")
_NOT_KEPT = ("sectPr", "numPr", "rPr", "pPrChange")
"""What a paragraph that is gone does not bring along."""


class Pen:
    """Writes changes into one document, in one person's name; each has a number of its own (17.13.5)."""

    def __init__(self, root: Any, author: str, date: str) -> None:
        self._author, self._date = author, date
        taken = (one.get(f"{W}id", "") for name in _NUMBERED for one in root.iter(W + name))
        self._next = max((int(said) for said in taken if said.isdecimal() and len(said) < 10), default=0)

    def revision(self, kind: str) -> Any:
        """An element of this kind, with who made it."""
        self._next += 1
        element = etree.Element(W + kind)
        element.set(f"{W}id", str(self._next))
        element.set(f"{W}author", self._author)
        if self._date:
            element.set(f"{W}date", f"{self._date}T00:00:00Z")
        return element

    def gone(self, text: str, look: Any) -> Any:
        """Characters that are not there any more."""
        deleted = self.revision("del")
        for number, part in enumerate(text.split(wordml.LINE_END)):
            if number:
                etree.SubElement(etree.SubElement(deleted, RUN), f"{W}br")
            if part:
                run = etree.SubElement(deleted, RUN)
                if look is not None:
                    run.append(copy.deepcopy(look))
                words = etree.SubElement(run, f"{W}delText")
                words.text = part
                words.set(SPACE, "preserve")
        return deleted

    def end(self, paragraph: Any, kind: str) -> None:
        """Marks the end of a paragraph (17.13.5.15, 17.13.5.20)."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            behind = next(
                (one for name in ("sectPr", "pPrChange") if (one := properties.find(W + name)) is not None),
                None,
            )
            properties.append(look) if behind is None else behind.addprevious(look)
        if look.find(W + kind) is None:
            look.insert(0, self.revision(kind))

    def insert_all(self, paragraph: Any) -> None:
        """All that a paragraph says as inserted."""
        self.insert([run for run in paragraph.iter(RUN) if _paragraph_of(run) is paragraph])

    def moved_here(self, paragraph: Any, name: str) -> None:
        """A whole paragraph as moved here from where the same name stands (17.13.5.25)."""
        self.end(paragraph, "moveTo")
        self.insert([run for run in paragraph.iter(RUN) if _paragraph_of(run) is paragraph], "moveTo")
        self._range(paragraph, "moveTo", name)

    def moved_away(self, paragraph: Any, text: str, name: str) -> None:
        """An empty paragraph as what was moved away, to where the same name stands (17.13.5.22)."""
        self.end(paragraph, "moveFrom")
        for part in text.split(wordml.LINE_END):
            moved = self.revision("moveFrom")
            etree.SubElement(moved, RUN).append(text_element(part))
            paragraph.append(moved)
        self._range(paragraph, "moveFrom", name)

    def _range(self, paragraph: Any, kind: str, name: str) -> None:
        """The range of a move: its ends name it by its number alone."""
        start, end = self.revision(f"{kind}RangeStart"), etree.Element(f"{W}{kind}RangeEnd")
        start.set(f"{W}name", name)
        end.set(f"{W}id", start.get(f"{W}id"))
        properties = paragraph.find(f"{W}pPr")
        properties.addnext(start)
        paragraph.append(end)

    def insert(self, runs: Sequence[Any], kind: str = "ins") -> None:
        """Runs as inserted, neighbours together; what somebody inserted before stays his."""
        wrapper: Any = None
        for run in runs:
            if run.getparent().tag in _INSERTED:
                wrapper = None
                continue
            if wrapper is None or run.getprevious() is not wrapper:
                wrapper = self.revision(kind)
                run.addprevious(wrapper)
            wrapper.append(run)


def kept_properties(there: Any) -> Any:
    """The properties of a paragraph for one that is gone: neither its list nor its section."""
    kept = copy.deepcopy(there)
    for name in _NOT_KEPT:
        for one in kept.findall(W + name):
            kept.remove(one)
    return kept


def _paragraph_of(element: Any) -> Any:
    while element is not None and element.tag != PARAGRAPH:
        element = element.getparent()
    return element


def put(paragraph: Any, made: Any, behind: Any) -> None:
    """Puts what is gone before a run, outside of what somebody inserted there; at the end for none."""
    if behind is None:
        paragraph.append(made)
        return
    holder = behind.getparent()
    (holder if holder.tag in _INSERTED else behind).addprevious(made)
