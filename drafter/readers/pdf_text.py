"""The text of a PDF that has one: its lines joined to paragraphs again, page numbers left out.

A PDF knows lines and no paragraphs (ISO 32000-1, 9.4). One begins where a line is indented, or
follows one that ends well before the right margin.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from drafter import numerals
from drafter.model.source import Dropped, Line, Source
from drafter.problems import InputProblem, MissingProgram, Place, Problem
from drafter.readers.intake import characters

MOST_PAGES = 500
_PAGE_NUMBER = re.compile(r"[—\-–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[—\-–－·\s]*")
_MARGIN_LINES = 2
"""How many lines from the top and the foot of a page may be a running header or footer."""

_INDENT = 1.2
_SHORT = 2.5
"""In characters: how far in a first line stands; how much room a last line leaves."""

_SAID = ("。", "：", "！", "？", "；")
_HIGH = 2
"""Levels of headings whose marks hardly stand inside a paragraph: 一、 and （一）."""

_MOST_RULES = 2000
"""Ruled lines of the largest table that is looked for on a page: a drawing has more."""

_GAP = 0.4
"""In characters: what is wider is a space. Word sets Han and digits a quarter apart without one."""

_ATTACHED = re.compile(r"附件\d{0,2}")
_RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page: its text, how far its ends are from the margins of the text, and the size
    of its characters, all in points. A table is one, with its `cells`.
    """

    text: str
    indent: float = 0
    room: float = 0
    size: float = 0
    cells: tuple[tuple[str, ...], ...] = ()


def read(data: bytes, name: str) -> Source:
    """The paragraphs of a PDF.

    Raises:
        InputProblem: it is damaged, locked, too long, or holds pictures and no text.
        MissingProgram: the extra `[pdf]` is not installed.

    """
    pages = _pages(data, name)
    rows, dropped = _without_margins(pages)
    if not rows:
        message = "PDF 里没有文字，多半是扫描件"
        raise InputProblem(
            Problem("no-text", message, Place(name), hint="先用 WPS 或扫描软件识别文字，另存为 .docx")
        )
    texts = enumerate(_joined(rows), 1)
    return Source(tuple(Line(row.text, n, rows=row.cells) for n, row in texts), tuple(dropped))


def _pages(data: bytes, name: str) -> list[list[_Row]]:
    try:
        from pdfminer.pdfdocument import PDFPasswordIncorrect
        from pdfplumber.pdf import PDF
    except ImportError as error:
        hint = "运行 pip install 'drafter-cn[pdf]'；或用 Word、WPS 打开 PDF，另存为 .docx"
        raise MissingProgram(
            Problem("no-pdf-reader", "读 PDF 要另装一个组件", Place(name), hint=hint)
        ) from error
    try:
        with PDF(io.BytesIO(data)) as file:
            if len(file.pages) > MOST_PAGES:
                hint = "把要用的几页另存出来"
                message = f"PDF 有 {len(file.pages)} 页，最多读 {MOST_PAGES} 页"
                raise InputProblem(Problem("too-long", message, Place(name), hint=hint))
            return [_rows(page) for page in file.pages]
    except InputProblem:
        raise
    except Exception as error:  # pdfminer raises whatever its parser trips over: KeyError, TypeError, ...
        locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args))
        broken = "PDF 文件不完整或已损坏" if data.startswith(b"%PDF") else "不是 PDF 文件"
        message = "PDF 加了密码" if locked else broken
        hint = "去掉密码再来" if locked else "重新下载或导出一次"
        raise InputProblem(Problem("bad-pdf", message, Place(name), hint=hint)) from error


def _rows(page: Any) -> list[_Row]:
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
        (line["top"], _Row(_tidy(line["text"]), line["x0"] - left, right - line["x1"], size))
        for line, size in zip(lines, sizes, strict=True)
    ]
    found += [(table.bbox[1], _table(table)) for table in tables]
    return [row for _, row in sorted(found, key=lambda place: place[0]) if row.text]


def _table(table: Any) -> _Row:
    """A ruled table as one row, with its cells."""
    cells = tuple(tuple(_tidy((cell or "").replace("\n", "")) for cell in row) for row in table.extract())
    return _Row("".join(map("".join, cells)), cells=cells)


def _is_inside(item: Any, box: tuple[float, float, float, float]) -> bool:
    """Whether the middle of an object lies in a box of left, top, right, bottom."""
    across, down = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _tidy(text: str) -> str:
    """The text as it was typed: no spaces between wide characters, no glyphs that stand for others."""
    text = _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), characters.usable(text))
    return re.sub(r"(?<=[\u2e80-\uffef“”‘’…—])\s+(?=[\u2e80-\uffef“”‘’…—])", "", text).strip()


def _without_margins(pages: Sequence[list[_Row]]) -> tuple[list[_Row], list[Dropped]]:
    """All lines but page numbers and what stands at the edge of most pages; these are reported."""
    edges = Counter(text for page in pages for text in {row.text for row in _edge(page)})
    running = {text for text, count in edges.items() if count > 2 and count > len(pages) / 2}
    kept: list[_Row] = []
    dropped: list[Dropped] = []
    for count, page in enumerate(pages, 1):
        edge = {id(row) for row in _edge(page)}
        for row in page:
            number = row.text == str(count) or (_PAGE_NUMBER.fullmatch(row.text) and not row.text.isdecimal())
            if id(row) in edge and (number or row.text in running):
                dropped.append(Dropped(0, row.text, "页码" if number else "每页都有的页眉或页脚"))
            else:
                kept.append(row)
    return kept, dropped


def _edge(page: list[_Row]) -> list[_Row]:
    return page[:_MARGIN_LINES] + page[-_MARGIN_LINES:]


def _joined(rows: Sequence[_Row]) -> list[_Row]:
    """The rows, those of one paragraph in one."""
    usual = Counter(row.size for row in rows).most_common(1)[0][0]
    found: list[_Row] = []
    before: _Row | None = None
    for row in rows:
        if before is None or _begins(row, before, usual):
            found.append(row)
        else:
            whole = found[-1].text
            found[-1] = replace(row, text=whole + _space(whole, row.text) + row.text)
        before = row
    return found


def _begins(row: _Row, before: _Row, usual: float) -> bool:
    """Whether a row begins a paragraph, or is a table."""
    if row.cells or before.cells or abs(row.size - before.size) > 1 or _ATTACHED.fullmatch(row.text):
        return True
    if row.size > usual + 1:
        return False  # a title of several lines, each in the middle
    level = numerals.heading_level(row.text)
    if level and before.text.endswith(_SAID) and (level <= _HIGH or before.room > row.size):
        return True  # without indents a mark after a full stop is all that tells
    return row.indent > _INDENT * row.size or before.room > _SHORT * row.size


def _space(before: str, after: str) -> str:
    """What stood between two lines: a space where both sides are Latin."""
    return " " if before[-1:].isascii() and after[:1].isascii() else ""
