"""The body of a Word file: block after block, and where each begins: a page, a section, a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.layout import styles
from drafter.layout.rows import APART, place_of_imprint, split_rows
from drafter.layout.shared import Kept
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
)
from drafter.model.stylesheet import Stylesheet
from drafter.model.words import Anchors
from drafter.writers.docx import contents, pictures, styling, tables
from drafter.writers.docx.anchoring import Anchoring
from drafter.writers.docx.official import header, imprint, signatures
from drafter.writers.docx.package import Part
from drafter.writers.docx.pen import PAGE_BREAK, Pen
from drafter.writers.docx.sections import Sections


class BodyWriter:
    """Writes bodies in one stylesheet. `ids` are Word's style ids by style name; `sections` holds
    what the prepared package says of the page.
    """

    def __init__(self, stylesheet: Stylesheet, ids: Mapping[str, str], sections: Sections) -> None:
        self._page = stylesheet.page
        self._keeps_lines = stylesheet.paragraphs["body"].keep_lines
        self._pen = Pen(stylesheet, ids)
        self._sections = sections
        self._room = stylesheet.page.text_width
        self._listed: list[Paragraph] = []
        self._marks: dict[int, int] = {}
        self._pages: Sequence[int] = ()
        self._exact = False
        self._lies = self._has_lain = self._ends_apart = False
        self._kept: Kept[str] = Kept()
        self._is_fresh = True
        """Whether nothing stands on the page yet: the document, or a section, has just begun."""

    @property
    def parts(self) -> list[Part]:
        """The parts that the body that was written last needs beside those of every document."""
        return [*pictures.parts(self._pen.images), *self._sections.footers(self._has_lain, self._ends_apart)]

    def write(
        self,
        document: Document,
        pages: Sequence[int] = (),
        exact: bool = False,
        anchors: Anchors | None = None,
    ) -> str:
        """The children of `w:body`, the section's own properties at the end.

        `pages` are the numbers in a table of contents, a heading each; see `contents.block`.
        """
        self._begin(document, pages, exact, anchors)
        return "".join(self._whole(document))

    def pieces(self, document: Document, kept: Kept[str]) -> list[str]:
        """The same, piece after piece, of one of several documents that have the same blocks in the same places: paragraphs
        that they share are written once, and `kept`.
        """
        self._begin(document, (), exact=False)
        self._kept = kept
        try:
            return self._whole(document)
        finally:
            self._kept = Kept()

    def _whole(self, document: Document) -> list[str]:
        out = self._blocks(document.blocks)
        if self._lies:
            return [*out, self._sections.turned]
        return [*out, self._sections.last(styles.is_letter(document.blocks), self._ends_apart)]

    def blocks(self, document: Document, pages: Sequence[int] = ()) -> str:
        """The blocks alone, for a body that has a section of its own already."""
        self._begin(document, pages, exact=False)
        out = self._blocks(document.blocks)
        self._stand_up(out)
        return "".join(out)

    def _begin(
        self, document: Document, pages: Sequence[int], exact: bool, anchors: Anchors | None = None
    ) -> None:
        """Forgets the last document and takes note of what this one lists in its contents."""
        self._listed = headings(document) if any(isinstance(b, Contents) for b in document.blocks) else []
        self._marks = {id(heading): index for index, heading in enumerate(self._listed)}
        self._pages, self._exact = pages or [1] * len(self._listed), exact
        self._lies = self._has_lain = self._ends_apart = False
        self._room = self._page.text_width
        self._is_fresh = True
        self._pen.anchoring = Anchoring(anchors) if anchors else None
        self._pen.images = []

    def _blocks(self, blocks: tuple[Block, ...], new_page: bool = False) -> list[str]:
        out: list[str] = []
        previous: Role | None = None
        index = 0
        while index < len(blocks):
            block = blocks[index]
            if self._lies:
                self._stand_up(out)
            if not isinstance(block, Paragraph):
                new_page = self._other(block, out, previous, new_page)
                self._is_fresh &= isinstance(block, PageBreak)
                previous = None
                index += 1
                continue
            role = block.role
            if role is Role.BODY and previous is role and not new_page:  # most are
                index = self._bodies(blocks, index, out)
                continue
            if block.aside:
                out.append(self._pen.aside(block.aside))
            if role is not Role.BODY and role in styles.GROUPED:
                index = self._group(blocks, index, role, out)
            else:
                out.append(self._paragraph(block, previous, new_page))
                index += 1
            previous, new_page, self._is_fresh = role, False, False
        return out

    def _other(self, block: Block, out: list[str], previous: Role | None, new_page: bool) -> bool:
        """Adds a block that is no paragraph; whether what follows begins a new page."""
        if isinstance(block, Attachment):
            self._attachment(block, out)
            return not block.landscape
        if isinstance(block, Picture):
            out.append(pictures.paragraph(block, self._pen, self._room, new_page and not self._is_fresh))
            return False
        if new_page and not (self._is_fresh and isinstance(block, Table | Contents)):
            out.append(PAGE_BREAK)
        if isinstance(block, Table):
            if previous in styles.TITLE_GROUP:
                out[-1] = styling.add_line_after(out[-1], self._page)
            # Word joins tables that touch, and wants a paragraph after the last.
            out += [tables.table(block.rows, self._pen, self._room), self._pen.paragraph("table", "", "")]
        elif isinstance(block, Contents):
            out += contents.block(self._listed, self._pages, self._exact, self._pen)
        return isinstance(block, PageBreak | Contents)

    def _attachment(self, block: Attachment, out: list[str]) -> None:
        """Adds an attachment on a page of its own; one that lies on its side is a section."""
        if not block.landscape or not block.blocks:
            out += self._blocks(block.blocks, new_page=True)
            return
        self._sections.close(out, landscape=False)
        self._is_fresh = True
        self._room = self._page.landscape_width
        out += self._blocks(block.blocks)
        self._room = self._page.text_width
        self._lies = self._has_lain = True

    def _stand_up(self, out: list[str]) -> None:
        """Ends a section that lies on its side, once something follows it."""
        if self._lies:
            self._sections.close(out, landscape=True)
            self._lies, self._is_fresh = False, True

    def _group(self, blocks: tuple[Block, ...], start: int, role: Role, out: list[str]) -> int:
        """Adds what is placed together: header block, imprint, signatures with their date. Where
        the next block stands.
        """
        group = styles.group_from(blocks, start)
        if role is Role.HEADER:
            out += header.block(split_rows(group), self._pen)
        elif role is Role.IMPRINT:
            rows = split_rows(group)
            self._ends_apart = place_of_imprint(rows) == APART
            if self._ends_apart:
                self._sections.close(out, landscape=False)
            out += imprint.block(rows, self._pen, ruled=not styles.is_letter(blocks))
        else:
            signatures.keep_with_text(out, blocks[:start])
            out += signatures.block(group, self._pen)
        return start + len(group)

    def _bodies(self, blocks: tuple[Block, ...], start: int, out: list[str]) -> int:
        """Adds the paragraphs of the text that stand below another, from one on. Where the next block stands."""
        pen = self._pen
        for index in range(start, len(blocks)):
            block = blocks[index]
            if not isinstance(block, Paragraph) or block.role is not Role.BODY:
                return index
            if block.aside:
                out.append(pen.aside(block.aside))
            if (known := self._kept.get(block)) is not None:
                out.append(known)
                continue
            own = styling.allow_parting(block.content, "body", pen.stylesheet) if self._keeps_lines else ""
            out.append(self._kept.keep(block, pen.body(own, block.content)))
        return len(blocks)

    def _paragraph(self, block: Paragraph, previous: Role | None, new_page: bool) -> str:
        """One paragraph. Its style comes from its role, its level and what it follows."""
        if (known := self._kept.get(block)) is not None:
            return known
        pen = self._pen
        on_its_side = self._room != self._page.text_width
        begins = new_page or (on_its_side and previous is None)
        name, own = styling.choose_style(block, previous, begins, pen)
        if new_page:
            own = f"<w:pageBreakBefore/>{own}"
        own = styling.allow_parting(block.content, name, pen.stylesheet) + own
        runs = styling.break_in_lines(block, name, self._room, pen)
        if id(block) in self._marks:
            runs = contents.marked(runs, self._marks[id(block)])
        return self._kept.keep(block, pen.paragraph(name, own, runs))
