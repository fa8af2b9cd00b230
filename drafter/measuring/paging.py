"""Which lines stand on which page: the one pager."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafter.measuring.bands import Band
from drafter.measuring.heights import bands
from drafter.measuring.widths import CHINESE_FONTS, Widths
from drafter.model.document import Block, Document, headings
from drafter.model.stylesheet import Stylesheet
from drafter.records import Record

Span = tuple[int, int]


class Piece(Record):
    """The lines of one block that stand on one page: of its band, those from `first` to before `last`, the first of
    them `top` twips below the upper edge of the type area.
    """

    band: Band
    first: int
    last: int
    top: float = 0.0

    @property
    def block(self) -> Block:
        """What the lines are of."""
        return self.band.block

    @property
    def spans(self) -> list[Span]:
        """From which character to which each line goes, or which row it is; see `Band.ends`."""
        ends = (0, *self.band.ends)
        return list(pairwise(ends[self.first : self.last + 1]))


class Page(Record):
    """What stands on one page, from above to below; one may lie on its side. `used` are the twips that it is filled
    down to.
    """

    pieces: tuple[Piece, ...] = ()
    lying: bool = False
    used: float = 0.0


def paginate(document: Document, sheet: Stylesheet, latin: Widths = CHINESE_FONTS) -> list[Page]:
    """The pages of a document in a look, at least one."""
    return filled(bands(document, sheet, latin), sheet)


def filled(found: Sequence[Band], sheet: Stylesheet) -> list[Page]:
    """The pages that these bands fill, at least one."""
    return _Pager(sheet).pages(found)


def pages(document: Document, sheet: Stylesheet) -> int:
    """How many pages the document is likely to fill."""
    return len(paginate(document, sheet))


def heading_pages(document: Document, sheet: Stylesheet) -> list[int]:
    """The page on which each heading of the table of contents is likely to begin."""
    found: dict[int, int] = {}
    for number, page in enumerate(paginate(document, sheet), 1):
        for piece in page.pieces:
            found.setdefault(id(piece.block), number)
    return [found[id(heading)] for heading in headings(document)]


class _Pager:
    """Lays bands on pages, one after another."""

    def __init__(self, sheet: Stylesheet) -> None:
        page = sheet.page
        # As many lines of the grid as the type area holds; LibreOffice leaves the rest of it empty.
        line = page.line or 1
        self._upright = (page.height - page.top - page.bottom) // line * line
        self._lying = page.text_width // line * line
        self._done: list[Page] = []
        self._begin(False)
        self._begun = False

    def pages(self, found: Sequence[Band]) -> list[Page]:
        """The pages that these bands fill."""
        self._begin(bool(found) and found[0].lying)
        for band, least in zip(found, _least_heights(found, self._upright, self._lying), strict=True):
            self._lay(band, least)
        self._turn()
        return self._done

    def _begin(self, lies: bool) -> None:
        """Begins a page that may lie on its side."""
        self._pieces: list[Piece] = []
        self._used = 0.0
        self._lies = lies
        self._room = self._lying if lies else self._upright

    def _turn(self, lies: bool = False) -> None:
        """Ends a page and begins another."""
        self._done.append(Page(tuple(self._pieces), self._lies, self._used))
        self._begin(lies)

    def _lay(self, band: Band, least: float) -> None:
        """Lays a band where it finds room; `least` is what must stand on the page where it begins.

        The space before one that found none on the page before is dropped.
        """
        before = band.before
        if band.lying != self._lies or (band.new_page and self._begun):
            self._turn(band.lying)
        elif self._used and self._used + least > self._room >= least:
            self._turn(self._lies)
            before = 0.0
        self._begun = True
        self._used += before
        height = sum(band.heights)
        if self._used + height <= self._room:
            self._put(band, 0, len(band.heights), self._used)
            self._used += height + band.after
        else:
            self._part(band)

    def _part(self, band: Band) -> None:
        """Lays a band line by line over the pages that it needs."""
        first, top = 0, self._used
        for index, height in enumerate(band.heights):
            if self._used + height > self._room:
                if self._is_parted(band, height):
                    height = round(self._rest(band, first, index, height, top))
                    first, top = index, self._used
                elif self._used > 0:
                    self._put(band, first, index, top)
                    self._turn(self._lies)
                    self._used = top = float(band.repeated)
                    first = index
            self._used += height
        self._put(band, first, len(band.heights), top)
        self._used += band.after

    def _is_parted(self, band: Band, height: float) -> bool:
        """Whether a row of a table is one that no page holds."""
        return 0 < band.pitch <= self._room - band.repeated < height

    def _rest(self, band: Band, first: int, index: int, height: float, top: float) -> float:
        """What is left of a row that no page holds for the page on which it ends: as many of its lines stand on each
        as find room.
        """
        while self._used + height > self._room:
            height -= (self._room - self._used) // band.pitch * band.pitch
            self._put(band, first, index + 1, top)
            self._turn(self._lies)
            self._used = top = float(band.repeated)
            first = index
        return height

    def _put(self, band: Band, first: int, last: int, top: float) -> None:
        if first < last and band.ends:
            self._pieces.append(Piece(band, first, last, top))


def _least_heights(found: Sequence[Band], upright: float, lying: float) -> list[float]:
    """What must stand on the page where each band begins: its first line at least, all of it where it is not
    to be parted, and where it is kept with what follows, the least of that. A row of bands that are kept together
    and fit no page is not kept at all.
    """
    out: list[float] = []
    row: list[float] = []
    """Of the bands that are kept with the last one in `out`, and of that: what each takes by itself."""

    after = 0.0
    for band in reversed(found):
        alone = band.before + (sum(band.heights) if band.whole else band.heights[0] if band.heights else 0)
        least = alone
        if band.with_next:
            least = band.before + sum(band.heights) + band.after + after
            row.append(alone)
        else:
            row = [alone]
        out.append(least)
        if least > (lying if band.lying else upright) and len(row) > 1:
            out[-len(row) :] = row
            least = alone
        after = 0.0 if band.new_page else least
    return out[::-1]
