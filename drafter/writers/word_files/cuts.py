"""The runs that hold certain characters of a paragraph, parted from their neighbours where those begin and end."""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from drafter import wordml
from drafter.wordml import W

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLAIN = frozenset(W + name for name in ("rPr", "t", "noBreakHyphen", "lastRenderedPageBreak"))
"""What a run holds whose characters can be taken out with nothing else lost; a tab was set on purpose."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on the characters from `start` to `end` of a paragraph (from 1) of the body.

    Without a `start` it stands at the whole paragraph. `fix` replaces the characters, "" deletes
    them, None leaves them.
    """

    paragraph: int
    text: str
    start: int | None = None
    end: int | None = None
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A note with the runs that hold its characters. `whole`: they hold these and nothing else, side by
    side, so that others can take their place.
    """

    note: Note
    runs: Sequence[Any]
    whole: bool


def cut_runs(paragraph: Any, notes: Sequence[Note], hidden_by: wordml.Hidden) -> list[Cut]:
    """Each note with its runs, after runs were split where notes begin and end; with all runs of the
    paragraph where the note has no place of its own.
    """
    placed = [note for note in notes if _is_placed(note)]
    ends = {offset for note in placed for offset in (note.start or 0, note.end or 0)}
    split_at(paragraph, ends, hidden_by)
    pieces: list[tuple[int, int, Any]] = []
    at = 0
    for element, text in wordml.shown(paragraph, hidden_by):
        if element.getparent().tag == f"{W}r":
            pieces.append((at, at + len(text), element.getparent()))
        at += len(text)
    starts = [start for start, _, _ in pieces]
    found = []
    for note in notes:
        start, end = (note.start or 0, note.end or 0) if _is_placed(note) else (0, at)
        here = pieces[bisect_left(starts, start) : bisect_left(starts, end)]
        runs = list(dict.fromkeys(run for _, _, run in here))
        size = sum(stop - begin for begin, stop, _ in here)
        found.append(Cut(note, runs, _is_placed(note) and size == end - start and _are_plain(runs)))
    return found


def _is_placed(note: Note) -> bool:
    """Whether a note is about characters."""
    return note.start is not None and note.end is not None and note.end > note.start


def _are_plain(runs: Sequence[Any]) -> bool:
    """Whether runs hold text alone, and stand in one element."""
    return len({run.getparent() for run in runs}) == 1 and all(
        child.tag in _PLAIN for run in runs for child in run
    )


def split_at(paragraph: Any, offsets: Iterable[int], hidden_by: wordml.Hidden) -> None:
    """Lets a run end before each of these characters of the paragraph, the last first: what stands
    before it keeps its place.
    """
    left = sorted(offsets)
    elements = []
    at = 0
    for element, text in wordml.shown(paragraph, hidden_by):
        elements.append((at, element, len(text)))
        at += len(text)
    for at, element, size in reversed(elements):
        inside: list[int] = []
        while left and left[-1] >= at:
            offset = left.pop() - at
            inside += [offset] if offset < size else []
        if inside and element.getparent().tag == f"{W}r":
            _split(element, inside)


def _split(element: Any, offsets: Sequence[int]) -> None:
    """Parts a run before these characters, the last first, of one of its texts."""
    words, end = element.text or "", None
    for offset in filter(None, offsets):
        _part(element, text_element(words[offset:end]))
        end = offset
    if end is not None:
        element.text = words[:end]
        element.set(SPACE, "preserve")
    before = (child for child in element.itersiblings(preceding=True) if child.tag != f"{W}rPr")
    if not offsets[-1] and next(before, None) is not None:
        _part(element, copy.copy(element))
        element.getparent().remove(element)


def _part(element: Any, first: Any) -> None:
    """Puts a run of the same look, that begins with `first`, behind an element's: it takes what stands after this."""
    run = element.getparent()
    tail = etree.Element(f"{W}r")
    look = run.find(f"{W}rPr")
    if look is not None:
        tail.append(copy.deepcopy(look))
    tail.append(first)
    for child in list(element.itersiblings()):
        tail.append(child)
    run.addnext(tail)


def put_fix(cut: Cut) -> None:
    """Puts the fix in the place of a note's characters, in the look of the first of them."""
    first, *others = cut.runs
    for child in list(first):
        if child.tag != f"{W}rPr":
            first.remove(child)
    first.append(text_element(cut.note.fix or ""))
    for run in others:
        run.getparent().remove(run)


def text_element(words: str) -> Any:
    """A `w:t` that keeps its spaces."""
    element = etree.Element(f"{W}t")
    element.text = words
    element.set(SPACE, "preserve")
    return element
