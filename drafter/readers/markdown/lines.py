"""A Markdown draft paragraph by paragraph, with the place of every character: for who checks it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model.document import Role
from drafter.patterns import pattern
from drafter.readers.markdown.document import OPENS

_ROLES = {role.value: role for role in Role}
_CONTAINER = pattern(r"\s{0,3}(:{3,})\s*(\S*)\s*")
_HEADING = pattern(r"(#{1,5})[ \t]+")
_LEAD = pattern(r"\*\*(.+?)\*\*")
_RULE_ROW = pattern(r"[\s:|-]+")
_PIPE = pattern(r"(?<!\\)\|")
_WIDE = "\u2e80"


@dataclass(frozen=True, slots=True)
class MarkdownParagraph:
    """One paragraph: its text in pieces, each with the offset in the file that it begins at."""

    pieces: tuple[tuple[int, str], ...]
    role: Role | None = None
    level: int = 0
    cell: bool = False


def read(text: str) -> list[MarkdownParagraph]:
    """The paragraphs of a draft in our Markdown; its marks are no part of their texts."""
    found: list[MarkdownParagraph] = []
    roles: list[Role | None] = []
    running: list[tuple[int, str]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        start, bare = at, line.rstrip()
        at += len(line) + 1
        container = _CONTAINER.fullmatch(bare)
        heading = _HEADING.match(bare)
        role = roles[-1] if roles else None
        opens = heading or bare.startswith("|") or OPENS.match(bare)
        if running and (not bare or container or role is not None or opens):
            found.append(MarkdownParagraph(tuple(running)))
            running = []
        if container:
            roles.append(_ROLES.get(container[2])) if container[2] else (roles and roles.pop())
        elif heading:
            level = len(heading[1]) - 1
            kind = Role.HEADING if level else Role.TITLE
            pieces = _pieces(bare[heading.end() :], start + heading.end())
            found.append(MarkdownParagraph(pieces, kind, level))
        elif bare.startswith("|"):
            found += [] if _RULE_ROW.fullmatch(bare) else _cells(bare, start)
        elif bare and role is not None:
            found.append(MarkdownParagraph(_pieces(bare, start), role))
        elif bare:
            running += _joined(running, _pieces(bare, start))
    return found


def _pieces(line: str, start: int) -> tuple[tuple[int, str], ...]:
    """A line without the stars of its lead sentence and without backslashes before marks."""
    indent = len(line) - len(line.lstrip())
    line, start = line[indent:], start + indent
    lead = _LEAD.match(line)
    if lead:
        return (
            *_unescaped(lead[1], start + 2),
            *_unescaped(line[lead.end() :], start + lead.end()),
        )
    return _unescaped(line, start)


def _unescaped(text: str, start: int) -> tuple[tuple[int, str], ...]:
    """The text in pieces, a backslash before a mark left out between them."""
    found, last = [], 0
    for match in re.finditer(r"\\(?=[#*:|\\-])", text):
        found.append((start + last, text[last : match.start()]))
        last = match.end()
    found.append((start + last, text[last:]))
    return tuple(piece for piece in found if piece[1])


def _joined(before: list[tuple[int, str]], pieces: tuple[tuple[int, str], ...]) -> list[tuple[int, str]]:
    """The pieces of a line that goes on a paragraph, a space in front where no wide character meets."""
    if before and pieces and before[-1][1][-1] < _WIDE and pieces[0][1][0] < _WIDE:
        return [(pieces[0][0], " "), *pieces]
    return list(pieces)


def _cells(line: str, start: int) -> list[MarkdownParagraph]:
    """The cells of a table's row that say something."""
    found, last = [], 0
    for end in [*(match.start() for match in _PIPE.finditer(line)), len(line)]:
        cell = line[last:end]
        if cell.strip():
            offset = start + last + len(cell) - len(cell.lstrip())
            found.append(MarkdownParagraph(_unescaped(cell.strip(), offset), None, 0, True))
        last = end + 1
    return found
