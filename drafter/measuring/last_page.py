"""How a text ends: what of its last page looks unfinished, and the pitch of lines that pulls it together.

A page has 22 lines, and under special circumstances a few more or less (GB/T 9704—2012 5.2.3); where a seal finds no
room, spacing is adjusted (7.3.5.5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from drafter.layout.rows import APART, place_of_imprint, split_rows
from drafter.layout.shared import Kept
from drafter.measuring.bands import Band
from drafter.measuring.heights import bands
from drafter.measuring.paging import Page, Piece, filled, paginate
from drafter.measuring.widths import CHINESE_FONTS
from drafter.model.document import Block, Document, PageBreak, Paragraph, Role
from drafter.model.stylesheet import Stylesheet
from drafter.records import Record

LONE_LINE = "最后一页只有一行"
LONE_IMPRINT = "最后一页只有版记"
LEFT_EMPTY = "落款前空了半页"

_LARGEST_SHARE = 0.05
"""Of the pitch of lines, by how much it may change: one line of twenty-two."""

_FILLED = 0.6
"""How much of the page before a signature has to be filled, at least."""

_MOST_FAULTS = 1000
"""Endings that are remembered: paragraphs take a line more or less, in so many ways together."""

_SIGNED = frozenset((Role.SIGNATURE, Role.SEALED_SIGNATURE, Role.SIGNER, Role.SIGNING_DATE))


class Ending(Record):
    """The look in which a document is set, what its last page looked like in the one that was asked for, and whether
    it still does; both "" where nothing is at fault.
    """

    sheet: Stylesheet
    fault: str = ""
    left: str = ""


def pulled_together(document: Document, sheet: Stylesheet) -> Ending:
    """The document's look with a line more or less a page, where that mends how it ends."""
    return _ending(sheet, lambda look: find_fault(document, look))


class Endings:
    """How documents end in a look that have the same blocks in the same places, some of them `shared` by all: those whose
    own paragraphs take as many lines as another's end as it does.
    """

    def __init__(self, sheet: Stylesheet, shared: Iterable[Block]) -> None:
        self._sheet = sheet
        self._shared = tuple(shared)
        self._kept: dict[int, Kept[Band]] = {}
        self._faults: dict[tuple[object, ...], str] = {}

    def find(self, document: Document) -> Ending:
        """As `pulled_together`."""
        return _ending(self._sheet, lambda look: self._fault(document, look))

    def _fault(self, document: Document, sheet: Stylesheet) -> str:
        """As `find_fault`."""
        line = sheet.page.line
        if line not in self._kept:
            self._kept[line] = Kept(self._shared)
        kept = self._kept[line].get
        found = bands(document, sheet, CHINESE_FONTS, self._kept[line])
        own = (_shape(band) for band in found if kept(band.block) is not band)
        shapes = (line, _stands_apart(document), *own)
        if shapes not in self._faults:
            if len(self._faults) >= _MOST_FAULTS:
                self._faults.clear()
            self._faults[shapes] = _fault_of(filled(found, sheet), document, sheet)
        return self._faults[shapes]


def _shape(band: Band) -> tuple[object, ...]:
    """All of a band that has a say in where it stands."""
    heights = tuple(band.heights), len(band.ends), band.before, band.after, band.repeated, band.pitch
    return *heights, band.whole, band.with_next, band.new_page, band.lying


def _ending(sheet: Stylesheet, fault_in: Callable[[Stylesheet], str]) -> Ending:
    """The look, or one near it, in which there is no fault."""
    fault = fault_in(sheet)
    if not fault:
        return Ending(sheet)
    for lines in (sheet.page.lines + 1, sheet.page.lines - 1):
        other = _with_lines(sheet, lines)
        if other is not None and not fault_in(other):
            return Ending(other, fault)
    return Ending(sheet, fault, fault)


def find_fault(document: Document, sheet: Stylesheet) -> str:
    """What of the last page looks unfinished, in one of the words above; "" where nothing does."""
    return _fault_of(paginate(document, sheet), document, sheet)


def _fault_of(pages: list[Page], document: Document, sheet: Stylesheet) -> str:
    if len(pages) == 1:
        return ""
    if all(_role(piece.block) is Role.IMPRINT for piece in pages[-1].pieces):
        # After a page on its side it has no other place; on an even page of its own, no empty one before it, it was asked for.
        asked = _stands_apart(document) and len(pages) % 2 == 0
        if not asked:
            return "" if pages[-2].lying else LONE_IMPRINT
    text = set(map(id, document.blocks))  # without attachments
    last = next((n for n in reversed(range(len(pages))) if _own(pages[n], text)), 0)
    own = _own(pages[last], text)
    if last and sum(piece.last - piece.first for piece in own) == 1:
        return LONE_LINE
    signed = any(_role(piece.block) in _SIGNED for piece in own)
    if last and signed and pages[last - 1].used < _FILLED * _height(sheet) and not _is_parted(document):
        return LEFT_EMPTY
    return ""


def _stands_apart(document: Document) -> bool:
    lines = [one for one in document.blocks if isinstance(one, Paragraph) and one.role is Role.IMPRINT]
    return place_of_imprint(split_rows(lines)) == APART


def _is_parted(document: Document) -> bool:
    """Whether somebody began a page where he wanted to."""
    return any(isinstance(block, PageBreak) for block in document.blocks)


def _own(page: Page, text: set[int]) -> list[Piece]:
    return [
        piece
        for piece in page.pieces
        if id(piece.block) in text and _role(piece.block) not in (None, Role.IMPRINT)
    ]


def _role(block: object) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None


def _height(sheet: Stylesheet) -> int:
    """Twips of the type area from above to below."""
    return sheet.page.height - sheet.page.top - sheet.page.bottom


def _with_lines(sheet: Stylesheet, lines: int) -> Stylesheet | None:
    """The look with so many lines a page; None where they would be too far from its own."""
    pitch = _height(sheet) // max(lines, 1)
    if abs(pitch - sheet.page.line) > sheet.page.line * _LARGEST_SHARE:
        return None
    return replace(sheet, page=replace(sheet.page, line=pitch, lines=lines))
