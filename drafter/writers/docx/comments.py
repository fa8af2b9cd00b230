"""Comments and changes written into a Word file that is not ours, at the very words they are about.

ECMA-376 17.13.4 (comments) and 17.13.5 (revisions). Runs are split where a note begins or ends; all
else in the file stays as it is.
"""

from __future__ import annotations

import copy
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

        Every note finds its runs before the first change: from then on the text counts otherwise.
        """
        for paragraph, here in self._by_paragraph(notes):
            for note in here:
                _cut(paragraph, note)
            found = [(note, _cut(paragraph, note)) for note in here]
            for note, runs in found:
                self._comment(paragraph, runs, note.text)
            changed = -1
            for note, runs in found if tracked else ():
                if note.fix is not None and runs and (note.start or 0) >= changed:
                    changed = note.end or 0
                    self._change(runs, note.fix)

    def replace(self, notes: Iterable[Note]) -> list[Note]:
        """Carries out the fixes for good, and says which: one that overlaps another stays undone."""
        done: list[Note] = []
        for paragraph, here in self._by_paragraph(notes):
            begins = 1 << 30
            for note in reversed(here):
                fits = note.fix is not None and note.start is not None and (note.end or 0) <= begins
                if fits and _replace(paragraph, note):
                    begins = note.start or 0
                    done.append(note)
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

    def _change(self, runs: Sequence[Any], new: str) -> None:
        """These runs as deleted, and the new text as inserted after them."""
        if any(run.getparent().tag not in (f"{W}p", f"{W}hyperlink") for run in runs):
            return
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


def _cut(paragraph: Any, note: Note) -> list[Any]:
    """The runs that hold exactly the characters of a note, after its runs were split; all runs of the
    paragraph where the note has no place of its own.
    """
    if note.start is None or note.end is None or note.end <= note.start:
        start, end = 0, 1 << 30
    else:
        start, end = note.start, note.end
        for boundary in (start, end):
            _split_at(paragraph, boundary)
    runs: list[Any] = []
    at = 0
    for element, text in list(wordml.shown(paragraph)):
        run = element.getparent()
        if (
            start <= at
            and at + len(text) <= end
            and text
            and run.tag == f"{W}r"
            and (not runs or runs[-1] is not run)
        ):
            runs.append(run)
        at += len(text)
    return [run for run in runs if run.getparent() is runs[0].getparent()]


def _split_at(paragraph: Any, offset: int) -> None:
    """Lets a run end where the paragraph's text has this many characters."""
    at = 0
    for element, text in list(wordml.shown(paragraph)):
        if at < offset < at + len(text) or (at == offset and text):
            _split(element, offset - at)
            return
        at += len(text)


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


def _replace(paragraph: Any, note: Note) -> bool:
    """Puts the fix in the place of a note's characters; False where they are no plain text."""
    runs = _cut(paragraph, note)
    texts = [element for run in runs for element in run.iter(f"{W}t")]
    if not texts:
        return False
    texts[0].text = note.fix
    texts[0].set(_SPACE, "preserve")
    for run in runs:
        for child in list(run):
            if child is not texts[0] and child.tag != f"{W}rPr":
                run.remove(child)
    return True


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
