"""Where what rules find stands in the file: line and column, or paragraph; a place of its own for each kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from drafter.checks.draft import Draft, Paragraph
from drafter.checks.rule import Finding
from drafter.problems import Place
from drafter.readers.outline.places import OutlinePlaces

_ASKED_FOR = re.compile(r"〔待补：(\w+)")
_CONTEXT = 24
_FROM = (re.compile("(?:继承|extends)[ ]*:"), re.compile("(?:模板|template)[ ]*:"))
"""Keys that name where words come from which the outline does not hold itself."""

_BORROWS = re.compile("(?:继承|extends|[ -]*(?:引用|use))[ ]*:", re.MULTILINE)
_PIECE, _SHARE = 4, 0.2
"""A paragraph is typed in a file where this share of its pieces, each of so many characters, stands there."""


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


def _seen_before(draft: Draft, finding: Finding) -> Callable[[str], int]:
    """Counts how often the draft says something before a finding: the words of that are as many later."""
    return lambda words: draft.text.count(words, 0, finding.start)


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
    """Places in a Word file: paragraphs from 1, or by their own `numbers`. `marks` are the lengths of
    their automatic numbers; `margins` says what the paragraphs after them stand in.
    """

    def __init__(
        self, name: str, marks: Sequence[int], numbers: Sequence[int] = (), margins: Sequence[str] = ()
    ) -> None:
        self._name = name
        self._margins = margins
        self._marks = marks
        self._numbers = numbers or range(1, len(marks) + 1)

    def locate(self, draft: Draft, finding: Finding) -> Position:
        """The paragraph; the offsets are those of its own text, where the characters are part of it."""
        number = draft.index(finding.start)
        after = number - len(self._marks)
        if 0 <= after < len(self._margins):
            return Position(Place(self._name), beside=self._margins[after])
        if after >= 0:
            return Position(Place(self._name, None, None, number + 1))
        place = Place(self._name, None, None, self._numbers[number])
        base = draft.paragraphs[number].start + self._marks[number]
        inside = finding.start >= base and finding.end <= draft.paragraphs[number].end
        return Position(place, finding.start - base, finding.end - base) if inside else Position(place)


class DraftPlaces:
    """Places in the YAML of an outline, of what its draft prints."""

    def __init__(self, name: str, places: OutlinePlaces, facts: Mapping[str, Place]) -> None:
        self._name = name
        self._places = places
        self._facts = facts
        lines = places.text.split("\n")
        named = (number for key in _FROM for number, line in enumerate(lines, 1) if key.match(line))
        self._elsewhere = next(named, 1)
        self._borrows = _BORROWS.search(places.text) is not None
        self._here: dict[int, bool] = {}

    def locate(self, draft: Draft, finding: Finding) -> Position:
        """Where the words are typed; a gap's is its fact. What is not typed here is placed by what stands
        before it, else at the line that names the outline or the template it comes from.
        """
        words = draft.text[finding.start : finding.end]
        asked = _ASKED_FOR.match(words)
        if asked and asked[1] in self._facts:
            return Position(self._facts[asked[1]], text_line=self._facts[asked[1]].line)
        if finding.quote:
            found = self._places.find("", finding.quote, "")
        else:
            paragraph = draft.paragraph(finding.start) if draft.paragraphs else None
            first, last = (paragraph.start, paragraph.end) if paragraph else (0, 0)
            before = draft.text[max(first, finding.start - _CONTEXT) : finding.start]
            after = draft.text[finding.end : min(last, finding.end + _CONTEXT)]
            here = finding.end and (paragraph is None or self._is_here(draft, paragraph))
            earlier = _seen_before(draft, finding)
            found = self._places.find(before, words, after, earlier) if here else None
        if found is None:
            return Position(Place(self._name, self._elsewhere, 1), text_line=self._elsewhere)
        line, column = self._places.position(found.start)
        exact = found.exact and bool(words)
        place = Place(self._name, line, column)
        return Position(place, found.start if exact else None, found.end if exact else None, found.text_line)

    def _is_here(self, draft: Draft, paragraph: Paragraph) -> bool:
        """Whether a paragraph is typed in this file: in one that borrows from others it may be theirs, and
        the same words may stand here in another.
        """
        count = paragraph.end - paragraph.start - _PIECE + 1
        if not self._borrows or count < _PIECE:
            return True
        if paragraph.start not in self._here:
            words, whole = draft.words(paragraph), self._places.whole
            held = sum(words[at : at + _PIECE] in whole for at in range(count))
            self._here[paragraph.start] = held >= _SHARE * count
        return self._here[paragraph.start]
