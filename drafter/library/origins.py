"""Where each paragraph of a draft comes from: its outline, its template, or the library."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.drafting import reuse
from drafter.drafting.binding import filled
from drafter.drafting.production import Draft
from drafter.drafting.reuse import Taken
from drafter.library import library
from drafter.model.document import Added, Inlines, paragraphs, plain
from drafter.model.library import Origin
from drafter.model.outline import Facts, Outline, Point, Section
from drafter.problems import DrafterError
from drafter.session.session import Session

LEAST = 4
"""Characters: a shorter text may stand anywhere by chance."""

_SNIPPETS = (12, 6)
_ENDS = "。；，！？"


def find_origins(session: Session, draft: Draft, sources: bool = False) -> tuple[Origin, ...]:
    """The origin of every paragraph. With `sources` a point's `source` that is an entry counts too.

    What an outline took over is never changed on its way to the page, so it is known again there.
    """
    taken = list(draft.loaded.taken) if draft.loaded else []
    if sources and draft.loaded:
        taken += _named(session, draft.loaded.outline, {one.entry.id for one in taken})
    said = list(_said(taken, draft.facts))
    lines = draft.loaded.text.splitlines() if draft.loaded else []
    found = []
    for number, (_, content) in enumerate(paragraphs(draft.bound.document), 1):
        text = plain(content)
        if text:
            found.append(_origin(number, text, content, said, lines))
    return tuple(found)


def _origin(
    number: int, text: str, content: Inlines, said: list[tuple[str, Taken]], lines: list[str]
) -> Origin:
    if all(isinstance(inline, Added) for inline in content):
        return Origin(number, text, "template")
    best = max(((words, one) for words, one in said if words in text), key=lambda p: len(p[0]), default=None)
    if best is not None:
        entry = best[1].entry
        return Origin(number, text, "library", entry.id, entry.title, best[1].place.line)
    return Origin(number, text, "outline", line=_line(text, lines))


def _line(text: str, lines: list[str]) -> int | None:
    """The first line of the outline that ends as the paragraph does, its end mark aside."""
    for size in _SNIPPETS:
        snippet = text.rstrip(_ENDS)[-size:]
        line = next((number for number, said in enumerate(lines, 1) if snippet in said), None)
        if line is not None and len(snippet) == size:
            return line
    return None


def _said(taken: list[Taken], facts: Facts) -> Iterator[tuple[str, Taken]]:
    """Every text that was taken over, as it prints."""
    for one in taken:
        for text in one.texts:
            words = filled(text, facts).rstrip(_ENDS)
            if len(words) >= LEAST:
                yield words, one


def _named(session: Session, outline: Outline, known: set[str]) -> Iterator[Taken]:
    """The points whose source is an entry of the library, unless they were taken over by `use`."""
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section):
                for piece in _below(item):
                    if piece.source and piece.source not in known:
                        try:
                            entry = library.opened(session).entry(piece.source)
                        except DrafterError:
                            continue  # a source of another kind: an office, a paper
                        yield Taken(entry, tuple(reuse.texts_of(piece)))


def _below(item: Section | Point) -> Iterator[Section | Point]:
    yield item
    for point in item.points:
        yield from _below(point)
