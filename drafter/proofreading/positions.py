"""Where what rules find stands in the file: line and column, or paragraph; a place of its own for each kind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Protocol

from drafter.checks.draft import Draft
from drafter.checks.rule import Finding
from drafter.model.document import Added, Document, Inlines, Lead, Value, paragraphs, pieces
from drafter.model.outline import FACT_NAME
from drafter.model.words import Origin, origin_of
from drafter.problems import Place
from drafter.readers.outline.outline import Source
from drafter.readers.word.paragraphs import Stretch

_ASKED_FOR = re.compile(f"〔待补：({FACT_NAME})")


@dataclass(frozen=True, slots=True)
class Position:
    """Where characters of a draft stand.

    `start` and `end` are theirs in the file's text, None where they do not stand there as they are;
    `text_line` is the line on which the text that holds them begins. `beside` names what they stand
    in beside the text (页眉).
    """

    place: Place
    start: int | None = None
    end: int | None = None
    text_line: int | None = None
    beside: str = ""


class Places(Protocol):
    """Says where the characters of a draft stand in the file that it was read from."""

    def locate(self, draft: Draft, finding: Finding) -> Position:
        """The position of a finding."""


class LinePlaces:
    """Places in a text: each paragraph in pieces, each with the offset in the file that it begins at."""

    def __init__(self, name: str, text: str, pieces: Sequence[Sequence[tuple[int, str]]]) -> None:
        self._name = name
        self._text = text
        self._pieces = pieces
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._ends: dict[int, list[int]] = {}

    def locate(self, draft: Draft, finding: Finding) -> Position:
        """Line and column; the offsets too where the characters stand in one piece."""
        number = draft.index(finding.start)
        base = draft.paragraphs[number].start if draft.paragraphs else 0
        start = self._offset(number, finding.start - base)
        end = self._offset(number, finding.end - base - 1) + 1 if finding.end > finding.start else start
        line = bisect_right(self._lines, start)
        place = Place(self._name, line, start - self._lines[line - 1] + 1)
        same = self._text[start:end] == draft.text[finding.start : finding.end]
        return Position(place, start if same else None, end if same else None, line)

    def _offset(self, number: int, offset: int) -> int:
        """The offset in the file of a character of a paragraph; of one behind its last, the end."""
        pieces = self._pieces[number] if self._pieces else ()
        if not pieces:
            return 0
        if number not in self._ends:
            self._ends[number] = list(accumulate(len(text) for _, text in pieces))
        ends = self._ends[number]
        piece = bisect_right(ends, offset)
        if piece == len(pieces):
            return pieces[-1][0] + len(pieces[-1][1])
        start, text = pieces[piece]
        return start + offset - (ends[piece] - len(text))


class WordPlaces:
    """Places in a Word file: the paragraph's number, and the offsets in its own words.

    `stretches` say of each paragraph of the draft whose words it is made of; `margins` what the paragraphs after
    them stand in.
    """

    def __init__(
        self, name: str, stretches: Sequence[Sequence[Stretch]], margins: Sequence[str] = ()
    ) -> None:
        self._name = name
        self._stretches = stretches
        self._margins = margins

    def locate(self, draft: Draft, finding: Finding) -> Position:
        """The paragraph; the offsets are those of its own text, where the characters are part of it."""
        number = draft.index(finding.start)
        after = number - len(self._stretches)
        if 0 <= after < len(self._margins):
            return Position(Place(self._name), beside=self._margins[after])
        if after >= 0:
            return Position(Place(self._name, None, None, number + 1))
        base = draft.paragraphs[number].start
        start, end = finding.start - base, finding.end - base
        stretches = self._stretches[number]
        own = next((one for one in reversed(stretches) if one.start <= start), stretches[0])
        place = Place(self._name, None, None, own.paragraph)
        inside = own.start <= start and end <= own.end
        return Position(place, start - own.start, end - own.start) if inside else Position(place)


class DraftPlaces:
    """Places in the YAML of an outline, of what its draft prints: each inline knows where it was typed.

    `text` is the file's, with the line ends that it has.
    """

    def __init__(self, source: Source, document: Document, facts: Mapping[str, Place], text: str) -> None:
        self._source = source
        self._contents = [content for _, content in paragraphs(document)]
        self._rows: dict[int, list[_Row]] = {}
        self._facts = facts
        self._text = text
        self._longer = [match.start() - n for n, match in enumerate(re.finditer("\r\n", text))]
        own = [key for key, _ in source.root.pairs if key.source == source.name]
        keys = {key.text: key.line for key in reversed(own)}
        self._elsewhere = next((keys[name] for name in _NAMING if name in keys), 1)

    def locate(self, draft: Draft, finding: Finding) -> Position:
        """Where the words are typed; a gap's is its fact. What nobody typed is placed by what was typed beside
        it; what the template said, at the line that names the template or the outline it comes from.
        """
        asked = _ASKED_FOR.match(draft.text, finding.start, finding.end)
        if asked and asked[1] in self._facts:
            return self._at(self._facts[asked[1]])
        origin = origin_of(finding.quote)
        if origin is not None:
            return self._at(origin.place, origin.passage.line)
        if not finding.end or not self._contents:
            return self._at(Place(self._source.name, self._elsewhere, 1))
        number = draft.index(finding.start)
        base = draft.paragraphs[number].start
        return self._typed(number, finding.start - base, finding.end - base)

    def _at(self, place: Place, text_line: int | None = None) -> Position:
        """A place in this file; of one in another, the line that names that one, and where it is there."""
        if place.source == self._source.name:
            return Position(place, text_line=text_line or place.line)
        here = Place(self._source.name, self._elsewhere, 1)
        beside = f"{Path(place.source).name} 第 {place.line} 行" if place.source else ""
        return Position(here, text_line=self._elsewhere, beside=beside)

    def _typed(self, number: int, start: int, end: int) -> Position:
        """Where the characters of a paragraph from `start` to `end` are typed."""
        if number not in self._rows:
            self._rows[number] = list(_rows(self._contents[number]))
        found = _held(self._rows[number], start, end)
        if found is None:
            return self._at(Place(self._source.name, self._elsewhere, 1))
        origin, size = found
        position = self._at(origin.place, origin.passage.line)
        if size != end - start or position.beside or not origin.exact:
            return position
        first, last = map(self._in_file, origin.passage.span(origin.offset, origin.offset + size))
        said = origin.passage.said[origin.offset : origin.offset + size]
        return replace(position, start=first, end=last) if self._text[first:last] == said else position

    def _in_file(self, offset: int) -> int:
        """A character of the file, whose line ends the reader takes for single characters."""
        return offset + bisect_left(self._longer, offset) + self._text.startswith("\ufeff")


_SUPPLIED = 6
"""Characters of what we supply ourselves, a mark or an end mark; longer is a template's text, unwrapped."""

_NAMING = ("继承", "extends", "模板", "template")
"""Keys that name where words come from which the outline does not hold itself."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Characters of a paragraph that were typed in one row, or by nobody; `added`: the template said them."""

    start: int
    end: int
    origin: Origin | None
    added: bool


def _rows(content: Inlines, start: int = 0, added: bool = False) -> Iterator[_Row]:
    """The rows of a paragraph, in order."""
    for inline in content:
        if isinstance(inline, Lead | Added | Value):
            rows = list(_rows(inline.content, start, added or isinstance(inline, Added)))
            yield from rows
            start = rows[-1].end if rows else start
            continue
        ((said, origin),) = pieces((inline,))
        if said:
            yield _Row(start, start + len(said), origin, added)
            start += len(said)


def _held(rows: Sequence[_Row], start: int, end: int) -> tuple[Origin, int] | None:
    """Where the characters from `start` on were typed, and how many up to `end` stand there in one row.

    What we supply (a mark, an end mark) stands at the end of what was typed before it, else at the start of what
    comes after; None for what the template said.
    """
    number = min(bisect_right(rows, start, key=lambda row: row.start) - 1, len(rows) - 1)
    if number < 0:
        return None
    row = rows[number]
    if row.origin is None or start >= row.end:
        ours = row.origin is not None or (not row.added and row.end - row.start <= _SUPPLIED)
        return _beside(rows, number) if ours else None
    held, size = row.origin.later(start - row.start), min(row.end, end) - start
    for place in range(number + 1, len(rows)):
        after = rows[place]
        origin = after.origin
        if origin is None or after.start >= end or not origin.exact:
            break
        if origin.passage is not held.passage or origin.offset != held.offset + size:
            break
        size += min(after.end, end) - after.start
    return held, size


def _beside(rows: Sequence[_Row], number: int) -> tuple[Origin, int] | None:
    """The end of what was typed before a row or in it, else the start of what was typed after it."""
    for place in range(number, -1, -1):
        origin = rows[place].origin
        if origin is not None:
            return origin.later(rows[place].end - rows[place].start), 0
    following = (rows[place].origin for place in range(number, len(rows)))
    after = next((origin for origin in following if origin is not None), None)
    return (after, 0) if after is not None else None
