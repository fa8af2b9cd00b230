"""What a draft has word for word, or nearly so, from other texts, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from drafter.copying import classified
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing import classification
from drafter.model.document import Added, Inlines, paragraphs, plain
from drafter.model.library import Entry, FingerprintHit
from drafter.model.outline import Outline
from drafter.searching import fingerprints
from drafter.searching.passages import Passage, covered, passages
from drafter.session import inputs, old_files
from drafter.session.session import Session
from drafter.storage import files

QUOTATIONS = "引文"
"""The word list of quotations that are no copying; the user's own lies over it."""

MOST_SOURCES = 12
"""Paragraphs of other texts that each paragraph of the draft is laid beside."""

_BOOK = re.compile(r"《[^》]{1,80}》")
_NUMBERS = re.compile(r"\d+|第[一二三四五六七八九十〇]+[届次]")
_ANYBODY = frozenset({"同志们", "各位领导", "各位来宾", "各位代表", "各位委员", "朋友们", "女士们", "先生们"})

FindHits = Callable[[set[int]], Sequence[FingerprintHit]]
"""The paragraphs elsewhere that have some of the fingerprints."""


@dataclass(frozen=True, slots=True)
class Text:
    """A draft as numbered paragraphs, and its outline where it has one.

    `added` counts the characters that its template says in every draft: they are no copying; `mark` is its mark of
    secrecy.
    """

    paragraphs: tuple[tuple[int, str], ...]
    outline: Outline | None = None
    added: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Copied:
    """A passage of the draft, and the same passage of an entry. `same` counts characters in common.

    `also` are other entries that have it; `heard` says that the entry was for the same people.
    """

    paragraph: int
    text: str
    entry: Entry
    source_text: str
    similarity: float
    same: int
    also: tuple[str, ...] = ()
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a draft has from elsewhere. Punctuation is not counted, a number counts as one."""

    characters: int
    copied: tuple[Copied, ...]
    excepted: int = 0

    @property
    def same(self) -> int:
        """The characters of all passages."""
        return sum(one.same for one in self.copied)

    @property
    def share(self) -> float:
        """The share of the draft that the passages make, quotations left out of both."""
        counted = self.characters - self.excepted
        return round(self.same / counted, 4) if counted else 0.0


def text_of(session: Session, name: str) -> Text:
    """The paragraphs of a file: of an outline as it prints, of any other as it is.

    Raises:
        InputProblem: it cannot be read or drafted.

    """
    if inputs.is_outline(name):
        file = files.read_text(session.base / name, name)
        draft = production.from_outline(session, file.text, name, Options())
        numbered = enumerate(paragraphs(draft.bound.document), 1)
        split = [(number, *_split(content)) for number, (_, content) in numbered]
        added = sum(len(fingerprints.bare(words)[0]) for _, _, words in split)
        said = tuple((number, words) for number, words, _ in split)
        mark = classification.mark_of(draft)
        return Text(said, draft.loaded.outline if draft.loaded else None, added, mark)
    source = old_files.source_of(session, name)
    mark = classified.mark_of_lines(line.text for line in source.lines)
    return Text(tuple((line.number, line.text) for line in source.lines), mark=mark)


def _split(content: Inlines) -> tuple[str, str]:
    """What somebody wrote of a paragraph, and what the template added."""
    added = tuple(inline for inline in content if isinstance(inline, Added))
    return plain(tuple(inline for inline in content if not isinstance(inline, Added))), plain(added)


def compare(
    text: Text, find_hits: FindHits, quotations: Collection[str], leave_out: Callable[[Entry], bool]
) -> Comparison:
    """What the text has from the entries that `find_hits` knows; `leave_out` says which do not count."""
    bare_quotations = [fingerprints.bare(quotation)[0] for quotation in quotations]
    copied: list[Copied] = []
    characters, excepted = text.added, 0
    for number, paragraph in text.paragraphs:
        said, places = fingerprints.bare(paragraph)
        barred = _barred(paragraph, said, places, bare_quotations)
        characters += len(said)
        excepted += sum(covered(places, barred))
        sources = [hit for hit in find_hits(fingerprints.prints(paragraph)) if not leave_out(hit.entry)]
        found = [
            (passage, hit)
            for hit in sources[:MOST_SOURCES]
            for passage in passages(paragraph, hit.entry.paragraphs[hit.paragraph], barred)
        ]
        copied += _chosen(number, paragraph, found, text.outline)
    return Comparison(characters, tuple(copied), excepted)


def _barred(paragraph: str, said: str, places: list[int], quotations: list[str]) -> list[tuple[int, int]]:
    """The stretches of a paragraph that may be the same anywhere: quotations, names of papers."""
    found = [match.span() for match in _BOOK.finditer(paragraph)]
    for quotation in filter(None, quotations):
        at = said.find(quotation)
        while at >= 0:
            found.append((places[at], places[at + len(quotation) - 1] + 1))
            at = said.find(quotation, at + len(quotation))
    return found


def _chosen(
    number: int, paragraph: str, found: list[tuple[Passage, FingerprintHit]], outline: Outline | None
) -> list[Copied]:
    """The passages without overlaps, the longest of those that overlap; others are named with it."""
    chosen: list[tuple[Passage, FingerprintHit, list[str]]] = []
    for passage, hit in sorted(found, key=lambda pair: (-pair[0].same, pair[1].entry.id)):
        over = next((one for one in chosen if _overlap(one[0], passage)), None)
        if over is None:
            chosen.append((passage, hit, []))
        elif hit.entry.id != over[1].entry.id and hit.entry.id not in over[2]:
            over[2].append(hit.entry.id)
    return [
        Copied(
            number,
            paragraph[passage.start : passage.end],
            hit.entry,
            hit.entry.paragraphs[hit.paragraph][passage.source_start : passage.source_end],
            passage.similarity,
            passage.same,
            tuple(also),
            outline is not None and _same_people(outline, hit.entry),
        )
        for passage, hit, also in sorted(chosen, key=lambda one: one[0].start)
    ]


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _same_people(outline: Outline, entry: Entry) -> bool:
    """Whether an entry was for the occasion of this outline, in another year, or for its audience."""
    occasion = outline.occasion.name if outline.occasion else ""
    if occasion and _NUMBERS.sub("", occasion) == _NUMBERS.sub("", entry.occasion):
        return True
    special = [people for people in outline.audience if people not in _ANYBODY]
    return bool(special) and entry.audience == "、".join(outline.audience)
