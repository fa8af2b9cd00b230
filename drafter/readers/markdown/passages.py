"""A paragraph of a person's Markdown as a passage: where each of its characters stands in the file."""

from __future__ import annotations

from drafter.problems import Place
from drafter.readers import positions


class MarkdownPassage:
    """The text `said`, typed as `raw` from a line and a column (from 1) of the file on; `start` is the
    first character of `raw` in the file's text.
    """

    __slots__ = ("_walk", "column", "line", "raw", "said", "source", "start")
    key = ""

    def __init__(self, source: str, said: str, raw: str, line: int, column: int, start: int) -> None:
        self.source = source
        self.said = said
        self.raw = raw
        self.line = line
        self.column = column
        self.start = start
        self._walk: list[tuple[int, int]] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text of the file the characters of `said` from `start` to `end` stand."""
        if self._walk is None:
            self._walk = positions.walked(self.said, positions.plain(self.raw))
        first, last = positions.span_of(self._walk, start, end)
        return self.start + first, self.start + last

    def place_at(self, offset: int) -> Place:
        """Where in the file the character of `said` at this offset stands."""
        at = self.span(offset, offset)[0] - self.start
        return positions.place_in(self.raw, at, self.source, self.line, self.column)
