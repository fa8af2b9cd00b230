"""What the Markdown of a draft is made of, line by line, whoever found it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a token says."""

    TEXT = auto()
    """A paragraph; within a table, a cell."""
    HEADING = auto()
    TABLE = auto()
    ROW = auto()
    TABLE_END = auto()
    OPEN = auto()
    """A container begins."""
    CLOSE = auto()


@dataclass(slots=True)
class Token:
    """One of them. It stands on the lines from `line` to before `end` (from 0); a container's `end` is the line that
    closes it. `content` is a text, or what a container is called; `level` counts the signs of a heading or of what
    opens a container.
    """

    kind: Kind
    line: int = 0
    end: int = 0
    content: str = ""
    level: int = 0
