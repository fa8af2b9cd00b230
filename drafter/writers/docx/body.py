"""The body of a Word file: every block as WordprocessingML, by named styles alone.

Strings are built directly: a speech has hundreds of runs of three fixed shapes, and an
element tree for them costs thirty times as much as the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.model.document import (
    Added,
    Attachment,
    Block,
    Count,
    Document,
    Fact,
    Gap,
    Inlines,
    Lead,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
    plain,
)
from drafter.model.stylesheet import Stylesheet, style_name
from drafter.writers.docx import oxml, signatures, titles
from drafter.writers.docx.escaping import escape, quoted

_BREAK = f"<w:r><w:rPr>{oxml.HINT}</w:rPr><w:br/></w:r>"
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_LONGEST_NODE = 1_000_000
_ATTACHMENT = re.compile(r"附件\d{0,2}[：:]?")
_TITLE_GROUP = frozenset({Role.TITLE, Role.SUBTITLE, Role.STAGE, Role.DATE, Role.SPEAKER})
_SPACED = frozenset({Role.SALUTATION, Role.ADDRESSEE})
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


class BodyWriter:
    """Writes bodies in one stylesheet. `ids` are Word's style ids by style name."""

    def __init__(self, stylesheet: Stylesheet, ids: Mapping[str, str]) -> None:
        self._stylesheet = stylesheet
        self._ids = ids
        self._open = {
            name: f'<w:p><w:pPr><w:pStyle w:val="{ids[style.word_name]}"/>'
            for name, style in stylesheet.paragraphs.items()
        }
        self._runs = {
            name: self._run_shape(ids[style.word_name], style.highlight)
            for name, style in stylesheet.characters.items()
        }
        self._runs[""] = (f"<w:r><w:rPr>{oxml.HINT}</w:rPr>", "</w:r>")
        title = stylesheet.paragraphs["title"]
        # Half a character to spare: figures are wider than half in some fonts.
        self._title_chars = stylesheet.page.text_width / (title.size * 10) - 0.5

    @staticmethod
    def _run_shape(style_id: str, highlight: str) -> tuple[str, str]:
        """What stands before and after the text of a run in a character style."""
        light = f"<w:highlight w:val={quoted(highlight)}/>" if highlight else ""
        return f'<w:r><w:rPr><w:rStyle w:val="{style_id}"/>{oxml.HINT}{light}</w:rPr>', "</w:r>"

    def write(self, document: Document) -> str:
        """The children of `w:body`, but for the section's own properties."""
        return "".join(self._blocks(document.blocks))

    def _blocks(self, blocks: tuple[Block, ...], new_page: bool = False) -> list[str]:
        out: list[str] = []
        previous: Role | None = None
        for index, block in enumerate(blocks):
            if new_page and not isinstance(block, Paragraph):
                out.append(_PAGE_BREAK)
            match block:
                case Paragraph(role):
                    out.append(self._paragraph(block, previous, blocks, index, new_page))
                    previous, new_page = role, False
                    continue
                case Table(rows):
                    # Word joins tables that touch, and wants a paragraph after the last.
                    out += [self._table(rows), f"{self._open['table']}</w:pPr></w:p>"]
                case Attachment(inner):
                    out.extend(self._blocks(inner, new_page=True))
                case PageBreak():
                    pass
            new_page = isinstance(block, PageBreak)
            previous = None
        return out

    def _paragraph(
        self,
        block: Paragraph,
        previous: Role | None,
        blocks: tuple[Block, ...],
        index: int,
        new_page: bool = False,
    ) -> str:
        """One paragraph. Its style comes from its role, its level and what it follows."""
        if block.role is Role.BODY and previous is Role.BODY and not new_page:  # most are
            return f"{self._open['body']}</w:pPr>{self._inlines(block.content, '')}</w:p>"
        role = block.role
        name = style_name(role, block.level)
        own = ""
        if previous in _TITLE_GROUP and role not in _TITLE_GROUP and role not in _SPACED:
            if role is Role.BODY:
                name = "first"
            else:
                own = f'<w:spacing w:before="{self._stylesheet.page.line}"/>'
        elif role in _SPACED and previous is role:
            own = '<w:spacing w:before="0"/>'
        elif role in (Role.SIGNATURE, Role.SIGNING_DATE):
            own = self._signature_indent(block, blocks, index)
        if new_page:
            own = f"<w:pageBreakBefore/>{own}"
            if _ATTACHMENT.fullmatch(plain(block.content)):
                name = "attachment"
        runs = self._title(block.content) if role is Role.TITLE else self._inlines(block.content, "")
        return f"{self._open[name]}{own}</w:pPr>{runs}</w:p>"

    def _signature_indent(self, block: Paragraph, blocks: tuple[Block, ...], index: int) -> str:
        """The indent of a signature or its date, which depends on the width of both."""
        other = Role.SIGNING_DATE if block.role is Role.SIGNATURE else Role.SIGNATURE
        step = 1 if block.role is Role.SIGNATURE else -1
        neighbour = blocks[index + step] if 0 <= index + step < len(blocks) else None
        if not isinstance(neighbour, Paragraph) or neighbour.role is not other:
            return ""
        pair = (plain(block.content), plain(neighbour.content))
        signature, date = pair if block.role is Role.SIGNATURE else pair[::-1]
        of_signature, of_date = signatures.right_indents(titles.width(signature), titles.width(date))
        chars = of_signature if block.role is Role.SIGNATURE else of_date
        return oxml.indent(self._stylesheet.char_width(self._stylesheet.paragraphs["body"].size), right=chars)

    def _title(self, content: Inlines) -> str:
        """A title, broken in sensible lines where it is longer than one."""
        if len(content) != 1 or not isinstance(content[0], Text):
            return self._inlines(content, "")
        rows = titles.lines(content[0].text, self._title_chars)
        return _BREAK.join(self._run(row, "") for row in rows)

    def _inlines(self, content: Inlines, style: str) -> str:
        parts: list[str] = []
        for inline in content:
            match inline:
                case Text(text):
                    parts.append(self._run(text, style))
                case Gap(_, text):
                    parts.append(self._run(text, "gap"))
                case Lead(inner, level):
                    parts.append(self._inlines(inner, f"lead{level}"))
                case Added(inner):
                    parts.append(self._inlines(inner, "added"))
                case Fact() | Count():
                    parts.append(self._run(plain((inline,)), style))
        return "".join(parts)

    def _run(self, text: str, style: str) -> str:
        before, after = self._runs[style]
        return f"{before}{_text(text)}{after}"

    def _table(self, rows: tuple[tuple[Inlines, ...], ...]) -> str:
        """A table with lines; its widths are written, since WPS collapses one without."""
        columns = max((len(row) for row in rows), default=0)
        if not columns:
            return ""
        width = self._stylesheet.page.text_width // columns
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        body = "".join(self._row(row, columns, width, index == 0) for index, row in enumerate(rows))
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblBorders>{_BORDERS}'
            f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
        )

    def _row(self, row: tuple[Inlines, ...], columns: int, width: int, head: bool) -> str:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._open['table']}</w:pPr>{self._inlines(cell, '')}</w:p></w:tc>"
            for cell in (*row, *((),) * (columns - len(row)))
        )
        repeat = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
        return f"<w:tr>{repeat}{cells}</w:tr>"


def _text(text: str) -> str:
    """`w:t` of the text; tabs and line ends are elements of their own.

    A text is written in pieces, since readers on libxml2 refuse a node of ten million bytes.
    """
    if len(text) > _LONGEST_NODE:
        return "".join(_text(text[i : i + _LONGEST_NODE]) for i in range(0, len(text), _LONGEST_NODE))
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return _PIECES.sub(_piece, text)


_PIECES = re.compile(r"[^\t\n]+|[\t\n]")


def _piece(match: re.Match[str]) -> str:
    if match[0] == "\t":
        return "<w:tab/>"
    if match[0] == "\n":
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{escape(match[0])}</w:t>'
