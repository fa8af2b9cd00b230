"""What every index of the library can do, and how entries lie in its rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Protocol

from drafter.model.library import Entry, FingerprintHit, Keyed, Wanted
from drafter.problems import Problem

STOCK = 200
"""A fingerprint that more paragraphs have is a stock phrase, and no evidence."""

PARAGRAPHS = 4096
"""Places for the paragraphs of one entry in the numbers that fingerprints point to."""

MakeKeys = Callable[[Entry], Keyed]
"""Tokens and fingerprints of an entry; always the same for the same entry."""


NO_TEXT = Problem(
    "bad-characters", "要找的话里有认不出的字符", hint="看看终端用的是不是 UTF-8 或 GBK，重新输一遍"
)
"""Of a question with bytes that the terminal could not read."""


class IndexDamaged(Exception):
    """The index cannot be read: it is torn, of another version, or no index at all."""


class IndexClosed(Exception):
    """The index cannot be written where it lies: closed folder, full disk."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the library as an index keeps it. `stamp` tells cheaply whether it changed."""

    name: str
    stamp: str
    digest: str
    entries: tuple[Entry, ...] = ()
    text: str = ""


class Index(Protocol):
    """Finds entries by token and by fingerprint. What it holds can be made anew from the files."""

    def volumes(self) -> dict[str, tuple[str, str]]:
        """Stamp and digest of every file, by its name."""

    def put(self, kept: Sequence[Kept]) -> None:
        """Takes files in, each in place of what was kept under its name; all or none of them."""

    def drop(self, names: Collection[str]) -> None:
        """Forgets files."""

    def candidates(self, wanted: Wanted, heads: bool = False) -> Iterator[Entry]:
        """Every entry that has the tokens, newest first; `heads` looks at titles and tags alone."""

    def entries(self, id_: str) -> list[Entry]:
        """The entries with this id, the one that holds first."""

    def ids(self, cleared: int = 0) -> list[str]:
        """Every id, but for those of entries with a higher mark of secrecy than the rank `cleared`."""

    def fingerprint_hits(self, prints: Collection[int], cleared: int = 0) -> list[FingerprintHit]:
        """The paragraphs that have some of the fingerprints, stock phrases left out; `cleared` as above."""

    def users(self, ids: Collection[str], cleared: int = 0) -> Mapping[str, tuple[str, ...]]:
        """The outlines that took each of these entries over; `cleared` as above."""

    def close(self) -> None:
        """Lets go of what lies behind."""


_ABOUT = [field.name for field in fields(Entry) if field.name not in ("text", "volume", "shelf")]


def describe_entry(entry: Entry) -> str:
    """What is kept of an entry beside its text, as JSON."""
    values = {name: getattr(entry, name) for name in _ABOUT if getattr(entry, name)}
    return json.dumps(values, ensure_ascii=False)


def restore_entry(about: str, text: str, volume: str, shelf: int) -> Entry:
    """The entry of a row."""
    values: dict[str, Any] = json.loads(about)
    for name in ("tags", "uses"):
        if name in values:
            values[name] = tuple(values[name])
    return Entry(**values, text=text, volume=volume, shelf=shelf)
