"""Comments and changes written into a Word file that is not ours, at the very words they are about.

ECMA-376 17.13.4 (comments) and 17.13.5 (revisions). Runs are split where a note begins or ends; all
else in the file stays as it is.
"""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from drafter import wordml
from drafter.wordml import NAMESPACE, W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
COMMENTS, RELATIONS, TYPES = "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
"""The parts that change beside the document's own."""

_PLAIN = frozenset(W + name for name in ("rPr", "t", "noBreakHyphen", "lastRenderedPageBreak"))
"""What a run holds whose characters can be taken out with nothing else lost; a tab was set on purpose."""

_NUMBERED = ("comment", "ins", "del", "moveFrom", "moveTo", "bookmarkStart", "commentReference")


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


class Annotator:
    """Writes notes into the body of one document; the root elements are changed in place."""

    def __init__(self, document: Any, comments: Any, author: str) -> None:
        self._body = document.find(f"{W}body")
        self.comments = comments if comments is not None else _new_comments()
        self._author = author
        taken = [
            _id(element)
            for root in (document, self.comments)
            for name in _NUMBERED
            for element in root.iter(W + name)
        ]
        self._next = max(taken, default=-1) + 1

    def annotate(self, notes: Iterable[Note], tracked: bool) -> None:
        """All notes as comments; with `tracked` their fixes as changes to be accepted.

        Changes come last: they shift what stands behind them.
        """
        for paragraph, here in self._by_paragraph(notes):
            cuts = _cuts(paragraph, here)
            for cut in cuts:
                self._comment(paragraph, cut.runs, cut.note.text)
            changed = -1
            for cut in cuts if tracked else ():
                start, fix = cut.note.start or 0, cut.note.fix
                if fix is not None and cut.whole and start >= changed and self._change(cut.runs, fix):
                    changed = cut.note.end or 0

    def replace(self, notes: Iterable[Note]) -> list[Note]:
        """Carries out the fixes for good, and says which: one that overlaps another stays undone, as does
        one whose characters are partly another person's change or stand beside a picture or a footnote.
        """
        done: list[Note] = []
        for paragraph, here in self._by_paragraph(notes):
            ends = -1
            for cut in _cuts(paragraph, [note for note in here if note.fix is not None]):
                if cut.whole and (cut.note.start or 0) >= ends:
                    ends = cut.note.end or 0
                    _replace(cut)
                    done.append(cut.note)
        return done

    def _by_paragraph(self, notes: Iterable[Note]) -> Iterable[tuple[Any, list[Note]]]:
        """Each paragraph that has notes, with them in the order of its text."""
        found = wordml.paragraphs(self._body) if self._body is not None else []
        wanted: dict[int, list[Note]] = {}
        for note in notes:
            wanted.setdefault(min(max(note.paragraph, 1), len(found)), []).append(note)
        for number in sorted(wanted):
            if found:
                yield (
                    found[number - 1],
                    sorted(wanted[number], key=lambda note: (note.start or 0, note.end or 0)),
                )

    def _number(self) -> str:
        self._next += 1
        return str(self._next - 1)

    def _comment(self, paragraph: Any, runs: Sequence[Any], text: str) -> None:
        """A comment around these runs; around nothing, at the paragraph's end, where there are none."""
        number = self._number()
        comment = etree.SubElement(self.comments, f"{W}comment")
        comment.set(f"{W}id", number)
        comment.set(f"{W}author", self._author)
        comment.set(f"{W}initials", self._author[:1])
        for line in text.split("\n"):
            run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
            run.append(_text(line))
        reference = etree.Element(f"{W}r")
        etree.SubElement(reference, f"{W}commentReference").set(f"{W}id", number)
        start, end = etree.Element(f"{W}commentRangeStart"), etree.Element(f"{W}commentRangeEnd")
        for element in (start, end):
            element.set(f"{W}id", number)
        if not runs:
            paragraph.append(reference)
            return
        runs[0].addprevious(start)
        runs[-1].addnext(end)
        end.addnext(reference)

    def _change(self, runs: Sequence[Any], new: str) -> bool:
        """These runs as deleted, and the new text as inserted after them; False where a change cannot
        stand (in another person's change).
        """
        if any(run.getparent().tag not in (f"{W}p", f"{W}hyperlink") for run in runs):
            return False
        last = runs[-1]
        for run in runs:
            deleted = self._revision("del")
            run.addprevious(deleted)
            deleted.append(run)
            for element in run.iter(f"{W}t"):
                element.tag = f"{W}delText"
                element.set(_SPACE, "preserve")
        if new:
            inserted = self._revision("ins")
            run = etree.SubElement(inserted, f"{W}r")
            look = last.find(f"{W}rPr")
            if look is not None:
                run.append(copy.deepcopy(look))
            run.append(_text(new))
            last.getparent().addnext(inserted)
        return True

    def _revision(self, name: str) -> Any:
        element = etree.Element(W + name)
        element.set(f"{W}id", self._number())
        element.set(f"{W}author", self._author)
        return element


def _id(element: Any) -> int:
    value = element.get(f"{W}id", "")
    return int(value) if value.lstrip("-").isdigit() and len(value) < 10 else 0


def _text(words: str) -> Any:
    element = etree.Element(f"{W}t")
    element.text = words
    element.set(_SPACE, "preserve")
    return element


def _new_comments() -> Any:
    return etree.Element(f"{W}comments", nsmap={"w": NAMESPACE})


@dataclass(frozen=True, slots=True)
class _Cut:
    """A note with the runs that hold its characters. `whole`: they hold these and nothing else, side by
    side, so that others can take their place.
    """

    note: Note
    runs: Sequence[Any]
    whole: bool


def _cuts(paragraph: Any, notes: Sequence[Note]) -> list[_Cut]:
    """Each note with its runs, after runs were split where notes begin and end; with all runs of the
    paragraph where the note has no place of its own.
    """
    placed = [note for note in notes if _is_placed(note)]
    _split_at(paragraph, {offset for note in placed for offset in (note.start or 0, note.end or 0)})
    pieces: list[tuple[int, int, Any]] = []
    at = 0
    for element, text in wordml.shown(paragraph):
        if text and element.getparent().tag == f"{W}r":
            pieces.append((at, at + len(text), element.getparent()))
        at += len(text)
    starts = [start for start, _, _ in pieces]
    found = []
    for note in notes:
        start, end = (note.start or 0, note.end or 0) if _is_placed(note) else (0, at)
        here = pieces[bisect_left(starts, start) : bisect_left(starts, end)]
        runs = list(dict.fromkeys(run for _, _, run in here))
        size = sum(stop - begin for begin, stop, _ in here)
        found.append(_Cut(note, runs, _is_placed(note) and size == end - start and _are_plain(runs)))
    return found


def _is_placed(note: Note) -> bool:
    """Whether a note is about characters."""
    return note.start is not None and note.end is not None and note.end > note.start


def _are_plain(runs: Sequence[Any]) -> bool:
    """Whether runs hold text alone, and stand in one element."""
    return len({run.getparent() for run in runs}) == 1 and all(
        child.tag in _PLAIN for run in runs for child in run
    )


def _split_at(paragraph: Any, offsets: Iterable[int]) -> None:
    """Lets a run end before each of these characters of the paragraph, the last first: what stands
    before it keeps its place.
    """
    left = sorted(offsets)
    elements = []
    at = 0
    for element, text in wordml.shown(paragraph):
        elements.append((at, element, len(text)))
        at += len(text)
    for at, element, size in reversed(elements):
        while left and left[-1] >= at:
            offset = left.pop()
            if offset < at + size:
                _split(element, offset - at)


def _split(element: Any, size: int) -> None:
    """Parts a run before the character of this number in one of its texts."""
    run = element.getparent()
    if run.tag != f"{W}r":
        return
    before = [child for child in element.itersiblings(preceding=True) if child.tag != f"{W}rPr"]
    if not size and not before:
        return
    tail = etree.Element(f"{W}r")
    look = run.find(f"{W}rPr")
    if look is not None:
        tail.append(copy.deepcopy(look))
    if size:
        words = element.text or ""
        element.text = words[:size]
        element.set(_SPACE, "preserve")
        tail.append(_text(words[size:]))
    else:
        tail.append(copy.copy(element))
    following = list(element.itersiblings())
    if not size:
        run.remove(element)
    for child in following:
        tail.append(child)
    run.addnext(tail)


def _replace(cut: _Cut) -> None:
    """Puts the fix in the place of a note's characters, in the look of the first of them."""
    first, *others = cut.runs
    for child in list(first):
        if child.tag != f"{W}rPr":
            first.remove(child)
    first.append(_text(cut.note.fix or ""))
    for run in others:
        run.getparent().remove(run)


def with_comments(relations: Any, types: Any) -> None:
    """Declares the part of comments in the package, where it is not yet."""
    if not any(relation.get("Type") == _RELATION for relation in relations):
        known = {relation.get("Id") for relation in relations}
        number = next(n for n in range(1, len(known) + 2) if f"rIdDrafter{n}" not in known)
        etree.SubElement(
            relations,
            f"{_RELATIONS}Relationship",
            Id=f"rIdDrafter{number}",
            Type=_RELATION,
            Target="comments.xml",
        )
    if not any(override.get("PartName") == f"/{COMMENTS}" for override in types):
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{COMMENTS}", ContentType=_COMMENTS_TYPE)


def serialised(root: Any) -> bytes:
    """The bytes of a part."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
