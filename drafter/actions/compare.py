"""Two papers compared: the changes as Word shows them, as a page, as a text, and what they come to."""

from __future__ import annotations

from pathlib import Path

from drafter.drafting.options import Options
from drafter.office import libreoffice
from drafter.patterns import pattern
from drafter.problems import Problem, UsageProblem
from drafter.records import Record
from drafter.revising import comparing
from drafter.revising.comparing import Compared
from drafter.revising.summary import Summary, summary
from drafter.session import rosters
from drafter.session.destinations import STREAM, refuse_clashes
from drafter.session.session import Session
from drafter.storage.digests import Digests
from drafter.writers import redline_html, redline_text

AUTHOR = "两稿对比"
_DAY = pattern(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
FORMS = {"docx": ".docx", "html": ".html", "text": ".txt", "pdf": ".pdf"}
"""The forms of the outcome, and their suffixes."""


class Request(Record):
    """What to compare, and where the outcome goes; `form` "" goes by the suffix. `author` and `date` mark the changes."""

    old: str
    new: str
    output: str = ""
    form: str = ""
    author: str = ""
    date: str = ""
    moves: bool = False
    force: bool = False


class Report(Record):
    """Where the outcome went, itself where it goes to the terminal, and what it comes to."""

    path: str
    output: str
    text: str
    summary: Summary
    problems: tuple[Problem, ...] = ()


def compare(session: Session, request: Request, options: Options) -> Report:
    """What became of the old paper in the new one.

    Raises:
        UsageProblem: the outcome's form is not known, or it would overwrite one of the two.
        InputProblem: one of the two cannot be read.
        OutputProblem: what is there was not written by drafter, or has been changed since.
        MissingProgram: a PDF was asked for and LibreOffice is not found.

    """
    form = _form(request)
    output = request.output or f"{Path(request.new).stem}-对比{FORMS[form]}"
    if output == STREAM and form in ("docx", "pdf"):
        hint = "写 --to text 或 html，或给一个文件名"
        raise UsageProblem(Problem("no-stream", "Word、PDF 不能输出到屏幕", hint=hint))
    refuse_clashes(session.base, [output], [request.old, request.new])
    author = request.author.strip() or AUTHOR
    day = _iso(request.date)
    found = comparing.compare(session, request.old, request.new, options, author, day, request.moves)
    names = Path(request.old).name, Path(request.new).name
    text = _said(form, found, *names)
    if output != STREAM:
        data = text.encode("utf-8")
        if form in ("docx", "pdf"):
            data = libreoffice.pdf(found.data) if form == "pdf" else found.data
        with Digests(session.places.home) as digests:
            digests.put({session.base / output: data}, request.force)
    people = (person.name for person in rosters.roster(session).people)
    return Report(request.new, output, text, summary(found.differences, found.parts, people), found.problems)


def _said(form: str, found: Compared, old: str, new: str) -> str:
    """The outcome as a text; "" where it is none."""
    if form == "html":
        return redline_html.write(found.differences, old, new)
    return redline_text.write(found.differences) if form == "text" else ""


def _iso(said: str) -> str:
    """A whole date as Word writes it (2026-03-12), "" for none.

    Raises:
        UsageProblem: it is no day.

    """
    found = _DAY.fullmatch(said)
    if said and not found:
        hint = "写到日，如 --date 2026-03-12"
        raise UsageProblem(Problem("bad-date", f"--date {said} 不是哪一天", hint=hint))
    return "-".join(part.zfill(2) for part in found.groups()) if found else ""


def _form(request: Request) -> str:
    """The form that is asked for, else what the output's suffix says."""
    suffix = Path(request.output).suffix.lower()
    by_suffix = next((form for form, end in FORMS.items() if end == suffix), "")
    form = request.form.lower() or by_suffix or ("text" if request.output == STREAM else "docx")
    if form not in FORMS or (by_suffix and by_suffix != form):
        hint = "可以用：docx（Word 修订）、pdf（花脸稿）、html（左右对照）、text（屏幕上看）"
        message = f"--to {form} 和 {request.output} 不合" if form in FORMS else f"--to 没有“{form[:20]}”"
        raise UsageProblem(Problem("unknown-format", message, hint=hint))
    return form
