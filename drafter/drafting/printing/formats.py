"""From a draft to the bytes of each format."""

from __future__ import annotations

from collections.abc import Callable

from drafter.drafting.printing.looks import ending_of
from drafter.drafting.production import Draft, known_readings
from drafter.measuring import paging
from drafter.model.document import Contents, Document, merged, unfenced
from drafter.model.stylesheet import ReadingAids, Stylesheet, of_final
from drafter.office import libreoffice
from drafter.readers.outline import anchors as anchoring
from drafter.records import Record
from drafter.session.session import Session
from drafter.writers import markdown, text
from drafter.writers.docx import package
from drafter.writers.docx.document import DocxWriter


def produce(session: Session, draft: Draft, form: str) -> bytes:
    """The draft in one of `FORMATS`, by its name.

    Raises:
        MissingProgram: PDF was asked for and LibreOffice is not found.

    """
    return FORMATS[form].write(session, draft)


def _docx(session: Session, draft: Draft) -> bytes:
    sheet = _sheet(session, draft)
    return _word(session, draft, sheet, session.stylesheets.writer(draft.style, sheet, draft.final))


def _dotx(session: Session, draft: Draft) -> bytes:
    return package.as_template(_docx(session, draft))


def _word(session: Session, draft: Draft, sheet: Stylesheet, writer: DocxWriter) -> bytes:
    document = dressed(session, draft)
    if draft.letterhead:
        from drafter.drafting.printing import letterheads  # brings lxml, which other drafts do without

        pages = paging.heading_pages(document, sheet) if _has_contents(document) else []
        return letterheads.filled(
            session, draft.letterhead, document, draft.facts, sheet, draft.properties, pages
        )
    anchors = anchoring.anchors(draft.loaded.source) if draft.loaded and draft.anchored else None
    if not _has_contents(document):
        return writer.write(document, draft.properties, anchors=anchors)
    estimated = paging.heading_pages(document, sheet)
    data = writer.write(document, draft.properties, estimated, anchors=anchors)
    measured = libreoffice.heading_pages(data)[: len(estimated)]
    if len(measured) != len(estimated):
        return data
    return writer.write(document, draft.properties, measured, exact=True, anchors=anchors)


def _sheet(session: Session, draft: Draft) -> Stylesheet:
    """The look that the draft is printed in."""
    if draft.keeps_lines:
        sheet = session.stylesheets.named(draft.style)
        return of_final(sheet) if draft.final else sheet
    return ending_of(session, draft.style, draft.bound.document, draft.final, draft.letterhead).sheet


def _has_contents(document: Document) -> bool:
    return any(isinstance(block, Contents) for block in document.blocks)


def is_written_at_once(session: Session, draft: Draft) -> bool:
    """Whether the draft becomes a Word file block by block: none of them says where others stand, or how they are read."""
    sheet = session.stylesheets.named(draft.style)
    official = draft.loaded.outline.official if draft.loaded else None
    moves = (official and official.imprint) or _has_contents(draft.bound.document)
    return not (
        moves
        or draft.letterhead
        or draft.anchored
        or sheet.page.numbered_lines
        or sheet.reading != ReadingAids()
    )


def dressed(session: Session, draft: Draft, document: Document | None = None) -> Document:
    """The document for writers, with the aids for reading aloud where its style asks for any; of some of its blocks alone,
    where they are given.
    """
    sheet = session.stylesheets.named(draft.style)
    document = document or draft.bound.document
    document = merged(unfenced(document) if draft.final else document)
    if sheet.reading == ReadingAids():
        return document
    from drafter.drafting.printing import reading_copy  # for copies to read from alone

    return reading_copy.dressed(document, sheet, known_readings(session, draft), session.rate)


def _pdf(session: Session, draft: Draft) -> bytes:
    return libreoffice.pdf(_docx(session, draft))


def _txt(session: Session, draft: Draft) -> bytes:
    return text.write(draft.bound.document).encode("utf-8")


def _md(session: Session, draft: Draft) -> bytes:
    return markdown.write(merged(draft.bound.document)).encode("utf-8")


def _html(session: Session, draft: Draft) -> bytes:
    from drafter.writers import html  # brings all names of characters, which other formats do without

    page = html.write(dressed(session, draft), session.stylesheets.named(draft.style), draft.properties.title)
    return page.encode("utf-8")


class Format(Record):
    """One form that a draft comes out in. `readable`: a text that may go to the terminal; `quick`: made
    here, without another program, so that a batch can make thousands.
    """

    write: Callable[[Session, Draft], bytes]
    readable: bool = False
    quick: bool = True


FORMATS: dict[str, Format] = {
    "docx": Format(_docx),
    "dotx": Format(_dotx),
    "pdf": Format(_pdf, quick=False),
    "txt": Format(_txt, readable=True),
    "md": Format(_md, readable=True),
    "html": Format(_html, readable=True),
}
"""By their names, which are their suffixes too."""
