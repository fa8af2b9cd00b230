"""The text of a PDF that has one: its lines joined to paragraphs again, page numbers left out.

A PDF knows lines and no paragraphs (ISO 32000-1, 9.4). One begins where a line is indented, or
follows one that ends well before the right margin.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from drafter import numerals
from drafter.fencing.child import Child, EndedError
from drafter.model.source import Dropped, Line, Source
from drafter.problems import InputProblem, MissingProgram, Place, Problem
from drafter.readers import pdf_pages
from drafter.readers.intake import limits
from drafter.readers.pdf_pages import Row

MOST_PAGES = 500
PATIENCE = 30
"""Seconds by the clock after which a page is given up, whatever its reader waits for."""

_PAGE_NUMBER = re.compile(r"[—\-–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[—\-–－·\s]*")
_MARGIN_LINES = 2
"""How many lines from the top and the foot of a page may be a running header or footer."""

_INDENT = 1.2
_SHORT = 2.5
"""In characters: how far in a first line stands; how much room a last line leaves."""

_SAID = ("。", "：", "！", "？", "；")
_HIGH = 2
"""Levels of headings whose marks hardly stand inside a paragraph: 一、 and （一）."""

_ATTACHED = re.compile(r"附件\d{0,2}")


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


def _pages(data: bytes, name: str) -> list[list[Row]]:
    """The rows of each page, read behind a fence.

    Raises:
        InputProblem: it is damaged, locked, too long, or takes more than any honest page.
        MissingProgram: the extra `[pdf]` is not installed.

    """
    with Child(pdf_pages.__name__) as child:
        opened = _asked(child, pdf_pages.OPEN + data, name, data)
        if opened["pages"] > MOST_PAGES:
            message = f"PDF 有 {opened['pages']} 页，最多读 {MOST_PAGES} 页"
            raise InputProblem(Problem("too-long", message, Place(name), hint="把要用的几页另存出来"))
        pages, count = [], 0
        for number in range(opened["pages"]):
            found = _asked(child, pdf_pages.PAGE + str(number).encode(), name, data)
            rows = [
                Row(text, indent, room, size, tuple(map(tuple, cells)))
                for text, indent, room, size, cells in found
            ]
            pages.append(rows)
            count += len(rows)
            if count > limits.MOST_PARAGRAPHS:
                raise limits.too_large(name, limits.over("内容", limits.MOST_PARAGRAPHS, "行"))
    return pages


def _asked(child: Child, request: bytes, name: str, data: bytes) -> Any:
    """What the child says to a request.

    Raises:
        InputProblem: the file is damaged or locked, or took more than any honest one.
        MissingProgram: the extra `[pdf]` is not installed.

    """
    try:
        answer = json.loads(child.ask(request, PATIENCE))
    except EndedError as error:
        message = "PDF 里有读不完的内容（一页的工作量或内存超过了限度），已经停下"
        hint = "确认来源；是自己的文件，就用 Word 或 WPS 打开，另存为 .docx 再来"
        raise InputProblem(Problem("bad-pdf", message, Place(name), hint=hint)) from error
    if isinstance(answer, list) or "pages" in answer:
        return answer
    if "missing" in answer:
        hint = "运行 pip install 'drafter-cn[pdf]'；或用 Word、WPS 打开 PDF，另存为 .docx"
        raise MissingProgram(Problem("no-pdf-reader", "读 PDF 要另装一个组件", Place(name), hint=hint))
    broken = "PDF 文件不完整或已损坏" if data.startswith(b"%PDF") else "不是 PDF 文件"
    message, hint = (
        ("PDF 加了密码", "去掉密码再来") if answer.get("locked") else (broken, "重新下载或导出一次")
    )
    raise InputProblem(Problem("bad-pdf", message, Place(name), hint=hint))


def _without_margins(pages: Sequence[list[Row]]) -> tuple[list[Row], list[Dropped]]:
    """All lines but page numbers and what stands at the edge of most pages; these are reported."""
    edges = Counter(text for page in pages for text in {row.text for row in _edge(page)})
    running = {text for text, count in edges.items() if count > 2 and count > len(pages) / 2}
    kept: list[Row] = []
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


def _edge(page: list[Row]) -> list[Row]:
    return page[:_MARGIN_LINES] + page[-_MARGIN_LINES:]


def _joined(rows: Sequence[Row]) -> list[Row]:
    """The rows, those of one paragraph in one."""
    usual = Counter(row.size for row in rows).most_common(1)[0][0]
    found: list[Row] = []
    before: Row | None = None
    for row in rows:
        if before is None or _begins(row, before, usual):
            found.append(row)
        else:
            whole = found[-1].text
            found[-1] = replace(row, text=whole + _space(whole, row.text) + row.text)
        before = row
    return found


def _begins(row: Row, before: Row, usual: float) -> bool:
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
