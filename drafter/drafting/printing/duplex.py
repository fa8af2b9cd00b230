"""The imprint on the last face of a paper that is printed on both sides: an even page (GB/T 9704—2012 7.4; the habit of many
offices, which the standard does not spell out).
"""

from __future__ import annotations

from dataclasses import replace

from drafter.layout.rows import APART, EVEN, PLACE, place_of_imprint, split_rows
from drafter.measuring import paging
from drafter.model.document import Block, Document, Paragraph, Role, Text
from drafter.model.stylesheet import Stylesheet


def settled(document: Document, sheet: Stylesheet) -> Document:
    """The document whose imprint says whether it stands on a page of its own: where an even one is asked for, and the last
    page is odd or holds nothing else.
    """
    lines = [one for one in document.blocks if isinstance(one, Paragraph) and _is_imprint(one)]
    if place_of_imprint(split_rows(lines)) != EVEN:
        return document
    pages = paging.paginate(document, sheet)
    apart = len(pages) % 2 == 1 or all(_is_imprint(piece.block) for piece in pages[-1].pieces)
    return Document(tuple(_placed(one, apart) for one in document.blocks if apart or not _asks(one)))


def _is_imprint(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.IMPRINT


def _asks(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(place_of_imprint(split_rows([block])))


def _placed(block: Block, apart: bool) -> Block:
    if apart and isinstance(block, Paragraph) and _asks(block):
        return replace(block, content=(Text(f"{PLACE}：{APART}"),))
    return block
