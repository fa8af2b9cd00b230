"""The body of a Word file: every block as WordprocessingML, by named styles alone.

Strings are built directly: a speech has hundreds of runs of three fixed shapes, and an
element tree for them costs thirty times as much as the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from drafter.model.document import (
    Added,
    Aid,
    Attachment,
    Block,
    Contents,
    Count,
    Document,
    Fact,
    Gap,
    Inlines,
    Lead,
    PageBreak,
    Paragraph,
    Role,
    Ruby,
    Table,
    Text,
    headings,
    plain,
)
from drafter.model.stylesheet import LONGEST_KEPT, Stylesheet, style_name
from drafter.writers.docx import contents, oxml, tables, titles
from drafter.writers.docx.escaping import escape, quoted
from drafter.writers.docx.official import header, imprint, signatures
from drafter.writers.docx.sections import Sections

_BREAK = f"<w:r><w:rPr>{oxml.HINT}</w:rPr><w:br/></w:r>"
_PAGE_BREAK = '<w:p><w:pPr></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
_LONGEST_NODE = 1_000_000
_ASIDE = 250  # twips between a note in the margin and what is beside it
_ATTACHMENT = re.compile(r"附件\d{0,2}[：:]?")
_TITLE_GROUP = frozenset({Role.TITLE, Role.SUBTITLE, Role.STAGE, Role.DATE, Role.SPEAKER})
_BROKEN_IN_LINES = frozenset({Role.TITLE, Role.SUBTITLE, Role.DATE})
_SPACED = frozenset({Role.SALUTATION, Role.ADDRESSEE})
_SIGNATURES = (Role.SIGNATURE, Role.SEALED_SIGNATURE, Role.SIGNER, Role.SIGNING_DATE)
_GROUPED = dict.fromkeys(_SIGNATURES, _SIGNATURES) | {
    Role.HEADER: (Role.HEADER,),
    Role.IMPRINT: (Role.IMPRINT,),
}
"""Roles whose paragraphs are placed together, with the roles that stand in one group."""

_ABOVE_TITLE = {Role.HEADER: 2, Role.BODY: 1}
"""Lines above a title, by what stands before it: the red rule (7.3.1), 附件1 (7.3.7)."""


class BodyWriter:
    """Writes bodies in one stylesheet. `ids` are Word's style ids by style name; `sections` holds
    what the prepared package says of the page.
    """

    def __init__(self, stylesheet: Stylesheet, ids: Mapping[str, str], sections: Sections) -> None:
        self._stylesheet = stylesheet
        self._ids = ids
        self._open = {
            name: f"<w:p><w:pPr><w:pStyle w:val={quoted(ids[style.word_name])}/>"
            for name, style in stylesheet.paragraphs.items()
        }
        self._runs = {
            name: self._run_shape(ids[style.word_name], style.highlight)
            for name, style in stylesheet.characters.items()
        }
        self._runs[""] = (f"<w:r><w:rPr>{oxml.HINT}</w:rPr>", "</w:r>")
        self._pen = header.Pen(stylesheet, self._open, self._inlines)
        self._sections = sections
        self._room = stylesheet.page.text_width
        self._listed: list[Paragraph] = []
        self._marks: dict[int, int] = {}
        self._pages: Sequence[int] = ()
        self._exact = False
        self._lies = False

    @staticmethod
    def _run_shape(style_id: str, highlight: str) -> tuple[str, str]:
        """What stands before and after the text of a run in a character style."""
        light = f"<w:highlight w:val={quoted(highlight)}/>" if highlight else ""
        return f"<w:r><w:rPr><w:rStyle w:val={quoted(style_id)}/>{oxml.HINT}{light}</w:rPr>", "</w:r>"

    def write(self, document: Document, pages: Sequence[int] = (), exact: bool = False) -> str:
        """The children of `w:body`, the section's own properties at the end.

        `pages` are the numbers in a table of contents, a heading each; see `contents.block`.
        """
        self._begin(document, pages, exact)
        out = self._blocks(document.blocks)
        if self._lies:
            return "".join(out) + self._sections.turned
        form = self._form(document.blocks)
        return "".join(out) + self._sections.last(letter=form == header.LETTER)

    def blocks(self, document: Document, pages: Sequence[int] = ()) -> str:
        """The blocks alone, for a body that has a section of its own already."""
        self._begin(document, pages, exact=False)
        out = self._blocks(document.blocks)
        self._stand_up(out)
        return "".join(out)

    def _begin(self, document: Document, pages: Sequence[int], exact: bool) -> None:
        """Forgets the last document and takes note of what this one lists in its contents."""
        self._listed = headings(document) if any(isinstance(b, Contents) for b in document.blocks) else []
        self._marks = {id(heading): index for index, heading in enumerate(self._listed)}
        self._pages, self._exact = pages or [1] * len(self._listed), exact
        self._lies = False
        self._room = self._stylesheet.page.text_width

    def _blocks(self, blocks: tuple[Block, ...], new_page: bool = False) -> list[str]:
        out: list[str] = []
        previous: Role | None = None
        index = 0
        while index < len(blocks):
            block = blocks[index]
            index += 1
            self._stand_up(out)
            if not isinstance(block, Paragraph):
                new_page = self._other(block, out, previous, new_page)
                previous = None
                continue
            role = block.role
            if block.aside:
                out.append(self._aside(block.aside))
            if role in _GROUPED:
                group = _run_of(blocks, index - 1, *_GROUPED[role])
                if _GROUPED[role] is _SIGNATURES:
                    _keep_with_next(out, blocks[: index - 1])
                out += self._group(role, group, blocks)
                index += len(group) - 1
            else:
                out.append(self._paragraph(block, previous, new_page))
            previous, new_page = role, False
        return out

    def _other(self, block: Block, out: list[str], previous: Role | None, new_page: bool) -> bool:
        """Adds a block that is no paragraph; whether what follows begins a new page."""
        if isinstance(block, Attachment):
            self._attachment(block, out)
            return not block.landscape
        if new_page:
            out.append(_PAGE_BREAK)
        if isinstance(block, Table):
            if previous in _TITLE_GROUP:
                out[-1] = self._spaced_after(out[-1])
            # Word joins tables that touch, and wants a paragraph after the last.
            table = tables.table(block.rows, self._pen, self._room)
            out += [table, f"{self._open['table']}</w:pPr></w:p>"]
        elif isinstance(block, Contents):
            out += contents.block(self._listed, self._pages, self._exact, self._pen)
        return isinstance(block, PageBreak | Contents)

    def _attachment(self, block: Attachment, out: list[str]) -> None:
        """Adds an attachment on a page of its own; one that lies on its side is a section."""
        if not block.landscape or not block.blocks:
            out += self._blocks(block.blocks, new_page=True)
            return
        self._sections.close(out, landscape=False)
        self._room = self._stylesheet.page.landscape_width
        out += self._blocks(block.blocks)
        self._room = self._stylesheet.page.text_width
        self._lies = True

    def _stand_up(self, out: list[str]) -> None:
        """Ends a section that lies on its side, once something follows it."""
        if self._lies:
            self._sections.close(out, landscape=True)
            self._lies = False

    def _group(self, role: Role, group: list[Paragraph], blocks: tuple[Block, ...]) -> list[str]:
        """Paragraphs that are placed together: header block, imprint, signatures with their date."""
        if role is Role.HEADER:
            return header.block(self._rows(group), self._pen)
        if role is Role.IMPRINT:
            form = self._form(blocks)
            return imprint.block(self._rows(group), self._pen, ruled=form != header.LETTER)
        return signatures.block(group, self._pen)

    def _form(self, blocks: tuple[Block, ...]) -> str:
        """The form of the document: 信函, 命令, 纪要, or the usual one."""
        heads = [block for block in blocks if isinstance(block, Paragraph) and block.role is Role.HEADER]
        return header.form_of(self._rows(heads))

    @staticmethod
    def _rows(group: list[Paragraph]) -> list[header.Row]:
        """The lines 名称：值 of a header block or an imprint, taken apart."""
        return [_row(paragraph.content) for paragraph in group]

    def _spaced_after(self, paragraph: str) -> str:
        """A line of the title group with a line of space before the table that follows."""
        after = f'w:after="{self._stylesheet.page.line}"'
        if "<w:spacing " in paragraph:
            return paragraph.replace("<w:spacing ", f"<w:spacing {after} ", 1)
        return paragraph.replace("</w:pPr>", f"<w:spacing {after}/></w:pPr>", 1)

    def _before(self, lines: float) -> str:
        """Space before a paragraph in lines of the grid, where its style is not to decide."""
        return self._pen.before(lines)

    def _paragraph(self, block: Paragraph, previous: Role | None, new_page: bool = False) -> str:
        """One paragraph. Its style comes from its role, its level and what it follows."""
        if block.role is Role.BODY and previous is Role.BODY and not new_page:  # most are
            own = self._kept_whole(block.content, "body")
            return f"{self._open['body']}{own}</w:pPr>{self._inlines(block.content, '')}</w:p>"
        role = block.role
        name = style_name(role, block.level)
        own = ""
        if role is Role.ATTACHMENT_NOTE:
            own = signatures.note_indent(plain(block.content), previous is not role, self._pen)
        elif role is Role.TITLE and previous in _ABOVE_TITLE:
            own = self._before(_ABOVE_TITLE[previous])
        elif previous in _TITLE_GROUP and role not in _TITLE_GROUP and role not in _SPACED:
            if role is Role.BODY:
                name = "first"
            else:
                own = self._before(1)
        elif role in _SPACED and previous is role:
            own = self._before(0)
        if new_page or (previous is None and self._room != self._stylesheet.page.text_width):
            own = f"<w:pageBreakBefore/>{own}" if new_page else own
            if _ATTACHMENT.fullmatch(plain(block.content)):
                name = "attachment"
        broken = role in _BROKEN_IN_LINES and len(block.content) == 1
        runs = self._broken(block.content, name) if broken else self._inlines(block.content, "")
        if id(block) in self._marks:
            runs = contents.marked(runs, self._marks[id(block)])
        return f"{self._open[name]}{own}</w:pPr>{runs}</w:p>"

    def _kept_whole(self, content: Inlines, style: str) -> str:
        """Lets a long paragraph part where its style keeps paragraphs whole: it would leave half
        a page white.
        """
        look = self._stylesheet.paragraphs[style]
        if not look.keep_lines:
            return ""
        room = self._stylesheet.page.text_width / self._stylesheet.char_width(look.size)
        return '<w:keepLines w:val="0"/>' if titles.width(plain(content)) > LONGEST_KEPT * room else ""

    def _broken(self, content: Inlines, style: str) -> str:
        """A title or a line under it, broken where the sense has joints if it is too long."""
        first = content[0]
        if not isinstance(first, Text):
            return self._inlines(content, "")
        # Half a character to spare: figures are wider than half in some fonts.
        longest = self._room / (self._stylesheet.paragraphs[style].size * 10) - 0.5
        return _BREAK.join(self._run(row, "") for row in titles.lines(first.text, longest))

    def _inlines(self, content: Inlines, style: str) -> str:
        parts: list[str] = []
        for inline in content:
            match inline:
                case Text(text):
                    parts.append(self._run(text, style))
                case Gap(_, text):
                    parts.append(self._run(text, "gap"))
                case Ruby(text, reading):
                    parts.append(self._ruby(text, reading, style))
                case Aid(mark):
                    parts.append(self._run(mark, "pause"))
                case Lead(inner, level):
                    parts.append(self._inlines(inner, f"lead{level}"))
                case Added(inner):
                    parts.append(self._inlines(inner, "added"))
                case Fact() | Count():
                    parts.append(self._run(plain((inline,)), style))
        return "".join(parts)

    def _ruby(self, text: str, reading: str, style: str) -> str:
        """Characters with their reading above, at half their size (ECMA-376 17.3.3.25)."""
        size = self._stylesheet.paragraphs["body"].size
        small = (
            f'<w:r><w:rPr>{oxml.HINT}<w:sz w:val="{size // 2}"/></w:rPr><w:t>{escape(reading)}</w:t></w:r>'
        )
        return (
            f'<w:r><w:rPr>{oxml.HINT}</w:rPr><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/>'
            f'<w:hps w:val="{size // 2}"/><w:hpsRaise w:val="{size - 2}"/><w:hpsBaseText w:val="{size}"/>'
            f'<w:lid w:val="zh-CN"/></w:rubyPr><w:rt>{small}</w:rt><w:rubyBase>{self._run(text, style)}'
            "</w:rubyBase></w:ruby></w:r>"
        )

    def _aside(self, text: str) -> str:
        """A note in the left margin, beside the paragraph that follows."""
        page = self._stylesheet.page
        own = (
            f'<w:framePr w:w="{page.left - 2 * _ASIDE}" w:hSpace="0" w:wrap="around" w:vAnchor="text"'
            f' w:hAnchor="page" w:x="{_ASIDE}" w:y="1"/>'
        )
        return self._pen.paragraph(
            "margin", own, _BREAK.join(self._run(line, "") for line in text.split("\n"))
        )

    def _run(self, text: str, style: str) -> str:
        before, after = self._runs[style]
        return f"{before}{_text(text)}{after}"


def _run_of(blocks: tuple[Block, ...], start: int, *roles: Role) -> list[Paragraph]:
    """The paragraphs from `start` on that are in one of these roles, as far as they stand together."""
    found = []
    for block in blocks[start:]:
        if not isinstance(block, Paragraph) or block.role not in roles:
            break
        found.append(block)
    return found


def _keep_with_next(out: list[str], before: tuple[Block, ...]) -> None:
    """Keeps the last words of the text, and an attachment note, on the page of the signature: a
    page that holds nothing but a signature is a fault (此页无正文).
    """
    kept = 1
    for block in reversed(before):
        if not (isinstance(block, Paragraph) and block.role is Role.ATTACHMENT_NOTE):
            break
        kept += 1
    for index in range(max(0, len(out) - kept), len(out)):
        out[index] = signatures.with_next(out[index])


def _row(content: Inlines) -> header.Row:
    """A line 名称：值 as its name and the inlines of its value."""
    first = content[0].text if content and isinstance(content[0], Text) else ""
    name, colon, rest = first.partition("：")
    if not colon:
        return "", content
    return name.strip(), (*((Text(rest.strip()),) if rest.strip() else ()), *content[1:])


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
