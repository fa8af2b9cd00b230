"""The lines and tables of a PDF's pages, read in a process of their own: `python -m drafter.readers.pdf_pages`.

A hundred bytes of PDF can have its reader run for ever, or ask for gigabytes; so each page has its limit of work.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections import Counter
from typing import Any

from drafter.fencing import worker
from drafter.readers.intake import characters
from drafter.records import Record

SECONDS = 1.5
"""Processor time that opening a file, or reading a page of it, may take."""

MEGABYTES = 212
"""Address space that all of it may take, the program's own included."""

OPEN, PAGE = b"O", b"P"
"""What a request begins with: the bytes of a file, or the number of a page from 0."""

_MOST_RULES = 2000
"""Ruled lines of the largest table that is looked for on a page: a drawing has more."""

_GAP = 0.4
"""In characters: what is wider is a space. Word sets Han and digits a quarter apart without one."""

_RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


class Row(Record):
    """A line of a page: its text, how far its ends are from the margins of the text, and the size
    of its characters, all in points. A table is one, with its `cells`.
    """

    text: str
    indent: float = 0
    room: float = 0
    size: float = 0
    cells: tuple[tuple[str, ...], ...] = ()


class _Inside:
    """The child: it holds one file open."""

    def __init__(self) -> None:
        self._pages: Any = ()

    def answer(self, request: bytes) -> bytes:
        """The answer to one request as JSON: how many pages, the rows of one, or what kept it from reading."""
        try:
            if request.startswith(OPEN):
                return json.dumps({"pages": self._open(request[1:])}).encode("ascii")
            rows = _rows(self._pages[int(request[1:])])
            return json.dumps([[row.text, row.indent, row.room, row.size, row.cells] for row in rows]).encode(
                "ascii"
            )
        except ImportError:
            return b'{"missing": true}'
        except Exception as error:  # pdfminer raises whatever its parser trips over: KeyError, TypeError, ...
            causes = (error, error.__cause__, error.__context__, *error.args)
            if any(isinstance(cause, MemoryError) for cause in causes):
                raise
            from pdfminer.pdfdocument import PDFPasswordIncorrect

            return json.dumps(
                {"locked": any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)}
            ).encode("ascii")

    def _open(self, data: bytes) -> int:
        from pdfplumber.pdf import PDF  # an extra

        self._pages = PDF(io.BytesIO(data)).pages
        return len(self._pages)


def _rows(page: Any) -> list[Row]:
    """The lines and tables of a page from top to bottom."""
    ruled = page.find_tables() if len(page.edges) <= _MOST_RULES else []
    tables = [table for table in ruled if len(table.rows) > 1 and len(table.columns) > 1]
    lines = page.filter(lambda item: not any(_is_inside(item, table.bbox) for table in tables))
    lines = lines.extract_text_lines(return_chars=True, x_tolerance_ratio=_GAP)
    sizes = [round(max(char["size"] for char in line["chars"]), 1) for line in lines]
    usual = Counter(sizes).most_common(1)[0][0] if sizes else 0
    of_text = [line for line, size in zip(lines, sizes, strict=True) if size == usual]
    left = min((line["x0"] for line in of_text), default=0)
    right = max((line["x1"] for line in of_text), default=0)
    found = [
        (line["top"], Row(_tidy(line["text"]), line["x0"] - left, right - line["x1"], size))
        for line, size in zip(lines, sizes, strict=True)
    ]
    found += [(table.bbox[1], _table(table)) for table in tables]
    return [row for _, row in sorted(found, key=lambda place: place[0]) if row.text]


def _table(table: Any) -> Row:
    """A ruled table as one row, with its cells."""
    cells = tuple(tuple(_tidy((cell or "").replace("\n", "")) for cell in row) for row in table.extract())
    return Row("".join(map("".join, cells)), cells=cells)


def _is_inside(item: Any, box: tuple[float, float, float, float]) -> bool:
    """Whether the middle of an object lies in a box of left, top, right, bottom."""
    across, down = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _tidy(text: str) -> str:
    """The text as it was typed: no spaces between wide characters, no glyphs that stand for others."""
    text = _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), characters.usable(text))
    return re.sub(r"(?<=[\u2e80-\uffef“”‘’…—])\s+(?=[\u2e80-\uffef“”‘’…—])", "", text).strip()


def main() -> None:
    """The child: answers requests until nobody asks any more."""
    worker.serve(_Inside().answer, SECONDS, MEGABYTES)


if __name__ == "__main__":
    main()
