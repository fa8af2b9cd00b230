"""The index of a folder of files, in SQLite. It is never the truth and can be thrown away.

FTS5 without content or positions over our own tokens: a fifth of the size of one with
positions, and pairs of characters are found, which FTS5's own trigrams cannot do. What is
deleted there has to be given once more as it was, which the entry's own row allows. Fingerprints
lie in one too, a row for each paragraph: in a tree each of the hundreds of an outline would make
another page to be written.
"""

from __future__ import annotations

import contextlib
import sqlite3
import weakref
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from drafter.model.library import Entry, FingerprintHit, Keyed, Wanted
from drafter.problems import InputProblem
from drafter.storage.library.index import (
    NO_TEXT,
    PARAGRAPHS,
    STOCK,
    IndexClosed,
    IndexDamaged,
    Kept,
    MakeKeys,
    describe_entry,
    restore_entry,
)
from drafter.storage.library.networks import on_network

IN_MEMORY = ":memory:"
PATIENCE = 30.0
"""Seconds to wait for another process that writes."""

_WAL_PAGES = 8000
"""Pages that gather before they are moved into the file: rarely, so that adding one stays quick."""

_FOUND_BY = ("word", "head", "print")
"""The tables of FTS5."""

_TIDIED = 16
"""Pages of each that are put in order with every file taken in. Left to itself FTS5 puts nothing in
order twenty times and then hundreds of pages at once."""

_LAYOUT = "3"
_SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE volume(name TEXT PRIMARY KEY, stamp TEXT, digest TEXT) WITHOUT ROWID;
CREATE TABLE entry(n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, volume TEXT, shelf INT, rank INT, about TEXT, text TEXT);
CREATE INDEX entry_id ON entry(id);
CREATE INDEX entry_volume ON entry(volume);
CREATE TABLE taken(used TEXT, user TEXT, n INT, PRIMARY KEY(used, n)) WITHOUT ROWID;
CREATE VIRTUAL TABLE print USING fts5(t, content='', detail=none, columnsize=0, tokenize="ascii");
CREATE VIRTUAL TABLE word USING fts5(t, content='', detail=none, columnsize=0, tokenize="ascii tokenchars ':'");
CREATE VIRTUAL TABLE head USING fts5(t, content='', detail=none, columnsize=0, tokenize="ascii tokenchars ':'");
"""
_CLOSED = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}
    | {sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_AUTH}
)
_ROW = "e.about, e.text, e.volume, e.shelf"


@contextlib.contextmanager
def _sound() -> Iterator[None]:
    """Turns what SQLite says into what is to be done about it."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        raise (IndexClosed if code in _CLOSED else IndexDamaged)(str(error)) from error
    except UnicodeEncodeError as error:
        raise InputProblem(NO_TEXT) from error
    except (ValueError, TypeError) as error:  # a row that is not what was written
        raise IndexDamaged(str(error)) from error


class SqliteIndex:
    """An index in a file, or in memory. `version` is that of the tokens.

    Raises:
        IndexClosed: the file cannot be made or opened.
        IndexDamaged: what lies there is no index of this version.

    """

    def __init__(self, path: str, keys: MakeKeys, version: str) -> None:
        self.path = path
        self._keys = keys
        with _sound():
            # The page asks from several threads, one after another.
            self._db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            self._closing = weakref.finalize(self, self._db.close)
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute("PRAGMA cache_size=-65536")
            # Python looks bytes up in a long text in half the time of SQLite's instr().
            self._db.create_function("holds", 3, _holds, deterministic=True)
            if path != IN_MEMORY:
                mode = "DELETE" if on_network(Path(path)) else "WAL"
                self._db.execute(f"PRAGMA journal_mode={mode}").fetchone()
                self._db.execute(f"PRAGMA wal_autocheckpoint={_WAL_PAGES}")
            self._prepare(f"{_LAYOUT}.{version}")

    def _prepare(self, version: str) -> None:
        """Makes the tables where there are none, and refuses those of another version."""
        if self._is_empty():  # looked at first without a place among the writers: most only read
            with self._writing():
                if self._is_empty():
                    self._create(version)
        found = self._db.execute("SELECT value FROM meta WHERE key='version'").fetchone()
        if found is None or found[0] != version:
            self.close()
            raise IndexDamaged("version")

    def _is_empty(self) -> bool:
        return not self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]

    def _create(self, version: str) -> None:
        for statement in _SCHEMA.split(";\n"):
            self._db.execute(statement)
        for table in _FOUND_BY:
            self._db.execute(f"INSERT INTO {table}({table}, rank) VALUES('automerge', 0)")
        self._db.execute("INSERT INTO meta VALUES('version', ?)", (version,))

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction that takes its place among the writers at once, and fails as a whole."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def volumes(self) -> dict[str, tuple[str, str]]:
        """See `Index`."""
        with _sound():
            rows = self._db.execute("SELECT name, stamp, digest FROM volume")
            return {name: (stamp, digest) for name, stamp, digest in rows}

    def touch(self, stamps: Mapping[str, str]) -> None:
        """Remembers new stamps of files that hold what they held."""
        with _sound(), self._writing():
            self._db.executemany(
                "UPDATE volume SET stamp=? WHERE name=?", [(stamp, name) for name, stamp in stamps.items()]
            )

    def put(self, kept: Sequence[Kept]) -> None:
        """See `Index`."""
        keyed = [[self._keys(entry) for entry in volume.entries] for volume in kept]
        with _sound(), self._writing():
            self._forget([volume.name for volume in kept])
            for volume, entries in zip(kept, keyed, strict=True):
                self._db.execute(
                    "INSERT INTO volume VALUES(?, ?, ?)", (volume.name, volume.stamp, volume.digest)
                )
                for entry in entries:
                    self._insert(entry)
            for table in _FOUND_BY:
                merge = f"INSERT INTO {table}({table}, rank) VALUES('merge', ?)"
                self._db.execute(merge, (_TIDIED * len(kept),))

    def drop(self, names: Collection[str]) -> None:
        """See `Index`."""
        with _sound(), self._writing():
            self._forget(names)

    def _insert(self, keyed: Keyed) -> None:
        entry = keyed.entry
        row = (entry.id, entry.volume, entry.shelf, entry.rank, describe_entry(entry), entry.text)
        insert = "INSERT INTO entry(id, volume, shelf, rank, about, text) VALUES(?, ?, ?, ?, ?, ?)"
        number = self._db.execute(insert, row).lastrowid or 0
        self._db.execute("INSERT INTO word(rowid, t) VALUES(?, ?)", (number, _joined(keyed.words)))
        self._db.execute("INSERT INTO head(rowid, t) VALUES(?, ?)", (number, _joined(keyed.heads)))
        self._db.executemany("INSERT INTO print(rowid, t) VALUES(?, ?)", _places(keyed, number))
        self._db.executemany(
            "INSERT OR IGNORE INTO taken VALUES(?, ?, ?)", [(used, entry.id, number) for used in entry.uses]
        )

    def _forget(self, names: Iterable[str]) -> None:
        """Takes every entry of these files out of every table."""
        for name in names:
            rows = self._db.execute(f"SELECT e.n, {_ROW} FROM entry e WHERE volume=?", (name,)).fetchall()
            for number, *row in rows:
                keyed = self._keys(restore_entry(*row))
                for table, words in (("word", keyed.words), ("head", keyed.heads)):
                    self._db.execute(
                        f"INSERT INTO {table}({table}, rowid, t) VALUES('delete', ?, ?)",
                        (number, _joined(words)),
                    )
                places = _places(keyed, number)
                self._db.executemany("INSERT INTO print(print, rowid, t) VALUES('delete', ?, ?)", places)
                taken = [(used, number) for used in keyed.entry.uses]
                self._db.executemany("DELETE FROM taken WHERE used=? AND n=?", taken)
            self._db.execute("DELETE FROM entry WHERE volume=?", (name,))
            self._db.execute("DELETE FROM volume WHERE name=?", (name,))

    def candidates(self, wanted: Wanted, heads: bool = False) -> Iterator[Entry]:
        """See `Index`."""
        table = "head" if heads else "word"
        match = " AND ".join(f'"{token}"' for token in wanted.having)
        for token in wanted.lacking:
            match = f'({match}) NOT "{token}"'
        plain = "AND holds(CAST(e.text AS BLOB), CAST(e.about AS BLOB), ?) " * len(wanted.plain)
        query = f"""SELECT {_ROW} FROM {table} CROSS JOIN entry e ON e.n = {table}.rowid
            WHERE {table} MATCH ? {plain} ORDER BY {table}.rowid DESC"""
        with _sound():
            for row in self._db.execute(query, (match, *(word.encode("utf-8") for word in wanted.plain))):
                yield restore_entry(*row)

    def entries(self, id_: str) -> list[Entry]:
        """See `Index`."""
        with _sound():
            rows = self._db.execute(f"SELECT {_ROW} FROM entry e WHERE id=? ORDER BY shelf, n", (id_,))
            return [restore_entry(*row) for row in rows]

    def ids(self, cleared: int = 0) -> list[str]:
        """See `Index`."""
        query = "SELECT id FROM entry WHERE rank<=? ORDER BY shelf, n"
        with _sound():
            return [id_ for (id_,) in self._db.execute(query, (cleared,))]

    def fingerprint_hits(self, prints: Collection[int], cleared: int = 0) -> list[FingerprintHit]:
        """See `Index`."""
        shared: Counter[int] = Counter()
        with _sound():
            for mark in prints:
                places = self._db.execute(
                    "SELECT rowid FROM print WHERE print MATCH ? LIMIT ?", (f'"{mark:x}"', STOCK + 1)
                ).fetchall()
                if len(places) <= STOCK:
                    shared.update(place for (place,) in places)
            hits = (self._hit(place, count) for place, count in shared.most_common())
            return list(islice((hit for hit in hits if hit.entry.rank <= cleared), STOCK))

    def _hit(self, place: int, shared: int) -> FingerprintHit:
        number, paragraph = divmod(place, PARAGRAPHS)
        row = self._db.execute(f"SELECT {_ROW} FROM entry e WHERE n=?", (number,)).fetchone()
        return FingerprintHit(restore_entry(*row), paragraph, shared)

    def users(self, ids: Collection[str], cleared: int = 0) -> Mapping[str, tuple[str, ...]]:
        """See `Index`."""
        found = {}
        query = "SELECT user FROM taken JOIN entry USING(n) WHERE used=? AND rank<=? ORDER BY user"
        with _sound():
            for id_ in ids:
                rows = self._db.execute(query, (id_, cleared)).fetchall()
                found[id_] = tuple(dict.fromkeys(user for (user,) in rows))
        return found

    def close(self) -> None:
        """See `Index`."""
        self._closing()


def _holds(text: bytes, about: bytes, word: bytes) -> bool:
    return word in text or word in about


def discard(path: Path) -> None:
    """Throws the index away, with what SQLite keeps beside it.

    Raises:
        IndexClosed: it cannot be removed.

    """
    try:
        for suffix in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise IndexClosed(str(error)) from error


def _joined(words: frozenset[str]) -> str:
    """The tokens as FTS5 parts them: always in the same order, since a deletion repeats them."""
    return " ".join(sorted(words))


def _places(keyed: Keyed, number: int) -> list[tuple[int, str]]:
    """The place of each paragraph that has fingerprints, and these as FTS5 parts them."""
    found: dict[int, list[str]] = {}
    for mark, paragraph in keyed.prints:
        found.setdefault(number * PARAGRAPHS + paragraph, []).append(f"{mark:x}")
    return [(place, " ".join(marks)) for place, marks in found.items()]
