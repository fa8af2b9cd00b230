"""Texts that know where they were typed.

`Words` are characters as they stand in a file; a `Phrase` is put together of such texts and of what we
supply ourselves (marks, end marks). Both are strings, so that who does not ask for origins sees none; what
cuts or joins them without these functions gets a plain string, and the origin is gone with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from drafter.problems import Place
from drafter.records import Record


class Passage(Protocol):
    """A text of a file as its reader took it in: a scalar of YAML, a paragraph of Markdown.

    It begins on `line` of the file `source`. `said` is its text; of several paragraphs, parted by line ends.
    `key` is the path that leads to it in its file (任务.要点[2].正文), "" where a file has none.
    """

    source: str
    line: int
    said: str

    @property
    def key(self) -> str: ...

    def place_at(self, offset: int) -> Place:
        """Where the character of `said` at this offset stands in the file."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text of the file the characters of `said` from `start` to `end` stand."""


class Origin(Record):
    """Where a text was typed: from which character of a passage on.

    `exact`: these very characters stand there; else the text was made of what stands there (a date put
    in form, a count).
    """

    passage: Passage
    offset: int = 0
    exact: bool = True

    @property
    def place(self) -> Place:
        """Where the text begins in its file."""
        return self.passage.place_at(self.offset)

    def later(self, by: int) -> Origin:
        """The origin of what begins so many characters later; what was made of something stays there."""
        return Origin(self.passage, self.offset + by) if self.exact and by else self


class Words(str):
    """A text as somebody typed it, with its origin."""

    __slots__ = ("origin",)
    origin: Origin


class Phrase(str):
    """A text put together of others, in order."""

    __slots__ = ("pieces",)
    pieces: tuple[str, ...]


class Markup(str):
    """Characters that mean something in Markdown, and are meant to."""

    __slots__ = ()


def typed(text: str, origin: Origin) -> str:
    """The text with its origin; an empty one has none."""
    if not text:
        return ""
    words = Words(text)
    words.origin = origin
    return words


def derived(text: str, of: str) -> str:
    """A text that was made of another: it stands where that does, in other characters."""
    origin = origin_of(of)
    return typed(text, Origin(origin.passage, origin.offset, exact=False)) if origin is not None else text


def phrase(*texts: str) -> str:
    """The texts as one, each keeping its origin."""
    pieces: list[str] = []
    for text in texts:
        if type(text) is Phrase:
            pieces += text.pieces
        elif text:
            pieces.append(text)
    if len(pieces) < 2:
        return pieces[0] if pieces else ""
    if all(type(piece) is str for piece in pieces):
        return "".join(pieces)
    whole = Phrase("".join(pieces))
    whole.pieces = tuple(pieces)
    return whole


def chained(texts: list[str], link: str) -> str:
    """The texts as one with a link between each two."""
    return phrase(*[piece for text in texts for piece in (link, text)][1:])


def cut(text: str, start: int, end: int | None = None) -> str:
    """The characters from `start` to `end`, with their origins."""
    start, end, _ = slice(start, end).indices(len(text))
    if type(text) is Words:
        return typed(text[start:end], text.origin.later(start))
    if type(text) is not Phrase:
        return text[start:end]
    pieces: list[str] = []
    at = 0
    for piece in text.pieces:
        first, last = max(start - at, 0), min(end - at, len(piece))
        if first < last:
            pieces.append(piece if last - first == len(piece) else cut(piece, first, last))
        at += len(piece)
    return phrase(*pieces)


def trimmed(text: str, characters: str | None = None) -> str:
    """The text without these characters (white space) at either end."""
    start = len(text) - len(text.lstrip(characters))
    return cut(text, start, max(len(text.rstrip(characters)), start))


def pieces_of(text: str) -> Iterator[tuple[str, Origin | None]]:
    """What a text is put together of, each with its origin; None of what we supply."""
    if type(text) is Phrase:
        for piece in text.pieces:
            yield piece, piece.origin if type(piece) is Words else None
    else:
        yield text, text.origin if type(text) is Words else None


def origin_of(text: str) -> Origin | None:
    """Where the first piece of a text that was typed stands; None where none was."""
    return next((origin for _, origin in pieces_of(text) if origin is not None), None)


TEXT_ANCHOR, DRAFT_ANCHOR = "_dr", "_drv"
"""What the names of bookmarks in a Word file begin with: at a text of its outline, with the ordinal of that; at the first of
all, with the outline's digest. A name that begins with a low line is hidden from whoever looks at the bookmarks in Word.
"""


class Anchors(Record):
    """By what a Word file is known to come from the outline of this name, wherever it has been: the outline's digest, and the
    ordinals (from 1, in the order of reading) of its texts by their keys.
    """

    source: str
    digest: str
    ordinals: Mapping[str, int]
