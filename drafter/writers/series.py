"""Word files that differ in some paragraphs alone: what they have in common is written, proven and deflated once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from itertools import groupby

from drafter.layout.shared import Kept
from drafter.model.document import Block, Document
from drafter.soundness import is_sound
from drafter.wordml import DOCUMENT
from drafter.writers.docx import package
from drafter.writers.docx.document import CORE, DocxWriter
from drafter.writers.docx.package import Segment
from drafter.writers.docx.properties import Properties, core

_MOST_RUNS = 64
"""Rows of pieces that are kept deflated: as many as lie between the paragraphs that differ, and some more."""


class NotSoundError(ValueError):
    """What was written is no well-formed XML; the part that holds it."""


class Series:
    """Writes documents that have the same blocks in the same places, but for what stands in some of them.

    `first` is one of them; `shared` are the paragraphs that are the same in all.
    """

    def __init__(self, writer: DocxWriter, first: Document, shared: Iterable[Block]) -> None:
        self._writer = writer
        self._written: Kept[str] = Kept(shared)
        pieces = self._pieces(first)
        _prove(pieces, DOCUMENT)
        self._common = frozenset(pieces)
        self._runs: dict[tuple[str, ...], Segment] = {}

    def write(self, document: Document, properties: Properties) -> bytes:
        """A document as a Word file, which depends on nothing but it and the first.

        Raises:
            NotSoundError: something that it says cannot stand in a file.

        """
        pieces = self._pieces(document)
        segments = [
            self._kept(tuple(run)) if common else _fresh(list(run), pieces)
            for common, run in groupby(pieces, self._common.__contains__)
        ]
        about = core(properties)
        _prove([about], CORE)
        return self._writer.packed(
            [package.put_together(DOCUMENT, segments), package.member(CORE, about.encode("utf-8"))]
        )

    def _pieces(self, document: Document) -> list[str]:
        return self._writer.pieces(document, self._written)

    def _kept(self, run: tuple[str, ...]) -> Segment:
        """Pieces that follow one another in many documents, deflated once, and as small as may be."""
        if run not in self._runs:
            if len(self._runs) >= _MOST_RUNS:
                self._runs.clear()
            self._runs[run] = package.segment("".join(run).encode("utf-8"), zlib.Z_BEST_COMPRESSION)
        return self._runs[run]


def _fresh(run: list[str], pieces: Iterable[str]) -> Segment:
    """Pieces of one document alone; a run that is no whole by itself is looked at within the text."""
    said = "".join(run).encode("utf-8")
    if not is_sound(b"<x>%b</x>" % said):
        _prove(pieces, DOCUMENT)
    return package.segment(said)


def _prove(pieces: Iterable[str], part: str) -> None:
    if not is_sound("".join(pieces).encode("utf-8")):
        raise NotSoundError(part)
