"""Rows made by a real Dask cluster: a scheduler, two workers with nannies, each of which is killed."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import required
from tests.processes import children, kill, waited

ROOT = Path(__file__).parents[2]
ROWS = 1000
KILLS = int(os.environ.get("DRAFTER_KILLS", "1"))
"""Moments at which each of worker, nanny, scheduler, driver and all of them is killed."""

OUTLINE = (
    "模板: 部署讲话\n标题: 致{{ 县 }}的函\n任务:\n  - 请{{ 县 }}在{{ 件数 }}天内报。\n结尾: 特此函告。\n"
)
SCHEDULER = "from distributed.cli.dask_scheduler import main; main()"
WORKER = "from distributed.cli.dask_worker import main; main()"


@pytest.fixture(autouse=True)
def dask():
    try:
        import distributed
    except ImportError:
        distributed = None
    required("distributed", distributed)


class Cluster:
    """A scheduler and two workers, each behind its nanny, in processes of their own."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self.scheduler = self._start(SCHEDULER, "--port", "0", "--scheduler-file", "s.json", "--no-dashboard")
        assert waited(
            lambda: (folder / "s.json").exists() and (folder / "s.json").read_text().endswith("}"), 60
        )
        self.address = json.loads((folder / "s.json").read_text())["address"]
        self.nannies = [
            self._start(WORKER, self.address, "--nthreads", "1", "--no-dashboard") for _ in range(2)
        ]

    def _start(self, program, *options):
        return subprocess.Popen(
            [sys.executable, "-c", program, *options], cwd=self.folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), "DRAFTER_HOME": str(self.folder / "home")},
        )  # fmt: skip

    def workers(self):
        """The processes that the nannies look after: those that work, not those that only track."""
        return [one for nanny in self.nannies for one in children(nanny.pid)]

    def close(self):
        for process in (*self.nannies, self.scheduler):
            kill(*children(process.pid), process.pid)
            process.wait()


@pytest.fixture
def cluster(tmp_path):
    made = []

    def start():
        made.append(Cluster(tmp_path / f"cluster{len(made)}"))
        return made[-1]

    yield start
    for one in made:
        one.close()


@pytest.fixture
def work(tmp_path):
    """A folder with an outline and a table; starts the batch in it."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "函.yaml").write_text(OUTLINE, encoding="utf-8")
    rows = "".join(f"第{number}县,{number}\n" for number in range(ROWS))
    (folder / "表.csv").write_text(f"县,件数\n{rows}", encoding="utf-8")

    def start(out, *options):
        environment = {**os.environ, "DRAFTER_HOME": str(folder / "home")}
        environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), *sys.path])
        return subprocess.Popen(
            [sys.executable, "-m", "drafter", "batch", "函.yaml", "表.csv", "-o", out, *options],
            cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    return start


def finished(process):
    said, _ = process.communicate(timeout=150)
    return process.returncode, said.decode()


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".docx"}


@pytest.mark.parametrize("moment", range(KILLS))
@pytest.mark.parametrize("victim", ["nobody", "worker", "nanny", "scheduler", "driver", "group"])
def test_every_row_comes_out_once_and_the_same(tmp_path, cluster, work, victim, moment):
    """Whoever is killed; where the run cannot go on it says so, and is gone on with in a cluster anew."""
    assert finished(work("全", "--jobs", "1"))[0] == 0
    one = cluster()
    process = work("出", "--engine", "dask", "--scheduler", one.address)
    assert waited(lambda: (tmp_path / "work/出").exists(), 60)
    time.sleep(random.Random(f"{victim}{moment}").uniform(0, 0.4))
    if victim == "worker":
        kill(*one.workers()[:2])
    elif victim == "nanny":
        kill(one.nannies[0].pid)
    elif victim == "scheduler":
        kill(one.scheduler.pid)
    elif victim in ("driver", "group"):
        kill(process.pid, *([one.scheduler.pid, *one.workers()] if victim == "group" else []))
    code, said = finished(process)
    if victim in ("nobody", "worker", "nanny"):
        assert code == 0, said
    elif victim == "scheduler":
        assert code == 0 or (code == 5 and "--resume" in said), said
    if victim != "nobody":
        one.close()
        code, said = finished(work("出", "--engine", "dask", "--scheduler", cluster().address, "--resume"))

    assert code == 0, said
    assert files(tmp_path / "work/出") == files(tmp_path / "work/全")
    ledgers = [path.read_bytes().splitlines() for path in (tmp_path / "work/home/batches").glob("*.jsonl")]
    for lines in ledgers:
        keys = [json.loads(line)["key"] for line in lines if line.endswith(b"}")]
        assert len(keys) == len(set(keys)) == ROWS


def test_files_of_the_cluster_are_ours_afterwards(tmp_path, cluster, work):
    """Though another machine's record knows them: an outline that has changed replaces them."""
    one = cluster()
    assert finished(work("出", "--engine", "dask", "--scheduler", one.address))[0] == 0
    (tmp_path / "work/函.yaml").write_text(OUTLINE.replace("特此", "专此"), encoding="utf-8")

    assert finished(work("出", "--jobs", "1"))[0] == 0


def test_a_scheduler_that_is_not_there_is_said(work, monkeypatch):
    """With the way out."""
    code, said = finished(work("出", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"))

    assert code == 5 and "连不上" in said and "Traceback" not in said
