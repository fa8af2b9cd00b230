"""What a Word file says, read once: paragraphs and tables, runs within them, numbers as they print.

python-docx's `.text` loses tracked insertions, content controls, text boxes and smart tags, and counts only
the paragraphs that stand directly in the body; so the tree is walked here (ECMA-376 17.3, 17.4, 17.13.5).
What import takes for lines, check for paragraphs and a stylesheet for looks are three views of this.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from xml.etree.ElementTree import Element

from drafter import wordml
from drafter.readers.intake import characters
from drafter.readers.word import raised
from drafter.readers.word import styles as word_styles
from drafter.readers.word.numbers import Numbers
from drafter.readers.word.package import Package
from drafter.readers.word.styles import Style, Styles, numbering_of
from drafter.readers.yaml.paragraphs import joined
from drafter.residue import on_one_line
from drafter.wordml import BOX, PARAGRAPH, Piece, W

ACCEPTED, ORIGINAL = "accepted", "original"
"""Which of two texts a tracked change stands for."""

_TABLE, _ROW, _CELL = (f"{W}{tag}" for tag in ("tbl", "tr", "tc"))
_MOST_COLUMNS = 64
_REMOVED = {
    ACCEPTED: (f"{W}del", f"{W}cellDel", frozenset({f"{W}del", f"{W}moveFrom"})),
    ORIGINAL: (f"{W}ins", f"{W}cellIns", frozenset({f"{W}ins", f"{W}moveTo"})),
}
"""What marks a paragraph's end or a row that the wanted text has not, what marks such a cell, and what wraps such paragraphs."""


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph. `number` is the place of its `w:p` among all of the body, from 1, as lxml finds them too.

    `mark` is its automatic number as Word prints it, `runs` what prints in the wanted text, and `hidden` what
    would if it were not formatted as hidden. `goes_on`: its end is not in that text, so that it runs on into the
    next paragraph, never into a table or out of a cell; one with text boxes does not. `boxes` hold the blocks of
    those.
    """

    number: int
    mark: str
    style: Style
    element: Element
    runs: tuple[Piece, ...]
    hidden: str = ""
    goes_on: bool = False
    boxes: tuple[WordBlock, ...] = ()

    @property
    def text(self) -> str:
        """What prints of it beside its number; a line end within it is U+2028."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell, and how many columns it spans."""

    blocks: tuple[WordBlock, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table by its rows; those that the wanted text has not are left out."""

    rows: tuple[tuple[WordCell, ...], ...]


WordBlock = WordParagraph | WordTable


@dataclass(frozen=True, slots=True)
class WordDocument:
    """The body of a Word file, or a note or a header that stands beside it; `element` holds its blocks."""

    blocks: tuple[WordBlock, ...]
    styles: Styles
    element: Element

    def paragraphs(self) -> Iterator[tuple[WordParagraph, bool]]:
        """Every paragraph in order, those of tables and text boxes too, with whether it stands in a table."""
        yield from _paragraphs(self.blocks, in_table=False)


def read(package: Package, revisions: str = ACCEPTED) -> WordDocument:
    """The body of a file, with tracked changes accepted or as it was before them.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    return Walker(package, revisions).read_body()


def turned(body: Element) -> frozenset[int]:
    """The numbers of the paragraphs that stand on pages which lie on their side (ECMA-376 17.6.13)."""
    pages = [page for page in body.iter(f"{W}pgSz") if page.get(f"{W}orient") == "landscape"]
    if not pages:
        return frozenset()
    found: set[int] = set()
    since: list[int] = []
    for number, paragraph in enumerate(body.iter(PARAGRAPH), 1):
        since.append(number)
        if (page := paragraph.find(f"{W}pPr/{W}sectPr/{W}pgSz")) is not None:  # the section ends with it
            found.update(since if page in pages else ())
            since.clear()
    last = body.find(f"{W}sectPr/{W}pgSz")
    found.update(since if last in pages else ())
    return frozenset(found)


def tidy(text: str) -> str:
    """The text on one line, without characters that no page can hold."""
    return on_one_line(joined(characters.usable(text.replace(wordml.LINE_END, "\n"))))


def _paragraphs(blocks: tuple[WordBlock, ...], in_table: bool) -> Iterator[tuple[WordParagraph, bool]]:
    for block in blocks:
        if isinstance(block, WordTable):
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs(cell.blocks, in_table=True)
        else:
            yield block, in_table
            yield from _paragraphs(block.boxes, in_table)


class Walker:
    """Goes through the parts of one file. It calls itself for what stands in a cell or a box: XML that is deeper
    than `safe_xml.MOST_DEPTH` is refused before.

    Raises:
        InputProblem: the styles or the numbers of the file are damaged.

    """

    def __init__(self, package: Package, revisions: str = ACCEPTED) -> None:
        self._package = package
        self._styles = word_styles.read(package)
        self._numbers = Numbers(package)
        self._accepted = revisions == ACCEPTED
        self._removed, self._removed_cell, self._wrappers = _REMOVED[revisions]
        self._number_of: dict[int, int] = {}
        self._hidden = wordml.NOTHING
        self._begun = False
        """Whether the paragraph before says something and runs on into the next."""

    def read_body(self) -> WordDocument:
        """The text of the file.

        Raises:
            InputProblem: it is damaged.

        """
        body = self._package.text().find(f"{W}body")
        return self.read(body if body is not None else Element(f"{W}body"))

    def read(self, element: Element) -> WordDocument:
        """The blocks of a body, of a note, of a header."""
        self._number_of = {id(found): number for number, found in enumerate(element.iter(PARAGRAPH), 1)}
        self._hidden = self._styles.hiding.of(element)
        return WordDocument(tuple(self._blocks(element)), self._styles, element)

    def _blocks(self, parent: Element) -> Iterator[WordBlock]:
        """The paragraphs and tables in a body, a cell, a box, or in whatever wraps them there."""
        found = list(self._elements(parent))
        for element, after in zip_longest(found, found[1:]):
            if element.tag == PARAGRAPH:
                yield self._paragraph(element, after is not None and after.tag == PARAGRAPH)
            else:
                yield WordTable(tuple(self._rows(element)))

    def _elements(self, parent: Element) -> Iterator[Element]:
        for element in wordml.children(parent):
            if element.tag in (PARAGRAPH, _TABLE):
                yield element
            elif element.tag not in self._wrappers:
                yield from self._elements(element)

    def _paragraph(self, element: Element, followed: bool = False) -> WordParagraph:
        """A paragraph; `followed`: the next block is one too, so that it may run on into that."""
        runs, inside, hidden = self._pieces(element)
        properties = element.find(f"{W}pPr")
        end = properties.find(f"{W}rPr/{self._removed}") if properties is not None else None
        goes_on = followed and not inside and end is not None
        says = self._begun or any(run.text.strip() for run in runs)
        self._begun = says and goes_on
        style = self._styles.find(properties)
        mark = "" if goes_on else self._mark(properties, style)  # what says nothing counts too
        return WordParagraph(
            number=self._number_of[id(element)],
            mark=mark if says else "",
            style=style,
            element=element,
            runs=tuple(runs),
            hidden=hidden,
            goes_on=goes_on,
            boxes=tuple(block for box in inside for block in self._box(box)),
        )

    def _mark(self, properties: Element | None, style: Style) -> str:
        """The number of a paragraph, of its own list or of its style's."""
        own, depth = numbering_of(properties)
        list_ = own if own is not None else style.list
        if not list_:
            return ""
        if depth is None and own is None:
            depth = style.depth
        if depth is None:
            depth = self._numbers.depth_of(list_, self._styles.named(properties))
        return self._numbers.mark(list_, depth)

    def _pieces(self, element: Element) -> tuple[list[Piece], list[Element], str]:
        """What of a paragraph prints in the wanted text, the boxes that hang on it, and what of it is hidden."""
        runs: list[Piece] = []
        boxes: list[Element] = []
        hidden = ""
        for piece in wordml.pieces(element, self._hidden):
            if piece.deleted if self._accepted else piece.inserted:
                continue
            if piece.element.tag in (BOX, PARAGRAPH):
                boxes.append(piece.element)
            elif piece.hidden:
                hidden += piece.text
            else:
                said = raised.written(piece.run, piece.text, self._styles)
                runs.append(piece if said == piece.text else piece._replace(text=said))
        return runs, boxes, hidden

    def _box(self, element: Element) -> Iterator[WordBlock]:
        """The blocks of a text box; a paragraph inside another is one by itself."""
        if element.tag == PARAGRAPH:
            yield self._paragraph(element)
        else:
            yield from self._blocks(element)

    def _rows(self, element: Element) -> Iterator[tuple[WordCell, ...]]:
        """The rows of a table, in content controls too; what stands in it outside all rows is a row by itself."""
        for child in wordml.children(element):
            if child.tag == _ROW:
                cells = tuple(self._cells(child)) if child.find(f"{W}trPr/{self._removed}") is None else ()
                if cells:
                    yield (*_left_out(child), *cells)
            elif child.tag in (PARAGRAPH, _TABLE):
                yield (self._stray(child),)
            elif child.tag not in self._wrappers:
                yield from self._rows(child)

    def _cells(self, row: Element) -> Iterator[WordCell]:
        """The cells of a row, in content controls too; what stands outside all cells is a cell by itself."""
        for child in wordml.children(row):
            if child.tag == _CELL:
                if child.find(f"{W}tcPr/{self._removed_cell}") is not None:
                    continue
                wide = _columns(child.find(f"{W}tcPr/{W}gridSpan"), 1)
                yield WordCell(tuple(self._blocks(child)), max(wide, 1))
            elif child.tag in (PARAGRAPH, _TABLE):
                yield self._stray(child)
            elif child.tag not in self._wrappers:
                yield from self._cells(child)

    def _stray(self, element: Element) -> WordCell:
        if element.tag == PARAGRAPH:
            return WordCell((self._paragraph(element),))
        return WordCell((WordTable(tuple(self._rows(element))),))


def _left_out(row: Element) -> Iterator[WordCell]:
    """The columns before the first cell of a row, as a cell that says nothing (17.4.15)."""
    wide = _columns(row.find(f"{W}trPr/{W}gridBefore"), 0)
    if wide:
        yield WordCell((), wide)


def _columns(said: Element | None, else_: int) -> int:
    """How many columns an element says."""
    columns = said.get(f"{W}val", "") if said is not None else ""
    return min(int(columns[:9]), _MOST_COLUMNS) if columns.isascii() and columns.isdigit() else else_
