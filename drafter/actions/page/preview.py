"""What is being written, as it will stand on paper; and the file that is taken away."""

from __future__ import annotations

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing import classification, glyphs
from drafter.drafting.printing.formats import produce
from drafter.drafting.printing.looks import ending_of
from drafter.drafting.production import Draft
from drafter.measuring.measure import Measures
from drafter.measuring.paging import Page, paginate
from drafter.model.document import merged
from drafter.model.stylesheet import ReadingAids, Stylesheet
from drafter.problems import OpenGaps, Problem
from drafter.records import Record
from drafter.session.session import Session
from drafter.storage import names


class Previewed(Record):
    """A draft on its pages, in the look in which it is printed, with its mark of secrecy wherever that was said."""

    draft: Draft
    measures: Measures
    pages: tuple[Page, ...]
    sheet: Stylesheet
    secrecy: str
    problems: tuple[Problem, ...]


def preview(session: Session, text: str, name: str, options: Options) -> Previewed:
    """The pages of an outline's draft, as its Word file will have them.

    Raises:
        InputProblem: the outline, its template or its style cannot be used.

    """
    draft = production.from_outline(session, text, name, options)
    document = draft.bound.document
    ending = ending_of(session, draft.style, document, draft.final, draft.letterhead)
    printed = document
    if ending.sheet.reading != ReadingAids():
        from drafter.drafting.printing import reading_copy  # for copies to read from alone

        words = production.known_readings(session, draft)
        printed = reading_copy.dressed(merged(document), ending.sheet, words, session.rate)
    return Previewed(
        draft,
        production.measured(session, draft),
        tuple(paginate(printed, ending.sheet)),
        ending.sheet,
        classification.mark_of(draft),
        (
            *draft.problems,
            *glyphs.missing(document, ending.sheet, name),
            *classification.reminder(draft, name),
        ),
    )


def take_away(
    session: Session, text: str, name: str, form: str, options: Options, final: bool = False
) -> tuple[str, bytes]:
    """The file that `build` gives for this outline in this format, named by the title: 题目（送审稿）-大字版.docx.

    Raises:
        InputProblem: the outline, its template or its style cannot be used, or a final draft has gaps.
        MissingProgram: the format needs a program that is not here.

    """
    draft = production.from_outline(session, text, name, options, final)
    if final and (open_ := production.left_open(draft)):
        raise OpenGaps(*open_)
    stem, stage = names.safe(draft.properties.title, "草稿"), names.safe(draft.stage, "")
    beside = draft.template if draft.digest else session.stylesheets.named(draft.style).copy
    whole = stem + (f"（{stage}）" if stage else "") + (f"-{beside}" if beside else "")
    return f"{whole}.{form}", produce(session, draft, form)
