"""From the text of a file to a bound draft: an outline through its template, Markdown as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.drafting import binding, loading
from drafter.drafting.binding import Bound, filled
from drafter.drafting.desk import Desk
from drafter.drafting.gaps import GapPlace, gap_places
from drafter.drafting.loading import Loaded, Options
from drafter.drafting.measuring import Measures, measure
from drafter.model.document import Block, Document, Paragraph, Role, plain
from drafter.model.outline import Facts, Outline, unbracketed
from drafter.model.source import WORD_PROCESSED
from drafter.outlining.recognition import recognise
from drafter.problems import InputProblem, Place, Problem, has_errors
from drafter.readers import markdown
from drafter.storage import files
from drafter.writers.docx.properties import Properties

DEFAULT_STYLE = "speech"
_TYPED = (*WORD_PROCESSED, ".txt")
"""Outlines that were typed in Word or a text editor: they are read as `import` reads them."""

_KINDS = {".yaml": "yaml", ".yml": "yaml", ".md": "md", ".markdown": "md", **dict.fromkeys(_TYPED, "yaml")}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft, ready to be written in any format.

    `readings` are the outline's own, `roles` what its template calls the parts; `letterhead`
    is the path of the unit's own Word file to fill, or ""; a `digest` is a paper beside the draft;
    `loaded` is the outline that it was made of, None for a draft in Markdown.
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


@dataclass(frozen=True, slots=True)
class Prepared:
    """An outline that went through its template and only waits for its facts."""

    name: str
    loaded: Loaded
    document: Document
    style: str
    final: bool = False
    letterhead: str = ""


def prepare(desk: Desk, source: str, name: str, options: Options, final: bool = False) -> Prepared:
    """The outline of this text, templated once.

    Raises:
        InputProblem: the outline, its template or its style cannot be used.

    """
    loaded = loading.load(desk, source, name, options)
    outline = loaded.outline
    style = _style(desk, options.style or outline.style or loaded.template.style)
    desk.stylesheet(style)
    document = desk.draft(outline, loaded.template, final)
    return Prepared(name, loaded, document, style, final, options.letterhead)


def bound_draft(desk: Desk, prepared: Prepared, facts: Facts | None = None) -> Draft:
    """The draft, its facts filled in: the outline's own, with `facts` on top.

    Raises:
        InputProblem: a reference or a count cannot be filled in.

    """
    outline = prepared.loaded.outline
    if facts:
        outline = replace(outline, facts={**outline.facts, **facts})
    bound = _bound(prepared.document, outline, prepared.name)
    if prepared.letterhead:
        from drafter.drafting import letterheads  # brings lxml, which other drafts do without

        bound = replace(
            bound, gaps=bound.gaps + tuple(letterheads.open_places(desk, prepared.letterhead, outline.facts))
        )
    return Draft(
        prepared.name,
        bound,
        prepared.style,
        prepared.loaded.template.name,
        _properties(outline, prepared.loaded.template.name),
        "" if prepared.final else unbracketed(outline.stage),
        outline.minutes,
        tuple(gap_places(bound.gaps, outline, prepared.name, prepared.loaded.text)),
        prepared.loaded.problems,
        outline.readings,
        {role.name: role.chinese for role in prepared.loaded.template.roles},
        outline.facts,
        prepared.letterhead,
        prepared.loaded.template.digest,
        prepared.loaded,
    )


def from_outline(desk: Desk, source: str, name: str, options: Options, final: bool = False) -> Draft:
    """The draft of an outline.

    Raises:
        InputProblem: the outline, its template or its style cannot be used.

    """
    return bound_draft(desk, prepare(desk, source, name, options, final))


def from_markdown(desk: Desk, source: str, name: str, options: Options, final: bool = False) -> Draft:
    """The draft of a Markdown file; a final one loses its stage.

    Raises:
        InputProblem: it holds containers or references that are not known.

    """
    document, problems = markdown.read(source, name)
    if has_errors(problems):
        raise InputProblem(*problems)
    document = recognise(document)
    if final:
        document = Document(tuple(block for block in document.blocks if not _is_stage(block)))
    facts = loading.facts_of(options)
    style = _style(desk, options.style)
    desk.stylesheet(style)
    bound = binding.bind(document, facts, source=name, lines=True)
    if has_errors(bound.problems):
        raise InputProblem(*bound.problems)
    title = _first(document, Role.TITLE)
    properties = Properties(title=title, date=options.date or unbracketed(_first(document, Role.DATE)))
    return Draft(
        name, bound, style, "", properties,
        gaps=tuple(gap_places(bound.gaps, Outline(facts=facts), name, source)),
        facts=facts, letterhead=options.letterhead,
    )  # fmt: skip


def draft_of(desk: Desk, source: str, name: str, kind: str, options: Options, final: bool = False) -> Draft:
    """The draft of a text of this kind: `yaml` for an outline, `md` for a draft.

    Raises:
        InputProblem: as `from_outline` and `from_markdown`.

    """
    make = from_markdown if kind == "md" else from_outline
    return make(desk, source, name, options, final)


def kind_of(desk: Desk, name: str) -> str:
    """The kind of a file by its suffix.

    Raises:
        InputProblem: it is neither an outline nor a draft, or no file at all.

    """
    if (desk.base / name).is_dir():
        files.read_bytes(desk.base / name, name)
    suffix = Path(name).suffix.lower()
    if suffix in _KINDS:
        return _KINDS[suffix]
    hint = "大纲用 .yaml，或 Word 里打的提纲 .docx、.txt；草稿用 .md"
    if suffix == ".pdf":
        hint = "用 Word 或 WPS 打开，另存为 .docx 再来"
    raise InputProblem(Problem("unknown-kind", f"不认识 {name} 这种文件", Place(name), hint=hint))


def measured(desk: Desk, draft: Draft, rate: float | None = None) -> Measures:
    """The measures of a draft in its style, read at `rate` syllables a minute, else at the desk's."""
    return measure(draft.bound.document, desk.stylesheet(draft.style), rate or desk.rate)


def _style(desk: Desk, named: str) -> str:
    """The style to use: the one that was named, the workspace's default, or the speech."""
    return named or str(desk.places.default("style") or DEFAULT_STYLE)


def _bound(document: Document, outline: Outline, name: str) -> Bound:
    bound = binding.bind(document, outline.facts, outline.redacted, name)
    if has_errors(bound.problems):
        raise InputProblem(*bound.problems)
    return bound


def _properties(outline: Outline, template: str) -> Properties:
    """What the document says of itself, its references filled in."""
    speaker = outline.speaker
    author = (speaker.name or speaker.org) if speaker else ""
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


def read_source(desk: Desk, name: str, data: bytes | None = None, template: str = "") -> files.FileText:
    """The text of an input: of the file by this name, or of what came through stdin.

    An outline typed in Word or a text editor comes as YAML, for the template that is asked for.
    """
    if data is not None:
        return files.decode(data, name)
    if Path(name).suffix.lower() in _TYPED and (desk.base / name).is_file():
        from drafter.drafting import recasting  # brings lxml, which other drafts do without

        return files.FileText(*recasting.as_yaml(desk, name, template))
    return files.read_text(desk.base / name, name)
