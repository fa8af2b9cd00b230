"""From the text of a file to a bound draft: an outline through its template, Markdown as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from drafter.drafting import binding, loading
from drafter.drafting.binding import Bound, filled
from drafter.drafting.composing import compose
from drafter.drafting.doubts import (
    find_basis_left_out,
    find_open_opinions,
    find_parts_left_out,
    find_words_left_out,
)
from drafter.drafting.facts import given_facts
from drafter.drafting.gaps import GapPlace, gap_places, gap_problems
from drafter.drafting.loading import Loaded
from drafter.drafting.options import Options
from drafter.drafting.printing import pictures
from drafter.drafting.printing.looks import ending_of
from drafter.measuring.measure import Measures, measure
from drafter.model.document import Block, Document, Paragraph, Role, merged, plain
from drafter.model.outline import Facts, Outline, unbracketed
from drafter.model.stylesheet import ReadingAids
from drafter.outlining.form.recognition import recognise
from drafter.problems import InputProblem, Place, Problem, Severity, has_errors
from drafter.readers.markdown import document as markdown
from drafter.readers.markdown import foreign
from drafter.records import Record
from drafter.session.session import Session
from drafter.writers.docx.properties import Properties

DEFAULT_STYLE = "speech"


class Draft(Record):
    """A draft, ready to be written in any format.

    `readings` are the outline's own, `roles` what its template calls the parts; `letterhead`
    is the path of the unit's own Word file to fill, or ""; a `digest` is a paper beside the draft;
    `loaded` is the outline that it was made of, None for a draft in Markdown; `cut` are the points that went to
    make it shorter; a `final` one tells nothing of its making; one that is `anchored` says in Word which text of its
    outline each paragraph comes from; one that `keeps_lines` is printed in its style's pitch of lines, however its last page
    looks.
    """

    name: str
    bound: Bound
    style: str
    template: str
    properties: Properties
    stage: str = ""
    minutes: float | None = None
    gaps: tuple[GapPlace, ...] = ()
    problems: tuple[Problem, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    letterhead: str = ""
    digest: bool = False
    loaded: Loaded | None = None
    cut: tuple[str, ...] = ()
    final: bool = False
    anchored: bool = False
    keeps_lines: bool = False


class Prepared(Record):
    """An outline that went through its template and only waits for its facts; `settled` as of `binding.find_settled`,
    for who binds it many times.
    """

    name: str
    loaded: Loaded
    document: Document
    style: str
    final: bool = False
    letterhead: str = ""
    settled: frozenset[int] = frozenset()


def prepare(session: Session, source: str, name: str, options: Options, final: bool = False) -> Prepared:
    """The outline of this text, templated once.

    Raises:
        InputProblem: the outline, its template or its style cannot be used.

    """
    loaded = loading.load(session, source, name, options)
    outline = loaded.outline
    style = _style(session, options.style or outline.style or loaded.template.style)
    session.stylesheets.named(style)
    document, told = pictures.placed(session, compose(session, outline, loaded.template, final), name)
    found = (document, outline, loaded.template, name)
    left_out = find_parts_left_out(*found) + find_basis_left_out(*found)
    if not options.letterhead:  # which has places of its own, and tells what has none
        left_out += find_words_left_out(*found, final)
    elif outline.official and outline.official.imprint:
        hint = "要放到最后一面，出稿后在 Word 里挪，或不用信头"
        message = "倒进信头的，版记排在末页，“版记: 偶数页”没有照办"
        left_out += (Problem("not-printed", message, Place(name), Severity.WARNING, hint),)
    loaded = replace(loaded, problems=(*loaded.problems, *left_out, *told))
    return Prepared(name, loaded, document, style, final, options.letterhead)


def bound_draft(session: Session, prepared: Prepared, facts: Facts | None = None) -> Draft:
    """The draft, its facts filled in: the outline's own, with `facts` on top.

    Raises:
        InputProblem: a reference or a count cannot be filled in.

    """
    outline = prepared.loaded.outline
    if facts:
        outline = replace(outline, facts={**outline.facts, **facts})
    bound = _bound(prepared.document, outline, prepared.name, prepared.settled)
    if outline.official and outline.official.imprint and not prepared.letterhead:
        bound = _on_both_sides(session, prepared, bound)
    if prepared.letterhead:
        from drafter.drafting.printing import letterheads  # brings lxml, which other drafts do without

        bound = replace(
            bound,
            gaps=bound.gaps + tuple(letterheads.open_places(session, prepared.letterhead, outline.facts)),
        )
    return Draft(
        prepared.name,
        bound,
        prepared.style,
        prepared.loaded.template.name,
        _properties(outline, "" if prepared.final else prepared.loaded.template.name),
        "" if prepared.final else unbracketed(outline.stage),
        outline.minutes,
        tuple(gap_places(bound.gaps, outline, prepared.name)),
        prepared.loaded.problems,
        outline.readings,
        {role.name: role.chinese for role in prepared.loaded.template.roles},
        outline.facts,
        prepared.letterhead,
        prepared.loaded.template.digest,
        prepared.loaded,
        final=prepared.final,
    )


def _on_both_sides(session: Session, prepared: Prepared, bound: Bound) -> Bound:
    """The same, its imprint where a paper that is printed on both sides has it."""
    from drafter.drafting.printing import duplex  # for such papers alone

    sheet = ending_of(session, prepared.style, bound.document, prepared.final).sheet
    return replace(bound, document=duplex.settled(bound.document, sheet))


def left_open(draft: Draft) -> list[Problem]:
    """What keeps a draft from being final: gaps, and opinions that nobody has decided about."""
    outline = draft.loaded.outline if draft.loaded else Outline()
    return [*gap_problems(draft.gaps), *find_open_opinions(outline, draft.name, Severity.ERROR)]


def recomposed(session: Session, draft: Draft, loaded: Loaded) -> Draft:
    """The draft made again of its outline, of which something was changed.

    Raises:
        InputProblem: a reference or a count cannot be filled in.

    """
    document = compose(session, loaded.outline, loaded.template, draft.final)
    prepared = Prepared(draft.name, loaded, document, draft.style, draft.final, draft.letterhead)
    return replace(bound_draft(session, prepared), anchored=draft.anchored)


def from_outline(session: Session, source: str, name: str, options: Options, final: bool = False) -> Draft:
    """The draft of an outline.

    Raises:
        InputProblem: the outline, its template or its style cannot be used.

    """
    return replace(bound_draft(session, prepare(session, source, name, options, final)), anchored=not final)


def from_markdown(
    session: Session, source: str, name: str, options: Options, final: bool = False, own: bool = False
) -> Draft:
    """The draft of a Markdown file; a final one loses its stage. Marks of a chat or a wiki are taken off, but of a text
    that we wrote ourselves (`own`).

    Raises:
        InputProblem: it holds containers or references that are not known, or is to give a paper of a meeting.

    """
    if options.paper:
        hint = "会名、时间、议程写在大纲的“场合”里；drafter import 可以把稿子读成大纲"
        message = f"Markdown 草稿没有写是什么会，出不了{options.paper}"
        raise InputProblem(Problem("no-meeting", message, Place(name), hint=hint))
    source, cleaned = (source, ()) if own else foreign.cleaned(source, name)
    document, problems = markdown.read(source, name)
    if has_errors(problems):
        raise InputProblem(*problems)
    problems = (*problems, *cleaned)
    document = recognise(foreign.settled(document) if cleaned else document)
    document, told = pictures.placed(session, document, name)
    problems = (*problems, *told)
    if final:
        document = Document(tuple(block for block in document.blocks if not _is_stage(block)))
    facts = given_facts(options)
    style = _style(session, options.style)
    session.stylesheets.named(style)
    bound = binding.bind(document, facts, source=name)
    if has_errors(bound.problems):
        raise InputProblem(*bound.problems)
    title = _first(document, Role.TITLE)
    properties = Properties(title=title, date=options.date or unbracketed(_first(document, Role.DATE)))
    return Draft(
        name, bound, style, "", properties,
        gaps=tuple(gap_places(bound.gaps, Outline(facts=facts), name)),
        problems=problems, facts=facts, letterhead=options.letterhead, final=final,
    )  # fmt: skip


def draft_of(
    session: Session, source: str, name: str, reader: str, options: Options, final: bool = False
) -> Draft:
    """The draft of a text: of Markdown where that is its `reader`, of an outline else.

    Raises:
        InputProblem: as `from_outline` and `from_markdown`.

    """
    make = from_markdown if reader == "markdown" else from_outline
    return make(session, source, name, options, final)


def measured(session: Session, draft: Draft, rate: float | None = None) -> Measures:
    """The measures of a draft in its style, read at `rate` syllables a minute, else at the session's.

    Its pages are those of the copy to read from, where its style asks for one.
    """
    rate = rate or session.rate
    document = draft.bound.document
    sheet = ending_of(session, draft.style, document, draft.final, draft.letterhead).sheet
    if sheet.reading == ReadingAids():
        return measure(document, sheet, rate)
    from drafter.drafting.printing import reading_copy  # for copies to read from alone

    dressed = reading_copy.dressed(merged(document), sheet, known_readings(session, draft), rate)
    return measure(document, sheet, rate, dressed)


def known_readings(session: Session, draft: Draft) -> dict[str, str]:
    """How hard words are read: by the shipped list, the user's own, and the outline, the last first."""
    from drafter.session import lexicons  # for copies to read from alone

    return {**lexicons.word_list(session, "读音"), **draft.readings}


def _style(session: Session, named: str) -> str:
    """The style to use: the one that was named, the workspace's default, or the speech."""
    return named or str(session.places.default("style") or DEFAULT_STYLE)


def _bound(document: Document, outline: Outline, name: str, settled: frozenset[int]) -> Bound:
    bound = binding.bind(document, outline.facts, outline.redacted, name, settled)
    if has_errors(bound.problems):
        raise InputProblem(*bound.problems)
    return bound


def _properties(outline: Outline, template: str) -> Properties:
    """What the document says of itself, its references filled in. Its author is the unit: a leader wrote none of it."""
    speaker = outline.speaker
    issuers = outline.official.issuers if outline.official else ()
    author = next(iter(issuers), speaker.org if speaker else "")
    subject = outline.occasion.name if outline.occasion else ""
    title, author, subject = (filled(text, outline.facts) for text in (outline.title, author, subject))
    return Properties(title, author, subject, template, outline.date or "")


def _is_stage(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.STAGE


def _first(document: Document, role: Role) -> str:
    """The text of the first paragraph in a role, or ""."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.role is role:
            return plain(block.content)
    return ""
