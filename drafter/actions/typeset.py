"""A Word file that is there already, set in a style; and where it departs from one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from drafter.drafting.options import Options
from drafter.model.stylesheet import Stylesheet
from drafter.patterns import pattern
from drafter.problems import DrafterError, Place, Problem, Severity, UsageProblem, place_in_source
from drafter.proofreading import annotating, tidying
from drafter.readers.word import document as word_document
from drafter.readers.word import package as word_package
from drafter.readers.word.package import Package
from drafter.records import Record
from drafter.revising.comparing import word_of
from drafter.session import inputs, old_files
from drafter.session.destinations import is_folder, refuse_clashes
from drafter.session.session import Session
from drafter.storage import files, paths
from drafter.storage.digests import Digests
from drafter.typesetting import departures, roles, setting
from drafter.typesetting.departures import RULE, Departure
from drafter.typesetting.roles import EMPTY, KEPT, NAMES, TABLE, Recognised
from drafter.writers.word_files.cuts import Note

AUTHOR = "drafter 版式检查"
"""Who writes the comments."""

STYLE = "公文"
"""The style of a paper that names none."""

_IN_FOLDERS = (".docx", ".doc", ".wps")
"""What of a folder is set: its Word files."""

_SHOWN = 40
"""Characters of a text that is said to be left out."""

_ROLE = pattern(r"\s*(\d{1,6})\s*[:：]\s*(\S+)\s*(?:#.*)?")


class Request(Record):
    """The files (`folders` say of one that was found in a folder which that is), where they go, the style, a file of roles
    that correct those that are recognised, and whether marks and spaces are put right; of an inspection the file with its
    comments, and whether what departs is set.
    """

    inputs: Sequence[str]
    output: str = ""
    style: str = ""
    roles: str = ""
    force: bool = False
    annotate: str = ""
    fix: bool = False
    tidy: bool = False
    folders: Mapping[str, str] = field(default_factory=dict)


class Typeset(Record):
    """What became of one file: where it went, what its paragraphs are, where it departed; an exit code, 0 where all is well."""

    path: str
    output: str = ""
    roles: tuple[Recognised, ...] = ()
    departures: tuple[Departure, ...] = ()
    score: Mapping[str, int] = {}
    problems: tuple[Problem, ...] = ()
    exit_code: int = 0


def show(session: Session, request: Request) -> list[Typeset]:
    """What the paragraphs of each file are taken for."""
    request = _with_folders(session, request)
    return [_done(name, partial(_shown, session, name, request)) for name in request.inputs]


def typeset(session: Session, request: Request) -> list[Typeset]:
    """Each file in the style, under another name; the good ones are written even where others fail.

    Raises:
        UsageProblem: the outputs cannot be told apart, or one would overwrite an input.

    """
    request = _with_folders(session, request)
    outputs = {name: _output(session, name, request) for name in request.inputs}
    refuse_clashes(session.base, list(outputs.values()), request.inputs)
    with Digests(session.places.home) as digests:
        return [
            _done(name, partial(_set, session, name, outputs[name], request, digests))
            for name in request.inputs
        ]


def inspect(session: Session, request: Request) -> list[Typeset]:
    """Where each file departs from the style; with comments at each place, or with what departs set in it.

    Raises:
        UsageProblem: the options do not go together, or an output would overwrite an input.

    """
    request = _with_folders(session, request)
    if request.annotate and (len(request.inputs) > 1 or not request.annotate.lower().endswith(".docx")):
        hint = "例如 drafter inspect 通知.docx --annotate 通知-批注.docx"
        raise UsageProblem(Problem("no-annotation", "--annotate 要一份 Word，写到另一份 .docx", hint=hint))
    fixed = [_output(session, name, request) for name in request.inputs] if request.fix else []
    refuse_clashes(session.base, [one for one in (*fixed, request.annotate) if one], request.inputs)
    return [_done(name, partial(_inspected, session, name, request)) for name in request.inputs]


def _with_folders(session: Session, request: Request) -> Request:
    """The request with the Word files in each folder in the place of that.

    Raises:
        UsageProblem: there is none in a folder.

    """
    found: list[str] = []
    folders: dict[str, str] = {}
    for name in request.inputs:
        if not paths.is_folder(session.base / name):
            found.append(name)
            continue
        inside = [str(Path(name) / one) for one in files.below(session.base / name, _IN_FOLDERS)]
        if not inside:
            raise UsageProblem(
                Problem("no-files", f"文件夹 {name} 里没有 Word 文件", Place(name), hint="收 .docx .doc .wps")
            )
        found += inside
        folders |= dict.fromkeys(inside, name)
    return replace(request, inputs=found, folders=folders)


def _done(name: str, act: Callable[[], Typeset]) -> Typeset:
    try:
        return act()
    except DrafterError as error:
        return Typeset(name, problems=place_in_source(error.problems, name), exit_code=error.exit_code)


def _word(session: Session, name: str, request: Request) -> bytes:
    return word_of(session, name, Options(style=request.style))


def _read(
    session: Session, name: str, data: bytes, request: Request
) -> tuple[Package, list[Recognised], Stylesheet]:
    """A Word file, what its paragraphs are, and the style."""
    source = word_package.read(data, name)
    document = word_document.read(source)
    given = _given(session, request.roles)
    found = roles.recognised(document, given)
    _refuse_unknown(given, found, request.roles)
    return source, found, session.stylesheets.named(request.style or STYLE)


def _refuse_unknown(given: Mapping[int, str], found: Sequence[Recognised], path: str) -> None:
    beyond = sorted(set(given) - {one.paragraph for one in found})
    if beyond:
        hint = "--show-roles 列出每一段的号"
        raise UsageProblem(Problem("bad-roles", f"{path} 里的第 {beyond[0]} 段，稿子里没有", hint=hint))


def _given(session: Session, path: str) -> dict[int, str]:
    """The roles that a file says: a line each, the number of a paragraph and what it is (12: 二级标题).

    Raises:
        UsageProblem: a line says something else.

    """
    if not path:
        return {}
    given: dict[int, str] = {}
    for number, line in enumerate(files.read_text(session.base / path, path).text.splitlines(), 1):
        match = _ROLE.fullmatch(line)
        if match and match[2] in (*NAMES, TABLE, EMPTY, KEPT):
            given[int(match[1])] = match[2]
        elif line.strip() and not line.lstrip().startswith("#"):
            hint = f"一行一段，如 12: 二级标题；可以写：{'、'.join((*NAMES, KEPT))}"
            raise UsageProblem(
                Problem("bad-roles", f"{path} 第 {number} 行看不懂：{line.strip()[:30]}", hint=hint)
            )
    return given


def _shown(session: Session, name: str, request: Request) -> Typeset:
    _, found, _ = _read(session, name, _word(session, name, request), request)
    return Typeset(name, roles=tuple(found), problems=tuple(_doubts(found, name)))


def _set(session: Session, name: str, output: str, request: Request, digests: Digests) -> Typeset:
    data = _word(session, name, request)
    data, tidied = tidying.tidied(session, name, data) if request.tidy else (data, ())
    source, found, sheet = _read(session, name, data, request)
    data, numbered = setting.typeset(source, found, sheet, session.stylesheets.base_of(sheet))
    digests.put({session.base / output: data}, request.force)
    told = (
        *tidied,
        *_lost(session, name),
        *_doubts(found, name),
        *(() if numbered else (_footer_kept(name),)),
    )
    return Typeset(name, output, tuple(found), problems=told)


def _footer_kept(name: str) -> Problem:
    message = "页脚里写着别的，原样留着，没有换成这种版式的页码"
    return Problem("footer-kept", message, Place(name), Severity.INFO, "要换，在 Word 里删掉页脚再排")


def _lost(session: Session, name: str) -> list[Problem]:
    """What of a file that is no Word file of today is not in the one that was made of it."""
    if inputs.is_outline(name) or Path(name).suffix.lower() in (inputs.WORD_FILE, ".md"):
        return []
    dropped = old_files.source_of(session, name).dropped
    hint = "要留着的，用 Word 或 WPS 另存为 .docx 再排"
    return [
        Problem(
            "left-out",
            f"没有放进来（{one.reason}）：{one.text[:_SHOWN]}",
            Place(name),
            Severity.WARNING,
            hint,
        )
        for one in dropped
    ]


def _inspected(session: Session, name: str, request: Request) -> Typeset:
    data = _word(session, name, request)
    source, found, sheet = _read(session, name, data, request)
    left = departures.departures(source, word_document.read(source), found, sheet)
    wanted: dict[Path, bytes] = {}
    output = ""
    if request.annotate:
        notes = [Note(one.paragraph or 1, _said(one)) for one in left]
        wanted[session.base / request.annotate] = annotating.noted(source, data, notes, AUTHOR)
    if request.fix and left:
        output = _output(session, name, request)
        off = frozenset(one.paragraph for one in left)
        base = session.stylesheets.base_of(sheet)
        wanted[session.base / output], _ = setting.typeset(source, found, sheet, base, off)
    if wanted:
        with Digests(session.places.home) as digests:
            digests.put(wanted, request.force)
    return Typeset(
        name, output or request.annotate, tuple(found), tuple(left), departures.score(found, left), tuple(_told(left, name)),
    )  # fmt: skip


def _doubts(found: Sequence[Recognised], name: str) -> list[Problem]:
    """That roles were guessed, where that is so."""
    unsure = [one for one in found if one.sure <= roles.GUESSED]
    if not unsure:
        return []
    said = "；".join(f"第 {one.paragraph} 段当作{one.name}" for one in unsure[:5])
    hint = "不对就写一个角色文件（一行一段，如 12: 二级标题），用 --roles 交进来；--show-roles 列出全部"
    return [Problem("role-guessed", f"拿不准的：{said}", Place(name), Severity.INFO, hint)]


def _said(one: Departure) -> str:
    return f"{one.role}的{one.what}是{one.found}，应为{one.wanted}（{one.clause or one.basis}）"


def _told(left: Sequence[Departure], name: str) -> list[Problem]:
    return [
        Problem(
            f"departs-{one.code}",
            _said(one),
            Place(name, paragraph=one.paragraph or None),
            Severity.ERROR if one.basis == RULE else Severity.WARNING,
            "drafter typeset 一次排好",
        )
        for one in left
    ]


def _output(session: Session, name: str, request: Request) -> str:
    own = f"{Path(name).stem}-排版.docx"
    output = request.output
    if folder := request.folders.get(name):
        inside = Path(name).relative_to(folder).with_suffix(".docx")
        return str(Path(output or f"{Path(folder).name or folder}-排版") / inside)
    if not output:
        return own
    if output.endswith("/") or len(request.inputs) > 1 or is_folder(session.base, output):
        return str(Path(output) / f"{Path(name).stem}.docx")
    return output
