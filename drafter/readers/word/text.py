"""The text of a Word file, paragraph by paragraph: what Word shows, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from drafter import numerals
from drafter.model.document import Role
from drafter.model.source import Dropped, Line, Source
from drafter.readers.word import beside
from drafter.readers.word.numbers import Numbers
from drafter.readers.word.package import Package
from drafter.readers.word.runs import ACCEPTED, FALLBACK, RunReader, tidy
from drafter.readers.word.styles import Styles
from drafter.wordml import DOCUMENT, W

_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml"})
_MOST_COLUMNS = 64
_HEADING_FONTS = (
    re.compile(r"黑体|标宋|SimHei|STHeiti", re.IGNORECASE),
    re.compile(r"楷|KaiTi", re.IGNORECASE),
)
"""The fonts of levels 1 and 2 (GB/T 9704—2012 7.3.3); a heading in bold type stands below them."""

_BOLD = 3
_ENDS = ("。", "！", "？", "：", "；", "”", "）")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_MANY_LINES = 4
"""From so many lines in a paragraph on they were paragraphs where it was copied from."""


def read(package: Package, revisions: str = ACCEPTED) -> Source:
    """The lines of the file's body, and what stands beside it: notes, comments.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    reader = _Reader(package, revisions)
    body = package.xml(DOCUMENT).find(f"{W}body")
    lines = (*reader.blocks(body), *reader.rest()) if body is not None else ()
    return Source(lines, (*reader.dropped, *beside.set_aside(package, reader.runs)))


class _Reader:
    """Walks one file once; paragraphs are counted as they come, those of tables too."""

    def __init__(self, package: Package, revisions: str) -> None:
        self.runs = RunReader(package, revisions)
        self.numbers = Numbers(package)
        self.styles = Styles(package)
        self.removed_row = f"{W}{'del' if revisions == ACCEPTED else 'ins'}"
        self.removed_mark = f"{W}pPr/{W}rPr/{self.removed_row}"
        self.number = 0
        self.carried = ""
        self.dropped: list[Dropped] = []

    def blocks(self, parent: Any) -> Iterator[Line]:
        """The paragraphs and tables in a body, a content control, or anything that wraps them."""
        for element in parent:
            if element.tag in self.runs.skipped or not isinstance(element.tag, str):
                continue
            if element.tag == f"{W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self.table(element)
            else:
                yield from self.blocks(element)

    def paragraph(self, element: Any) -> Iterator[Line]:
        """A paragraph with its number, then those of the text boxes in it."""
        self.number += 1
        self.runs.hidden.clear()
        before, self.carried = self.carried, ""
        text = before + self.runs.text(element)
        if self.runs.hidden:
            self.drop("".join(self.runs.hidden), "隐藏的文字")
        if text.strip() and element.find(self.removed_mark) is not None:
            self.carried = text  # its end was deleted: it goes on in the next
            return
        if text.strip():
            mark = self.numbers.mark(self.styles.find_numbering(element))
            if self.styles.find(element).is_contents:
                self.drop(text, "目录，小标题改了要重新生成")
            else:
                yield from self.lines(element, mark, text, begun=bool(before))
        yield from self.boxes(element)

    def lines(self, element: Any, mark: str, text: str, begun: bool) -> Iterator[Line]:
        """The lines of a paragraph that says something; `begun` where it goes on with another."""
        style = self.styles.find(element)
        role, level, lead = style.role, style.level, ""
        if role is None and not begun:
            lead, level = self.set_apart(element)
        first, *others = [mark + text] if role is Role.TITLE else _parted(mark + text)
        first = tidy(first)
        lead = tidy(mark + lead) if lead else ""
        yield Line(first, self.number, role, level, lead=min(len(lead), len(first)))
        yield from (Line(tidy(other), self.number) for other in others)

    def boxes(self, element: Any) -> Iterator[Line]:
        """What the text boxes say that hang on a paragraph."""
        for box in element.iter(f"{W}txbxContent"):
            above = next(box.iterancestors(f"{W}p"))
            if above is element and next(box.iterancestors(FALLBACK), None) is None:
                yield from self.blocks(box)

    def rest(self) -> Iterator[Line]:
        """What a last paragraph says whose end was deleted."""
        if self.carried:
            yield Line(tidy(self.carried), self.number)

    def drop(self, text: str, reason: str) -> None:
        """Sets a text of this paragraph aside."""
        self.dropped.append(Dropped(self.number, tidy(text), reason))

    def set_apart(self, element: Any) -> tuple[str, int]:
        """The text at the start of a paragraph that is bold or in a font of headings, and the level
        of that look: 1 for 黑体, 2 for 楷体, 3 for bold type; "" and 0 where it does not begin so.
        """
        pieces, level = [], 0
        for run in element.iterchildren(f"{W}r"):
            text = self.runs.text(run)
            look = _look_level(run.find(f"{W}rPr")) if text.strip() else level
            if text.strip() and (not look or (level and look != level)):
                break
            pieces.append(text)
            level = look
        return ("".join(pieces), level) if level else ("", 0)

    def table(self, element: Any) -> Iterator[Line]:
        """A table as one line; what a cell holds is joined, and every row has as many cells."""
        first = self.number + 1
        rows = [
            [text for cell in _inside(row, "tc") for text in self.cell(cell)]
            for row in _inside(element, "tr")
            if row.find(f"{W}trPr/{self.removed_row}") is None
        ]
        width = max(map(len, rows), default=0)
        even = tuple((*row, *[""] * (width - len(row))) for row in rows)
        if any(any(row) for row in even):
            yield Line("".join(map("".join, even)), first, rows=even)

    def cell(self, element: Any) -> list[str]:
        """The text of a cell, and nothing for each further column that it spans."""
        text = " ".join(line.text for line in self.blocks(element))
        span = element.find(f"{W}tcPr/{W}gridSpan")
        columns = span.get(f"{W}val", "") if span is not None else ""
        return [text, *[""] * (min(int(columns), _MOST_COLUMNS) - 1 if columns.isdecimal() else 0)]


def _parted(text: str) -> list[str]:
    """A paragraph at those line ends within it (Shift+Enter) that end paragraphs: all of them where
    there are many or one is a date, else where a sentence or a heading ends or a mark or a date opens the next line.
    """
    lines = [line for line in text.split("\n") if line.strip()] or [text]
    found = lines[:1]
    many = len(lines) >= _MANY_LINES or any(_DATE.fullmatch(line.strip("（）() ")) for line in lines)
    for line in lines[1:]:
        if many or _ends(found[-1].strip(), line.strip()):
            found.append(line)
        else:
            found[-1] += "\n" + line
    return found


def _ends(before: str, line: str) -> bool:
    """Whether a paragraph ends between two lines."""
    told = numerals.opens_with_mark(line) or _DATE.fullmatch(line) is not None
    return told or before.endswith(_ENDS) or numerals.heading_level(before) > 0


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls too; not those of a
    table inside.
    """
    for child in element:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _look_level(look: Any) -> int:
    """The level of headings that a run's properties look like; 0 where they look like text."""
    if look is None:
        return 0
    fonts = look.find(f"{W}rFonts")
    name = fonts.get(f"{W}eastAsia", "") if fonts is not None else ""
    found = next((level for level, font in enumerate(_HEADING_FONTS, 1) if font.search(name)), 0)
    bold = look.find(f"{W}b")
    is_bold = bold is not None and bold.get(f"{W}val", "1") not in ("0", "false", "off")
    return found or (_BOLD if is_bold else 0)
