"""What has to be done to an outline so that it prints what was reviewed."""

from __future__ import annotations

from drafter.records import Record
from drafter.revising.printed import Path


class Edit(Record):
    """Characters of an outline's text that are others now; `old` and `new` as they print. A `figure` is printed wherever it is asked for; `instead` changes the words here alone."""

    path: Path
    start: int
    end: int
    said: str
    old: str
    new: str
    paragraph: int
    figure: bool = False
    instead: Edit | None = None


class Join(Record):
    """Two texts that are one paragraph now, with what stands between them."""

    path: Path
    other: Path
    between: str
    paragraph: int


class Insertion(Record):
    """Paragraphs that are new, behind the text of this path; before it where nothing stands ahead."""

    path: Path
    texts: tuple[str, ...]
    paragraph: int
    before: bool = False


class Removal(Record):
    """A text that is gone."""

    path: Path
    old: str
    paragraph: int


class Move(Record):
    """A paragraph that stands elsewhere now, word for word: its texts, and behind which one it stands."""

    paths: tuple[Path, ...]
    to: Path
    texts: tuple[str, ...]
    paragraph: int
    before: bool = False


class Own(Record):
    """The template's sentences in a part, which are the outline's own words now."""

    part: str
    texts: tuple[str, ...]
    old: str
    paragraph: int


class Lost(Record):
    """A change that has no place in the outline."""

    old: str
    new: str
    paragraph: int


Step = Edit | Join | Insertion | Removal | Move | Own | Lost
