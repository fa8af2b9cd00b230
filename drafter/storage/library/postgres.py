"""The library on a shared PostgreSQL server: there the files' texts lie in the database too.

The same tokens as in SQLite, in a GIN-indexed tsvector: PostgreSQL's own trigrams find no word
of two characters, and in a database with the C locale none of Chinese at all. Numbers come from
the index first, texts for few of them after: a text in the same condition is read from disk for
every match. Rows are kept narrow, all that is long beside them, since every match of a common
word is a row that is looked at; texts are not compressed, since hundreds are read for a question.
What is new waits in a short list beside each index: in the tree every token of an entry is a way
of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from drafter.model.library import Entry, FingerprintHit, Keyed, Volume, Wanted
from drafter.storage.library.index import PARAGRAPHS, STOCK, Kept, MakeKeys, describe_entry, restore_entry
from drafter.storage.library.server import Server

BIN = "drafter_removed"
"""The table in which the texts of removed files are."""

_LAYOUT = "2"
_LOCK = 0x64726166
"""Of those who make or change the tables; "draf" in ASCII."""

_STEPS = ((4000, 400), (2**31, 4000))
"""Numbers that are asked for, and texts at once: few questions need more than the first few, and of
those that do hardly an entry has the words.
"""

_BEYOND = 2**62
_SCHEMA = """
CREATE TABLE IF NOT EXISTS drafter_meta(key text PRIMARY KEY, value text);
CREATE TABLE IF NOT EXISTS drafter_volume(
    name text COLLATE "C" PRIMARY KEY, digest text, text text, added timestamptz DEFAULT now());
CREATE TABLE IF NOT EXISTS drafter_removed(name text, text text, removed timestamptz DEFAULT now());
CREATE TABLE IF NOT EXISTS drafter_entry(
    n bigserial PRIMARY KEY, id text COLLATE "C",
    volume text COLLATE "C" REFERENCES drafter_volume ON DELETE CASCADE,
    shelf int, about text, text text, word tsvector, head tsvector) WITH (toast_tuple_target=128);
CREATE TABLE IF NOT EXISTS drafter_print(
    mark bigint, place bigint, n bigint REFERENCES drafter_entry ON DELETE CASCADE, PRIMARY KEY(mark, place));
CREATE TABLE IF NOT EXISTS drafter_taken(
    used text COLLATE "C", taker text COLLATE "C", n bigint REFERENCES drafter_entry ON DELETE CASCADE,
    PRIMARY KEY(used, n));
ALTER TABLE drafter_entry ADD COLUMN IF NOT EXISTS rank int NOT NULL DEFAULT 0;
ALTER TABLE drafter_entry ALTER text SET STORAGE EXTERNAL;
CREATE INDEX IF NOT EXISTS drafter_entry_id ON drafter_entry(id);
CREATE INDEX IF NOT EXISTS drafter_entry_volume ON drafter_entry(volume);
CREATE INDEX IF NOT EXISTS drafter_entry_word ON drafter_entry USING gin(word) WITH (gin_pending_list_limit=512);
CREATE INDEX IF NOT EXISTS drafter_entry_head ON drafter_entry USING gin(head) WITH (gin_pending_list_limit=512);
CREATE INDEX IF NOT EXISTS drafter_print_n ON drafter_print(n);
CREATE INDEX IF NOT EXISTS drafter_taken_n ON drafter_taken(n);
"""
_ROW = "about, text, volume, shelf"
_INSERT = f"""INSERT INTO drafter_entry(n, id, {_ROW}, rank, word, head)
    VALUES(%s, %s, %s, %s, %s, %s, %s, array_to_tsvector(%s::text[]), array_to_tsvector(%s::text[]))"""
_INSERT_PRINTS = """INSERT INTO drafter_print
    SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[]) ON CONFLICT DO NOTHING"""


ReadEntries = Callable[[Volume], Sequence[Entry]]
"""The entries of a file."""


class PostgresIndex:
    """The index and the files of a shared library.

    Raises:
        MissingProgram: the extra `pg` is not installed.
        InputProblem: the server cannot be reached.
        OutputProblem: it may not be written.

    """

    def __init__(self, address: str, keys: MakeKeys, version: str, entries: ReadEntries) -> None:
        self._keys = keys
        self._entries = entries
        self._server = Server(address)
        self._db, self._sound = self._server.db, self._server.sound
        self._prepare(f"{_LAYOUT}.{version}")

    def _prepare(self, version: str) -> None:
        """Makes the tables where there are none; where the tokens are older, makes them anew."""
        with self._sound():
            try:
                row = self._db.execute("SELECT value FROM drafter_meta WHERE key='version'").fetchone()
            except self._server.error:
                row = None
            if row is not None and row[0] == version:
                return
            with self._db.transaction():
                self._db.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                self._db.execute(_SCHEMA)
                insert = """INSERT INTO drafter_meta VALUES('version', %s)
                    ON CONFLICT(key) DO UPDATE SET value=excluded.value"""
                self._db.execute(insert, (version,))
                if row is not None:
                    self._reindex()

    def _reindex(self) -> None:
        """Makes every entry anew from its file: an older version may have seen less in it."""
        in_order = """SELECT name, text FROM drafter_volume
            ORDER BY (SELECT min(n) FROM drafter_entry WHERE volume = name)"""
        rows = self._db.execute(in_order).fetchall()
        self._db.execute("DELETE FROM drafter_entry")
        for name, text in rows:
            self._insert(self._entries(Volume(name, text)))

    def volumes(self) -> dict[str, tuple[str, str]]:
        """See `Index`; a server's files have no stamps."""
        with self._sound():
            rows = self._db.execute("SELECT name, digest FROM drafter_volume")
            return {name: ("", digest) for name, digest in rows}

    def create(self, kept: Kept) -> bool:
        """Takes a file in under a name that is free; False where it is taken."""
        with self._sound(), self._db.transaction():
            insert = (
                "INSERT INTO drafter_volume(name, digest, text) VALUES(%s, %s, %s) ON CONFLICT DO NOTHING"
            )
            if self._db.execute(insert, (kept.name, kept.digest, kept.text)).rowcount == 0:
                return False
            self._insert(kept.entries)
        return True

    def put(self, kept: Sequence[Kept]) -> None:
        """See `Index`."""
        with self._sound(), self._db.transaction():
            for volume in sorted(kept, key=lambda volume: volume.name):
                insert = """INSERT INTO drafter_volume(name, digest, text) VALUES(%s, %s, %s)
                    ON CONFLICT(name) DO UPDATE SET digest=excluded.digest, text=excluded.text"""
                self._db.execute(insert, (volume.name, volume.digest, volume.text))
                self._db.execute("DELETE FROM drafter_entry WHERE volume=%s", (volume.name,))
                self._insert(volume.entries)

    def _insert(self, entries: Sequence[Entry]) -> None:
        """Puts entries in, all of them in a few round trips."""
        if not entries:
            return
        numbered = self._db.execute(
            "SELECT nextval('drafter_entry_n_seq') FROM generate_series(1, %s)", (len(entries),)
        ).fetchall()
        keyed = [(number, self._keys(entry)) for (number,), entry in zip(numbered, entries, strict=True)]
        with self._db.cursor() as cursor:
            cursor.executemany(_INSERT, [_row(number, one) for number, one in keyed])
            prints = [(mark, place, number) for number, one in keyed for mark, place in _places(one, number)]
            if prints:
                cursor.execute(_INSERT_PRINTS, tuple(map(list, zip(*prints, strict=True))))
            taken = [(used, one.entry.id, number) for number, one in keyed for used in one.entry.uses]
            if taken:
                cursor.executemany(
                    "INSERT INTO drafter_taken VALUES(%s, %s, %s) ON CONFLICT DO NOTHING", taken
                )

    def drop(self, names: Collection[str]) -> None:
        """See `Index`; the texts are set aside in a table of their own."""
        aside = "INSERT INTO drafter_removed SELECT name, text FROM drafter_volume WHERE name = ANY(%s)"
        with self._sound(), self._db.transaction():
            self._db.execute(aside, (sorted(names),))
            self._db.execute("DELETE FROM drafter_volume WHERE name = ANY(%s)", (sorted(names),))

    def text(self, name: str) -> Volume | None:
        """The text of a file, None where there is none of this name."""
        with self._sound():
            row = self._db.execute("SELECT text FROM drafter_volume WHERE name=%s", (name,)).fetchone()
        return Volume(name, row[0]) if row is not None else None

    def candidates(self, wanted: Wanted, heads: bool = False) -> Iterator[Entry]:
        """See `Index`."""
        column = "head" if heads else "word"
        match = " & ".join(
            [f"'{token}'" for token in wanted.having] + [f"!'{token}'" for token in wanted.lacking]
        )
        plain = "AND (strpos(text, %s) > 0 OR strpos(about, %s) > 0) " * len(wanted.plain)
        first = f"""SELECT n FROM (SELECT n FROM drafter_entry WHERE {column} @@ %s::tsquery AND n < %s OFFSET 0) found
            ORDER BY n DESC LIMIT %s"""
        second = f"SELECT {_ROW} FROM drafter_entry WHERE n = ANY(%s) {plain} ORDER BY n DESC"
        words = [word for word in wanted.plain for _ in range(2)]
        last = _BEYOND
        for most, page in _STEPS:
            with self._sound():
                numbers = [number for (number,) in self._db.execute(first, (match, last, most))]
            for start in range(0, len(numbers), page):
                with self._sound():
                    rows = self._db.execute(second, (numbers[start : start + page], *words)).fetchall()
                yield from (restore_entry(*row) for row in rows)
            if len(numbers) < most:
                return
            last = numbers[-1]

    def entries(self, id_: str) -> list[Entry]:
        """See `Index`."""
        with self._sound():
            rows = self._db.execute(f"SELECT {_ROW} FROM drafter_entry WHERE id=%s ORDER BY shelf, n", (id_,))
            return [restore_entry(*row) for row in rows]

    def ids(self, cleared: int = 0) -> list[str]:
        """See `Index`."""
        query = "SELECT id FROM drafter_entry WHERE rank <= %s ORDER BY shelf, n"
        with self._sound():
            return [id_ for (id_,) in self._db.execute(query, (cleared,))]

    def fingerprint_hits(self, prints: Collection[int], cleared: int = 0) -> list[FingerprintHit]:
        """See `Index`."""
        query = f"""SELECT place, count(*) FROM unnest(%s::bigint[]) wanted(mark)
            CROSS JOIN LATERAL (
                SELECT array_agg(place) AS places
                FROM (SELECT place FROM drafter_print WHERE mark = wanted.mark LIMIT {STOCK + 1}) found
            ) listed CROSS JOIN unnest(places) place
            WHERE cardinality(places) <= {STOCK} AND EXISTS (
                SELECT FROM drafter_entry WHERE n = place / {PARAGRAPHS} AND rank <= %s)
            GROUP BY place ORDER BY count(*) DESC, place LIMIT {STOCK}"""
        with self._sound():
            best = self._db.execute(query, (sorted(prints), cleared)).fetchall()
            numbers = sorted({place // PARAGRAPHS for place, _ in best})
            rows = self._db.execute(f"SELECT n, {_ROW} FROM drafter_entry WHERE n = ANY(%s)", (numbers,))
            entries = {number: restore_entry(*row) for number, *row in rows}
        return [
            FingerprintHit(entries[place // PARAGRAPHS], place % PARAGRAPHS, count) for place, count in best
        ]

    def users(self, ids: Collection[str], cleared: int = 0) -> Mapping[str, tuple[str, ...]]:
        """See `Index`."""
        found: dict[str, list[str]] = {id_: [] for id_ in ids}
        query = """SELECT DISTINCT used, taker FROM drafter_taken JOIN drafter_entry USING(n)
            WHERE used = ANY(%s) AND rank <= %s ORDER BY used, taker"""
        with self._sound():
            for used, taker in self._db.execute(query, (sorted(ids), cleared)):
                found[used].append(taker)
        return {id_: tuple(takers) for id_, takers in found.items()}

    def close(self) -> None:
        """See `Index`."""
        self._server.close()


def _row(number: int, keyed: Keyed) -> tuple[object, ...]:
    """An entry as a row of its table."""
    entry = keyed.entry
    kept = (entry.id, describe_entry(entry), entry.text, entry.volume, entry.shelf, entry.rank)
    return (number, *kept, sorted(keyed.words), sorted(keyed.heads))


def _places(keyed: Keyed, number: int) -> list[tuple[int, int]]:
    """The fingerprints of an entry, each with the place of its paragraph."""
    return [(mark, number * PARAGRAPHS + paragraph) for mark, paragraph in keyed.prints]
