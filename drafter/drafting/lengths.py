"""How long a draft is, as it is printed."""

from __future__ import annotations

from drafter.drafting.production import Draft
from drafter.measuring.measure import Measures, measure
from drafter.model.document import merged
from drafter.model.stylesheet import ReadingAids
from drafter.session.session import Session


def measured(session: Session, draft: Draft, rate: float | None = None) -> Measures:
    """The measures of a draft in its style, read at `rate` syllables a minute, else at the session's.

    Its pages are those of the copy to read from, where its style asks for one.
    """
    rate = rate or session.rate
    sheet = session.stylesheets.named(draft.style)
    document = draft.bound.document
    if sheet.reading == ReadingAids():
        return measure(document, sheet, rate)
    from drafter.drafting.printing import reading_copy  # for copies to read from alone

    words = reading_copy.known_readings(session, draft)
    return measure(document, sheet, rate, reading_copy.dressed(merged(document), sheet, words, rate))
