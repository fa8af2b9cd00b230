"""The paragraphs of a stretch of an old Word file ([MS-DOC] 2.4.2), each with its runs and what is set for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.readers.old_word import fib, looks
from drafter.readers.old_word.fib import Binary
from drafter.readers.old_word.pieces import Pieces
from drafter.readers.old_word.sprms import NONE, Code, Sprms

_END, _CELL_END, _BREAK = "\r", "\a", "\f"
_PARTS = re.compile("[^\r\a\f]+|[\r\a\f]")

DEEPEST = 32
"""Tables that may stand inside one another; what is deeper is taken to stand there."""


class Run(NamedTuple):
    """Characters of which all have the same set, and the place of the first in the row of all."""

    text: str
    set: Sprms
    place: int


@dataclass(slots=True)
class OldParagraph:
    """One paragraph. `set` is what is set for it, `end` for the mark that ends it; `depth` counts the tables it stands
    in, and it may be the last of a cell or the end of a row, which says nothing.
    """

    runs: list[Run] = field(default_factory=list)
    set: Sprms = NONE
    end: Sprms = NONE
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False


class Paragraphs:
    """Takes stretches of one file for paragraphs.

    Raises:
        UnreadableError: the tables of pieces or of looks are damaged.

    """

    def __init__(self, binary: Binary) -> None:
        self._pieces = Pieces(binary)
        self._characters = looks.of_characters(binary)
        self._paragraphs = looks.of_paragraphs(binary)
        sections, _ = binary.plc(fib.SECTIONS, 12)
        self._section_ends = frozenset(sections)
        self._joined: dict[tuple[int, int], Sprms] = {}

    def between(self, start: int, end: int) -> Iterator[OldParagraph]:
        """The paragraphs from one character to another; a last one without an end is one too."""
        paragraph = OldParagraph()
        for run, byte, width, over in self._runs(start, end):
            at = 0
            for part in _PARTS.findall(run.text):
                place, at = run.place + at, at + len(part)
                said = Run(part, run.set, place)
                after = byte + at * width
                if part[0] in (_END, _CELL_END) or (part == _BREAK and self._ends(place, after, width)):
                    yield self._ended(paragraph, said, self._paragraphs.at(after - width).set, over)
                    paragraph = OldParagraph()
                else:
                    paragraph.runs.append(said)
        if paragraph.runs:
            yield paragraph

    def _runs(self, start: int, end: int) -> Iterator[tuple[Run, int, int, Sprms]]:
        """The characters, cut wherever what is set for them changes; the byte each run stands at, the width of its
        characters, and what its piece sets.
        """
        for piece in self._pieces.between(start, end):
            byte, place = piece.byte, piece.start
            last = piece.byte + (piece.end - piece.start) * piece.width
            while byte < last:
                found = self._characters.at(byte)
                count = max(-(-(min(found.end, last) - byte) // piece.width), 1)
                after = byte + count * piece.width
                text = self._pieces.text(byte, after, piece.width)
                yield Run(text, self._over(piece.over, found.set), place), byte, piece.width, piece.over
                byte, place = after, place + count

    def _ends(self, place: int, after: int, width: int) -> bool:
        """Whether a break of the page ends its paragraph too: that of a section, or one that what is set goes up to."""
        return place + 1 in self._section_ends or self._paragraphs.at(after - width).end == after

    def _over(self, piece: Sprms, found: Sprms) -> Sprms:
        """What is set for characters or a paragraph, under what their piece sets; the same object for the same two."""
        if not piece.of:
            return found
        key = (id(piece.of), id(found.of))
        if key not in self._joined:
            self._joined[key] = piece.over(found)
        return self._joined[key]

    def _ended(self, paragraph: OldParagraph, mark: Run, found: Sprms, over: Sprms) -> OldParagraph:
        """The paragraph with what its mark says of it."""
        own = self._over(over, found)
        depth = own.signed(Code.DEPTH)
        if depth is None or depth < 1:
            depth = int(own.flag(Code.IN_TABLE))
        depth = max(depth + (own.signed(Code.DEEPER) or 0), 0)
        cell = mark.text == _CELL_END and depth > 0
        row = own.flag(Code.ROW_END) or own.flag(Code.INNER_ROW_END)
        paragraph.set, paragraph.end, paragraph.depth = own, mark.set, min(depth, DEEPEST)
        paragraph.ends_row = depth > 0 and row
        paragraph.ends_cell = not paragraph.ends_row and (cell or (depth > 1 and own.flag(Code.INNER_CELL)))
        return paragraph
