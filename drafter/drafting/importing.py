"""An old text as an outline that rebuilds to the same text.

What the text's form tells is a guess, so every guess is tried: an outline that does not print
the very characters that it was made of is taken apart less, stretch by stretch, until it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drafter import numerals
from drafter.drafting.desk import Desk
from drafter.model.document import Document, text_of
from drafter.model.outline import Outline, Part, Point, Section
from drafter.model.source import WORD_PROCESSED, Dropped, Guess, Line, Source
from drafter.model.template import Template
from drafter.office import libreoffice
from drafter.outlining import head, marks, structure
from drafter.outlining.structure import Detail
from drafter.problems import InputProblem, Place, Problem
from drafter.readers import lines, markdown, word_package, word_text
from drafter.storage import files
from drafter.writers import outline_yaml

PLAIN = "原样"
"""The template that adds nothing."""

_ASSIGNED = re.compile(
    r"[（(](?:(?:责任单位|牵头单位|责任人)[：:](?P<owner>[^；;，（）()]+?))?[；;，]?\s*"
    r"(?:(?:完成)?时限[：:](?P<deadline>[^；;（）()]+?))?[）)](?P<end>[。；]?)$"
)
KINDS = {
    **dict.fromkeys(WORD_PROCESSED, "word"),
    ".txt": "text",
    ".md": "markdown",
}
"""What can be imported, by suffix."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The outline of an old text, what was left out, and what was guessed.

    `characters` counts the source's without white space; `kept` those that the outline prints.
    """

    outline: Outline
    characters: int
    kept: int
    dropped: tuple[Dropped, ...] = ()
    guessed: tuple[Guess, ...] = ()


def source_of(desk: Desk, name: str, revisions: str = word_text.ACCEPTED, encoding: str = "") -> Source:
    """The lines of a file; a text is read in this encoding, or in the one that it shows.

    Raises:
        InputProblem: it cannot be read, or is of no kind that can be imported.
        MissingProgram: it needs LibreOffice, which is not found.

    """
    kind = KINDS.get(Path(name).suffix.lower())
    if kind == "word":
        data = files.read_bytes(desk.base / name, name)
        older = word_package.older_format(data, name)
        if older == ".html":
            # Without a charset, or with a wrong one, LibreOffice would misread it.
            data = files.decode(data, name).text.encode("ascii", "xmlcharrefreplace")
        if older:
            data = libreoffice.word(data, older)
        return word_text.read(word_package.read(data, name), revisions)
    if kind is None:
        hint = "可以用：" + "、".join(KINDS) + "；别的格式先用 Word 或 WPS 另存为 .docx"
        raise InputProblem(
            Problem(
                "unknown-kind", f"还不能导入 {Path(name).suffix or name} 这种文件", Place(name), hint=hint
            )
        )
    text = _decoded(desk, name, encoding) if encoding else files.read_text(desk.base / name, name).text
    if kind == "text":
        return lines.of_text(text)
    return lines.of_document(markdown.read(text, name)[0])


def _decoded(desk: Desk, name: str, encoding: str) -> str:
    """The text of a file in an encoding that a person named."""
    try:
        return files.read_bytes(desk.base / name, name).decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        hint = "可以用 utf-8、gb18030、utf-16、big5；不写 --encoding 时自动识别"
        raise InputProblem(
            Problem("bad-encoding", f"按 {encoding} 读不了这个文件", Place(name), hint=hint)
        ) from error


def imported(desk: Desk, source: Source) -> Imported:
    """The outline of these lines, named for the template that adds nothing."""
    return _Importer(desk, source).run()


def for_template(outline: Outline, template: Template) -> tuple[Outline, list[Guess]]:
    """The outline for a template: parts that a genre does not take are body, owners and deadlines
    in brackets are fields of their points. What adds nothing takes everything as it is.
    """
    if template.any_role:
        whole = _answered_for(outline) if template.digest else outline
        return replace(whole, template=template.name), []
    taken = set(template.role_spellings().values()) | {"opening", "closing"}
    guesses = []
    parts = []
    for number, part in enumerate(_answered_for(outline).parts, 1):
        role = part.role if part.role in taken else "body"
        if role != part.role:
            guesses.append(Guess("角色 body", number, f"{template.name}没有“{part.role}”这一部分"))
        items = tuple(replace(item, role=role) if isinstance(item, Section) else item for item in part.items)
        parts.append(Part(role, items))
    return replace(outline, template=template.name, numbering=(), parts=tuple(parts)), guesses


def _answered_for(outline: Outline) -> Outline:
    """The outline with what the brackets of its points say of owners and deadlines."""
    parts = (
        replace(
            part, items=tuple(_assigned(item) if isinstance(item, Section) else item for item in part.items)
        )
        for part in outline.parts
    )
    return replace(outline, parts=tuple(parts))


def _assigned(section: Section) -> Section:
    return replace(section, points=tuple(map(_with_owner, section.points)))


def _with_owner(point: Point) -> Point:
    """The point with what its brackets say of who answers for it and by when."""
    point = replace(point, points=tuple(map(_with_owner, point.points)))
    text = point.text[-1] if point.text else point.title
    match = _ASSIGNED.search(text)
    if match is None:
        return point
    bare = text[: match.start()] + match["end"]
    whole = replace(point, owner=match["owner"] or "", deadline=match["deadline"] or "")
    return replace(whole, text=(*point.text[:-1], bare)) if point.text else replace(whole, title=bare)


def as_yaml(desk: Desk, name: str, template: str = "") -> str:
    """A file as the YAML of an outline, for a genre where one is named.

    Raises:
        InputProblem: as `source_of`; or there is no such template.

    """
    outline = imported(desk, source_of(desk, name)).outline
    genre = desk.template(template) if template else None
    if genre is not None:
        outline = for_template(outline, genre)[0]
    return outline_yaml.write(outline, template=genre)


class _Importer:
    """Tries outlines against the text that they are to print."""

    def __init__(self, desk: Desk, source: Source) -> None:
        self.desk = desk
        self.source = source
        self.plain = desk.template(PLAIN)
        self.guesses: list[Guess] = []

    def run(self) -> Imported:
        given = self.source.lines
        about, used = self._head(given)
        rest = given[used:]
        ends = structure.closing(rest)
        body, closing = rest[: len(rest) - ends], rest[len(rest) - ends :]
        items = self._body(body)
        first = next((i for i, (_, item) in enumerate(items) if isinstance(item, Section)), len(items))
        opening = tuple(item for _, item in items[:first] if isinstance(item, str))
        parts = structure.as_parts(items[first:], self.guesses)
        last = tuple(structure.literal(line.text) for line in closing)
        ordered = (Part("opening", opening), *parts, Part("closing", last))
        outline = replace(about, ordered=bool(parts), parts=tuple(part for part in ordered if part.items))
        outline = self._named_marks(outline)
        characters = sum(_size(line.text) for line in given) + sum(_size(d.text) for d in self.source.dropped)
        kept = _size(self._printed(outline))
        return Imported(outline, characters, kept, self.source.dropped, tuple(self.guesses))

    def _head(self, given: Sequence[Line]) -> tuple[Outline, int]:
        """The head as fields of an outline, as far as they print what the file says."""
        found = head.read(given)
        fields = {name: _literal(value) for name, value in found.fields.items()}
        outline = Outline(template=PLAIN, **fields)
        if found.used and self._prints(outline, given[: found.used]):
            self.guesses += found.guesses
            return outline, found.used
        title = Outline(template=PLAIN, title=_literal(found.fields.get("title", "")))
        if title.title and self._prints(title, given[:1]):
            self.guesses += found.guesses
            return title, 1
        return Outline(template=PLAIN), 0

    def _body(self, given: Sequence[Line]) -> list[tuple[Line, str | Section]]:
        """Every stretch, taken apart as far as it still prints the same."""
        items: list[tuple[Line, str | Section]] = []
        for stretch in structure.stretches(given) if given else []:
            for detail in reversed(Detail):
                found = structure.parts(stretch, detail)
                outline = Outline(
                    template=PLAIN, ordered=True, parts=tuple(Part("body", (item,)) for item in found)
                )
                if self._prints(outline, stretch):
                    break
            items += [(stretch[0], item) for item in found]
        return items

    def _named_marks(self, outline: Outline) -> Outline:
        """The outline with its headings' marks taken off and named once, where that prints the same."""
        printed = self._printed(outline)
        headed = [
            item
            for part in outline.parts
            for item in part.items
            if isinstance(item, Section) and item.heading
        ]
        found = [marks.opening(section.heading) for section in headed]
        first = next((mark for mark in found if mark), None)
        if first is None:
            return outline
        numbering = (first.scheme, *_below(outline, first.scheme))
        stripped = replace(
            outline, numbering=numbering, parts=tuple(_stripped(part, numbering) for part in outline.parts)
        )
        return stripped if self._printed(stripped) == printed else outline

    def _prints(self, outline: Outline, given: Sequence[Line]) -> bool:
        return _squeezed(self._printed(outline)) == _squeezed("".join(line.text for line in given))

    def _printed(self, outline: Outline) -> str:
        """What the outline prints; references are literal braces by now."""
        return text_of(Document(self.desk.draft(outline, self.plain).blocks))


def _literal(value: Any) -> Any:
    """The texts of a field as an outline has them."""
    if isinstance(value, str):
        return structure.literal(value)
    return tuple(map(structure.literal, value)) if isinstance(value, tuple) else value


def _below(outline: Outline, top: str) -> tuple[str, ...]:
    """The scheme of most rows of points under headings, as the second of a numbering."""
    rows = [
        item.marks
        for part in outline.parts
        for item in part.items
        if isinstance(item, Section)
        and item.heading
        and isinstance(item.marks, str)
        and item.marks not in (top, "none")
    ]
    usual = [scheme for scheme in rows if numerals.heading_level(scheme)]
    return (max(sorted(set(usual)), key=usual.count),) if usual else ()


def _stripped(part: Part, numbering: tuple[str, ...]) -> Part:
    """The part with the marks left out that its numbering brings."""
    items = []
    for item in part.items:
        if isinstance(item, Section):
            mark = marks.opening(item.heading) if item.heading else None
            if mark and mark.scheme == numbering[0]:
                item = replace(item, heading=item.heading[len(mark.text) :].strip())
            if item.marks in numbering[1:] and item.heading:
                item = replace(item, marks=None)
        items.append(item)
    return replace(part, items=tuple(items))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _size(text: str) -> int:
    return len(_squeezed(text))
