"""Many writers at once, and kills: nothing of a library is lost."""

from __future__ import annotations

import contextlib
import multiprocessing
import random
import signal
import sqlite3
import subprocess
import sys
import time
from multiprocessing import connection
from pathlib import Path

import pytest

from drafter.model.library import Query
from tests.storage.library.stores import collection, found, on_server, opened

EACH = 8
WRITERS = 8


@pytest.fixture(params=["folder", "server"])
def open_(request):
    """How a library is opened, in each store."""
    if request.param == "server":
        request.getfixturevalue("server")
        return on_server
    return opened


def _write(open_, folder, home, writer):
    library = open_(folder, home)
    for number in range(EACH):
        assert library.own.add("同名", collection(writer * 100 + number))[1]
        assert library.search(Query(terms=("督查",)), 5).hits


def test_eight_processes_write_at_once_and_nothing_is_lost(open_, tmp_path, home):
    """Under one and the same name, searching in between."""
    folder = tmp_path / "库"
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write, args=(open_, folder, home, n)) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    assert found(open_(folder, home)) == sorted(
        f"第{w * 100 + n}份" for w in range(WRITERS) for n in range(EACH)
    )


LIVES = 4
MOST = 20


def _live(open_, folder, home, said, writer, life):
    """Adds what its earlier lives have not said to be in, and says so; but for the last life it is killed at work."""
    if life < LIVES - 1:
        signal.setitimer(signal.ITIMER_PROF, random.Random(f"{writer} {life}").uniform(0.02, 0.3))
    done = said.read_text().count("\n") if said.exists() else 0
    library = open_(folder, home)
    for number in range(done, MOST):
        library.own.add("同名", collection(writer * 100 + number))
        assert library.search(Query(terms=("督查",)), 5).hits
        with said.open("a") as file:
            file.write(f"第{writer * 100 + number}份\n")


def test_eight_writers_that_are_killed_and_started_again_lose_nothing(open_, tmp_path, home):
    """Each is killed three times, by the work it has done; what was said to be in is in, once, and the index is sound."""
    folder = tmp_path / "库"
    context = multiprocessing.get_context("fork")
    said = [tmp_path / f"{writer}.said" for writer in range(WRITERS)]

    def start(writer, life):
        process = context.Process(target=_live, args=(open_, folder, home, said[writer], writer, life))
        process.start()
        return process.sentinel, (process, writer, life)

    living, killed = dict(start(writer, 0) for writer in range(WRITERS)), 0
    while living:
        for sentinel in connection.wait(list(living)):
            process, writer, life = living.pop(sentinel)
            process.join()
            assert process.exitcode in (0, -signal.SIGPROF)
            if process.exitcode:
                killed += 1
                living |= [start(writer, life + 1)]

    wanted = sorted(f"第{writer * 100 + number}份" for writer in range(WRITERS) for number in range(MOST))
    assert killed >= WRITERS
    assert sorted(name for file in said for name in file.read_text().split()) == wanted
    assert found(open_(folder, home)) == wanted
    for index in home.rglob("library-*.db"):
        with contextlib.closing(sqlite3.connect(index)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from drafter.model.library import Query
from tests.storage.library import stores
from tests.storage.library.stores import collection
library = stores.{open_}(Path({folder!r}), Path({home!r}))
for number in range({first}, 10**6):
    library.own.add(f"第{{number}}份", collection(number))
    library.search(Query(terms=("督查",)), 5)
    print(number, flush=True)
"""


def test_a_kill_at_any_moment_loses_nothing(open_, tmp_path, home):
    """What was said to be in is in; the next run finds it, whole."""
    folder = tmp_path / "库"
    root = str(Path(__file__).parents[3])
    for kill in range(3):
        code = KILLED.format(
            root=root, folder=str(folder), home=str(home), open_=open_.__name__, first=kill * 10_000
        )
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
            process.stdout.readline()
            time.sleep(0.021 * kill)
            process.send_signal(signal.SIGKILL)
            said = process.stdout.read().split()
        library = open_(folder, home)
        there = found(library)
        assert {f"第{number}份" for number in said} <= set(there)
        assert len(there) == len([name for name in _names(library) if name.startswith("第")])


def _names(library):
    return library.own.ask(lambda index: index.volumes())
