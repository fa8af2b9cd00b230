"""Many writers at once, and kills: nothing of a library is lost."""

from __future__ import annotations

import multiprocessing
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.model.library import Query
from tests.storage.library.stores import collection, found, on_server, opened

EACH = 8
WRITERS = 8


def _write(open_, folder, home, writer):
    library = open_(folder, home)
    for number in range(EACH):
        assert library.own.add("同名", collection(writer * 100 + number))[1]
        assert library.search(Query(terms=("督查",)), 5).hits


@pytest.mark.parametrize("store", ["folder", "server"])
def test_eight_processes_write_at_once_and_nothing_is_lost(store, request, tmp_path, home):
    """Under one and the same name, searching in between."""
    folder = tmp_path / "库"
    open_ = on_server if store == "server" else opened
    if store == "server":
        request.getfixturevalue("server")
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


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.storage.library import stores
from tests.storage.library.stores import collection
library = stores.{open_}(Path({folder!r}), Path({home!r}))
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
    folder, open_ = tmp_path / "库", "on_server" if store == "server" else "opened"
    root = str(Path(__file__).parents[3])
    for kill in range(3):
        code = KILLED.format(root=root, folder=str(folder), home=str(home), open_=open_, first=kill * 10_000)
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
            process.stdout.readline()
            time.sleep(0.021 * kill)
            process.send_signal(signal.SIGKILL)
            said = process.stdout.read().split()
        library = (on_server if store == "server" else opened)(folder, home)
        there = found(library)
        assert {f"第{number}份" for number in said} <= set(there)
        assert len(there) == len([name for name in _names(library) if name.startswith("第")])


def _names(library):
    return library.own.ask(lambda index: index.volumes())
