"""The library of one run: every store that it looks into, asked as if they were one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice

from drafter import secrecy
from drafter.drafting.binding import printed
from drafter.library import addresses
from drafter.library.shelves import FolderShelf, ServerShelf, Shelf
from drafter.model import vocabulary
from drafter.model.library import Entry, FingerprintHit, Query, Volume, Wanted
from drafter.model.outline import REFERENCE, Facts
from drafter.problems import DrafterError, InputProblem, Place, Problem, Severity
from drafter.readers.library import volume as library_volume
from drafter.readers.library.entries import Contents, Shelved
from drafter.searching import ranking, words
from drafter.session.session import Session
from drafter.storage import paths
from drafter.storage.library.index import Index
from drafter.storage.library.server import is_server

LOOK = 400
"""Entries of each store, newest first, among which the best are chosen."""

MOST_NEAR = 200
_ROLES = vocabulary.spellings(vocabulary.ROLES)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found: how well, the words of it to show, and who took it over."""

    entry: Entry
    score: float
    excerpt: str
    used: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hits:
    """The best entries for a query; `more` says that there are others."""

    hits: tuple[Hit, ...]
    more: bool


class Library:
    """The stores of one run. `own` is the one that new entries go to; it comes first."""

    def __init__(self, session: Session, folders: Sequence[str] = ()) -> None:
        self._session = session
        self._roles: dict[str, Mapping[str, str]] = {}
        self._faults: list[Problem] = []
        self._read: dict[Volume, dict[str, Shelved]] = {}
        address = addresses.named_address()
        named = [session.base / paths.typed(folder) for folder in folders]
        places = session.places
        if is_server(address) and not named:
            around = [folder for folder in places.folders(addresses.KIND) if folder.label != "用户"]
            self.own: Shelf = ServerShelf(address, self.entries_of, session.tell)
            others = FolderShelf(around, places.home / addresses.KIND, places, self.entries_of, session.tell)
            self.shelves: tuple[Shelf, ...] = (self.own, others)
            return
        in_order, own = addresses.folders(session, named)
        self.own = FolderShelf(in_order, own, places, self.entries_of, session.tell)
        self.shelves = (self.own,)

    @property
    def notes(self) -> list[Problem]:
        """What is to be said of the stores, and of files that were met on the way."""
        return [*chain.from_iterable(shelf.notes for shelf in self.shelves), *self._faults]

    def contents(self, volume: Volume) -> Contents:
        """What a file holds, the entries' facts filled in."""
        contents = library_volume.read(volume, self._roles_of)
        if not contents.facts:
            return contents
        filled = (
            Shelved(replace(shelved.entry, text=_said(shelved.entry.text, contents.facts)), shelved.piece)
            for shelved in contents.shelved
        )
        return replace(contents, shelved=tuple(filled))

    def entries_of(self, volume: Volume) -> tuple[Entry, ...]:
        """The entries of a file; what is wrong with it is noted."""
        contents = self.contents(volume)
        fault = next((problem for problem in contents.problems if problem.severity is Severity.ERROR), None)
        if fault is not None:
            self._faults.append(_told(fault, _may_be_secret(volume, contents)))
        return tuple(shelved.entry for shelved in contents.shelved)

    def _roles_of(self, template: str) -> Mapping[str, str]:
        """The spellings of the roles that a template takes, and of all that are known."""
        if template not in self._roles:
            try:
                own = self._session.templates.named(template).role_spellings() if template else {}
            except DrafterError:
                own = {}
            self._roles[template] = {**_ROLES, **own}
        return self._roles[template]

    def search(self, query: Query, limit: int) -> Hits:
        """The best entries for a query that has words; ties go to the newer year, then by id."""
        found = _nearest_of(self._found(shelf, query) for shelf in self.shelves)
        scored = sorted(
            ((ranking.score(entry, query), entry) for entry in found),
            key=lambda pair: (-pair[0], pair[1].id, pair[1].shelf),
        )
        best = scored[:limit]
        used = self.users([entry.id for _, entry in best], query.cleared)
        hits = tuple(
            Hit(entry, round(points, 3), ranking.excerpt(entry, query), used[entry.id])
            for points, entry in best
        )
        return Hits(hits, len(scored) > limit)

    def _found(self, shelf: Shelf, query: Query) -> list[Entry]:
        """The entries of a store that pass: first those whose title says the words, then the newest; LOOK at most."""
        wanted = words.wanted(query)
        found: dict[tuple[str, str], Entry] = {}
        for heads in (True, False):
            left = LOOK - len(found)
            for entry in shelf.ask(partial(_first, wanted=wanted, heads=heads, query=query, most=left)):
                found.setdefault((entry.volume, entry.id), entry)
        return list(found.values())

    def all(self, query: Query) -> list[Entry]:
        """Every entry that passes, whatever their number."""
        wanted = words.wanted(query)
        return _nearest_of(
            shelf.ask(lambda index: [one for one in index.candidates(wanted) if words.passes(one, query)])
            for shelf in self.shelves
        )

    def hidden(self, query: Query) -> list[Entry]:
        """Every entry that passes but for its mark of secrecy, which is higher than that of the paper at hand."""
        return self.all(replace(query, hidden=True)) if query.cleared < secrecy.HIGHEST else []

    def has(self, id_: str) -> bool:
        """Whether there is an entry of this id."""
        return self._nearest_entry(id_) is not None

    def is_hidden(self, id_: str, cleared: int) -> bool:
        """Whether there is an entry of this id, with a mark of secrecy higher than that of the paper at hand."""
        found = self._nearest_entry(id_)
        return found is not None and found.rank > cleared

    def _nearest_entry(self, id_: str) -> Entry | None:
        """The entry of this id; of several the one in the nearest store."""
        found = (shelf.ask(lambda index: index.entries(id_)) for shelf in self.shelves)
        return next((entries[0] for entries in found if entries), None)

    def entry(self, id_: str, place: Place | None = None, cleared: int = 0) -> Entry:
        """The entry of this id; of several the one in the nearest store.

        Raises:
            InputProblem: there is none, and the hint names the nearest; its mark of secrecy is higher than
                `cleared`, the rank of the paper at hand.

        """
        found = self._nearest_entry(id_)
        if found is not None and found.rank > cleared:
            raise InputProblem(_above(found, place or Place(), cleared))
        if found is not None:
            return found
        near = self._nearest(id_, cleared)
        hint = f"是不是“{near}”？" if near else "用 drafter library search 找，drafter library list 列出全部"
        raise InputProblem(
            Problem("unknown-entry", f"素材库里没有编号“{id_[:40]}”", place or Place(), hint=hint)
        )

    def _nearest(self, id_: str, cleared: int) -> str:
        """The id that is most like this one, or ""."""
        ids = list(chain.from_iterable(shelf.ask(lambda index: index.ids(cleared)) for shelf in self.shelves))
        asked = words.tokens(id_)
        alike = sorted(ids, key=lambda known: -len(asked.intersection(known)))[:MOST_NEAR]
        near = difflib.get_close_matches(id_, alike, n=1, cutoff=0.4)
        return near[0] if near else ""

    def shelved(self, id_: str, place: Place | None = None, cleared: int = 0) -> Shelved:
        """The entry with what it puts into an outline, from its file as that is now.

        Raises:
            InputProblem: as `entry`.

        """
        entry = self.entry(id_, place, cleared)
        volume = self.volume(entry)
        if volume not in self._read:
            self._read[volume] = {one.entry.id: one for one in reversed(self.contents(volume).shelved)}
        return self._read[volume].get(id_, Shelved(entry, None))

    def volume(self, entry: Entry) -> Volume:
        """The file that holds the entry."""
        shelf = self._holder(entry)
        found = shelf.volume(entry.volume) if shelf is not None else None
        if found is None:
            hint = "运行 drafter library rebuild 再试"
            raise InputProblem(Problem("missing-file", f"素材“{entry.id}”所在的文件不见了", hint=hint))
        return found

    def where(self, entry: Entry) -> str:
        """Where the entry's file lies."""
        shelf = self._holder(entry)
        return shelf.where(entry.volume) if shelf is not None else ""

    def _holder(self, entry: Entry) -> Shelf | None:
        """The store that an entry is in: another may have a file of the same name."""
        if len(self.shelves) == 1:
            return self.own
        return next(
            (shelf for shelf in self.shelves if entry in shelf.ask(lambda index: index.entries(entry.id))),
            None,
        )

    def users(self, ids: Sequence[str], cleared: int = 0) -> Mapping[str, tuple[str, ...]]:
        """The outlines that took each of these entries over, but for those with a higher mark of secrecy."""
        answers = [shelf.ask(lambda index: index.users(ids, cleared)) for shelf in self.shelves]
        return {id_: tuple(dict.fromkeys(user for answer in answers for user in answer[id_])) for id_ in ids}

    def fingerprint_hits(self, prints: set[int], cleared: int = 0) -> list[FingerprintHit]:
        """The paragraphs of the library that have some of the fingerprints; those of a higher mark are never told of."""
        return list(
            chain.from_iterable(
                shelf.ask(lambda index: index.fingerprint_hits(prints, cleared)) for shelf in self.shelves
            )
        )


def opened(session: Session, folders: Sequence[str] = ()) -> Library:
    """The session's library, opened once a run.

    Raises:
        InputProblem: a server was named and cannot be reached.
        MissingProgram: a server was named and its extra is not installed.

    """
    return session.once(Library, lambda: Library(session, folders))


def _nearest_of(found: Iterable[list[Entry]]) -> list[Entry]:
    """The entries of all stores; of those with one id those in the nearest store and folder."""
    placed = [((store, entry.shelf), entry) for store, entries in enumerate(found) for entry in entries]
    nearest: dict[str, tuple[int, int]] = {}
    for place, entry in placed:
        nearest[entry.id] = min(place, nearest.get(entry.id, place))
    return [entry for place, entry in placed if place == nearest[entry.id]]


def _above(entry: Entry, place: Place, cleared: int) -> Problem:
    """That an entry bears a higher mark of secrecy than the paper at hand; nothing of what it says."""
    level, own = secrecy.LEVELS[entry.rank], f"密级是{secrecy.LEVELS[cleared]}" if cleared else "没有标密级"
    hint = f"稿子本来就是这个密级的，在大纲里写明 密级: {level}；查看、导出时加 --secrecy {level}"
    message = f"素材“{entry.id[:40]}”的密级是{level}，手上的稿子{own}，不能用"
    return Problem("above-secrecy", message, place, hint=hint)


def _first(index: Index, wanted: Wanted, heads: bool, query: Query, most: int) -> list[Entry]:
    """The first candidates that truly hold the words."""
    passing = (entry for entry in index.candidates(wanted, heads) if words.passes(entry, query))
    return list(islice(passing, most))


def _may_be_secret(volume: Volume, contents: Contents) -> bool:
    """Whether a file bears a mark of secrecy, or cannot be read and speaks of one."""
    if contents.shelved:
        return any(shelved.entry.rank for shelved in contents.shelved)
    return secrecy.clearance(volume.text) > 0


def _told(fault: Problem, is_secret: bool) -> Problem:
    """What whoever searches is told of a file that is wrong: of a secret one neither its name nor its words."""
    if is_secret:
        message, hint = (
            "有一份标了密级的素材文件有毛病，里面的可能搜不全",
            "收它进来的人用 drafter check 看那份文件",
        )
        return Problem(fault.code, message, severity=Severity.WARNING, hint=hint)
    message = f"素材文件有毛病，里面的可能搜不全：{fault.message}"
    return replace(fault, message=message, severity=Severity.WARNING)


def _said(text: str, facts: Facts) -> str:
    """A text with its references filled in as far as they are known."""
    if "{{" not in text:
        return text
    return REFERENCE.sub(lambda match: _value(match[1], match[0], facts), text)


def _value(name: str, typed: str, facts: Facts) -> str:
    return typed if (fact := facts.get(name)) is None else printed(fact)
