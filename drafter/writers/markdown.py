"""A `Document` as the Markdown that is read back into the same document (contract §4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from drafter import measures, shield
from drafter.model.document import (
    Added,
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
    Picture,
    Role,
    Ruby,
    Table,
    Text,
    Value,
    plain,
)

_ODD = " ()%\t"
"""What would end the path of a picture early."""

_PLAIN = (Role.TITLE, Role.HEADING, Role.BODY)


def write(document: Document) -> str:
    """The Markdown of the document, a blank line between blocks, a line end at the end."""
    lines = _blocks(document.blocks)
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _blocks(blocks: tuple[Block, ...]) -> list[str]:
    lines: list[str] = []
    before: Block | None = None
    for key, group in groupby(blocks, key=_container):
        members = list(group)
        if key is Role.CAPTION and isinstance(before, Picture):
            name = "".join(f"\\{char}" if char in "[]\\" else char for char in _said(members.pop(0)))
            lines[-2] = lines[-2].replace("![]", f"![{name}]", 1)
        before = members[-1] if members else before
        if not members:
            continue
        if isinstance(key, Role):
            lines += [f"::: {key.value}", *(_line(block) for block in members), ":::", ""]
            continue
        for block in members:
            lines += [*_block(block), ""]
    return lines


def _container(block: Block) -> Role | int:
    """The role whose container holds the block, or 0 where it stands by itself."""
    return block.role if isinstance(block, Paragraph) and block.role not in _PLAIN else 0


def _said(block: Block) -> str:
    return plain(block.content) if isinstance(block, Paragraph) else ""


def _line(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return _start(_inlines(block.content))


def _block(block: Block) -> list[str]:
    match block:
        case Paragraph(Role.TITLE | Role.HEADING, content, level):
            text = _start(_inlines(content))
            return [f"{'#' * (level + 1)} {text[:-1] + chr(92) + '#' if text.endswith('#') else text}"]
        case Paragraph(_, content):
            lead = content and isinstance(content[0], Lead)
            text = _inlines(content)
            return [text if lead else _start(text)]
        case Table(rows):
            return _table(rows)
        case Picture(file, _, width):
            path = "".join(f"%{ord(char):02X}" if char in _ODD else char for char in file)
            return [f"![]({path}){_wide(width)}"]
        case PageBreak():
            return ["::: 分页", ":::"]
        case Contents():
            return ["::: 目录", ":::"]
        case Attachment(inner, landscape):
            fence = ":" * (4 + _depth(inner))
            return [f"{fence} {'横排' if landscape else ''}附件", *_blocks(inner), fence]


def _wide(width: int) -> str:
    """How wide a picture is to be, as pandoc's readers know it too; nothing where that is its own affair."""
    said = f"{-width / 10:g}%" if width < 0 else measures.millimetres(width)
    return f"{{width={said}}}" if width else ""


def _depth(blocks: tuple[Block, ...]) -> int:
    """How many attachments lie inside one another here."""
    return max((1 + _depth(b.blocks) for b in blocks if isinstance(b, Attachment)), default=0)


def _table(rows: tuple[tuple[Inlines, ...], ...]) -> list[str]:
    lines = [
        "| " + " | ".join(_start(_inlines(cell)).replace("|", "\\|") for cell in row) + " |" for row in rows
    ]
    return [lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]] if lines else []


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table whose cells are words and no markup; the first row is its head."""
    return _table(tuple(tuple((Text(" ".join(cell.split())),) for cell in row) for row in rows))


def _start(text: str) -> str:
    """The text with a backslash before a first character that would act as markup."""
    return "\\" + text if text[:1] and text[0] in shield.ESCAPED and text[:3] != "\\{{" else text


def _inlines(content: Inlines) -> str:
    parts: list[str] = []
    for inline in content:
        match inline:
            case Text(text) | Gap(_, text) | Ruby(text):
                parts.append(text.replace("{{", "\\{{"))
            case Lead(inner):
                parts.append(f"**{_inlines(inner).replace('*', chr(92) + '*')}**")
            case Added(inner) | Value(inner):
                parts.append(_inlines(inner))
            case Fact(name, attribute):
                parts.append(f"{{{{ {name}{'.' + attribute if attribute else ''} }}}}")
            case Count(number):
                parts.append(f"{{{{ 条数={number} }}}}")
    return "".join(parts)
