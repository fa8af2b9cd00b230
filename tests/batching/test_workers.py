"""Rows made by several processes: whatever ends one of them, each row comes to its result."""

from __future__ import annotations

import hashlib
import os

import pytest

from drafter.actions import batch as action
from drafter.batching.jobs import Job, Order
from drafter.batching.together import Wanted
from drafter.batching.workers import CHUNK, STRIKES, Workers
from drafter.fencing.child import EndedError
from drafter.problems import UsageProblem
from tests.builders import session

OUTLINE = "模板: 部署讲话\n标题: 致{{ 县 }}的函\n任务: 请{{ 县 }}报。\n"
DEADLY = "tests.batching.deadly"
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are ended by signals")


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Has rows of these names made by so many workers; gives what came, by row."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_DEADLY", str(tmp_path))
    order = Order(OUTLINE, "函.yaml", ("县",), ("txt",))

    def make(names, count=2, module=DEADLY, chunk=CHUNK):
        jobs = [Job(row, {"县": name}, (f"出/{row}.txt",)) for row, name in enumerate(names, 2)]
        workers = Workers(module, str(tmp_path), order, count, chunk)
        come = list(workers(order, jobs))
        workers.close()
        assert sorted(one.row for one in come) == [job.row for job in jobs]
        return {one.row: one for one in come}

    return make


def test_rows_are_made_in_other_processes(made, tmp_path):
    """More than a chunk, by more workers than there are chunks; their digests are those of the files."""
    come = made([f"第{number}县" for number in range(CHUNK * 2 + 1)], count=4)

    for row, one in come.items():
        data = (tmp_path / f"出/{row}.txt").read_bytes()
        assert f"致第{row - 2}县的函" in data.decode() and one.exit_code == 0
        assert one.digests == (hashlib.sha256(data).hexdigest(),)


def test_the_rows_of_a_worker_that_ended_are_done_again(made, tmp_path):
    """All of its chunk, one by one."""
    come = made(["甲县", "死一次", "乙县", "死一次二"], count=1)

    assert {one.exit_code for one in come.values()} == {0}
    assert (tmp_path / "死一次.seen").exists() and (tmp_path / "死一次二.seen").exists()


@pytest.mark.parametrize("name", ["必死", "出错"])
def test_a_row_that_ends_worker_after_worker_is_a_bad_row(made, name):
    """After the third, and the others of its chunk are made; a fault of ours in a row is no other's fault."""
    come = made(["甲县", name, "乙县", f"{name}二"])

    assert [one.exit_code for _, one in sorted(come.items())] == [0, 3, 0, 3]
    (problem,) = come[3].problems
    assert problem.code == "worker-ended" and f"{STRIKES} 次意外结束" in problem.message


def test_a_row_that_takes_too_long_says_so(made, monkeypatch):
    """By the clock."""

    def late(*_):
        raise EndedError(None)

    monkeypatch.setattr("drafter.batching.workers.Child.ask", late)
    assert "3 次超过了时间" in made(["甲县"])[2].problems[0].message


def test_what_goes_wrong_here_is_not_swallowed(made, monkeypatch):
    """It ends the run where its results are waited for."""

    def broken(*_):
        raise ValueError("ours")

    monkeypatch.setattr("drafter.batching.workers.Child.ask", broken)
    with pytest.raises(ValueError, match="ours"):
        made(["甲县"])


def test_an_order_that_cannot_be_prepared_there_fails_its_rows(tmp_path):
    """A template that somebody took away in the meantime."""
    order = Order(OUTLINE.replace("部署讲话", "没有的模板"), "函.yaml", ("县",), ("txt",))
    workers = Workers("drafter.batching.worker", str(tmp_path), order, 1)
    (one,) = workers(order, [Job(2, {"县": "甲"}, ("a.txt",))])
    workers.close()

    assert one.exit_code == 3 and one.problems[0].code == "unknown-template"


@pytest.mark.parametrize("workers", [1, 2, 64])
def test_whoever_makes_the_rows_the_bytes_are_the_same(tmp_path, monkeypatch, workers):
    """And 结果.csv too; few rows need no other process."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "函.yaml").write_text(OUTLINE, encoding="utf-8")
    rows = [f"第{number}县" for number in range(CHUNK * 2)]
    (tmp_path / "表.csv").write_text("县\n" + "\n".join(rows) + "\n", encoding="utf-8")
    seen = []
    monkeypatch.setattr("drafter.batching.workers._WORTH_ONE", CHUNK)
    plain = Workers.__init__
    monkeypatch.setattr(
        Workers, "__init__", lambda self, *given: seen.append(given[3]) or plain(self, *given)
    )
    told = []
    for folder, count in (("甲", workers), ("乙", 1)):
        request = action.Request("函.yaml", "表.csv", folder, workers=count)
        report = action.batch(session(), request, lambda done, total: told.append((done, total)))
        assert report.exit_code == 0

    assert seen == ([] if workers == 1 else [2]) and told[-1] == (CHUNK * 2, CHUNK * 2)
    for path in (tmp_path / "甲").glob("*.docx"):
        assert path.read_bytes() == (tmp_path / "乙" / path.name).read_bytes()


def test_a_table_that_cannot_be_planned_leaves_no_process_behind(tmp_path, monkeypatch):
    """Those that got ready for its rows meanwhile are ended."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("drafter.batching.workers._WORTH_ONE", 1)
    (tmp_path / "函.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "表.csv").write_text("县\n甲县\n乙县\n", encoding="utf-8")
    made = []
    plain = Workers.__init__
    monkeypatch.setattr(Workers, "__init__", lambda self, *given: made.append(self) or plain(self, *given))

    request = action.Request("函.yaml", "表.csv", "出", workers=2, together=Wanted("全.txt"))
    with pytest.raises(UsageProblem):
        action.batch(session(), request, lambda *_: None)
    (workers,) = made
    assert not any(thread.is_alive() for thread in workers._threads)
