"""The library's indexes: older, torn, waiting, on closed and full disks."""

from __future__ import annotations

import os
import sqlite3

import pytest

from drafter.actions.opening import open_session
from drafter.library.library import Library
from drafter.model.library import Query
from drafter.problems import OutputProblem
from drafter.storage import files, places
from drafter.storage.library import sqlite_index
from tests.storage.library.stores import collection, found, on_server, opened


def test_on_a_server_older_tokens_are_made_anew(server, tmp_path, home):
    """From the texts that lie there; the answers are the same."""
    import psycopg

    library = on_server(tmp_path / "库", home)
    for number in range(5):
        library.own.add(f"第{number}份", collection(number))
    with psycopg.connect(server, autocommit=True) as database:
        database.execute("UPDATE drafter_meta SET value='0'")
        database.execute("UPDATE drafter_entry SET word=''::tsvector, head=''::tsvector")

    assert found(on_server(tmp_path / "库", home)) == [f"第{number}份" for number in range(5)]


@pytest.mark.parametrize("damage", ["torn", "text", "older", "tables"])
def test_a_torn_or_older_index_is_made_anew(tmp_path, home, damage):
    """With a note, and the same answers."""
    library = opened(tmp_path / "库", home)
    for number in range(40):
        library.own.add(f"第{number}份", collection(number))
    before = found(library)
    (path,) = [path for path in (home / "cache").glob("library-*.db") if _holds(path, "第39份")]
    library.own._close()
    if damage == "torn":
        data = bytearray(path.read_bytes())
        data[4096 : len(data) - 100] = os.urandom(len(data) - 4196)
        path.write_bytes(data)
    elif damage == "text":
        path.write_text("不是数据库" * 500, encoding="utf-8")
    else:
        statement = "UPDATE meta SET value='0'" if damage == "older" else "DROP TABLE entry"
        with sqlite3.connect(path) as database:
            database.execute(statement)
        database.close()
    again = opened(tmp_path / "库", home)

    assert found(again) == before
    assert [note.code for note in again.notes] == ["index-rebuilt"]
    assert opened(tmp_path / "库", home).notes == []


def _holds(path, id_):
    database = sqlite3.connect(path)
    try:
        return bool(database.execute("SELECT 1 FROM entry WHERE id=?", (id_,)).fetchone())
    finally:
        database.close()


def test_a_changed_file_is_noticed(tmp_path, home):
    """And one that was only touched is not read again."""
    folder = tmp_path / "库"
    library = opened(folder, home)
    library.own.add("甲", collection(1))
    library.own.add("乙", collection(2))
    assert len(library.search(Query(terms=("督查",)), 9).hits) >= 2
    (folder / "甲.yaml").write_text(collection(1, "档案"), encoding="utf-8")
    os.utime(folder / "乙.yaml", (1, 1))
    (folder / "丙.yaml").write_text(collection(3), encoding="utf-8")
    again = opened(folder, home)

    assert found(again) == ["第1份", "第2份", "第3份"]
    assert [hit.entry.id for hit in again.search(Query(terms=("档案",)), 9).hits if hit.entry.shelf == 0] == [
        "第1份"
    ]
    (folder / "甲.yaml").unlink()
    assert found(opened(folder, home)) == ["第2份", "第3份"]


def test_who_only_looks_waits_for_no_writer(tmp_path, home, monkeypatch):
    """Another process may be taking files in for a long time."""
    monkeypatch.setattr(sqlite_index, "PATIENCE", 0.1)
    library = opened(tmp_path / "库", home)
    library.own.add("甲", collection(1))
    assert found(library) == ["第1份"]
    writer = sqlite3.connect(next((home / "cache").glob("library-*.db")), isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    again = opened(tmp_path / "库", home)

    assert found(again) == ["第1份"] and again.notes == []
    writer.close()


def test_where_the_index_cannot_be_written_it_is_kept_in_memory(tmp_path, home):
    """With a note that says so; what is found is the same."""
    (tmp_path / "挡路").write_text("", encoding="utf-8")
    library = opened(tmp_path / "库", home)
    library.own.add("甲", collection(1))
    where = places.Places(home, tmp_path / "挡路", home / "site", None, {})
    closed = Library(open_session(where, tmp_path), [str(tmp_path / "库")])

    assert found(closed) == ["第1份"]
    assert [note.code for note in closed.notes] == ["index-in-memory"]


def test_where_the_disk_fills_up_under_the_index_it_goes_on_in_memory(tmp_path, home):
    """Every file is in, and found."""
    library = opened(tmp_path / "库", home)
    library.own.add("第0份", collection(0))
    assert found(library) == ["第0份"]
    database = library.own._opened()._db
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count={pages}")
    for number in range(1, 60):
        library.own.add(f"第{number}份", collection(number, f"督查{number}" * 40))

    assert len(found(library)) == 60 and [note.code for note in library.notes] == ["index-in-memory"]
    assert len(found(opened(tmp_path / "库", home))) == 60


def test_a_full_disk_is_said_and_nothing_is_torn(tmp_path, home, monkeypatch):
    """Exit 4; the index goes on in memory."""
    library = opened(tmp_path / "库", home)
    library.own.add("甲", collection(1))

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OutputProblem) as said:
        library.own.add("乙", collection(2))
    monkeypatch.undo()

    assert "磁盘满了" in str(said.value) and OutputProblem.exit_code == 4
    assert found(opened(tmp_path / "库", home)) == ["第1份"]
    assert [path.name for path in (tmp_path / "库").iterdir()] == ["甲.yaml"]
