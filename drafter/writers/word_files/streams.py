"""Some paragraphs of a Word file as one text, into which changes are marked, their ends among its characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from drafter import wordml
from drafter.redline.changes import Change
from drafter.wordml import PARAGRAPH, RUN, W
from drafter.writers.word_files.cuts import split_at
from drafter.writers.word_files.revisions import Pen, kept_properties, put


class Stream:
    """Some paragraphs as one text, their ends among its characters."""

    def __init__(self, pen: Pen, paragraphs: list[Any], hidden: wordml.Hidden) -> None:
        self._pen = pen
        self._hidden = hidden
        self._paragraphs = paragraphs
        self._starts: list[int] = []
        at = 0
        for paragraph in paragraphs:
            self._starts.append(at)
            at += sum(len(text) for _, text in self._shown(paragraph)) + 1

    def _shown(self, paragraph: Any) -> Iterator[tuple[Any, str]]:
        return wordml.shown(paragraph, self._hidden)

    def mark(self, found: Sequence[Change]) -> None:
        """Marks all changes; the last first, so that what stands before keeps its place."""
        for number, paragraph in enumerate(self._paragraphs):
            start = self._starts[number]
            size = (self._starts[number + 1] if number + 1 < len(self._starts) else self._end()) - start - 1
            offsets = {at - start for one in found for at in (one.start, one.end) if 0 < at - start < size}
            split_at(paragraph, offsets, self._hidden)
        for change in reversed(found):
            self._insert(change)
            if change.old:
                self._delete(change)

    def _end(self) -> int:
        last = self._paragraphs[-1]
        return self._starts[-1] + sum(len(text) for _, text in self._shown(last)) + 1

    def _at(self, place: int) -> int:
        """The paragraph in which a character stands."""
        return max(number for number, start in enumerate(self._starts) if start <= place)

    def _insert(self, change: Change) -> None:
        first = self._at(change.start)
        for number in range(first, len(self._paragraphs)):
            start = self._starts[number]
            if start >= change.end and number > first:
                break
            runs = self._runs(self._paragraphs[number], change.start - start, change.end - start)
            self._pen.insert(runs)
            behind = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else None
            if behind is not None and change.start <= behind < change.end:
                self._pen.end(self._paragraphs[number], "ins")

    def _runs(self, paragraph: Any, start: int, end: int) -> list[Any]:
        """The runs that hold the characters from one place to another."""
        found, at = [], 0
        for element, text in self._shown(paragraph):
            if start <= at and at + len(text) <= end and text and element.getparent().tag == RUN:
                found.append(element.getparent())
            at += len(text)
        return list(dict.fromkeys(found))

    def _delete(self, change: Change) -> None:
        number = self._at(change.start)
        paragraph, offset = self._paragraphs[number], change.start - self._starts[number]
        *parted, last = change.old.split("\n")
        behind, look = self._place(paragraph, offset)
        if last:
            gone = self._pen.gone(last, look)
            put(paragraph, gone, behind)
            behind = gone if behind is None else behind
        ahead = paragraph
        for place, said in reversed(list(enumerate(parted))):
            head = self._headed(paragraph, behind) if not place and offset else self._headed(paragraph)
            if said:
                head.append(self._pen.gone(said, look))
            self._pen.end(head, "del")
            ahead.addprevious(head)
            ahead = head
        self._paragraphs[number] = ahead

    def _headed(self, paragraph: Any, *stops: Any) -> Any:
        """A paragraph of the same look as this one; with a stop it takes what stands before that, None for all."""
        head = etree.Element(PARAGRAPH)
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            head.append(kept_properties(properties))
        if stops:
            stop = _child_of(paragraph, stops[0])
            for child in list(paragraph):
                if child is stop:
                    break
                if child.tag != f"{W}pPr":
                    head.append(child)
        return head

    def _place(self, paragraph: Any, offset: int) -> tuple[Any, Any]:
        """The run before which characters stood, None at the end; and the look that they had, most likely."""
        at, look = 0, None
        for element, text in self._shown(paragraph):
            run = element.getparent()
            if at >= offset and run.tag == RUN:
                return run, look if look is not None else run.find(f"{W}rPr")
            if run.tag == RUN:
                look = run.find(f"{W}rPr")
            at += len(text)
        return None, look


def _child_of(paragraph: Any, element: Any) -> Any:
    """The child of a paragraph in which an element stands; None for none."""
    while element is not None and element.getparent() is not paragraph:
        element = element.getparent()
    return element
