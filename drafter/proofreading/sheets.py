"""From a file to a draft that rules can read, with the places of what they will find."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.checks.draft import Draft, Said, Setting
from drafter.drafting import gaps, production
from drafter.drafting.options import Options
from drafter.model.document import Document, Role, paragraphs, plain
from drafter.model.source import Dropped
from drafter.problems import InputProblem, Place, Problem
from drafter.proofreading.positions import DraftPlaces, LinePlaces, Places, WordPlaces
from drafter.readers.intake import limits
from drafter.readers.markdown import lines as markdown_lines
from drafter.readers.word import beside, unsaid
from drafter.readers.word import package as word_package
from drafter.readers.word import paragraphs as word_paragraphs
from drafter.readers.word.package import Package
from drafter.readers.word.paragraphs import Stretch
from drafter.session import old_files
from drafter.session.inputs import Input
from drafter.session.session import Session
from drafter.storage import encodings

_DAY = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that was read to be checked: its draft, its places, its own problems.

    `text` is what it says where it is a text, `package` a Word file's parts, `data` its bytes.
    """

    name: str
    kind: Input
    draft: Draft
    places: Places
    data: bytes
    text: str = ""
    package: Package | None = None
    problems: tuple[Problem, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    """What of a file that is only read is no text."""


def read(session: Session, name: str, kind: Input, data: bytes, setting: Setting, options: Options) -> Sheet:
    """The file of this kind, ready to be checked.

    Raises:
        InputProblem: it cannot be read, has no text, or is an outline that cannot be drafted.

    """
    if kind.reader == "yaml":
        return _outline(session, name, kind, data, setting, options)
    if not kind.mended:
        sheet = _old(session, name, kind, setting)
    elif kind.reader == "word":
        sheet = _word(name, kind, data, setting)
    else:
        sheet = _text(name, kind, data, setting)
    if not sheet.draft.text.strip():
        if kind.reader in ("text", "markdown"):
            raise InputProblem(Problem("no-text", "文件里没有文字", Place(name), hint="是不是还没有保存？"))
        beside_text = sheet.dropped if sheet.package is None else unsaid.found(sheet.package)
        raise InputProblem(old_files.no_text(name, beside_text))
    return sheet


def _text(name: str, kind: Input, data: bytes, setting: Setting) -> Sheet:
    file = encodings.decode(data, name)
    limits.check_text(file.text, name)
    found = markdown_lines.read(file.text) if kind.reader == "markdown" else _lines(file.text)
    said = [Said("".join(text for _, text in one.pieces), one.role, one.level, one.cell) for one in found]
    places = LinePlaces(name, file.text, [one.pieces for one in found])
    return Sheet(name, kind, Draft(said, setting), places, data, file.text, problems=file.problems)


def _lines(text: str) -> list[markdown_lines.MarkdownParagraph]:
    """A plain text, a paragraph a line."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append(markdown_lines.MarkdownParagraph(((at, line.removesuffix("\r")),)))
        at += len(line) + 1
    return found


def _word(name: str, kind: Input, data: bytes, setting: Setting) -> Sheet:
    package = word_package.read(data, name)
    found = word_paragraphs.read(package)
    margins = beside.read_margins(package)
    said = [Said(one.text, one.role, one.level, one.cell) for one in found]
    said += [Said(text, cell=True) for _, text in margins]
    places = WordPlaces(name, [one.stretches for one in found], [where for where, _ in margins])
    return Sheet(name, kind, Draft(said, setting), places, data, package=package)


def _old(session: Session, name: str, kind: Input, setting: Setting) -> Sheet:
    """A file that is only read: a paragraph a line, a table's cells each by itself."""
    source = old_files.source_of(session, name)
    said: list[Said] = []
    stretches: list[list[Stretch]] = []
    for line in source.lines:
        cells = [cell for row in line.rows for cell in row]
        said += [Said(cell, cell=True) for cell in cells] or [Said(line.text, line.role, line.level)]
        stretches += [[Stretch(0, len(text), line.number)] for text in cells or [line.text]]
    places = WordPlaces(name, stretches)
    draft = Draft(said, setting)
    return Sheet(name, kind, draft, places, b"", problems=source.problems, dropped=source.dropped)


def _outline(
    session: Session, name: str, kind: Input, data: bytes, setting: Setting, options: Options
) -> Sheet:
    """An outline's draft, its facts filled in: what is checked is what prints."""
    file = encodings.decode(data, name)
    prepared = production.prepare(session, file.text, name, options)
    drafted = production.bound_draft(session, prepared)
    outline, template = prepared.loaded.outline, prepared.loaded.template
    own = date_of(outline.date or "")
    if own[0] and not setting.date[0]:
        setting = replace(setting, date=own)
    draft = Draft(_said(drafted.bound.document), setting, outline, template)
    source = prepared.loaded.source
    places = DraftPlaces(source, drafted.bound.document, outline.fact_places, file.text)
    problems = [problem for problem in drafted.problems if problem.code != "missing-part"]
    if not outline.redacted:  # else what is left out by hand is no gap
        problems += gaps.unprinted(source, drafted.bound.gaps)
    return Sheet(name, kind, draft, places, data, file.text, problems=(*file.problems, *problems))


def _said(document: Document) -> list[Said]:
    """The paragraphs of a document with their roles; a table's cells are body."""
    return [
        Said(plain(content), paragraph.role, paragraph.level)
        if paragraph is not None
        else Said(plain(content), Role.BODY, cell=True)
        for paragraph, content in paragraphs(document)
    ]


def date_of(text: str) -> tuple[int, int, int]:
    """A date as it prints (2026年3月12日) in numbers; zeros where there is none."""
    match = _DAY.match(text)
    return (int(match[1]), int(match[2] or 0), int(match[3] or 0)) if match else (0, 0, 0)
