"""The Markdown between template and page, as a `Document` (contract §4).

Block rules only: headings, paragraphs, pipe tables and `:::` containers. Everything inline
is literal but a lead sentence in `**…**` and references in `{{ … }}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import cast

from drafter import shield
from drafter.model import inlines
from drafter.model.document import (
    Attachment,
    Block,
    Contents,
    Document,
    Inlines,
    PageBreak,
    Paragraph,
    Role,
    Table,
)
from drafter.model.words import Origin
from drafter.patterns import pattern
from drafter.problems import Place, Problem
from drafter.readers.intake import characters, limits
from drafter.readers.markdown import front, pictures, scanner
from drafter.readers.markdown.passages import MarkdownPassage
from drafter.readers.markdown.placed import Placed, misplaced, slot_of
from drafter.readers.markdown.tokens import Kind, Token
from drafter.readers.yaml.paragraphs import joined
from drafter.readers.yaml.reading import nearest

_ATTACHMENT = "附件"
_LANDSCAPE = "横排附件"
_PAGE_BREAK = "分页"
_CONTENTS = "目录"
_ROLES = {role.value: role for role in Role if role not in (Role.TITLE, Role.HEADING, Role.BODY)}
_CONTAINERS = {name: name for name in (*_ROLES, _ATTACHMENT, _LANDSCAPE, _PAGE_BREAK, _CONTENTS)}
OPENS = pattern(
    r"(?:[-*+]|\d{1,3}[.)])[ \t]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．]|[①-⑳]"
    r"|\d{4}年\d{1,2}月\d{1,2}日\s*(?:\n|$)"
)
"""What begins a paragraph on the line right below another: an item of a list, a mark, a date of signing."""

_SILENCING = pattern(r"<!--[ \t]*check[:：][^\n]{0,500}?-->", re.IGNORECASE)
"""A comment for `check`, which nobody prints."""

_ITEM = pattern(rf"\n(?=[ \t]*(?:{OPENS.pattern}))")
_PIPE = pattern(r"(?<!\\)\|")


def read(
    text: str, source: str, parts: Sequence[str] = (), slots: inlines.Slots = ()
) -> tuple[Document, tuple[Problem, ...]]:
    """The document, and the containers in it that are not known or not closed.

    `parts` are the roles that the part marks of a rendered template stand for, `slots` what stands in its
    slots: words, or something that is `Placed`.

    Raises:
        InputProblem: it is longer than any paper, or its tables are larger.

    """
    if not parts:  # what a template printed is as long as the outline
        limits.check_text(text, source)
    limits.check_cells(text, source)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    told: tuple[Problem, ...] = ()
    if not parts:
        text, told = front.read(text, source)
        text = _SILENCING.sub(lambda match: " " * len(match[0]), text)
    reader = _Reader(source, text.split("\n"), parts, slots)
    if reader.own:
        text = reader.usable(text)
    if slots:
        printed = map(shield.slot_number, shield.SLOT.findall(text))
        reader.missing = {number for number in printed if not isinstance(slots[number], str)}
    document = Document(reader.blocks(_tokens(text, bool(parts))))
    return document, (*told, *reader.problems, *(misplaced(source) for _ in reader.missing))


def _tokens(text: str, rendered: bool) -> list[Token]:
    """The tokens of a text; most that a template `rendered` need no parser."""
    found = scanner.scan(text) if rendered else None
    if found is not None:
        return found
    from drafter.readers.markdown import parser  # brings markdown-it-py, which most runs do without

    return parser.parse(text)


class _Open:
    """A container that is being read, and what it holds so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []


class _Reader:
    """Walks the parser's tokens once; containers are kept on a stack."""

    def __init__(self, source: str, lines: list[str], parts: Sequence[str], slots: inlines.Slots) -> None:
        self.source = source
        self.lines = lines
        self.parts = parts
        self.slots = slots
        self.own = not parts
        self.starts = [0, *accumulate(len(line) + 1 for line in lines)] if self.own else []
        self.column = 0
        self.missing: set[int] = set()
        self.problems: list[Problem] = []
        self.stack = [_Open("")]
        self.rows: list[list[Inlines]] = []
        self.part = ""

    def blocks(self, tokens: list[Token]) -> tuple[Block, ...]:
        """The blocks that the tokens mean."""
        for token in tokens:
            _ACTIONS[token.kind](self, token)
        return tuple(self.stack[0].blocks)

    def usable(self, text: str) -> str:
        """A person's text without characters that no page can hold; each line with one is said."""
        for number, line in enumerate(self.lines):
            bad = characters.unusable(line)
            if bad is not None:
                self._complain(
                    "bad-character", f"文字里有不能用的字符 U+{ord(bad[0]):04X}", number, "删去这个字符"
                )
        return characters.usable(text) if self.problems else text

    def _text(self, token: Token) -> None:
        """A cell of the table that was opened, else a paragraph."""
        if self.rows:
            self._cell(token)
        else:
            self._paragraph(token)

    def _cell(self, token: Token) -> None:
        """A cell of the table's last row; cells are told apart by what stands before them."""
        row = self.rows[-1]
        self.column = self.column if row else 0
        at = self.lines[token.line].find(token.content, self.column) if self.own else -1
        self.column = max(at, self.column) + len(token.content)
        row.append(inlines.literal(token.content, self.slots, self._origin(token.content, token.line, at)))

    def _row(self, token: Token) -> None:
        self.rows.append([])

    def _table_open(self, token: Token) -> None:
        """Says which rows hold more cells than the head: the parser drops what is over."""
        width = _cells(self.lines[token.line])
        for number in range(token.line + 2, token.end):
            if number < len(self.lines) and _cells(self.lines[number]) > width:
                hint = "表头加一列，或把多出来的并进前面；单元格里的 | 写成 \\|"
                self._complain("lost-cell", "这一行的格子比表头多", number, hint)

    def _table(self, token: Token) -> None:
        self._add(Table(tuple(map(tuple, self.rows))))
        self.rows = []

    def _add(self, block: Block) -> None:
        if self.part and isinstance(block, Paragraph):
            begun = Paragraph(block.role, block.content, block.level, block.line, self.part, block.aside)
            block, self.part = begun, ""
        self.stack[-1].blocks.append(block)

    def _heading(self, token: Token) -> None:
        level = min(token.level - 1, 4)
        role = Role.HEADING if level else Role.TITLE
        text = token.content
        if text.endswith("\\#"):
            text = text[:-2] + "#"
        at = self.lines[token.line].find(token.content) if self.own else -1
        origin = self._origin(text, token.line, at)
        self._add(Paragraph(role, inlines.literal(text, self.slots, origin), level, token.line + 1))

    def _begins_part(self, text: str) -> bool:
        """Whether the paragraph only marks where a part begins: the next one is its first."""
        if not self.parts or text.isprintable():
            return False
        mark = shield.PART_MARKS.fullmatch(text.strip())
        if mark is None:
            return False
        index = shield.part_index(mark[0])
        self.part = self.parts[index] if index < len(self.parts) else ""
        return True

    def _without_placed(self, text: str, role: Role = Role.BODY) -> str:
        """The paragraph without the slot that opens it, in whose place something stands by itself: it is put
        there, in a role that a container gives.
        """
        found = slot_of(text) if self.slots else None
        if found is None:
            return text
        self.missing.discard(found.number)
        placed = cast(Placed, self.slots[found.number])
        self.part = placed.part or self.part
        for block in placed.blocks(list(map(joined, found.leads)), self.slots):
            if role is not Role.BODY and isinstance(block, Paragraph):
                block = Paragraph(role, block.content)
            self._add(block)
        return found.rest

    def _paragraph(self, token: Token) -> None:
        """One paragraph; in a container for a role, one for each line."""
        role = _ROLES.get(self.stack[-1].name)
        if role is None:
            if self._begins_part(token.content):
                return
            pieces = _items(self._without_placed(token.content))
            for offset, text in pictures.apart(pieces) if self.own else pieces:
                said = joined(text)
                first = token.line + offset
                origin = self._origin(said, first, 0, 1 + text.strip("\n").count("\n"))
                shown = pictures.alone(said, origin) if self.own else None
                content = (shown,) if shown else inlines.inlines(said, self.slots, origin)
                if content:
                    self._add(Paragraph(Role.BODY, content, line=first + 1))
            return
        for offset, text in enumerate(self._without_placed(token.content, role).split("\n")):
            said, first = text.strip(), token.line + offset
            content = inlines.literal(said, self.slots, self._origin(said, first, 0))
            if content:
                self._add(Paragraph(role, content, line=first + 1))

    def _open(self, token: Token) -> None:
        name, markup = token.content, ":" * token.level
        if name not in _CONTAINERS:
            message = f"没有“{name[:20]}”这种容器" if name else "容器没有名字"
            self._complain("unknown-container", message, token.line, nearest(name, _CONTAINERS))
        elif token.end >= len(self.lines) or self.lines[token.end].strip() != markup:
            hint = f"在它的末尾单写一行 {markup}"
            self._complain("open-container", f"“{markup} {name}”没有结束", token.line, hint)
        self.stack.append(_Open(name))

    def _close(self, token: Token) -> None:
        done = self.stack.pop()
        if done.name in (_ATTACHMENT, _LANDSCAPE):
            self._add(Attachment(tuple(done.blocks), done.name == _LANDSCAPE))
        elif done.name in (_PAGE_BREAK, _CONTENTS):
            self._add(PageBreak() if done.name == _PAGE_BREAK else Contents())
            self.stack[-1].blocks.extend(done.blocks)
        else:
            self.stack[-1].blocks.extend(done.blocks)

    def _origin(self, said: str, line: int, column: int, lines: int = 1) -> Origin | None:
        """Where a text of a person's own draft stands, from a line and a column (from 0) on; of a rendered
        template's nobody knows.
        """
        if not self.own or column < 0 or line >= len(self.lines):
            return None
        raw = "\n".join(self.lines[line : line + lines])[column:]
        start = self.starts[line] + column
        return Origin(MarkdownPassage(self.source, said, raw, line + 1, column + 1, start))

    def _complain(self, code: str, message: str, line: int, hint: str) -> None:
        self.problems.append(Problem(code, message, Place(self.source, line + 1, 1), hint=hint))


_ACTIONS: dict[Kind, Callable[[_Reader, Token], None]] = {
    Kind.TEXT: _Reader._text,
    Kind.HEADING: _Reader._heading,
    Kind.TABLE: _Reader._table_open,
    Kind.ROW: _Reader._row,
    Kind.TABLE_END: _Reader._table,
    Kind.OPEN: _Reader._open,
    Kind.CLOSE: _Reader._close,
}
"""What each token asks for."""


def _items(text: str) -> Iterator[tuple[int, str]]:
    """The text, or where its lines are items of a list, each item, with the line it begins on.

    A list has no place in an official document, but its items must not run together; nor must who
    signs and when.
    """
    if "\n" not in text or not _ITEM.search(text):
        yield 0, text
        return
    at = 0
    for match in _ITEM.finditer(text):
        yield text[:at].count("\n"), text[at : match.start()]
        at = match.start() + 1
    yield text[:at].count("\n"), text[at:]


def _cells(line: str) -> int:
    """How many cells a row of a pipe table has."""
    return len(_PIPE.findall(line.strip().strip("|"))) + 1
