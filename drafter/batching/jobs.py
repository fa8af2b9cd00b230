"""What a batch is made of: an order that all rows share, a job for each row, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from drafter.drafting.options import Options
from drafter.problems import Problem
from drafter.records import Record


class Order(Record):
    """What all rows of a batch have in common: the outline as it was read and its name, and what is to be made of it.

    `columns` are the table's; `forms` are of `formats.FORMATS`; where it is `dry`, documents are bound and not written; documents that are to be
    `joined` are all printed in one look.
    """

    source: str
    name: str
    columns: tuple[str, ...]
    forms: tuple[str, ...]
    options: Options = field(default_factory=Options)
    final: bool = False
    force: bool = False
    dry: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """One row: its number in the table, its cells by column, and the paths that its documents are for, a form each. (There
    are as many at once as the table has rows.)
    """

    row: int
    cells: Mapping[str, str]
    outputs: tuple[str, ...]


class Made(Record):
    """What became of a job: the digests of its documents and how many gaps are open in them, or why there are none.

    One that is `kept` was made, or failed, in a run before.
    """

    row: int
    digests: tuple[str, ...] = ()
    gaps: int = 0
    problems: tuple[Problem, ...] = ()
    exit_code: int = 0
    kept: bool = False


class Executor(Protocol):
    """Has the documents of all jobs made and written; where, and in what order, is its own affair."""

    def __call__(self, order: Order, jobs: Iterable[Job]) -> Iterator[Made]:
        """What became of each job, as it comes."""
