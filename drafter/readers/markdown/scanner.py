"""The Markdown that our templates print, read line by line; any other is left to the parser.

The scanner never guesses. Of every line it must be sure that the parser would take it the same way: one that begins
or ends with white space, a mark where none belongs, a container that does not close, a row that is longer than its
head: with the first of them it gives up.
"""

from __future__ import annotations

from drafter.patterns import pattern
from drafter.readers.markdown.tokens import Kind, Token

_MARKS = "#:|-"
"""What a line begins with that is, or makes of the line above, something else than a paragraph."""

_HEADING = pattern(r"(#{1,6}) ([^#\s](?:.*[^#\s])?)")
_OPEN = pattern(r"(:{3,9}) ([^\s:|]+)")
_RULE_ROW = pattern(r"\|(?: --- \|)+")
_ODD_IN_ROW = pattern(r"[\\`]")


class _Declined(Exception):
    """The text is not surely ours."""


def scan(text: str) -> list[Token] | None:
    """The tokens of a text; None where only the parser knows them."""
    if "\0" in text:
        return None
    try:
        return _Scanner(text.split("\n")).tokens()
    except _Declined:
        return None


class _Scanner:
    """Goes down the lines once; containers are kept on a stack."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.found: list[Token] = []
        self.open: list[Token] = []

    def tokens(self) -> list[Token]:
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if not line:
                at += 1
            elif line[0] == ":":
                self._container(line, at)
                at += 1
            elif line[0] == "#":
                self._heading(line, at)
                at += 1
            elif line[0] == "|":
                at = self._table(at)
            else:
                at = self._paragraph(at)
        if self.open:
            raise _Declined
        return self.found

    def _container(self, line: str, at: int) -> None:
        """A line that opens a container, smaller than the one around it, or closes the last."""
        inner = self.open[-1].level if self.open else 10
        if self.open and line == ":" * inner:
            self.open.pop().end = at
            self.found.append(Token(Kind.CLOSE))
            return
        opened = _OPEN.fullmatch(line)
        if opened is None or len(opened[1]) >= inner or self._runs_on(at):
            raise _Declined
        token = Token(Kind.OPEN, at, at, opened[2], len(opened[1]))
        self.found.append(token)
        self.open.append(token)

    def _heading(self, line: str, at: int) -> None:
        heading = _HEADING.fullmatch(line)
        if heading is None or self._runs_on(at):
            raise _Declined
        self.found.append(Token(Kind.HEADING, at, at + 1, heading[2], len(heading[1])))

    def _runs_on(self, at: int) -> bool:
        """Whether the line above could take this one in: it is none of what stands alone."""
        return at > 0 and self.lines[at - 1] != "" and self.lines[at - 1][0] != ":"

    def _paragraph(self, at: int) -> int:
        """A paragraph; the line below it."""
        if at and self.lines[at - 1][:1] in ("#", "|"):
            raise _Declined
        first = at
        while at < len(self.lines) and (line := self.lines[at]) and line[0] != ":":
            if line != line.strip() or (at > first and line[0] in _MARKS):
                raise _Declined
            at += 1
        self.found.append(Token(Kind.TEXT, first, at, "\n".join(self.lines[first:at])))
        return at

    def _table(self, at: int) -> int:
        """A table whose rows are all as wide as its head; the line below it."""
        head = self._cells(at)
        if self._runs_on(at) or at + 1 == len(self.lines) or not _RULE_ROW.fullmatch(self.lines[at + 1]):
            raise _Declined
        if self.lines[at + 1].count("|") != len(head) + 1:
            raise _Declined
        table = Token(Kind.TABLE, at)
        self.found.append(table)
        self._row(at, head)
        at += 2
        while at < len(self.lines) and self.lines[at][:1] not in ("", ":"):
            row = self._cells(at)
            if len(row) != len(head):
                raise _Declined
            self._row(at, row)
            at += 1
        table.end = at
        self.found.append(Token(Kind.TABLE_END))
        return at

    def _row(self, at: int, cells: list[str]) -> None:
        self.found.append(Token(Kind.ROW, at, at + 1))
        self.found += [Token(Kind.TEXT, at, at + 1, cell) for cell in cells]

    def _cells(self, at: int) -> list[str]:
        """The cells of a row that begins and ends with a bar."""
        line = self.lines[at]
        if len(line) < 2 or line[0] != "|" or line[-1] != "|" or _ODD_IN_ROW.search(line):
            raise _Declined
        cells = [cell.strip(" ") for cell in line[1:-1].split("|")]
        if any(cell != cell.strip() for cell in cells):
            raise _Declined
        return cells
