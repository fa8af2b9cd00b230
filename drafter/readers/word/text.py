"""The text of a Word file, paragraph by paragraph: what Word shows, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from drafter import numerals, wordml
from drafter.model.document import Role
from drafter.model.source import Dropped, Line, Source
from drafter.readers.intake import limits
from drafter.readers.word import beside, unsaid
from drafter.readers.word.document import (
    ACCEPTED,
    Walker,
    WordBlock,
    WordCell,
    WordParagraph,
    WordTable,
    tidy,
    turned,
)
from drafter.readers.word.package import Package
from drafter.readers.word.styles import Styles
from drafter.wordml import Piece, W

_HEADING_FONTS = (
    re.compile(r"黑体|标宋|SimHei|STHeiti", re.IGNORECASE),
    re.compile(r"楷|KaiTi", re.IGNORECASE),
)
"""The fonts of levels 1 and 2 (GB/T 9704—2012 7.3.3); a heading in bold type stands below them."""

_BOLD = 3
_ENDS = ("。", "！", "？", "：", "；", "”", "）")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_FILE, _PAIR = "文件", 2
_MANY_LINES = 4
"""From so many lines in a paragraph on they were paragraphs where it was copied from."""


def read(package: Package, revisions: str = ACCEPTED) -> Source:
    """The lines of the file's body, and what stands beside it: notes, comments.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    walker = Walker(package, revisions)
    body = walker.read_body()
    reader = _Reader(body.styles, package.name)
    lines = tuple(reader.blocks(body.blocks))
    if sideways := turned(body.element):
        lines = tuple(replace(line, turned=line.number in sideways) for line in lines)
    dropped = (*reader.dropped, *unsaid.found(package), *beside.set_aside(package, walker))
    return Source(lines, dropped, contents=any(one.kind == "contents" for one in reader.dropped))


class _Reader:
    """Takes the blocks of one file for lines, in their order."""

    def __init__(self, styles: Styles, name: str) -> None:
        self.styles = styles
        self.name = name
        self.cells = 0
        self.carried: list[str] = []
        self.number = 0
        self.dropped: list[Dropped] = []

    def blocks(self, blocks: Sequence[WordBlock]) -> Iterator[Line]:
        """The lines of paragraphs and tables."""
        for block in blocks:
            if isinstance(block, WordTable):
                yield from self.table(block)
            else:
                yield from self.paragraph(block)

    def paragraph(self, paragraph: WordParagraph) -> Iterator[Line]:
        """A paragraph with its number, then those of the text boxes in it."""
        self.number = paragraph.number
        if paragraph.hidden:
            self.drop(paragraph.hidden, "隐藏的文字", "hidden")
        begun = bool(self.carried)
        self.carried.append(paragraph.text)
        if paragraph.goes_on:
            return  # its end was deleted: it goes on in the next
        text = "".join(self.carried)
        self.carried.clear()
        if text.strip() and paragraph.style.is_contents:
            self.drop(text, "目录，生成时按小标题重排（大纲里“目录: 是”）", "contents")
        elif text.strip():
            yield from self.lines(paragraph, text, begun)
        yield from self.blocks(paragraph.boxes)

    def lines(self, paragraph: WordParagraph, text: str, begun: bool) -> Iterator[Line]:
        """The lines of a paragraph that says something; `begun` where it goes on with another."""
        role, level, lead = paragraph.style.role, paragraph.style.level, ""
        if role is None and not begun:
            lead, level = set_apart(paragraph, self.styles)
        whole = paragraph.mark + text
        first, *others = [whole] if role is Role.TITLE else _parted(whole)
        first = tidy(first)
        lead = tidy(paragraph.mark + lead) if lead else ""
        yield Line(first, self.number, role, level, lead=min(len(lead), len(first)))
        yield from (Line(tidy(other), self.number) for other in others)

    def drop(self, text: str, reason: str, kind: str) -> None:
        """Sets a text of this paragraph aside."""
        self.dropped.append(Dropped(self.number, tidy(text), reason, kind))

    def table(self, table: WordTable) -> Iterator[Line]:
        """A table as one line; what a cell holds is joined, and every row has as many cells."""
        first = self.number + 1
        rows = [[text for cell in row for text in self.cell(cell)] for row in table.rows]
        width = max(map(len, rows), default=0)
        self.count(width * len(rows) - sum(map(len, rows)))
        even = tuple((*row, *[""] * (width - len(row))) for row in rows)
        if _is_banner(even):
            yield from (Line(text, first) for text in (*(row[0] for row in even), _FILE))
        elif any(any(row) for row in even):
            yield Line("".join(map("".join, even)), first, rows=even)

    def count(self, cells: int) -> None:
        """Adds to the cells of the file.

        Raises:
            InputProblem: they are more than may be read.

        """
        self.cells += cells
        if self.cells > limits.MOST_CELLS:
            raise limits.too_large(self.name, limits.over("表格展开后", limits.MOST_CELLS, "格"))

    def cell(self, cell: WordCell) -> list[str]:
        """The text of a cell, and nothing for each further column that it spans."""
        self.count(cell.span)
        text = " ".join(line.text for line in self.blocks(cell.blocks))
        return [text, *[""] * (cell.span - 1)]


def _is_banner(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table holds the red words of a joint paper: its units, and 文件 beside them all (GB/T 9704—2012 7.2.4)."""
    beside = [row[1] for row in rows if len(row) == _PAIR and row[0]]
    return len(rows) > 1 and beside == [_FILE, *[""] * (len(rows) - 1)]


def set_apart(paragraph: WordParagraph, styles: Styles) -> tuple[str, int]:
    """The text at the start of a paragraph that is bold or in a font of headings, and the level
    of that look: 1 for 黑体, 2 for 楷体, 3 for bold type; "" and 0 where it does not begin so.
    """
    said, level = "", 0
    for run in paragraph.runs:
        look = _look_level(run, styles) if run.text.strip() else level
        if run.text.strip() and (not look or (level and look != level)):
            break
        said += run.text
        level = look
    return (said, level) if level else ("", 0)


def _parted(text: str) -> list[str]:
    """A paragraph at those line ends within it (Shift+Enter) that end paragraphs: all of them where
    there are many or one is a date, else where a sentence or a heading ends or a mark or a date opens the next line.
    """
    lines = [line for line in text.split(wordml.LINE_END) if line.strip()] or [text]
    found = lines[:1]
    many = len(lines) >= _MANY_LINES or any(_DATE.fullmatch(line.strip("（）() ")) for line in lines)
    for line in lines[1:]:
        if many or _ends(found[-1].strip(), line.strip()):
            found.append(line)
        else:
            found[-1] += wordml.LINE_END + line
    return found


def _ends(before: str, line: str) -> bool:
    """Whether a paragraph ends between two lines."""
    told = numerals.opens_with_mark(line) or _DATE.fullmatch(line) is not None
    return told or before.endswith(_ENDS) or numerals.heading_level(before) > 0


def _look_level(run: Piece, styles: Styles) -> int:
    """The level of headings that a run looks like, by itself or by its style; 0 where it looks like text."""
    own = run.run.find(f"{W}rPr") if run.run is not None else None
    if own is None:
        return 0
    named = own.find(f"{W}rStyle")
    known = styles.known.get(named.get(f"{W}val", "")) if named is not None else None
    return _level_of(own) or (_level_of(known.element.find(f"{W}rPr")) if known is not None else 0)


def _level_of(look: Element | None) -> int:
    """The level of headings that a `w:rPr` has the look of; 0 for none."""
    if look is None:
        return 0
    fonts = look.find(f"{W}rFonts")
    name = fonts.get(f"{W}eastAsia", "") if fonts is not None else ""
    found = next((level for level, font in enumerate(_HEADING_FONTS, 1) if font.search(name)), 0)
    return found or (_BOLD if wordml.is_on(look.find(f"{W}b")) else 0)
