"""From the text of a file to a bound draft, and from the draft to the bytes of each format."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from drafter.drafting import binding, loading, speech
from drafter.drafting.binding import Bound, FoundGap
from drafter.drafting.desk import Desk
from drafter.drafting.loading import Options
from drafter.drafting.measuring import Measures, measure
from drafter.model.document import Document, Paragraph, Role, plain
from drafter.model.outline import Outline
from drafter.office import libreoffice
from drafter.outlining.recognition import recognise
from drafter.problems import InputProblem, Place, Problem, has_errors
from drafter.readers import markdown
from drafter.storage import files
from drafter.writers import html, text
from drafter.writers import markdown as markdown_writer
from drafter.writers.docx.properties import Properties

DEFAULT_STYLE = "speech"
_COMMENT = re.compile(r"(?:^|\s)#\s.*$")
FORMATS = ("docx", "pdf", "txt", "md", "html")
STREAMS = frozenset({"txt", "md", "html"})
"""Formats that may go to the terminal."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft, ready to be written in any format."""

    name: str
    bound: Bound
    style: str
    template: str
    properties: Properties
    stage: str = ""
    minutes: float | None = None
    gaps: tuple[GapPlace, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class GapPlace:
    """An open gap, with the line of its source where that is known."""

    name: str
    text: str
    paragraph: int
    excerpt: str
    line: int | None = None


def from_outline(
    desk: Desk, source: str, name: str, options: Options, final: bool = False, rate: float = speech.RATE
) -> Draft:
    """The draft of an outline.

    Raises:
        InputProblem: the outline, its template or its style cannot be used.

    """
    loaded = loading.load(desk, source, name, options)
    outline = loaded.outline
    style = _style(desk, options.style or outline.style or loaded.template.style)
    desk.stylesheet(style)
    document = desk.draft(outline, loaded.template, final)
    bound = _bound(document, outline, name)
    return Draft(
        name,
        bound,
        style,
        loaded.template.name,
        _properties(outline, loaded.template.name),
        "" if final else outline.stage.strip("（）()"),
        outline.minutes,
        tuple(_gap_places(bound.gaps, outline, loaded.text)),
        loaded.problems,
    )


def from_markdown(desk: Desk, source: str, name: str, options: Options) -> Draft:
    """The draft of a Markdown file.

    Raises:
        InputProblem: it holds containers or references that are not known.

    """
    document, problems = markdown.read(source, name)
    if has_errors(problems):
        raise InputProblem(*problems)
    document = recognise(document)
    facts = loading.facts_of(options)
    style = _style(desk, options.style)
    desk.stylesheet(style)
    bound = _bound(document, Outline(facts=facts), name)
    title = _first(document, Role.TITLE)
    properties = Properties(title=title, date=options.date or _first(document, Role.DATE).strip("（）()"))
    return Draft(
        name, bound, style, "", properties,
        gaps=tuple(_gap_places(bound.gaps, Outline(facts=facts), source)),
    )  # fmt: skip


def measured(desk: Desk, draft: Draft, rate: float = speech.RATE) -> Measures:
    """The measures of a draft in its style, read at `rate` syllables a minute."""
    return measure(draft.bound.document, desk.stylesheet(draft.style), rate)


def _style(desk: Desk, named: str) -> str:
    """The style to use: the one that was named, the workspace's default, or the speech."""
    return named or str(desk.places.default("style") or DEFAULT_STYLE)


def _bound(document: Document, outline: Outline, name: str) -> Bound:
    bound = binding.bind(document, outline.facts, outline.redacted, name)
    if has_errors(bound.problems):
        raise InputProblem(*bound.problems)
    return bound


def _properties(outline: Outline, template: str) -> Properties:
    speaker = outline.speaker
    author = (speaker.name or speaker.org) if speaker else ""
    subject = outline.occasion.name if outline.occasion else ""
    return Properties(outline.title, author, subject, template, outline.date or "")


def _first(document: Document, role: Role) -> str:
    """The text of the first paragraph in a role, or ""."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.role is role:
            return plain(block.content)
    return ""


def _gap_places(gaps: tuple[FoundGap, ...], outline: Outline, source: str) -> list[GapPlace]:
    """The gaps with their lines: a fact's own line, or where the gap was typed."""
    lines = source.splitlines()
    taken: set[tuple[int, int]] = set()
    places = []
    for gap in gaps:
        fact = outline.fact_places.get(gap.name.partition(".")[0])
        line = fact.line if fact and not gap.typed else _typed_line(gap, lines, taken)
        places.append(GapPlace(gap.name, gap.text, gap.paragraph, gap.excerpt, line))
    return places


def _typed_line(gap: FoundGap, lines: list[str], taken: set[tuple[int, int]]) -> int | None:
    """The line on which a hand-typed gap stands: the first not yet taken that fits its words."""
    before = gap.excerpt.partition(gap.text)[0][-4:]
    for around in (before, ""):
        for number, line in enumerate(lines, 1):
            line = _COMMENT.sub("", line)
            for match in re.finditer(re.escape(around + gap.text), line):
                if (number, match.start()) not in taken:
                    taken.add((number, match.start()))
                    return number
    return None


def gap_problems(draft: Draft) -> tuple[Problem, ...]:
    """A problem for each open gap, for `--final`."""
    return tuple(
        Problem(
            "open-gap",
            f"还没有补上：{gap.text}" + (f"（……{gap.excerpt}……）" if gap.excerpt != gap.text else ""),
            Place(draft.name, gap.line, None, None if gap.line else gap.paragraph),
            hint="在大纲里填上，或用 --set 名称=值；不该算待补的，写 脱密: 是",
            excerpt=gap.excerpt,
        )
        for gap in draft.gaps
    )


def produce(desk: Desk, draft: Draft, form: str) -> bytes:
    """The draft in one of `FORMATS`.

    Raises:
        MissingProgram: PDF was asked for and LibreOffice is not found.

    """
    return _PRODUCERS[form](desk, draft)


def _docx(desk: Desk, draft: Draft) -> bytes:
    return desk.docx_writer(draft.style).write(draft.bound.document, draft.properties)


def _pdf(desk: Desk, draft: Draft) -> bytes:
    return libreoffice.pdf(_docx(desk, draft))


def _txt(desk: Desk, draft: Draft) -> bytes:
    return text.write(draft.bound.document).encode("utf-8")


def _md(desk: Desk, draft: Draft) -> bytes:
    return markdown_writer.write(draft.bound.document).encode("utf-8")


def _html(desk: Desk, draft: Draft) -> bytes:
    page = html.write(draft.bound.document, desk.stylesheet(draft.style), draft.properties.title)
    return page.encode("utf-8")


_PRODUCERS: dict[str, Callable[[Desk, Draft], bytes]] = {
    "docx": _docx,
    "pdf": _pdf,
    "txt": _txt,
    "md": _md,
    "html": _html,
}


def read_source(desk: Desk, name: str, data: bytes | None = None) -> files.FileText:
    """The text of an input: of the file by this name, or of what came through stdin."""
    if data is not None:
        return files.decode(data, name)
    return files.read_text(desk.base / name)
