"""How high the blocks of a document are, line by line: what the writer of Word files makes of them, measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.layout import pictures, signatures, styles
from drafter.layout.columns import CELL_MARGIN, RULE, column_widths, least_height
from drafter.layout.rows import APART, place_of_imprint, split_rows
from drafter.layout.shared import Kept
from drafter.layout.titles import width
from drafter.measuring import official
from drafter.measuring.bands import Band, Indents, printed
from drafter.measuring.lines import line_ends
from drafter.measuring.widths import CHINESE_FONTS, Face, Widths, chinese_face
from drafter.model.document import (
    Attachment,
    Block,
    Contents,
    Document,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Table,
    headings,
    plain,
)
from drafter.model.stylesheet import ParagraphStyle, Stylesheet, style_name
from drafter.records import Record

_BELOW_BASE = 2.0
"""Twips that stand below a picture, which stands on the base line, a half point of its style's size."""


def bands(document: Document, sheet: Stylesheet, latin: Widths, kept: Kept[Band] | None = None) -> list[Band]:
    """The bands of a document in a look, from above to below; those of paragraphs that it shares with others that have the
    same blocks in the same places are `kept`.
    """
    measurer = _Measurer(sheet, latin, headings(document), Kept() if kept is None else kept)
    measurer.add(document.blocks)
    return measurer.bands


class _Column(Record):
    """What lines stand in: the twips of the first of a paragraph and those of the others, and their characters."""

    first: float
    rest: float
    face: Face

    def ends(self, text: str) -> Sequence[int]:
        """Where the lines of a text end."""
        return line_ends(text, self.first, self.rest, self.face)

    def ends_of(self, rows: Sequence[str]) -> Sequence[int]:
        """Where the lines end of a text that is broken already."""
        ends: list[int] = []
        at = 0
        for row in rows:
            ends += [at + end for end in self.ends(row)]
            at += len(row)
        return ends


class _Measurer:
    """Measures blocks in one stylesheet, as `drafter.writers.docx` writes them; `listed` are the headings
    of its table of contents.
    """

    def __init__(
        self, sheet: Stylesheet, latin: Widths, listed: Sequence[Paragraph], kept: Kept[Band]
    ) -> None:
        self.bands: list[Band] = []
        self._kept = kept
        self._sheet = sheet
        self._latin = latin
        self._body = sheet.paragraphs["body"]
        self._listed = listed
        self._lies = False
        self._faces: dict[tuple[int, bool], Face] = {}
        self._columns: dict[tuple[str, bool], _Column] = {}

    def add(self, blocks: Sequence[Block], new_page: bool = False) -> None:
        """Adds these blocks; the first begins a page where that is asked for."""
        previous: Role | None = None
        index = 0
        while index < len(blocks):
            block = blocks[index]
            if not isinstance(block, Paragraph):
                new_page = self._other(block, previous, new_page)
                previous = None
                index += 1
                continue
            role = block.role
            if (known := self._kept.get(block)) is not None:
                self._add(known)
                index += 1
            elif role is Role.BODY and previous is role and not new_page:  # most are
                self._add_body(block)
                index += 1
            elif role in styles.GROUPED:
                group = styles.group_from(blocks, index)
                self._add_group(group, blocks, index)
                index += len(group)
            else:
                self._add_paragraph(block, previous, new_page)
                index += 1
            previous, new_page = role, False

    def _other(self, block: Block, previous: Role | None, new_page: bool) -> bool:
        """Adds a block that is no paragraph; whether what follows begins a page."""
        if isinstance(block, Attachment):
            upright = self._lies
            self._lies = block.landscape and bool(block.blocks)
            self.add(block.blocks, new_page=True)
            self._lies = upright
            return not block.landscape
        if isinstance(block, Table):
            if previous in styles.TITLE_GROUP and self.bands:
                self.bands[-1] = replace(self.bands[-1], after=self._sheet.page.line)
            self._add(self._table(block, new_page))
            after = self._sheet.paragraphs["table"]
            self._add(Band(block, (after.line or self._sheet.page.line,), ()))
        elif isinstance(block, Picture):
            self._add(self._picture(block, new_page))
        elif isinstance(block, Contents):
            self._add(self._contents(block, new_page))
        elif new_page:
            self._add(Band(block, (0,), (), new_page=True))
        return isinstance(block, PageBreak | Contents)

    def _add(self, band: Band) -> None:
        self.bands.append(replace(band, lying=True) if self._lies else band)

    @property
    def _room(self) -> int:
        page = self._sheet.page
        return page.landscape_width if self._lies else page.text_width

    def _face(self, look: ParagraphStyle) -> Face:
        """The characters of a style; those of body size fill the grid."""
        spaced = look.size == self._body.size
        key = (look.size, spaced)
        if key not in self._faces:
            spacing = self._sheet.page.char_spacing if spaced else 0
            size = look.size * 10
            ours = self._latin is CHINESE_FONTS
            self._faces[key] = chinese_face(size, spacing) if ours else Face(size, spacing, self._latin)
        return self._faces[key]

    def _column(self, look: ParagraphStyle, room: float, indents: Indents) -> _Column:
        """What lines of a style stand in, `room` twips wide."""
        char = self._sheet.char_width(look.size)
        rest = room - round(indents.left * char) - round(indents.right * char)
        first = rest - round(indents.first_line * char) + round(indents.hanging * char)
        return _Column(first, rest, self._face(look))

    def _own_column(self, name: str, look: ParagraphStyle) -> _Column:
        """What the paragraphs of this style stand in."""
        key = (name, self._lies)
        if key not in self._columns:
            indents = Indents(look.first_line, look.left, look.hanging, look.right)
            self._columns[key] = self._column(look, self._room, indents)
        return self._columns[key]

    def _ends(self, text: str, look: ParagraphStyle, room: float, indents: Indents) -> Sequence[int]:
        """Where the lines of a text end in a style, `room` twips wide."""
        return self._column(look, room, indents).ends(text)

    def _add_paragraph(self, block: Paragraph, previous: Role | None, new_page: bool) -> None:
        """Adds a paragraph. Its style comes from its role, its level and what it follows."""
        begins = new_page or (self._lies and previous is None)
        name, before = styles.choose_style(block, previous, begins)
        look = self._sheet.paragraphs[name]
        text = printed(block.content)
        indents = None
        if block.role is Role.ATTACHMENT_NOTE:
            left, hanging = signatures.note_indent(text)
            indents = Indents(look.first_line, left, hanging, look.right)
            column = self._column(look, self._room, indents)
        else:
            column = self._own_column(name, look)
        if block.role in styles.BROKEN_IN_LINES:
            ends = column.ends_of(styles.set_lines(block, text, look.size, self._room))
        else:
            ends = column.ends(text)
        whole = look.keep_next or (look.keep_lines and not styles.may_part(block.content, name, self._sheet))
        band = self._band(block, ends, look, before, whole, look.keep_next, new_page)
        self._add(self._kept.keep(block, replace(band, indents=indents) if indents else band))

    def _add_body(self, block: Paragraph) -> None:
        """Adds a paragraph of the text below another: as `_add_paragraph` would, which has more to ask."""
        look = self._body
        ends = self._own_column("body", look).ends(printed(block.content))
        whole = look.keep_next or (
            look.keep_lines and not styles.may_part(block.content, "body", self._sheet)
        )
        self._add(self._kept.keep(block, self._band(block, ends, look, None, whole, look.keep_next)))

    def _band(
        self, block: Paragraph, ends: Sequence[int], look: ParagraphStyle, before: float | None,
        whole: bool = False, with_next: bool = False, new_page: bool = False,
    ) -> Band:  # fmt: skip
        """A paragraph of these lines; `before` are the lines of space above it, where not the style's."""
        line = self._sheet.page.line
        above = look.before if before is None else before
        heights = [look.line or line] * len(ends)
        return Band(
            block, heights, ends, above * line, look.after * line, whole, with_next, new_page, look=look
        )

    def _add_group(self, group: Sequence[Paragraph], blocks: Sequence[Block], start: int) -> None:
        """Adds what is placed together: header block, imprint, signatures with their date."""
        role = group[0].role
        if role in styles.SIGNATURES:
            self._keep_with_text(blocks[:start])
            self._add_signatures(group)
            return
        name = style_name(role, 0)
        look = self._sheet.paragraphs[name]
        texts = [printed(paragraph.content) for paragraph in group]
        ends = [self._ends(text, look, self._room, Indents()) for text in texts]
        rows = split_rows(group)
        if role is Role.HEADER:
            height = official.header_height(rows, self._sheet, self._latin)
        else:
            height = official.imprint_height(rows, self._sheet, self._latin, styles.is_letter(blocks))
        if role is Role.IMPRINT and place_of_imprint(rows) == APART:
            self._add(Band(group[0], (0,), (), new_page=True))
        heights = [round(height), *[0] * sum(map(len, ends))]  # the first line stands for all
        for paragraph, lines in zip(group, ends, strict=True):
            self._add(Band(paragraph, heights[: len(lines)], lines, whole=True, look=look))
            heights = heights[len(lines) :]

    def _keep_with_text(self, before: Sequence[Block]) -> None:
        """Keeps the last words of the text, and an attachment note, on the page of the signature."""
        kept = signatures.kept_before(before)
        for index in range(max(0, len(self.bands) - kept), len(self.bands)):
            self.bands[index] = replace(self.bands[index], with_next=True)

    def _add_signatures(self, group: Sequence[Paragraph]) -> None:
        """Adds signatures and their date, each with the space above it (GB/T 9704—2012 7.3.5)."""
        names = [p for p in group if p.role is not Role.SIGNING_DATE]
        dates = [p for p in group if p.role is Role.SIGNING_DATE]
        role = names[0].role if names else Role.SIGNATURE
        look = self._sheet.paragraphs["signature"]
        widths = [width(printed(paragraph.content)) for paragraph in names]
        of_names, of_date = signatures.places(
            role, widths, width(printed(dates[0].content)) if dates else 0.0
        )
        for index, paragraph in enumerate(names):
            ends = self._ends(printed(paragraph.content), look, self._room, Indents())
            above = signatures.room_above(role, index)
            band = self._band(paragraph, ends, look, above, with_next=bool(dates))
            self._add(replace(band, indents=Indents(right=of_names[index])))
        look = self._sheet.paragraphs["signing_date"]
        for paragraph in dates:
            ends = self._ends(printed(paragraph.content), look, self._room, Indents())
            band = self._band(paragraph, ends, look, signatures.room_above_date(role, bool(names)))
            self._add(replace(band, indents=Indents(right=of_date)))

    def _picture(self, block: Picture, new_page: bool) -> Band:
        """A picture on its line, with what its style has above and below it."""
        page, look = self._sheet.page, self._sheet.paragraphs["picture"]
        _, height = pictures.size(block, page, self._room)
        heights = [round(height + look.size * _BELOW_BASE)]
        around = look.before * page.line, look.after * page.line
        return Band(block, heights, (1,), *around, with_next=look.keep_next, new_page=new_page)

    def _table(self, block: Table, new_page: bool) -> Band:
        """A table row by row; its head comes again on each page."""
        heights: list[int] = []
        widths = column_widths(block.rows, self._room)[0]
        for row in block.rows if widths else ():
            look = self._sheet.paragraphs["table" if heights else "table_head"]
            lines = max(
                len(self._ends(printed(cell), look, width - 2 * CELL_MARGIN, Indents()))
                for cell, width in zip((*row, *((),) * (len(widths) - len(row))), widths, strict=True)
            )
            pitch = look.line or self._sheet.page.line
            heights.append(max(lines * pitch, least_height(row)) + RULE)
        again = heights[0] if len(heights) > 1 else 0
        pitch = self._sheet.paragraphs["table"].line or self._sheet.page.line
        return Band(
            block, heights, range(1, len(heights) + 1), new_page=new_page, repeated=again, pitch=pitch
        )

    def _contents(self, block: Contents, new_page: bool) -> Band:
        """A table of contents: its title, then a row a heading."""
        line = self._sheet.page.line
        title = self._sheet.paragraphs["contents_title"]
        heights = [round((title.line or line) + (title.before + title.after) * line)]
        for heading in self._listed:
            look = self._sheet.paragraphs[f"contents{heading.level}"]
            ends = self._ends(plain(heading.content), look, self._room, Indents(left=look.left))
            heights.append(len(ends) * (look.line or line))
        return Band(block, heights, range(1, len(heights) + 1), new_page=new_page)
