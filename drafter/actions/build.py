"""Outlines and Markdown drafts into documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.checksums import Checksums, checksums
from drafter.drafting import papers, production
from drafter.drafting.options import Options
from drafter.drafting.printing import classification, glyphs
from drafter.drafting.printing.formats import FORMATS, produce
from drafter.drafting.printing.looks import ending_of
from drafter.drafting.production import Draft
from drafter.importing.drafts import decode_draft, read_draft
from drafter.measuring.measure import Measures
from drafter.problems import (
    DrafterError,
    OpenGaps,
    Place,
    Problem,
    Severity,
    UsageProblem,
    place_in_source,
)
from drafter.records import Record
from drafter.session.destinations import STREAM, is_folder, refuse_clashes
from drafter.session.session import Session
from drafter.storage import names, paths
from drafter.storage.digests import Digests

if TYPE_CHECKING:
    from drafter.model.library import ParagraphSource


_LONGEST = 24 * 60
"""Minutes of the longest speech."""

_PAGED = ("docx", "dotx", "pdf")
"""Formats that have pages."""

_ENDING = "loose-ending"

_READ_ALOUD = "主持词"
"""The paper that is read from like the speech, and takes its style."""


class Request(Record):
    """What to build, and how. `output` is a path, `-`, or "" for the input's own name.

    `papers`: also these of the same meeting; `minutes`: shortened to so many.
    """

    inputs: Sequence[str]
    output: str = ""
    formats: Sequence[str] = ()
    options: Options = field(default_factory=Options)
    final: bool = False
    force: bool = False
    stdin: bytes | None = None
    stdin_reader: str = "yaml"
    origins: bool = False
    papers: Sequence[str] = ()
    minutes: float | None = None


class Built(Record):
    """What became of one input; `data` holds what goes to the terminal, `checksums` those of each output of a
    final draft.
    """

    path: str
    exit_code: int = 0
    draft: Draft | None = None
    measures: Measures | None = None
    outputs: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    data: bytes | None = None
    origins: tuple[ParagraphSource, ...] = ()
    paper: str = ""
    checksums: tuple[Checksums, ...] = ()


def build(session: Session, request: Request) -> list[Built]:
    """A report for each input; the good ones are done even where others fail.

    Raises:
        UsageProblem: the outputs asked for cannot be told apart, or would overwrite an input.

    """
    formats = _formats(session, request)
    if request.minutes is not None and not 0 < request.minutes < _LONGEST:
        raise _usage("bad-minutes", "--minutes 要写多少分钟", "如 --minutes 15")
    wanted = _papers(request)
    drafts = [built for name in request.inputs for built in _with_papers(session, name, request, wanted)]
    plans = [_outputs(session, built, request, formats) for built in drafts]
    refuse_clashes(
        session.base, (output for plan in plans for output in plan), (*request.inputs, *request.options.files)
    )
    with Digests(session.places.home) as digests:
        return [
            _write(session, built, plan, formats, request, digests)
            for built, plan in zip(drafts, plans, strict=True)
        ]


def _formats(session: Session, request: Request) -> tuple[str, ...]:
    """The formats asked for: by option, else by the output's suffix, else Word."""
    for name in request.formats:
        if name not in FORMATS:
            raise _usage("unknown-format", f"没有“{name}”这种格式", "可以用：" + "、".join(FORMATS))
    formats = tuple(dict.fromkeys(request.formats))
    if request.output == STREAM:
        return formats or ("txt",)
    suffix = Path(request.output).suffix.lstrip(".").lower()
    if not suffix or _is_folder(session, request, formats):
        return formats or ("docx",)
    if suffix not in FORMATS:
        hint = "后缀写成 " + "、".join(f".{name}" for name in FORMATS) + "，或用 --to 指明"
        raise _usage("unknown-format", f"看不出“{request.output}”是哪种格式", hint)
    if formats and formats != (suffix,):
        message = f"-o 的后缀是 .{suffix}，--to 要的却是 {formats[0]}"
        raise _usage("suffix-mismatch", message, "两处写成一样，或只写一处")
    return (suffix,)


def _papers(request: Request) -> tuple[str, ...]:
    """The other papers asked for, in their own order."""
    known = papers.names()
    for name in request.papers:
        if name not in (*known, "all"):
            raise _usage(
                "unknown-paper", f"没有“{name}”这种会议材料", "可以用：" + "、".join(known) + "，或 all"
            )
    return known if "all" in request.papers else tuple(name for name in known if name in request.papers)


def _is_folder(session: Session, request: Request, formats: tuple[str, ...]) -> bool:
    """Whether `-o` names a folder: by its form, because it is one, or because it has to be."""
    many = len(request.inputs) > 1 or len(formats) > 1 or bool(request.papers)
    return many or is_folder(session.base, request.output)


def _with_papers(session: Session, name: str, request: Request, papers: tuple[str, ...]) -> list[Built]:
    """The draft of one input and the papers of its meeting; the input alone where it cannot be drafted."""
    own = _draft(session, name, request)
    return [own, *(_draft(session, name, request, paper) for paper in papers if own.draft is not None)]


def _draft(session: Session, name: str, request: Request, paper: str = "") -> Built:
    """The bound draft of one input, or of another paper of its meeting; or the reason why there is none."""
    shown = "标准输入" if name == STREAM else name
    options = replace(request.options, paper=paper, template="") if paper else request.options
    if paper not in ("", _READ_ALOUD):
        options = replace(options, style="")
    try:
        if name == STREAM:
            data, reader = request.stdin or b"", request.stdin_reader
            draft, said = decode_draft(session, data, shown, reader, options, request.final)
        else:
            draft, said = read_draft(session, name, options, request.final)
        if request.minutes is not None and not paper:
            from drafter.drafting import shortening  # for those who ask for it

            draft = shortening.shortened(session, draft, request.minutes)
        if request.final and (open_ := production.left_open(draft)):
            raise OpenGaps(*open_)
    except DrafterError as error:
        return Built(shown, error.exit_code, problems=place_in_source(error.problems, shown), paper=paper)
    sheet = session.stylesheets.named(draft.style)
    document = draft.bound.document
    problems = (*said, *draft.problems, *glyphs.missing(document, sheet, shown))
    problems += classification.reminder(draft, shown) if not paper else ()
    if draft.letterhead:
        from drafter.drafting.printing import letterheads

        problems += letterheads.unplaced(session, draft.letterhead, document, draft.facts)
        problems += letterheads.left_behind(session, draft.letterhead)
    if sheet.reading.pinyin:
        from drafter.drafting.printing import reading_copy

        problems += reading_copy.unread(document, sheet, production.known_readings(session, draft), shown)
    found = _origins(session, draft, request)
    measures = production.measured(session, draft)
    return Built(shown, draft=draft, measures=measures, problems=problems, origins=found, paper=paper)


def _origins(session: Session, draft: Draft, request: Request) -> tuple[ParagraphSource, ...]:
    """Where the paragraphs come from, where that is asked for or the library gave some."""
    if not request.origins and not (draft.loaded and draft.loaded.taken):
        return ()
    from drafter.library import origins  # most drafts do without the library

    return origins.find_origins(session, draft, request.origins)


def _outputs(session: Session, built: Built, request: Request, formats: tuple[str, ...]) -> tuple[str, ...]:
    """Where the outputs of one input go; nothing where it failed."""
    if built.draft is None:
        return ()
    output = request.output
    if output == STREAM:
        if len(request.inputs) > 1 or len(formats) > 1 or request.papers or not FORMATS[formats[0]].readable:
            raise _usage(
                "no-stream",
                "-o - 一次只能输出一份 txt、md 或 html",
                "用 --to txt、--to md 或 --to html，或写文件名",
            )
        return (STREAM,)
    if output and not _is_folder(session, request, formats):
        return (output if Path(output).suffix else f"{output}.{formats[0]}",)
    stem = _stem(built, session.stylesheets.named(built.draft.style).copy)
    return tuple(_beside(session, built, Path(output) / stem, name) for name in formats)


def _beside(session: Session, built: Built, path: Path, form: str) -> str:
    """The path with its suffix; an outline typed in Word (提纲.docx) is no place for its own draft."""
    assert built.draft is not None
    own = paths.real(session.base / built.path) == paths.real(session.base / f"{path}.{form}")
    return f"{path}-{built.draft.template}.{form}" if own else f"{path}.{form}"


def _stem(built: Built, copy: str) -> str:
    """The name of an output without its suffix: the input's own, with the stage; a paper beside
    the draft (讲话提纲) and a copy in a look of its own (大字版) say what they are.
    """
    assert built.draft is not None
    draft = built.draft
    stem = names.safe(draft.properties.title, "草稿") if built.path == "标准输入" else Path(built.path).stem
    stage = names.safe(draft.stage, "")
    beside = built.paper or (draft.template if draft.digest else copy)
    return stem + (f"（{stage}）" if stage else "") + (f"-{beside}" if beside else "")


def _write(
    session: Session,
    built: Built,
    plan: tuple[str, ...],
    formats: tuple[str, ...],
    request: Request,
    digests: Digests,
) -> Built:
    """Writes one draft in every format; what cannot be written is said."""
    if built.draft is None:
        return built
    written: list[str] = []
    sheet = session.stylesheets.named(built.draft.style)
    try:
        for output, form in zip(plan, formats, strict=True):
            data = produce(session, built.draft, form)
            if output == STREAM:
                return replace(built, data=data)
            path = session.base / output
            if digests.check(path, data, request.force):
                digests.write(path, data)
            written.append(output)
            if request.final:
                built = replace(built, checksums=(*built.checksums, checksums(data)))
            if form in _PAGED:
                built = replace(built, problems=(*built.problems, *_told_ending(session, built)))
            if form == "pdf":
                built = replace(built, problems=(*built.problems, *glyphs.missing_fonts(sheet, built.path)))
    except DrafterError as error:
        problems = (*built.problems, *place_in_source(error.problems, built.path))
        return replace(built, exit_code=error.exit_code, problems=problems, outputs=tuple(written))
    return replace(built, outputs=tuple(written))


def _told_ending(session: Session, built: Built) -> tuple[Problem, ...]:
    """What was done about a last page that looked unfinished, or that nothing could be; once a draft."""
    draft = built.draft
    assert draft is not None
    ending = ending_of(session, draft.style, draft.bound.document, draft.final, draft.letterhead)
    if not ending.fault or any(problem.code == _ENDING for problem in built.problems):
        return ()
    place = Place(built.path)
    if ending.left:
        hint = "删改几个字，或在版式里调“行距”，让它收到前一页"
        return (Problem(_ENDING, ending.fault, place, Severity.WARNING, hint),)
    message = f"{ending.fault}，每页改排 {ending.sheet.page.lines} 行，已经排好"
    hint = "GB/T 9704—2012 5.2.3 许可：特定情况可以作适当调整"
    return (Problem(_ENDING, message, place, Severity.INFO, hint),)


def _usage(code: str, message: str, hint: str) -> UsageProblem:
    return UsageProblem(Problem(code, message, hint=hint))
