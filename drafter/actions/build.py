"""Outlines and Markdown drafts into documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.drafting import production
from drafter.drafting.desk import Desk
from drafter.drafting.loading import Options
from drafter.drafting.measuring import Measures
from drafter.drafting.production import FORMATS, STREAMS, Draft
from drafter.problems import (
    DrafterError,
    InputProblem,
    OpenGaps,
    Place,
    Problem,
    UsageProblem,
)
from drafter.storage import names
from drafter.storage.digests import Digests

STREAM = "-"
_KINDS = {".yaml": "yaml", ".yml": "yaml", ".md": "md", ".markdown": "md"}
_TYPED_IN_WORD = frozenset({".docx", ".doc", ".wps", ".txt", ".rtf", ".odt", ".pdf"})


@dataclass(frozen=True, slots=True)
class Request:
    """What to build, and how. `output` is a path, `-`, or "" for the input's own name."""

    inputs: Sequence[str]
    output: str = ""
    formats: Sequence[str] = ()
    options: Options = field(default_factory=Options)
    final: bool = False
    force: bool = False
    stdin: bytes | None = None
    stdin_kind: str = "yaml"


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one input; `data` holds what goes to the terminal."""

    path: str
    exit_code: int = 0
    draft: Draft | None = None
    measures: Measures | None = None
    outputs: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    data: bytes | None = None


def build(desk: Desk, request: Request) -> list[Built]:
    """A report for each input; the good ones are done even where others fail.

    Raises:
        UsageProblem: the outputs asked for cannot be told apart, or would overwrite an input.

    """
    formats = _formats(request)
    drafts = [_draft(desk, name, request) for name in request.inputs]
    plans = [_outputs(desk, built, request, formats) for built in drafts]
    _refuse_clashes(desk, plans, request.inputs)
    digests = Digests(desk.places.home)
    return [_write(desk, built, plan, request, digests) for built, plan in zip(drafts, plans, strict=True)]


def _formats(request: Request) -> tuple[str, ...]:
    """The formats asked for: by option, else by the output's suffix, else Word."""
    for name in request.formats:
        if name not in FORMATS:
            raise _usage("unknown-format", f"没有“{name}”这种格式", "可以用：" + "、".join(FORMATS))
    if request.formats:
        return tuple(dict.fromkeys(request.formats))
    suffix = Path(request.output).suffix.lstrip(".").lower()
    if request.output == STREAM:
        return ("txt",)
    if suffix and not request.output.endswith(("/", "\\")) and not Path(request.output).is_dir():
        if suffix not in FORMATS:
            hint = "后缀写成 " + "、".join(f".{name}" for name in FORMATS) + "，或用 --to 指明"
            raise _usage("unknown-format", f"看不出“{request.output}”是哪种格式", hint)
        return (suffix,)
    return ("docx",)


def _draft(desk: Desk, name: str, request: Request) -> Built:
    """The bound draft of one input, or the reason why there is none."""
    shown = "标准输入" if name == STREAM else name
    try:
        file = production.read_source(
            desk, name if name != STREAM else shown, request.stdin if name == STREAM else None
        )
        kind = request.stdin_kind if name == STREAM else _kind(name)
        if kind == "md":
            draft = production.from_markdown(desk, file.text, shown, request.options)
        else:
            draft = production.from_outline(desk, file.text, shown, request.options, request.final)
        if request.final and draft.gaps:
            raise OpenGaps(*production.gap_problems(draft))
    except DrafterError as error:
        return Built(shown, error.exit_code, problems=_named(error.problems, shown))
    problems = (*file.problems, *draft.problems)
    return Built(shown, draft=draft, measures=production.measured(desk, draft), problems=problems)


def _named(problems: Sequence[Problem], name: str) -> tuple[Problem, ...]:
    """The problems, those without a source of their own placed in this input."""
    return tuple(problem if problem.place.source else problem.in_source(name) for problem in problems)


def _kind(name: str) -> str:
    suffix = Path(name).suffix.lower()
    if suffix in _KINDS:
        return _KINDS[suffix]
    hint = "大纲用 .yaml，草稿用 .md"
    if suffix in _TYPED_IN_WORD:
        hint = "这一版还不能直接读 Word 或文本提纲；先用 drafter new 生成大纲，把内容填进去"
    raise InputProblem(Problem("unknown-kind", f"不认识 {name} 这种文件", Place(name), hint=hint))


def _outputs(desk: Desk, built: Built, request: Request, formats: tuple[str, ...]) -> tuple[str, ...]:
    """Where the outputs of one input go; nothing where it failed."""
    if built.draft is None:
        return ()
    output = request.output
    many = len(request.inputs) > 1 or len(formats) > 1
    if output == STREAM:
        if many or formats[0] not in STREAMS:
            raise _usage(
                "no-stream",
                "-o - 一次只能输出一份 txt、md 或 html",
                "用 --to txt、--to md 或 --to html，或写文件名",
            )
        return (STREAM,)
    folder = output.endswith(("/", "\\")) or (desk.base / output).is_dir() or many
    if output and not folder:
        return (output if Path(output).suffix else f"{output}.{formats[0]}",)
    stem = _stem(built)
    return tuple(str(Path(output) / f"{stem}.{name}") for name in formats)


def _stem(built: Built) -> str:
    """The name of an output without its suffix: the input's own, with the stage."""
    assert built.draft is not None
    draft = built.draft
    stem = names.safe(draft.properties.title, "草稿") if built.path == "标准输入" else Path(built.path).stem
    return f"{stem}（{names.safe(draft.stage, '')}）" if draft.stage else stem


def _refuse_clashes(desk: Desk, plans: list[tuple[str, ...]], inputs: Sequence[str]) -> None:
    """Before anything is written: no two outputs in one place, none on top of an input."""
    seen: set[Path] = set()
    sources = {(desk.base / name).resolve() for name in inputs if name != STREAM}
    for output in (output for plan in plans for output in plan if output != STREAM):
        path = (desk.base / output).resolve()
        if path in sources:
            raise _usage("output-is-input", f"输出 {output} 就是输入文件", "用 -o 换个名字")
        if path in seen:
            raise _usage(
                "same-output", f"有两份输出都叫 {output}", "用 -o 给一个文件夹，并让输入的文件名不同"
            )
        seen.add(path)


def _write(desk: Desk, built: Built, plan: tuple[str, ...], request: Request, digests: Digests) -> Built:
    """Writes one draft in every format; what cannot be written is said."""
    if built.draft is None:
        return built
    formats = _formats(request)
    written: list[str] = []
    try:
        for output, form in zip(plan, formats, strict=True):
            data = production.produce(desk, built.draft, form)
            if output == STREAM:
                return replace(built, data=data)
            path = desk.base / output
            if digests.check(path, data, request.force):
                digests.write(path, data)
            written.append(output)
    except DrafterError as error:
        problems = (*built.problems, *_named(error.problems, built.path))
        return replace(built, exit_code=error.exit_code, problems=problems, outputs=tuple(written))
    return replace(built, outputs=tuple(written))


def _usage(code: str, message: str, hint: str) -> UsageProblem:
    return UsageProblem(Problem(code, message, hint=hint))
