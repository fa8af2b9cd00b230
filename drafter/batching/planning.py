"""A table against an outline, before anything is made: a job for each row, what is wrong, what the first row gives."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from drafter.batching.jobs import Job
from drafter.batching.making import RowMaker
from drafter.batching.naming import Names
from drafter.model.outline import REFERENCE
from drafter.problems import DrafterError, InputProblem, Place, Problem, Severity
from drafter.readers.tables.lines import bad_table
from drafter.readers.tables.table import Row, Table
from drafter.records import Record
from drafter.writers import text

_MOST_NAMED = 8
"""How many rows or columns a message names."""


class Bad(Record):
    """A row that makes no document: why, or that it was to make none (`skipped`)."""

    row: int
    problems: tuple[Problem, ...] = ()
    exit_code: int = 0
    skipped: bool = False


class First(Record):
    """What the first row that makes a document would give: where it would lie, and what would stand in it."""

    row: int
    output: str
    text: str


class Plan(Record):
    """What is to be done with each row, in the table's order: `jobs` are taken out as they are carried out, so that nothing
    is held twice; `bad` rows make no document.

    `unused` are columns that nothing refers to, `open_facts` those that no row of the table gives; `again` are rows whose
    name another has already, with what they are called.
    """

    jobs: deque[Job]
    bad: Sequence[Bad]
    unused: tuple[str, ...]
    open_facts: tuple[str, ...]
    again: Mapping[int, str] = field(default_factory=dict)


def plan(table: Table, name: str, maker: RowMaker, names: Names, pattern: str, folder: str) -> Plan:
    """What is to be done with each row of the table of this name.

    Raises:
        InputProblem: there is no row.

    """
    if not table.rows:
        message = f"表头（{'、'.join(table.columns[:_MOST_NAMED])}）下面一行都没有"
        nothing = bad_table(name, message, "一行写一份；不是这一行作表头，就写 --header", None)
        raise InputProblem(*nothing.problems, *table.notes)
    printed = _printed_columns(maker, pattern, table.columns)
    jobs: deque[Job] = deque()
    bad: list[Bad] = []
    for row in _planned(table.rows, maker, names, folder, printed):
        if isinstance(row, Job):
            jobs.append(row)
        else:
            bad.append(row)
    facts = maker.prepared.loaded.outline
    referred = {one.name for one in facts.references}
    unfilled = [
        one
        for one, value in facts.facts.items()
        if value is None and one in referred and one not in table.columns
    ]
    unused = tuple(column for column in table.columns if column not in printed)
    return Plan(jobs, bad, unused, tuple(unfilled), names.again)


def preview(plan: Plan, maker: RowMaker) -> First | None:
    """What the first row gives that makes a document; None where none does."""
    for job in plan.jobs:
        try:
            draft = maker.draft(job.cells)
        except DrafterError:
            continue  # it is told with its row
        return First(job.row, job.outputs[0], text.write(draft.bound.document))
    return None


def notes(plan: Plan, table: Table, name: str, outline: str) -> Iterator[Problem]:
    """What is to be said of a table and an outline together: rows that sum up others make no document, facts that
    nobody gives are a gap in every one.
    """
    found = [str(row.number) for row in table.rows if row.total]
    if found:
        message = f"第 {'、'.join(found[:_MOST_NAMED])} 行是合计，没有出"
        hint = "要出这一行，就把“合计”“小计”等字改掉"
        yield Problem("total-row", message, Place(name, int(found[0])), Severity.WARNING, hint)
    if plan.again:
        rows = "、".join(map(str, list(plan.again)[:_MOST_NAMED])) + (
            "等" if len(plan.again) > _MOST_NAMED else ""
        )
        row, called = next(iter(plan.again.items()))
        message = f"第 {rows} 行和前面的行重名，文件名后面加了数，如 {called}"
        hint = "同一个单位写了两行的，删去一行；不是的，用 --name 加一列区别开"
        yield Problem("same-name", message, Place(name, row), Severity.WARNING, hint)
    if plan.open_facts and plan.jobs:
        named = "、".join(plan.open_facts[:_MOST_NAMED])
        hint = "在大纲里填上，或在表里加这一列"
        message = f"{named} 没有填，表里也没有，每一份都待补"
        yield Problem("open-facts", message, Place(outline), Severity.WARNING, hint)


def _printed_columns(maker: RowMaker, pattern: str, columns: Sequence[str]) -> set[str]:
    """The columns that a document or its name may show: those that are referred to; all of them where a letterhead
    or a template has a say in it that nobody can know beforehand.
    """
    found = maker.prepared
    if found.letterhead or found.loaded.template.views or not found.loaded.template.ours:
        return set(columns)
    named = {match[1] for match in REFERENCE.finditer(pattern)}
    return named.union((one.name for one in found.loaded.outline.references), maker.columns.outside_facts)


def _planned(
    rows: Sequence[Row], maker: RowMaker, names: Names, folder: str, printed: Container[str]
) -> Iterator[Job | Bad]:
    for row in rows:
        faults = [fault for column, fault in row.faults.items() if column in printed]
        if row.total:
            yield Bad(row.number, skipped=True)
        elif faults:
            yield Bad(row.number, (_one(faults),), InputProblem.exit_code)
        else:
            yield _job(row.number, row.cells, maker, names, folder)


def _job(number: int, cells: Mapping[str, str], maker: RowMaker, names: Names, folder: str) -> Job | Bad:
    try:
        named = {column: cells[column] for column in names.named if column in cells}
        given = names.give(maker.facts(named), number)
    except DrafterError as error:
        return Bad(number, error.problems, error.exit_code)
    return Job(number, cells, tuple(str(Path(folder) / name) for name in given))


def _one(faults: Sequence[Problem]) -> Problem:
    """What is wrong with several cells of a row, as one problem."""
    return replace(faults[0], message="；".join(fault.message for fault in faults))
