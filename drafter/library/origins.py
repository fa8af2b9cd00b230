"""Where each paragraph of a draft comes from: its outline, its template, or the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter import secrecy
from drafter.copying import classified
from drafter.drafting import reuse
from drafter.drafting.production import Draft
from drafter.drafting.reuse import Taken
from drafter.library import library
from drafter.model.document import Added, Inlines, Value, paragraphs, pieces, plain
from drafter.model.library import ParagraphSource
from drafter.model.outline import Outline, Point, Section
from drafter.model.words import Origin, origin_of
from drafter.problems import DrafterError
from drafter.session.session import Session


def find_origins(session: Session, draft: Draft, sources: bool = False) -> tuple[ParagraphSource, ...]:
    """The origin of every paragraph that prints something: where its first words were typed,
    a fact's value aside.

    With `sources` a point's `source` that is an entry of the library counts too.
    """
    taken = list(draft.loaded.taken) if draft.loaded else []
    if sources and draft.loaded:
        taken += _named(session, draft.loaded.outline, {one.entry.id for one in taken})
    entries = {id(origin.passage): one for one in taken for origin in _typed(one)}
    found = []
    for number, (_, content) in enumerate(paragraphs(draft.bound.document), 1):
        text = plain(content)
        if text:
            found.append(_origin(number, text, content, entries))
    return tuple(found)


def _typed(taken: Taken) -> Iterator[Origin]:
    """Where the texts of what was taken over were typed."""
    return (origin for text in taken.texts if (origin := origin_of(text)) is not None)


def _origin(number: int, text: str, content: Inlines, entries: Mapping[int, Taken]) -> ParagraphSource:
    if all(isinstance(inline, Added) for inline in content):
        return ParagraphSource(number, text, "template")
    own = tuple(inline for inline in content if not isinstance(inline, Value))
    typed = [origin for part in (own, content) for _, origin in pieces(part) if origin is not None]
    taken = next((entries[id(one.passage)] for one in typed if id(one.passage) in entries), None)
    if taken is not None:
        return ParagraphSource(
            number,
            text,
            "library",
            taken.entry.id,
            taken.entry.title,
            taken.place.line or typed[0].place.line,
        )
    if not typed:
        return ParagraphSource(number, text, "template")
    place = typed[0].place
    return ParagraphSource(
        number, text, "outline", line=place.line, source=place.source, key=typed[0].passage.key
    )


def _named(session: Session, outline: Outline, known: set[str]) -> Iterator[Taken]:
    """The points whose source is an entry of the library, unless they were taken over by `use`."""
    cleared = secrecy.clearance(classified.mark_of(outline))
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section):
                for piece in _below(item):
                    if piece.source and piece.source not in known:
                        try:
                            entry = library.opened(session).entry(piece.source, cleared=cleared)
                        except DrafterError:
                            continue  # a source of another kind: an office, a paper; or too secret
                        yield Taken(entry, tuple(reuse.texts_of(piece)))


def _below(item: Section | Point) -> Iterator[Section | Point]:
    yield item
    for point in item.points:
        yield from _below(point)
