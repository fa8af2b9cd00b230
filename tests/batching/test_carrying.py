"""A plan carried out: each row comes to its result once, and is noted before it counts."""

from __future__ import annotations

import random
from collections import deque

import pytest

from drafter.batching.carrying import Carrying
from drafter.batching.jobs import Job, Made
from drafter.batching.planning import Bad, Plan
from drafter.problems import Problem
from drafter.storage.states.ledger import Ledger

ROWS = 40


class Maker:
    """Rows that have nothing in common."""

    def fingerprint(self, cells):
        return "同"


def planned():
    jobs = deque(Job(row, {"县": str(row)}, (f"出/{row}.docx",)) for row in range(2, ROWS + 2))
    return Plan(jobs, [Bad(ROWS + 2, skipped=True), Bad(1, (Problem("bad-cell", "错"),), 3)], (), ())


def shuffled(jobs):
    """Rows made in handfuls, in whatever order."""
    taken = list(jobs)
    random.Random(7).shuffle(taken)
    for job in taken:
        yield Made(job.row, (f"{job.row:064}",), gaps=job.row % 3)


@pytest.fixture
def carried(tmp_path):
    """Carries a plan out; gives its results and what was told."""

    def carry(make, again=False, resume=False, keyed=False):
        told = []
        with Ledger(tmp_path / "home", tmp_path / "出", resume) as ledger:
            carrying = Carrying(planned(), Maker(), tmp_path, lambda *said: told.append(said), keyed)
            carrying.leave(ledger, again)
            return carrying.carry_out(make, ledger), told

    return carry


def test_each_row_has_its_result_in_the_order_of_the_table(carried):
    """However they come; those that make no document too, and each is told once."""
    results, told = carried(shuffled)

    assert [one.row for one in results] == list(range(1, ROWS + 3))
    assert [one.gaps for one in results[1:-1]] == [row % 3 for row in range(2, ROWS + 2)]
    assert results[1].outputs == ("出/2.docx",) and results[-1].skipped and results[0].exit_code == 3
    assert told == [(number, ROWS + 2) for number in range(3, ROWS + 3)]


def test_a_row_is_noted_before_it_counts(carried, tmp_path, monkeypatch):
    """Whoever is told of it could go on without it."""
    noted = []
    plain = Ledger.note
    monkeypatch.setattr(Ledger, "note", lambda self, entry: noted.append(entry["key"]) or plain(self, entry))
    seen = []
    with Ledger(tmp_path / "home", tmp_path / "出", False) as ledger:
        carrying = Carrying(planned(), Maker(), tmp_path, lambda done, _: seen.append((done, len(noted))))
        carrying.carry_out(shuffled, ledger)

    assert seen == [(number + 2, number) for number in range(1, ROWS + 1)] and len(set(noted)) == ROWS


def test_rows_that_are_done_are_not_sent_again(carried, tmp_path):
    """But those whose files were changed since, and failed ones where they are to be tried again."""
    (tmp_path / "出").mkdir()

    def some(jobs):
        for job in jobs:
            bad = (Problem("worker-ended", "没做成"),) if job.row % 2 else ()
            yield Made(job.row, ("x",), problems=bad, exit_code=3 if bad else 0)

    carried(some)
    sent = []

    def watched(jobs):
        for job in jobs:
            sent.append(job.row)
            yield Made(job.row, ("x",))

    carried(watched, resume=True)
    assert sent == [row for row in range(2, ROWS + 2) if row % 2 == 0]
    sent.clear()
    carried(watched, again=True, resume=True)
    assert sent == list(range(2, ROWS + 2))


def test_a_key_is_the_same_wherever_the_documents_lie(carried):
    """And is said where it is asked for."""
    (first, *_), _ = carried(shuffled, keyed=True)
    results, _ = carried(shuffled, keyed=True)
    assert first.key == "" and len({one.key for one in results}) == ROWS + 1
    assert all(one.key == "" for one in carried(shuffled)[0])
