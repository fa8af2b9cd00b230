"""An old Word file as the parts of one of today, so that all that reads Word files reads it.

It is taken apart as it was written and written as markup, never guessed at: what its paragraphs, numbers and tables mean is
said in one place, `readers/word`, for old files and new.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise, starmap

from drafter.readers.intake.archives import bad_word_file
from drafter.readers.old_word import compound, fib, lists, sprms, writing
from drafter.readers.old_word.compound import UnreadableError, damaged
from drafter.readers.old_word.fib import Binary
from drafter.readers.old_word.paragraphs import Paragraphs
from drafter.readers.old_word.shapes import Drawings
from drafter.readers.old_word.sprms import Sprms
from drafter.readers.old_word.stories import Story
from drafter.readers.old_word.styles import OldStyles
from drafter.readers.word.package import Package
from drafter.wordml import DOCUMENT, STYLES

_NOTES = (
    ("footnotes", "footnote", fib.FOOTNOTES),
    ("endnotes", "endnote", fib.ENDNOTES),
    ("comments", "comment", fib.COMMENTS),
)
_SEPARATORS = 6
"""Stories of the margins that stand before those of the sections: what parts notes from the text (2.8.10)."""

_MARGINS = ("header", "header", "footer", "footer", "header", "footer")
"""What the stories of a section are: for even pages and odd, and for the first."""

_MOST_SECTIONS = 1000


def read(data: bytes, name: str) -> Package:
    """The parts of the file, as those of a Word file of today.

    Raises:
        UnreadableError: it is of another form, or damaged.

    """
    try:
        return Package(name, _Reader(fib.read(compound.streams(data))).parts())
    except (struct.error, LookupError, ValueError, OverflowError) as error:
        raise damaged() from error


def required(data: bytes, name: str) -> Package:
    """As `read`, for who has no other way to read such a file.

    Raises:
        InputProblem: it is of another form, or damaged.

    """
    try:
        return read(data, name)
    except UnreadableError as error:
        raise bad_word_file(name, str(error)) from error


class _Reader:
    """Writes the parts of one file."""

    def __init__(self, binary: Binary) -> None:
        self._binary = binary
        self._styles = OldStyles(binary)
        self._paragraphs = Paragraphs(binary)

    def parts(self) -> dict[str, bytes]:
        """All parts."""
        parts = {
            DOCUMENT: writing.part("document", f"<w:body>{self._body()}</w:body>"),
            STYLES: writing.part("styles", self._styles.written()),
            "word/numbering.xml": writing.part("numbering", lists.written(self._binary)),
        }
        for kind, tag, table in _NOTES:
            notes = "".join(f"<w:{tag}>{note}</w:{tag}>" for note in self._notes(kind, table))
            if notes:
                parts[f"word/{kind}.xml"] = writing.part(kind, notes)
        for number, (tag, margin) in enumerate(self._margins(), 1):
            parts[f"word/{tag}{number}.xml"] = writing.part(tag, margin)
        return parts

    def _body(self) -> str:
        """The text itself; boxes that hang on nothing stand behind it."""
        drawings = Drawings(self._binary, "text", fib.ANCHORS, fib.BOXES)
        body = self._written(*self._binary.stories["text"], drawings)
        adrift = "".join(filter(_says, starmap(self._box, drawings.adrift)))
        if adrift:
            body += f"<w:p><w:r>{adrift}</w:r></w:p>"
        return body + self._page()

    def _written(self, start: int, end: int, drawings: Drawings | None = None) -> str:
        """A stretch of the characters, with what is drawn over it."""
        story = Story(self._styles, drawings.at if drawings is not None else {}, self._box)
        return story.written(self._paragraphs.between(start, end))

    def _box(self, start: int, end: int) -> str:
        """A text box; what is drawn over a text in it is not read."""
        return f"<w:txbxContent>{self._written(start, end)}</w:txbxContent>"

    def _notes(self, kind: str, table: int) -> Iterator[str]:
        """The notes of a kind, or the comments (2.8.3, 2.8.12): the last position parts nothing any more."""
        start, end = self._binary.stories[kind]
        cps, _ = self._binary.plc(table, 0)
        for first, last in pairwise(cps[:-1]):
            note = self._written(min(start + first, end), min(start + last, end))
            if note:
                yield note

    def _margins(self) -> Iterator[tuple[str, str]]:
        """The headers and footers that say something (2.8.10), each text once."""
        start, end = self._binary.stories["margins"]
        cps, _ = self._binary.plc(fib.MARGINS, 0)
        if len(cps) > _SEPARATORS + _MOST_SECTIONS * len(_MARGINS):
            raise UnreadableError("节太多，为安全起见不读")
        drawings = Drawings(self._binary, "margins", fib.MARGIN_ANCHORS, fib.MARGIN_BOXES)
        seen = set()
        for number, (first, last) in enumerate(pairwise(cps[_SEPARATORS:-1])):
            text = self._written(min(start + first, end), min(start + last, end), drawings)
            if _says(text) and text not in seen:
                seen.add(text)
                yield _MARGINS[number % len(_MARGINS)], text

    def _page(self) -> str:
        """The page of the last section (2.8.26, 2.9.245)."""
        _, sections = self._binary.plc(fib.SECTIONS, 12)
        at = int.from_bytes(sections[-1][2:6], "little") if sections else len(self._binary.word)
        size = int.from_bytes(self._binary.word[at : at + 2], "little")
        return writing.page(Sprms(sprms.parsed(self._binary.word[at + 2 : at + 2 + size])))


def _says(written: str) -> bool:
    """Whether there is a character in what was written."""
    return "<w:t>" in written or "<w:sym" in written
