"""Each tool carried out: what was given, an action, its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.mcp.calls import Answer, Day, day, options, refuse_beside, worst
from drafter.mcp.parameters import Arguments
from drafter.problems import Problem, UsageProblem

if TYPE_CHECKING:
    from drafter.session.session import Session

_SAID = ("speaker", "post", "org", "occasion")
"""What a new outline is told beside its title, in the order of `Answers`."""

_HITS = 10
"""How many entries of the library are told where nobody says how many."""


def genres(session: Session, given: Arguments, _: Day) -> Answer:
    """What can be written; with a name what one genre takes."""
    from drafter.actions import new
    from drafter.reports import catalogue as report

    if given.text("name"):
        return Answer(report.genre_json(session.templates.named(given.text("name"))))
    return Answer(report.genres_json(one for one in new.known_templates(session) if not one.digest))


def schema(session: Session, given: Arguments, _: Day) -> Answer:
    """The shape of an outline."""
    from drafter.actions import schema as action
    from drafter.reports import schema as report

    return Answer(report.as_json(action.schema(session, given.text("template"))))


def new(session: Session, given: Arguments, today: Day) -> Answer:
    """A new outline: commented, gone on from an older one, or as it was handed over."""
    from drafter.actions import handing
    from drafter.actions import new as action
    from drafter.reports import new as report

    refuse_beside(given, "outline", "template", "from", "title", *_SAID)
    refuse_beside(given, "from", *_SAID)
    text, output, template, older = map(given.text, ("outline", "output", "template", "from"))
    if text:
        handing.refuse_secret_outline(session, text)
        return Answer(report.as_json(action.put(session, text, output)))
    if not template and not older:
        hint = "template 写文种（genres 列出全部），或 from 写去年的大纲，或 outline 写大纲全文"
        raise UsageProblem(Problem("no-template", "没有写用哪个文种", hint=hint))
    if older:
        handing.refuse_secret_start(session, older)
    answers = action.Answers(given.text("title"), *map(given.text, _SAID))
    made = action.new(session, template, output, answers, from_id=older, today=today)
    return Answer(report.as_json(made))


def build(session: Session, given: Arguments, _: Day) -> Answer:
    """Outlines and drafts as documents."""
    from drafter.actions import build as action
    from drafter.reports import build as report

    request = action.Request(
        given.texts("files"), given.text("output"), given.texts("formats"), options(session, given), given.flag("final"),
        given.flag("force"), papers=given.texts("papers"), minutes=given.number("minutes"),
    )  # fmt: skip
    built = action.build(session, request)
    return Answer(report.as_json(built), worst(built))


def stats(session: Session, given: Arguments, _: Day) -> Answer:
    """How long drafts are."""
    from drafter.actions import stats as action
    from drafter.reports import stats as report

    counted = action.stats(session, given.texts("files"), options(session, given), given.number("rate"))
    return Answer(report.as_json(counted), worst(counted))


def suggest(session: Session, given: Arguments, today: Day) -> Answer:
    """A choice of words."""
    from drafter.actions import suggest as action
    from drafter.reports import suggest as report

    use = int(given.number("use") or 0)
    found = action.suggest(
        session, given.text("kind"), given.text("file"), options(session, given), today, given.text("at"), use
    )
    return Answer(report.as_json(found))


def check(session: Session, given: Arguments, today: Day) -> Answer:
    """What the rules find; 1 where some of it is surely wrong, which is an answer and no failure."""
    from drafter.actions import check as action
    from drafter.actions import handing
    from drafter.proofreading import predecessors
    from drafter.reports import check as report

    against = given.text("against")
    if against and against not in predecessors.LIBRARY:
        handing.refuse_secrets(session, [against])
    request = action.Request(
        given.texts("files"), given.texts("select"), given.texts("ignore"), against=against,
        date=given.text("date"), fix=given.flag("fix"), annotate=given.text("annotate"), today=today,
    )  # fmt: skip
    checked = action.check(session, request)
    return Answer(report.as_json(checked), worst(checked))


def import_(session: Session, given: Arguments, _: Day) -> Answer:
    """Old files as outlines."""
    from drafter.actions import import_ as action
    from drafter.reports import import_ as report

    request = action.Request(
        given.texts("files"), given.text("output"), given.text("template"), propose_facts=given.flag("propose_facts"),
        force=given.flag("force"),
    )  # fmt: skip
    found = action.import_files(session, request)
    return Answer(report.as_json(found), worst(found))


def compare(session: Session, given: Arguments, _: Day) -> Answer:
    """What changed between two papers."""
    from drafter.actions import compare as action
    from drafter.drafting.options import Options
    from drafter.reports import compare as report

    request = action.Request(
        given.text("old"), given.text("new"), given.text("output"), author=given.text("author"), date=day(given.text("date")),
        force=given.flag("force"),
    )  # fmt: skip
    return Answer(report.as_json(action.compare(session, request, Options())))


def absorb(session: Session, given: Arguments, _: Day) -> Answer:
    """What reviewers changed in Word, back in the outline."""
    from drafter.actions import absorb as action
    from drafter.reports import absorb as report

    request = action.Request(
        given.text("outline"), given.texts("files"), given.text("output"), given.pairs("reviewers"),
        given.texts("accept_by"), given.text("only"), given.text("report"), force=given.flag("force"),
    )  # fmt: skip
    return Answer(report.as_json(action.absorb(session, request)))


def typeset(session: Session, given: Arguments, _: Day) -> Answer:
    """Word files set in a style; or what their paragraphs are taken for."""
    from drafter.actions import typeset as action
    from drafter.reports import typeset as report

    request = action.Request(
        given.texts("files"), given.text("output"), given.text("style"), force=given.flag("force")
    )
    refuse_beside(given, "show_roles", "output", "force")
    act = action.show if given.flag("show_roles") else action.typeset
    done = act(session, request)
    return Answer(report.typeset_json(done), worst(done))


def search(session: Session, given: Arguments, _: Day) -> Answer:
    """What the library has, less what bears any mark of secrecy; with an id one entry in full."""
    from drafter.actions.library import find
    from drafter.reports import library as report

    refuse_beside(given, "id", "query", "kind", "role", "template", "year", "limit")
    if given.text("id"):
        return Answer(report.shown_json(find.show(session, given.text("id"))))
    filters = find.Filters(given.text("kind"), given.text("role"), given.text("template"), given.text("year"))
    found = find.search(session, given.text("query"), filters, int(given.number("limit") or _HITS))
    return Answer(report.found_json(found))


def take(session: Session, given: Arguments, _: Day) -> Answer:
    """An entry of the library, written into an outline."""
    from drafter.actions.library import take as action
    from drafter.reports import library as report

    took = action.take(session, given.text("id"), given.text("into"), given.text("at"))
    return Answer(report.took_json(took))
