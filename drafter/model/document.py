"""What a page holds: blocks with roles, inlines within them. Never a look.

Readers make this tree and writers take it; nobody else knows a file format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from enum import Enum

from drafter.model.words import Origin
from drafter.records import Record


class Role(Enum):
    """What a paragraph is; the value is the name of its container in Markdown."""

    TITLE = "标题"
    HEADING = "小标题"
    BODY = "正文"
    SUBTITLE = "副标题"
    STAGE = "稿次"
    DATE = "日期"
    SPEAKER = "讲话人"
    SALUTATION = "称谓"
    ADDRESSEE = "主送"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "落款"
    SEALED_SIGNATURE = "盖章落款"
    SIGNER = "签名章"
    SIGNING_DATE = "成文日期"
    NOTE = "附注"
    CAPTION = "图名"
    HEADER = "版头"
    IMPRINT = "版记"

    __hash__ = object.__hash__  # there is one of each; Enum's own hash is a call in Python


class Text(Record):
    """Characters as they will print; `origin` is where they were typed, None of what we supply."""

    text: str
    origin: Origin | None = field(default=None, compare=False)


class Fact(Record):
    """A reference to a fact, not yet bound: its name and what of it is asked for."""

    name: str
    attribute: str = ""
    origin: Origin | None = field(default=None, compare=False)


class Count(Record):
    """The number of points of a section, printed in Han numerals."""

    number: int
    origin: Origin | None = field(default=None, compare=False)


class Gap(Record):
    """Something still to be filled in: its name and what prints in its place."""

    name: str
    text: str
    origin: Origin | None = field(default=None, compare=False)


class Value(Record):
    """What a reference printed: of a fact, the fact's own words; of a count, the number."""

    content: tuple[Inline, ...]


class Lead(Record):
    """The sentence that opens a paragraph in the font of its level (0: no level's mark)."""

    content: tuple[Inline, ...]
    level: int = 0


class Added(Record):
    """What the template said in its own words."""

    content: tuple[Inline, ...]


class Ruby(Record):
    """Characters with their reading above them."""

    text: str
    reading: str


class Aid(Record):
    """A mark for the eye of who reads aloud; it is no part of the text."""

    mark: str


class Pictured(Record):
    """A picture that is asked for: the path as it is written, the name that stands below it, how wide it is to be."""

    file: str
    caption: str = ""
    width: str = ""
    origin: Origin | None = field(default=None, compare=False)


Inline = Text | Fact | Count | Gap | Value | Lead | Added | Ruby | Aid | Pictured
Inlines = tuple[Inline, ...]


class Paragraph(Record):
    """One paragraph in a role. `level` (1 to 4) belongs to headings; `line` to its source.

    `part` is the role of the part of an outline that begins here, or ""; `aside` stands
    beside it in the margin and is no part of the text.
    """

    role: Role
    content: Inlines
    level: int = 0
    line: int | None = field(default=None, compare=False)
    part: str = field(default="", compare=False)
    aside: str = field(default="", compare=False)


class Table(Record):
    """Rows of cells; the first row is the head."""

    rows: tuple[tuple[Inlines, ...], ...]


class Image(Record):
    """A raster image as it is embedded: bytes, suffix, size in twips, and the degrees clockwise by which it is turned then."""

    data: bytes
    suffix: str
    width: int
    height: int
    turned: int = 0


class Picture(Record):
    """A picture in the middle of its own line. `width` is what was asked for in twips, below 0 in thousandths of the
    type area, 0 for its own.
    """

    file: str
    image: Image = field(compare=False)
    width: int = 0


class PageBreak(Record):
    """What follows begins a new page."""


class Contents(Record):
    """A table of contents, on the pages before the text."""


class Attachment(Record):
    """An attachment: it begins a page of its own, which may lie on its side."""

    blocks: tuple[Block, ...]
    landscape: bool = False


Block = Paragraph | Table | Picture | PageBreak | Contents | Attachment


class Document(Record):
    """The blocks of a page, in order."""

    blocks: tuple[Block, ...]


def plain(content: Inlines) -> str:
    """The characters that the inlines print. An unbound fact shows as it is referred to."""
    parts: list[str] = []
    for inline in content:
        match inline:
            case Text(text) | Gap(_, text) | Ruby(text):
                parts.append(text)
            case Lead(inner) | Added(inner) | Value(inner):
                parts.append(plain(inner))
            case Fact(name, attribute):
                parts.append(f"{{{{ {name}{'.' + attribute if attribute else ''} }}}}")
            case Count(number):
                parts.append(f"{{{{ 条数={number} }}}}")
    return "".join(parts)


def pieces(content: Inlines) -> Iterator[tuple[str, Origin | None]]:
    """What the inlines print, each with its origin; what holds others is taken apart."""
    for inline in content:
        match inline:
            case Lead(inner) | Added(inner) | Value(inner):
                yield from pieces(inner)
            case Text(text, origin) | Gap(_, text, origin):
                yield text, origin
            case _:
                yield plain((inline,)), None


def merged(document: Document) -> Document:
    """The document with texts that stand together as one, for writers: of where words were typed they learn no more than
    where the first of each joined text was.
    """
    return Document(tuple(_with(block, _merged) for block in document.blocks))


def _with(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """The block, what stands in it changed."""
    match block:
        case Paragraph():
            content = change(block.content)
            return block if content is block.content else replace(block, content=content)
        case Table(rows):
            return Table(tuple(tuple(map(change, row)) for row in rows))
        case Attachment(inner, landscape):
            return Attachment(tuple(_with(one, change) for one in inner), landscape)
        case _:
            return block


def _merged(content: Inlines) -> Inlines:
    """The inlines, texts that stand together joined."""
    if len(content) == 1 and type(content[0]) is Text:  # most are
        return content
    out: list[Inline] = []
    for inline in content:
        match inline:
            case Text(text, origin) if out and isinstance(out[-1], Text):
                out[-1] = Text(out[-1].text + text, out[-1].origin or origin)
            case Lead(inner, level):
                out.append(Lead(_merged(inner), level))
            case Added(inner):
                out.append(Added(_merged(inner)))
            case Value(inner):
                out.append(Value(_merged(inner)))
            case _:
                out.append(inline)
    return tuple(out)


def unfenced(document: Document) -> Document:
    """The document in which nothing tells what the template said from what was typed: for a final copy."""
    return Document(tuple(_with(block, _unfenced) for block in document.blocks))


def _unfenced(content: Inlines) -> Inlines:
    out: list[Inline] = []
    for inline in content:
        match inline:
            case Added(inner):
                out += _unfenced(inner)
            case Lead(inner, level):
                out.append(Lead(_unfenced(inner), level))
            case _:
                out.append(inline)
    return tuple(out)


def paragraphs(document: Document) -> Iterator[tuple[Paragraph | None, Inlines]]:
    """Every paragraph in order with its inlines; a table's cells come without a paragraph."""
    yield from _paragraphs(document.blocks)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[tuple[Paragraph | None, Inlines]]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block, block.content
            case Table(rows):
                for row in rows:
                    for cell in row:
                        yield None, cell
            case Attachment(inner):
                yield from _paragraphs(inner)
            case Picture() | PageBreak() | Contents():
                pass


def headings(document: Document) -> list[Paragraph]:
    """The headings that a table of contents lists: levels 1 and 2, attachments left out."""
    return [
        block
        for block in document.blocks
        if isinstance(block, Paragraph) and block.role is Role.HEADING and block.level in (1, 2)
    ]


def text_of(document: Document) -> str:
    """The characters of the whole document, a line a paragraph."""
    return "\n".join(plain(content) for _, content in paragraphs(document))
