"""`drafter batch` by several processes, of which some, or all, are killed at any moment: each row comes out exactly once."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.processes import children, kill

ROOT = Path(__file__).parents[2]
ROWS = 1000
KILLS = int(os.environ.get("DRAFTER_KILLS", "3"))
"""Moments at which each of worker, driver and all of them are killed."""

OUTLINE = (
    "模板: 部署讲话\n标题: 致{{ 县 }}的函\n任务:\n  - 请{{ 县 }}在{{ 件数 }}天内报。\n结尾: 特此函告。\n"
)
WORKER = b"drafter.batching.worker"

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc"
)


class Run:
    """A folder and a home of its own, in which the batch is run."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        (folder / "函.yaml").write_text(OUTLINE, encoding="utf-8")
        rows = "".join(f"第{number}县,{number}\n" for number in range(ROWS))
        (folder / "表.csv").write_text(f"县,件数\n{rows}", encoding="utf-8")

    def start(self, *options):
        command = [
            sys.executable,
            "-m",
            "drafter",
            "batch",
            "函.yaml",
            "表.csv",
            "-o",
            "出",
            "--jobs",
            "2",
            *options,
        ]
        environment = {**os.environ, "DRAFTER_HOME": str(self.folder / "home"), "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            command, cwd=self.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def finish(self, process):
        said, _ = process.communicate(timeout=120)
        return process.returncode, said.decode()

    def files(self):
        return {path.name: path.read_bytes() for path in (self.folder / "出").iterdir()}

    def noted(self):
        (ledger,) = (self.folder / "home/batches").glob("*.jsonl")
        return [json.loads(line) for line in ledger.read_bytes().splitlines() if line.endswith(b"}")]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What a run that nobody disturbs makes, and how long it takes."""
    run = Run(tmp_path_factory.mktemp("kills") / "whole")
    began = time.monotonic()
    assert run.finish(run.start())[0] == 0
    return run.files(), time.monotonic() - began


@pytest.mark.parametrize("moment", range(KILLS))
@pytest.mark.parametrize("victim", ["worker", "driver", "group"])
def test_every_row_comes_out_once_and_the_same(tmp_path, undisturbed, victim, moment):
    """A worker is replaced in the same run; after the driver's end, or everybody's, the run is gone on with."""
    whole, lasted = undisturbed
    chance = random.Random(f"{victim}{moment}")
    run = Run(tmp_path / "run")
    process = run.start()
    time.sleep(chance.uniform(0.15, 1.0) * lasted)
    workers = children(process.pid, WORKER)
    if victim == "worker":
        kill(*chance.sample(workers, min(1, len(workers))))
        assert run.finish(process)[0] == 0
    else:
        kill(process.pid, *(workers if victim == "group" else []))
        run.finish(process)
    code, said = run.finish(run.start("--resume"))

    assert code == 0, said
    assert run.files() == whole
    keys = [entry["key"] for entry in run.noted()]
    assert len(keys) == len(set(keys)) == ROWS
