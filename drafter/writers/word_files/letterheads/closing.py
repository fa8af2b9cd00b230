"""What a letterhead brings below the text: the signature, which attachments and notes follow, and the imprint, which they
do not (GB/T 9704—2012 7.3.5 to 7.4).
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any

from lxml import etree

from drafter.model.document import Attachment, Block, Document, Paragraph, Role, Text
from drafter.patterns import pattern
from drafter.wordml import W
from drafter.writers.word_files.letterheads.places import said

_SIGNATURE = pattern(r"\{\{\s*(?:落款|成文日期)\s*\}\}")
_IMPRINT = pattern("抄[ \u3000]*送|印[ \u3000]*发")
_LATE = (Role.NOTE, Role.IMPRINT)
_MARK = "\ue000\ue001"
"""Parts what stands in the place of the body from what stands below the signature; no text holds it."""


def above_imprint(paragraph: Any) -> list[Any]:
    """The blocks of a file yet unfilled that stand below the paragraph of the body and above the imprint; that which
    holds this paragraph among others comes first.
    """
    block = _top(paragraph)
    if block is None:
        return []
    for table in block.itersiblings(f"{W}tbl"):
        _part_at_imprint(table)
    below = block.itersiblings(f"{W}p", f"{W}tbl", f"{W}sdt")
    above = list(takewhile(lambda one: not _IMPRINT.search(said(one)), below))
    return above if block is paragraph else [block, *above]


def _part_at_imprint(table: Any) -> None:
    """Makes a table of its own of an imprint that stands below a signature in one table with it."""
    rows = table.findall(f"{W}tr")
    first = next((n for n, row in enumerate(rows) if _IMPRINT.search(said(row))), 0)
    if not first or not any(_SIGNATURE.search(said(row)) for row in rows[:first]):
        return
    other = etree.Element(table.tag, table.attrib)
    for name in ("tblPr", "tblGrid"):
        look = table.find(W + name)
        if look is not None:
            other.append(copy.deepcopy(look))
    other.extend(rows[first:])
    between = etree.Element(f"{W}p")  # tables that touch are one
    table.addnext(between)
    between.addnext(other)


def signed(blocks: Sequence[Any]) -> Any:
    """The last of these blocks that, filled, prints anything; None where none does."""
    return next((one for one in reversed(blocks) if one.getparent() is not None and said(one)), None)


def marked(document: Document, signs: bool) -> Document:
    """The document with a mark where that begins what stands below a signature: a note, attachments, the imprint, and
    where the letterhead `signs` itself the date; what of them stands above something else moves below it.
    """
    blocks = document.blocks
    late = (*_LATE, Role.SIGNING_DATE) if signs else _LATE
    first = next((n for n, one in enumerate(blocks) if isinstance(one, Attachment)), len(blocks))
    above: list[Block] = []
    below: list[Block] = []
    for number, block in enumerate(blocks):
        is_late = number >= first or (isinstance(block, Paragraph) and block.role in late)
        (below if is_late else above).append(block)
    if not below:
        return document
    return Document((*above, Paragraph(Role.BODY, (Text(_MARK),)), *below))


def parted(blocks: list[Any]) -> tuple[list[Any], list[Any], Any]:
    """The blocks above the mark and those below it; and how the section ends that the mark itself ended, or None."""
    at = next((n for n, one in enumerate(blocks) if "".join(one.itertext()) == _MARK), None)
    if at is None:
        return blocks, [], None
    return blocks[:at], blocks[at + 1 :], blocks[at].find(f"{W}pPr/{W}sectPr")


def follow(last: Any, blocks: list[Any], section: Any) -> None:
    """Puts blocks below the last of the signature; `section` ends what stands there until then."""
    if section is not None:
        if last.tag == f"{W}p" and last.find(f"{W}pPr/{W}sectPr") is None:
            _properties(last).append(section)
        else:
            paragraph = etree.Element(f"{W}p")
            _properties(paragraph).append(section)
            blocks = [paragraph, *blocks]
    parent = last.getparent()
    index = parent.index(last) + 1
    for offset, block in enumerate(blocks):
        parent.insert(index + offset, block)


def end_last_section(body: Any) -> None:
    """Lets the section with which the text ends be the last, where another would begin behind it and hold nothing."""
    if body is None or len(body) < 2 or body[-1].tag != f"{W}sectPr":
        return
    before, last = body[-2:]
    found = before.find(f"{W}pPr/{W}sectPr")
    if found is not None:
        body.replace(last, found)


def _properties(paragraph: Any) -> Any:
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        paragraph.insert(0, found)
    return found


def _top(element: Any) -> Any:
    """The block of the body that holds an element, or is it; None where it stands in no body."""
    above = [element, *element.iterancestors()]
    return next((one for one, parent in pairwise(above) if parent.tag == f"{W}body"), None)
