"""The pages of a draft as data: one object a line, lengths in twips from the paper's edges."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.layout import pictures
from drafter.layout.columns import column_widths
from drafter.layout.rows import find_form, split_rows
from drafter.measuring.bands import Indents
from drafter.measuring.paging import heading_pages
from drafter.model.document import (
    Added,
    Contents,
    Document,
    Inlines,
    Lead,
    Paragraph,
    Picture,
    Role,
    Table,
    headings,
    paragraphs,
    plain,
)
from drafter.reports.problems import Json, problems_json
from drafter.reports.runs import cut, runs

if TYPE_CHECKING:
    from drafter.actions.page.preview import Previewed
    from drafter.measuring.paging import Page, Piece
    from drafter.model.stylesheet import ParagraphStyle, Stylesheet

_PLACED = (Role.HEADER, Role.IMPRINT)
"""Roles whose paragraphs are drawn as one."""

_LIGHT = 200_000
"""Bytes of a picture up to which the page is sent it."""

_Columns = dict[int, tuple[list[int], list[bool]]]
"""By table the widths of its columns, and which of them are set in the middle."""


def as_json(previewed: Previewed) -> Json:
    """The pages, what they are measured by, and what is open or was said by the template."""
    draft = previewed.draft
    return {
        "sheet": _sheet(previewed.sheet),
        "pages": _pages(previewed),
        "secrecy": previewed.secrecy,
        "title": draft.properties.title,
        "template": draft.template,
        "style": draft.style,
        "characters": previewed.measures.characters,
        "minutes": previewed.measures.minutes,
        "budget": draft.minutes,
        "parts": [
            {
                "role": part.role,
                "heading": part.heading,
                "characters": part.characters,
                "minutes": part.minutes,
            }
            for part in previewed.measures.parts
        ],
        "gaps": [gap.text for gap in draft.gaps],
        "added": list(_added(draft.bound.document)),
        "problems": problems_json(previewed.problems),
    }


def _pages(previewed: Previewed) -> list[Json]:
    document = previewed.draft.bound.document
    listed = headings(document) if any(isinstance(block, Contents) for block in document.blocks) else []
    numbers = heading_pages(document, previewed.sheet) if listed else []
    contents: list[Json] = [
        {"level": head.level, "text": plain(head.content), "page": page}
        for head, page in zip(listed, numbers, strict=True)
    ]
    known: _Columns = {}
    return [_Drawer(previewed.sheet, page, contents, known).page() for page in previewed.pages]


def _sheet(sheet: Stylesheet) -> Json:
    page, number = sheet.page, sheet.page_number
    return {
        "name": sheet.name,
        "width": page.width,
        "height": page.height,
        "top": page.top,
        "left": page.left,
        "right": page.right,
        "bottom": page.bottom,
        "footer": page.footer,
        "line": page.line,
        "number": {"form": number.form, "size": number.size, "outer": number.outer, "indent": number.indent},
        "runs": {
            name: {"font": style.font, "bold": style.bold, "color": style.color}
            for name, style in sheet.characters.items()
        },
    }


class _Drawer:
    """Draws one page."""

    def __init__(self, sheet: Stylesheet, page: Page, contents: Sequence[Json], known: _Columns) -> None:
        self._sheet = sheet
        self._page = page
        self._listed = contents
        self._known = known
        paper = self._sheet.page
        self._room = paper.landscape_width if page.lying else paper.text_width

    def page(self) -> Json:
        """Whether it lies on its side, and its blocks from above to below."""
        return {"lying": self._page.lying, "blocks": list(self._blocks())}

    def _blocks(self) -> Iterator[Json]:
        for role, pieces in groupby(self._page.pieces, lambda piece: _role(piece)):
            if role in _PLACED:
                yield self._placed(role, list(pieces))
            else:
                yield from map(self._block, pieces)

    def _block(self, piece: Piece) -> Json:
        match piece.block:
            case Paragraph() as paragraph:
                return self._paragraph(piece, paragraph)
            case Table() as table:
                return self._table(piece, table)
            case Picture() as picture:
                return self._picture(piece, picture)
            case Contents():
                return {"kind": "contents", "top": round(piece.top), "rows": self._contents(piece)}
            case _:
                return {"kind": "space", "top": round(piece.top)}

    def _paragraph(self, piece: Piece, paragraph: Paragraph) -> Json:
        look, given = piece.band.look, piece.band.indents
        assert look is not None
        indents = given or Indents(look.first_line, look.left, look.hanging, look.right)
        char = self._sheet.char_width(look.size)
        drawn = list(runs(paragraph.content, ""))
        left = indents.left * char
        lines = []
        for number, row in enumerate(cut(drawn, piece.spans), piece.first):
            own = (indents.first_line - indents.hanging) * char if number == 0 else 0
            lines.append(
                {
                    "h": piece.band.heights[number],
                    "x": round(left + own),
                    "last": number + 1 == len(piece.band.ends),
                    "runs": row,
                }
            )
        return {
            "kind": "text",
            "role": paragraph.role.name.lower(),
            "top": round(piece.top),
            "right": round(indents.right * char),
            "look": self._look(look),
            "aside": paragraph.aside,
            "lines": lines,
        }

    def _look(self, look: ParagraphStyle) -> Json:
        """How a paragraph is set: its font by its part in the look, its size in half points."""
        spacing = self._sheet.page.char_spacing
        return {
            "font": look.font,
            "size": look.size,
            "bold": look.bold,
            "color": look.color,
            "align": look.align,
            "spacing": spacing if look.size == self._sheet.paragraphs["body"].size else 0,
        }

    def _placed(self, role: Role, pieces: Sequence[Piece]) -> Json:
        """A header block or an imprint: what stands in its rows, and how high it is."""
        rows = split_rows([piece.block for piece in pieces if isinstance(piece.block, Paragraph)])
        return {
            "kind": role.name.lower(),
            "top": round(pieces[0].top),
            "height": sum(sum(piece.band.heights) for piece in pieces),
            "form": find_form(rows),
            "rows": [{"name": name, "runs": list(runs(value, ""))} for name, value in rows],
        }

    def _table(self, piece: Piece, table: Table) -> Json:
        if id(table) not in self._known:
            self._known[id(table)] = column_widths(table.rows, self._room)
        widths, middle = self._known[id(table)]
        shown = list(range(piece.first, piece.last))
        if piece.first and piece.band.repeated:
            shown.insert(0, 0)
        return {
            "kind": "table",
            "top": round(piece.top) - (piece.band.repeated if shown[0] < piece.first else 0),
            "widths": widths,
            "middle": middle,
            "look": self._look(self._sheet.paragraphs["table"]),
            "head": self._look(self._sheet.paragraphs["table_head"]),
            "rows": [
                {
                    "h": piece.band.heights[number],
                    "head": number == 0,
                    "cells": [list(runs(cell, "")) for cell in table.rows[number]],
                }
                for number in shown
            ],
        }

    def _picture(self, piece: Piece, picture: Picture) -> Json:
        """Where a picture stands and how large; itself, where sending it at each key costs little."""
        width, height = pictures.size(picture, self._sheet.page, self._room)
        data = picture.image.data
        shown = len(data) <= _LIGHT and not picture.image.turned
        source = f"data:image/{picture.image.suffix};base64,{base64.b64encode(data).decode('ascii')}"
        return {
            "kind": "picture",
            "top": round(piece.top),
            "left": (self._room - width) // 2,
            "width": width,
            "height": height,
            "file": picture.file,
            "source": source if shown else "",
        }

    def _contents(self, piece: Piece) -> Sequence[Json]:
        return self._listed[max(0, piece.first - 1) : piece.last - 1]


def _added(document: Document) -> Iterator[Json]:
    """What the template said, each with the part in which it stands."""
    part = "opening"
    for paragraph, content in paragraphs(document):
        part = (paragraph.part if paragraph else "") or part
        for said in _said(content):
            yield {"role": part, "text": said}


def _said(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Added(inner):
                yield plain(inner)
            case Lead(inner):
                yield from _said(inner)
            case _:
                pass


def _role(piece: Piece) -> Role | None:
    return piece.block.role if isinstance(piece.block, Paragraph) else None
