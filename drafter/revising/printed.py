"""An outline's draft as the paragraphs that it prints, each character with the text of the outline that it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.drafting.production import Draft
from drafter.model.document import Added, Gap, Inlines, Lead, Text, Value, paragraphs, plain
from drafter.model.words import Origin
from drafter.readers.outline.tree import path_of
from drafter.records import Record

Path = tuple[str | int, ...]
"""The keys and places (from 0) that lead to a text of the outline's tree."""

OWN, FACT, ADDED, SUPPLIED = "own", "fact", "added", "supplied"
"""Whose characters are: the outline's, a figure's, a sentence of the template's, a mark or an end mark."""


def in_words(path: Path) -> str:
    """A path in the words of an outline: 任务.要点[2].正文."""
    said = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return said.removeprefix(".")


class Span(Record):
    """Characters of a paragraph from `start` to `end`: whose they are; of the outline's own the path of their text and
    where in it they begin, None where they do not stand there as they are.
    """

    start: int
    end: int
    kind: str
    path: Path = ()
    offset: int | None = None


class Printed(Record):
    """A paragraph of the draft, and the part of the paper in which it stands."""

    text: str
    spans: tuple[Span, ...]
    part: str

    def at(self, place: int) -> Span | None:
        """The span that holds a character."""
        return next((span for span in self.spans if span.start <= place < span.end), None)


def printed(draft: Draft) -> list[Printed]:
    """The paragraphs of a draft, those of tables too, without empty ones."""
    found = []
    for paragraph, content in paragraphs(draft.bound.document):
        text = plain(content)
        if text.strip():
            part = paragraph.part if paragraph is not None else ""
            found.append(Printed(text, tuple(_spans(content, 0, draft.name, OWN)), part))
    return found


def _spans(content: Inlines, at: int, name: str, kind: str) -> Iterator[Span]:
    for inline in content:
        end = at + len(plain((inline,)))
        match inline:
            case Lead(inner):
                yield from _spans(inner, at, name, kind)
            case Added(inner):
                yield from _spans(inner, at, name, ADDED)
            case Value(inner):
                yield from _spans(inner, at, name, FACT)
            case Text(_, origin) | Gap(_, _, origin):
                yield _span(at, end, origin, name, kind)
            case _:
                yield Span(at, end, SUPPLIED)
        at = end


def _span(start: int, end: int, origin: Origin | None, name: str, kind: str) -> Span:
    if origin is None or origin.passage.source != name:
        return Span(start, end, kind if kind in (ADDED, FACT) else SUPPLIED)
    path = path_of(origin.passage)
    return Span(start, end, kind, path, origin.offset if origin.exact else None)
