"""The library's indexes and files: many writers, kills, torn indexes, closed and full disks, packs."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from drafter.actions.opening import open_session
from drafter.library.library import Library
from drafter.model.library import Query, Volume
from drafter.problems import InputProblem, OutputProblem
from drafter.storage import files, places
from drafter.storage.library import folders, networks, packs, sqlite_index

EACH = 8
WRITERS = 8


@pytest.fixture
def home(tmp_path):
    """A drafter folder with a cache that no other test has."""
    return tmp_path / "家"


def opened(folder, home):
    """A library of one folder, as a process of its own would open it."""
    where = places.Places(home, home / "cache", home / "site", None, {})
    return Library(open_session(where, folder), [str(folder)])


def collection(number, words="督查"):
    return f"素材集: 第{number}份\n素材:\n  - 编号: 第{number}份\n    类别: 要点\n    标题: {words}\n    正文: 第{number}份素材的正文。\n"


def found(library):
    """The ids of the user's own entries."""
    return sorted(entry.id for entry in library.all(Query()) if library.own.is_own(entry.volume))


def _write(open_, folder, home, writer):
    library = open_(folder, home)
    for number in range(EACH):
        assert library.own.add("同名", collection(writer * 100 + number))[1]
        assert library.search(Query(terms=("督查",)), 5).hits


@pytest.mark.parametrize("store", ["folder", "server"])
def test_eight_processes_write_at_once_and_nothing_is_lost(store, request, tmp_path, home):
    """Under one and the same name, searching in between."""
    folder = tmp_path / "库"
    open_ = _on_server if store == "server" else opened
    if store == "server":
        request.getfixturevalue("server")
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write, args=(open_, folder, home, n)) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)

    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    assert found(open_(folder, home)) == sorted(
        f"第{w * 100 + n}份" for w in range(WRITERS) for n in range(EACH)
    )


def _on_server(folder, home):
    where = places.Places(home, home / "cache", home / "site", None, {})
    return Library(open_session(where, folder.parent))


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.storage import test_library_store as store
from tests.storage.test_library_store import collection
library = store.{open_}(Path({folder!r}), Path({home!r}))
for number in range({first}, 10**6):
    library.own.add(f"第{{number}}份", collection(number))
    library.search(__import__("drafter.model.library").model.library.Query(terms=("督查",)), 5)
    print(number, flush=True)
"""


@pytest.mark.parametrize("store", ["folder", "server"])
def test_a_kill_at_any_moment_loses_nothing(store, request, tmp_path, home):
    """What was said to be in is in; the next run finds it, whole."""
    if store == "server":
        request.getfixturevalue("server")
    folder, open_ = tmp_path / "库", "_on_server" if store == "server" else "opened"
    root = str(Path(__file__).parents[2])
    for kill in range(3):
        code = KILLED.format(root=root, folder=str(folder), home=str(home), open_=open_, first=kill * 10_000)
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
            process.stdout.readline()
            time.sleep(0.021 * kill)
            process.send_signal(signal.SIGKILL)
            said = process.stdout.read().split()
        library = (_on_server if store == "server" else opened)(folder, home)
        there = found(library)
        assert {f"第{number}份" for number in said} <= set(there)
        assert len(there) == len([name for name in _names(library) if name.startswith("第")])


def _names(library):
    return library.own.ask(lambda index: index.volumes())


def test_on_a_server_older_tokens_are_made_anew(server, tmp_path, home):
    """From the texts that lie there; the answers are the same."""
    import psycopg

    library = _on_server(tmp_path / "库", home)
    for number in range(5):
        library.own.add(f"第{number}份", collection(number))
    with psycopg.connect(server, autocommit=True) as database:
        database.execute("UPDATE drafter_meta SET value='0'")
        database.execute("UPDATE drafter_entry SET word=''::tsvector, head=''::tsvector")

    assert found(_on_server(tmp_path / "库", home)) == [f"第{number}份" for number in range(5)]


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


def test_on_a_disk_without_links_a_file_is_created_all_the_same(tmp_path, monkeypatch):
    """And never over another."""

    def refused(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(files.os, "link", refused)

    assert files.create(tmp_path / "甲.yaml", b"1") and not files.create(tmp_path / "甲.yaml", b"2")
    assert (tmp_path / "甲.yaml").read_bytes() == b"1"


@pytest.mark.parametrize(
    ("path", "remote"),
    [("/home/u/x", False), ("/mnt/share/x", True), ("/mnt/share 2/x", True), ("/mnt/sharex", False)],
)
def test_a_network_share_is_known_by_its_mount(path, remote):
    """There SQLite does without shared memory."""
    mounts = "/dev/sda / ext4 rw 0 0\nnas:/a /mnt/share nfs4 rw 0 0\n//nas/b /mnt/share\\0402 cifs rw 0 0\n"

    assert networks.is_remote(path, mounts) is remote


def test_links_that_lead_out_and_hidden_files_are_left_alone(tmp_path):
    """A library folder holds what it holds."""
    (tmp_path / "外.yaml").write_text("标题: 甲\n", encoding="utf-8")
    inside = tmp_path / "库"
    (inside / ".回收").mkdir(parents=True)
    (inside / ".回收" / "旧.yaml").write_text("标题: 甲\n", encoding="utf-8")
    (inside / "链接.yaml").symlink_to(tmp_path / "外.yaml")
    (inside / "圈").symlink_to(inside, target_is_directory=True)
    (inside / "好.yaml").write_text("标题: 甲\n", encoding="utf-8")

    assert list(folders.scan([places.Folder(inside, "用户")])) == ["好"]


def test_a_folder_to_be_added_brings_nothing_from_outside(tmp_path):
    """Its links that lead out are left alone."""
    (tmp_path / "外.txt").write_text("甲", encoding="utf-8")
    inside = tmp_path / "旧稿"
    inside.mkdir()
    (inside / "链接.txt").symlink_to(tmp_path / "外.txt")
    (inside / "好.txt").write_text("乙", encoding="utf-8")

    assert folders.below(inside, (".txt",)) == [inside / "好.txt"]


GOOD = packs.write([Volume("2025/甲", "标题: 甲\n")], "1")


def pack(members, manifest=None):
    """A pack of these members, made by hand."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        if manifest is not None:
            made.writestr("manifest.json", manifest if isinstance(manifest, str) else json.dumps(manifest))
        for name, text in members.items():
            made.writestr(name, text)
    return data.getvalue()


def listing(*names):
    return {"format": 1, "drafter": "1", "files": [{"name": name, "sha256": "0" * 64} for name in names]}


def test_a_pack_comes_back_as_it_went():
    """Folders included."""
    assert packs.read(GOOD, "包.zip") == [Volume("2025/甲", "标题: 甲\n")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\3\4 nothing", "bad-pack"),
        (GOOD[:-40], "bad-pack"),
        (pack({"library/a.yaml": "标题: 甲"}), "bad-pack"),
        (pack({}, "{"), "bad-pack"),
        (pack({}, "[" * 100_000), "bad-pack"),
        (pack({}, {"format": 9}), "newer-pack"),
        (pack({"library/a.yaml": "改过"}, listing("a")), "changed-pack"),
        (pack({"library/a.yaml": "甲", "library/b.yaml": "乙"}, listing("a")), "changed-pack"),
        (pack({"library/../../a.yaml": "甲"}, listing("../../a")), "unsafe-pack"),
        (pack({"/etc/a.yaml": "甲"}, listing("a")), "unsafe-pack"),
        (pack({"library/c:\\a.yaml": "甲"}, listing("c:\\a")), "unsafe-pack"),
        (pack({"library/a.py": "print()"}, listing("a")), "unsafe-pack"),
        (pack({"run.sh": "rm"}, listing()), "unsafe-pack"),
        (pack({"library/a.yaml": "0" * (30 * 1024 * 1024)}, listing("a")), "too-large"),
        (pack({"library/a.yaml": "0" * (2 * 1024 * 1024)}, listing("a")), "too-large"),
        (pack({f"library/{n}.yaml": "" for n in range(packs.MOST_FILES + 1)}, listing()), "too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_or_broken_pack_is_refused_whole(data, code):
    """Before anything of it is unfolded or written."""
    with pytest.raises(InputProblem) as said:
        packs.read(data, "包.zip")

    assert said.value.problems[0].code == code


def test_a_pack_that_lies_about_a_members_size_is_refused():
    """The size that a zip says is a promise, not a fact."""
    bomb = bytearray(pack({"library/a.yaml": "0" * 500_000}, listing("a")))
    for start in (bomb.find(b"PK\3\4", 10), bomb.rfind(b"PK\1\2")):
        offset = start + (22 if bomb[start : start + 4] == b"PK\3\4" else 24)
        bomb[offset : offset + 4] = (100).to_bytes(4, "little")

    with pytest.raises(InputProblem):
        packs.read(bytes(bomb), "包.zip")
