"""A plan carried out: rows that a run before has done are left, the others made, and each noted before it counts as done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from drafter.batching import done
from drafter.batching.jobs import Job, Made
from drafter.batching.making import RowMaker
from drafter.batching.planning import Plan
from drafter.batching.results import RowResult, of_bad, of_made
from drafter.problems import OutputProblem, Problem, Severity
from drafter.storage.states.ledger import Ledger

Tell = Callable[[int, int], None]
"""Hears how many rows of how many are done."""

Make = Callable[[Iterable[Job]], Iterator[Made]]
"""Has rows made, in whatever order."""


def _as_warnings(error: OutputProblem) -> tuple[Problem, ...]:
    """That nobody will be able to go on with this run: it keeps no document from being made."""
    hint = "文件照样出；断了就从头再来，或先腾出空间、检查用户文件夹的权限"
    return tuple(replace(one, severity=Severity.WARNING, hint=hint) for one in error.problems)


class Carrying:
    """Carries out a plan whose rows `maker` knows; the documents lie below `base`. Where it is `keyed`, each row says what
    its documents are known by.
    """

    def __init__(self, plan: Plan, maker: RowMaker, base: Path, tell: Tell, keyed: bool = False) -> None:
        self._plan = plan
        self._maker = maker
        self._base = base
        self._tell = tell
        self._keyed = keyed
        self.unnoted: tuple[Problem, ...] = ()
        """Why what is done can be noted no more, where that is so."""
        self._all = len(plan.jobs) + len(plan.bad)
        self._results = {row.row: of_bad(row) for row in plan.bad}

    def leave(self, ledger: Ledger, again: bool) -> None:
        """Takes the rows out of the plan that the ledger knows to be done; with `again`, not those that failed. Looks
        whether what is done from now on can be noted.
        """
        self._note(ledger.begin)
        for _ in range(len(self._plan.jobs)):
            job = self._plan.jobs.popleft()
            found = done.already(ledger, self._key(job), job, self._base, again) if ledger.known else None
            if found is None:
                self._plan.jobs.append(job)
            else:
                self._results[job.row] = of_made(found, job.outputs)

    def carry_out(self, make: Make, ledger: Ledger | None) -> list[RowResult]:
        """What became of each row, in the table's order; where there is a ledger, all of it is noted there."""
        sent: dict[int, Job] = {}

        def todo() -> Iterator[Job]:
            while self._plan.jobs:
                job = self._plan.jobs.popleft()
                sent[job.row] = job
                yield job

        for made in make(todo()):
            job = sent.pop(made.row)
            key = self._key(job) if self._keyed or ledger is not None else ""
            if ledger is not None:
                self._note(partial(ledger.note, done.entry_of(key, made)))
            self._results[made.row] = of_made(made, job.outputs, key if self._keyed else "")
            self._tell(len(self._results), self._all)
        if ledger is not None:
            self._note(ledger.flush)
        return [self._results[row] for row in sorted(self._results)]

    def _note(self, deed: Callable[[], None]) -> None:
        """Does something with the ledger; once that cannot be, no more is noted, and the rows are made all the same."""
        if self.unnoted:
            return
        try:
            deed()
        except OutputProblem as error:
            self.unnoted = _as_warnings(error)

    def _key(self, job: Job) -> str:
        return done.key_of(job, self._maker.fingerprint(job.cells))
