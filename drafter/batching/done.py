"""Which rows a run before has done: by the ledger, and by the files that it wrote."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from drafter.batching.jobs import Job, Made
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.storage import files
from drafter.storage.digests import Digests
from drafter.storage.states.ledger import Entry, Ledger


def key_of(job: Job, base: str) -> str:
    """What a row is known by: its cells, what its documents are called, and the digest of all that rows share."""
    said = json.dumps([base, sorted(job.cells.items()), [Path(path).name for path in job.outputs]])
    return hashlib.sha256(said.encode("ascii")).hexdigest()


def already(ledger: Ledger, key: str, job: Job, folder: Path, again: bool) -> Made | None:
    """What became of a row in a run before, where that still holds: its files lie there as they were written, or it
    failed, and failed rows are not to be done `again`.
    """
    entry = ledger.known.get(key)
    if entry is None or (entry["code"] and again):
        return None
    if not entry["code"] and [_digest(folder / path) for path in job.outputs] != entry["digests"]:
        return None
    problems = tuple(map(_problem, entry["problems"]))
    return Made(job.row, tuple(entry["digests"]), entry["gaps"], problems, entry["code"], kept=True)


def entry_of(key: str, made: Made) -> Entry:
    """What the ledger is to say of a row of this key."""
    problems = [_plain(problem) for problem in made.problems]
    return Entry(key=key, digests=list(made.digests), gaps=made.gaps, code=made.exit_code, problems=problems)


def learned(
    make: Callable[[Iterable[Job]], Iterator[Made]], digests: Digests, base: Path, jobs: Iterable[Job]
) -> Iterator[Made]:
    """What comes of an executor elsewhere, its files noted here as ours: the record of another machine is not this one."""
    outputs: dict[int, tuple[str, ...]] = {}

    def told() -> Iterator[Job]:
        for job in jobs:
            outputs[job.row] = job.outputs
            yield job

    for one in make(told()):
        for path, digest in zip(outputs.pop(one.row), one.digests, strict=False):
            digests.learn(base / path, digest)
        yield one


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(files.read_bytes(path)).hexdigest()
    except InputProblem:
        return ""


def _plain(problem: Problem) -> dict[str, str]:
    return {
        "code": problem.code, "message": problem.message, "hint": problem.hint,
        "severity": problem.severity.value, "source": problem.place.source, "line": str(problem.place.line or ""),
    }  # fmt: skip


def _problem(said: dict[str, str]) -> Problem:
    line = said.get("line", "")
    place = Place(said.get("source", ""), int(line) if line.isdecimal() else None)
    known = {one.value: one for one in Severity}
    severity = known.get(said.get("severity", ""), Severity.ERROR)
    return Problem(said.get("code", ""), said.get("message", ""), place, severity, said.get("hint", ""))
