"""The look in which a draft is printed: its style's, with a line more or less a page where the last one needs it."""

from __future__ import annotations

from drafter.measuring.last_page import Ending, pulled_together
from drafter.model.document import Document
from drafter.model.stylesheet import ReadingAids, of_final
from drafter.session.session import Session


def ending_of(
    session: Session, style: str, document: Document, final: bool = False, letterhead: str = ""
) -> Ending:
    """How the document ends in this style. A letterhead and copies to read from or to mark keep their lines."""
    sheet = session.stylesheets.named(style)
    if final:
        sheet = of_final(sheet)  # which has nothing of a draft's
    if letterhead or sheet.reading != ReadingAids() or sheet.page.numbered_lines:
        return Ending(sheet)
    return pulled_together(document, sheet)
