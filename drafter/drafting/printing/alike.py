"""Word files of one outline that only its facts tell apart: what the facts do not touch is laid out and written once."""

from __future__ import annotations

from drafter.drafting.printing.formats import dressed, is_written_at_once
from drafter.drafting.production import Draft
from drafter.measuring.last_page import Endings
from drafter.model.document import Document
from drafter.model.stylesheet import of_final
from drafter.session.session import Session
from drafter.writers.series import NotSoundError, Series


class Alike:
    """Prints drafts of one outline that were bound one after the other, of which `first` is one and `settled` says what in
    their document, before it was bound, is the same in all (`binding.find_settled`).
    """

    def __init__(self, session: Session, first: Draft, settled: frozenset[int]) -> None:
        self._session = session
        self._first = first
        self._dressed = dressed(session, first)
        before = first.bound.document.blocks
        self._shared = {
            id(block): after
            for block, after in zip(before, self._dressed.blocks, strict=True)
            if id(block) in settled
        }
        sheet = session.stylesheets.named(first.style)
        self._sheet = of_final(sheet) if first.final else sheet
        self._endings = Endings(self._sheet, self._shared.values())
        self._series: dict[int, Series] = {}

    def docx(self, draft: Draft) -> bytes:
        """The draft as a Word file; which bytes it has depends on the first draft too, what it says does not.

        Raises:
            NotSoundError: something that it says cannot stand in a file.

        """
        document = self._ready(draft)
        return self._series_of(document).write(document, draft.properties)

    def needs_parts(self, draft: Draft) -> bool:
        """Whether its Word file needs parts that others do not: pictures, footers of pages that lie or bear no number.

        Raises:
            NotSoundError: as `docx`.

        """
        document = self._ready(draft)
        return self._series_of(document).needs_parts(document)

    def _series_of(self, document: Document) -> Series:
        """Who writes documents in the look in which this one ends well."""
        sheet = self._sheet if self._first.keeps_lines else self._endings.find(document).sheet
        if sheet.page.line not in self._series:
            writer = self._session.stylesheets.writer(self._first.style, sheet, self._first.final)
            self._series[sheet.page.line] = Series(writer, self._dressed, self._shared.values())
        return self._series[sheet.page.line]

    def _ready(self, draft: Draft) -> Document:
        """The document as it is written: what is shared is so already."""
        blocks = draft.bound.document.blocks
        own = tuple(block for block in blocks if id(block) not in self._shared)
        made = iter(dressed(self._session, draft, Document(own)).blocks)
        known = self._shared.get
        return Document(tuple([known(id(block)) or next(made) for block in blocks]))


def find_alike(session: Session, first: Draft, settled: frozenset[int]) -> Alike | None:
    """Who prints such drafts; None where each has to be written by itself: into a letterhead, with a table of contents,
    pictures, pages on their side, or aids for who reads aloud; or where the first cannot be printed, whatever the others say.
    """
    blocks = first.bound.document.blocks
    twice = len(set(map(id, blocks))) < len(blocks)
    if twice or not is_written_at_once(session, first) or (first.final and first.gaps):
        return None
    made = Alike(session, first, settled)
    try:
        return None if made.needs_parts(first) else made
    except NotSoundError:
        return None
