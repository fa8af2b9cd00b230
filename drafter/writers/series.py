"""Word files that differ in some paragraphs alone: what they have in common is written, proven and deflated once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby

from drafter.layout.shared import Kept
from drafter.model.document import Block, Document
from drafter.soundness import is_sound
from drafter.wordml import DOCUMENT
from drafter.writers.docx import package
from drafter.writers.docx.document import CORE, DocxWriter
from drafter.writers.docx.package import Segment
from drafter.writers.docx.properties import Properties, core

_SHORT = 1000
"""Characters of XML that are sooner deflated with what stands beside them than copied."""


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
        self._most = 2 * len(pieces)  # as many as one document can have, and as many again

    def write(self, document: Document, properties: Properties) -> bytes:
        """A document as a Word file, which depends on nothing but it and the first.

        Raises:
            NotSoundError: something that it says cannot stand in a file.

        """
        pieces = self._pieces(document)
        if self._writer.needs_parts:
            _prove(pieces, DOCUMENT)
            return self._writer.write(document, properties)
        segments = [
            self._kept(run) if common else _fresh(run, pieces) for common, run in self._runs_of(pieces)
        ]
        about = core(properties)
        _prove([about], CORE)
        return self._writer.packed(
            [package.put_together(DOCUMENT, segments), package.member(CORE, about.encode("utf-8"))]
        )

    def needs_parts(self, document: Document) -> bool:
        """Whether the document needs parts of its own beside its text."""
        self._pieces(document)
        return self._writer.needs_parts

    def _pieces(self, document: Document) -> list[str]:
        return self._writer.pieces(document, self._written)

    def _runs_of(self, pieces: list[str]) -> Iterator[tuple[bool, tuple[str, ...]]]:
        """The pieces in rows, those that many documents have, and are worth to be copied, apart from the others. The first
        and the last stand alone: what is between them is whole elements.
        """
        first, *between, last = pieces
        own: list[str] = []
        yield True, (first,)
        for common, group in groupby(between, self._common.__contains__):
            run = tuple(group)
            if not common or sum(map(len, run)) < _SHORT:
                own += run
                continue
            if own:
                yield False, tuple(own)
                own = []
            yield True, run
        if own:
            yield False, tuple(own)
        yield True, (last,)

    def _kept(self, run: tuple[str, ...]) -> Segment:
        """Pieces that follow one another in many documents, deflated once, and as small as may be."""
        if run not in self._runs:
            if len(self._runs) > self._most:
                self._runs.clear()
            self._runs[run] = package.segment("".join(run).encode("utf-8"), zlib.Z_BEST_COMPRESSION)
        return self._runs[run]


def _fresh(run: tuple[str, ...], pieces: Iterable[str]) -> Segment:
    """Pieces of one document alone; a run that is no whole by itself is looked at within the text."""
    said = "".join(run).encode("utf-8")
    if not is_sound(b"<x>%b</x>" % said):
        _prove(pieces, DOCUMENT)
    return package.segment(said)


def _prove(pieces: Iterable[str], part: str) -> None:
    if not is_sound("".join(pieces).encode("utf-8")):
        raise NotSoundError(part)
