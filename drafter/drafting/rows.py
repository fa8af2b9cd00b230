"""One draft bound row by row: what is made of each row, and who makes them.

An executor is given what makes a document and all the rows, and hands the documents on as they come. Nothing
is written here: whoever asked writes, so that the making can be done by several processes or elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from drafter.drafting import production
from drafter.drafting.gaps import gap_problems
from drafter.drafting.printing.formats import produce
from drafter.drafting.production import Prepared
from drafter.model.outline import Facts
from drafter.problems import DrafterError, InputProblem, OpenGaps, Place, Problem
from drafter.readers.soundness import Proven, find_broken_part
from drafter.session.session import Session

WORD = "docx"


@dataclass(frozen=True, slots=True)
class Job:
    """One row: its number in the table, its facts, and the path that its document is for."""

    row: int
    facts: Facts
    output: str


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a job: a document with so many open gaps, or why there is none."""

    job: Job
    data: bytes = b""
    gaps: int = 0
    problem: Problem | None = None
    exit_code: int = 0


Make = Callable[[Job], Made]


class Executor(Protocol):
    """Has the documents of all jobs made; where, and in what order, is its own affair."""

    def __call__(self, make: Make, jobs: Iterable[Job]) -> Iterator[Made]:
        """Each job's document, as it comes."""


def in_turn(make: Make, jobs: Iterable[Job]) -> Iterator[Made]:
    """The executor of one process: row after row."""
    return map(make, jobs)


class RowMaker:
    """Makes the documents of an outline that was templated once; `form` is one of `formats.FORMATS`."""

    def __init__(self, session: Session, prepared: Prepared, form: str) -> None:
        self._session = session
        self._prepared = prepared
        self._form = form
        self._proven: Proven = set()

    def __call__(self, job: Job) -> Made:
        """The document of one row. What is wrong with a row stops no other."""
        try:
            draft = production.bound_draft(self._session, self._prepared, job.facts)
            if self._prepared.final and draft.gaps:
                raise OpenGaps(*gap_problems(draft.gaps))
            data = produce(self._session, draft, self._form)
        except DrafterError as error:
            return Made(job, problem=error.problems[0], exit_code=error.exit_code)
        broken = find_broken_part(data, self._proven) if self._form == WORD else ""
        if broken:
            return Made(job, problem=_not_sound(broken, job.output), exit_code=InputProblem.exit_code)
        return Made(job, data, len(draft.gaps))


def _not_sound(part: str, output: str) -> Problem:
    """Why a document is not handed on that Word would not open."""
    hint = "这一行里多半有不能用的字符，重打一遍；还不行，就是 drafter 的毛病"
    return Problem("not-sound", f"写出来的 Word 文件打不开（{part}），没有留下", Place(output), hint=hint)
