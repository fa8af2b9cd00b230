"""Comments and changes written into a Word file that is not ours, at the very words they are about.

ECMA-376 17.13.4 (comments) and 17.13.5 (revisions). Runs are split where a note begins or ends; all
else in the file stays as it is.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from drafter import opc, wordml
from drafter.wordml import NAMESPACE, W
from drafter.writers.word_files.cuts import SPACE, Note, cut_runs, put_fix, text_element
from drafter.writers.word_files.trees import attached

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
COMMENTS, TYPES = "comments.xml", "[Content_Types].xml"
"""How a part of comments is called, in the folder of the text; and the part that says what each part is."""

_NUMBERED = ("comment", "ins", "del", "moveFrom", "moveTo", "bookmarkStart", "commentReference")


class Annotator:
    """Writes notes into the body of one document; the root elements are changed in place."""

    def __init__(
        self, document: Any, comments: Any, author: str, hiding: wordml.Hiding | None = None
    ) -> None:
        body = document.find(f"{W}body")
        self._paragraphs = list(body.iter(wordml.PARAGRAPH)) if body is not None else []
        self._hidden = hiding.of(document) if hiding else wordml.NOTHING
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
            placed = cut_runs(paragraph, here, self._hidden)
            for cut in placed:
                self._comment(paragraph, cut.runs, cut.note.text)
            changed = -1
            for cut in placed if tracked else ():
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
            fixes = [note for note in here if note.fix is not None]
            for cut in cut_runs(paragraph, fixes, self._hidden):
                if cut.whole and (cut.note.start or 0) >= ends:
                    ends = cut.note.end or 0
                    put_fix(cut)
                    done.append(cut.note)
        return done

    def _by_paragraph(self, notes: Iterable[Note]) -> Iterable[tuple[Any, list[Note]]]:
        """Each paragraph that has notes, with them in the order of its text."""
        last = len(self._paragraphs)
        wanted: dict[int, list[Note]] = {}
        for note in notes if last else ():
            wanted.setdefault(min(max(note.paragraph, 1), last), []).append(note)
        for number, here in sorted(wanted.items()):
            here.sort(key=lambda note: (note.start or 0, note.end or 0))
            yield self._paragraphs[number - 1], here

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
            run.append(text_element(line))
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
                element.set(SPACE, "preserve")
        if new:
            inserted = self._revision("ins")
            run = etree.SubElement(inserted, f"{W}r")
            look = last.find(f"{W}rPr")
            if look is not None:
                run.append(copy.deepcopy(look))
            run.append(text_element(new))
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


def _new_comments() -> Any:
    return etree.Element(f"{W}comments", nsmap={"w": NAMESPACE})


def new_relations() -> Any:
    """The relationships of a text that is related to nothing."""
    return etree.Element(f"{{{opc.RELATIONSHIPS}}}Relationships", nsmap={None: opc.RELATIONSHIPS})


def with_comments(relations: Any, types: Any, part: str) -> None:
    """Says in the relationships of the text and in the list of parts that there are comments."""
    there = [relation for relation in relations if relation.get("Type") == _RELATION]
    for relation in there:
        relation.set("Target", f"/{part}")  # it may have led nowhere
    attached(None if there else relations, types, part, _RELATION, _COMMENTS_TYPE)


def serialised(root: Any) -> bytes:
    """The bytes of a part."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
