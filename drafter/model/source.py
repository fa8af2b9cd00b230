"""What an old file says, line by line, before anybody asks what it means."""

from __future__ import annotations

from drafter.model.document import Role
from drafter.problems import Problem
from drafter.records import Record


class Line(Record):
    """One paragraph of a file, its automatic number in front. `number` counts the file's from 1.

    `role` and `level` are what the file itself says of it (a heading style, a container), None
    where it says nothing; `rows` are a table's, and its `text` their cells. `lead` counts the
    characters at the start that are set apart from the rest, as a title that runs into its text;
    `mark` is a word of order that opens it, where it is one of a row (首先，). `turned`: stands on a page that
    lies on its side.
    """

    text: str
    number: int
    role: Role | None = None
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    lead: int = 0
    mark: str = ""
    turned: bool = False


class Dropped(Record):
    """What of the file no outline holds: where it stood, what it says, why it is left out, and its `kind`: text,
    picture, footnote, endnote, comment, header, footer, hidden, contents, ruby, field.
    """

    paragraph: int
    text: str
    reason: str
    kind: str = "text"


class Source(Record):
    """The lines of a file, what was left out, what is to be said of the file itself, and whether it has a table of
    contents that a program made.
    """

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()
    problems: tuple[Problem, ...] = ()
    contents: bool = False

    @property
    def size(self) -> int:
        """How many characters the file has, what was left out of it included."""
        return sum(size(line.text) for line in self.lines) + sum(size(gone.text) for gone in self.dropped)


ROLE = "角色 "
"""How a guess at the role of a part is called."""


class Guess(Record):
    """What the importer decided without being told: what, at which paragraph, and why; how sure that is (high, medium,
    low), and what else it could be, where another reading was near.
    """

    what: str
    paragraph: int
    why: str
    sure: str = "medium"
    otherwise: str = ""

    @property
    def is_role(self) -> bool:
        """Whether it says what a part is for."""
        return self.what.startswith(ROLE)


def size(text: str) -> int:
    """How many characters a text has, white space aside: what an import counts."""
    return len("".join(text.split()))
