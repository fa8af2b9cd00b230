"""One document for each row of a table: the outline is templated once, facts are bound per row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from drafter.batching import done, naming, planning
from drafter.batching.jobs import Executor, Job, Made, Order
from drafter.batching.making import RowMaker
from drafter.batching.planning import Bad, Plan
from drafter.batching.workers import CHUNK, Workers
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import FORMATS
from drafter.model.outline import is_fact_name
from drafter.problems import InputProblem, Problem
from drafter.readers.tables.table import Table
from drafter.records import Record
from drafter.session.session import Session
from drafter.session.tables import read_table
from drafter.storage import files
from drafter.storage.digests import Digests
from drafter.storage.states.ledger import Ledger
from drafter.writers import table as table_writer

RESULTS = "结果.csv"
_WORKER = "drafter.batching.worker"

Tell = Callable[[int, int], None]


class Request(Record):
    """What to make of which table, and where. `pattern` names each file, facts filled in; `formats` are asked for
    beside its suffix, or in its stead.

    `sheet` is the one of a workbook, `head` the number of the line that names the columns; "" and 0 leave it to the
    table. A `dry` run looks at everything and writes nothing. With `resume` what a run before has done stays; with
    `retry` what failed in it is done again. Nobody goes on with a run that is not to `remember` what it did.
    `workers` are the processes that make the rows, where there are enough of them.
    """

    outline: str
    table: str
    folder: str
    pattern: str = ""
    formats: Sequence[str] = ()
    sheet: str = ""
    head: int = 0
    options: Options = field(default_factory=Options)
    final: bool = False
    force: bool = False
    dry: bool = False
    resume: bool = False
    retry: bool = False
    remember: bool = True
    workers: int = 1


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one row: its files, or why there are none; a row that is `skipped` was to have none, one that is
    `kept` was done by a run before.
    """

    row: int
    outputs: tuple[str, ...] = ()
    gaps: int = 0
    problems: tuple[Problem, ...] = ()
    exit_code: int = 0
    skipped: bool = False
    kept: bool = False


class First(Record):
    """What the first row that makes a document would give: where it would lie, and what would stand in it."""

    row: int
    output: str
    text: str


class Report(Record):
    """What became of each row, in the table's order, and what is to be said of the table as a whole.

    `unused` are columns that nothing refers to, `open_facts` what the outline leaves open and no row gives.
    """

    results: Sequence[RowResult]
    notes: tuple[Problem, ...] = ()
    unused: tuple[str, ...] = ()
    open_facts: tuple[str, ...] = ()
    first: First | None = None

    @property
    def exit_code(self) -> int:
        """The highest of all rows'."""
        return max((result.exit_code for result in self.results), default=0)

    @property
    def done(self) -> int:
        """How many rows made their documents now."""
        return sum(not (result.exit_code or result.skipped or result.kept) for result in self.results)

    @property
    def kept(self) -> int:
        """How many rows a run before had made."""
        return sum(result.kept and not result.exit_code for result in self.results)


def batch(session: Session, request: Request, tell: Tell, execute: Executor | None = None) -> Report:
    """A document for each row, and a list of all of them in 结果.csv; bad rows stop nothing.

    `tell` hears how many rows of how many are done; `execute` has the documents made, this process where there is none.

    Raises:
        InputProblem: the outline or the table cannot be used at all.
        OutputProblem: 结果.csv is there and is a person's own.
        UsageProblem: the pattern of the names has no known format.

    """
    table = read_table(session, request.table, request.sheet, request.head)
    first = next(filter(is_fact_name, table.columns), "名称")
    pattern = request.pattern or f"{{{{ {first} }}}}{'' if request.formats else '.docx'}"
    pattern, forms = naming.forms_of(pattern, request.formats, first)
    with Digests(session.places.home) as digests:
        order, maker = _prepared(session, request, table, forms, digests)
        naming.refuse_unknown(pattern, maker.facts({}))
        names = naming.Names(pattern, forms, (RESULTS,))
        plan = planning.plan(table, request.table, maker, names, pattern, request.folder)
        if not request.dry:  # before anything is written
            digests.check(session.base / request.folder / RESULTS, b"", request.force)
        if request.dry:
            results = _gathered(plan, (), map(maker, plan.jobs), tell)
        else:
            make = execute or _executor(session, request, plan, maker)
            results = _carried_out(session, request, plan, maker, partial(make, order), tell)
            _write_listing(session, request, results, digests)
    notes = (*table.notes, *planning.totals(table.rows, request.table))
    if any(not (result.exit_code or result.skipped or result.kept) for result in results):
        notes += _left_behind(session, maker)
    shown = _first(plan, maker) if request.dry else None
    return Report(results, notes, plan.unused, plan.open_facts, shown)


def _prepared(
    session: Session, request: Request, table: Table, forms: tuple[str, ...], digests: Digests
) -> tuple[Order, RowMaker]:
    """The order, and who makes its rows here. Where the outline asks for what the table does not have, what was odd
    about the table is said too: most often the one is why.
    """
    source = files.read_text(session.base / request.outline)
    order = Order(
        source.text, request.outline, table.columns, forms, request.options, request.final, request.force, request.dry
    )  # fmt: skip
    try:
        return order, RowMaker(session, order, digests)
    except InputProblem as error:
        raise InputProblem(*error.problems, *table.notes) from error


def _executor(session: Session, request: Request, plan: Plan, maker: RowMaker) -> Executor:
    """Who makes the rows: this process, or as many others as there is work for."""
    slow = any(not FORMATS[form].quick for form in maker.forms)
    chunk = 1 if slow else CHUNK
    count = min(request.workers, len(plan.jobs) // chunk)
    if count < 2:
        return lambda _, jobs: map(maker, jobs)
    return Workers(_WORKER, str(session.base), count, chunk)


def _carried_out(
    session: Session,
    request: Request,
    plan: Plan,
    maker: RowMaker,
    make: Callable[[Iterable[Job]], Iterator[Made]],
    tell: Tell,
) -> list[RowResult]:
    """What became of each row, all of it noted in the ledger: of a run before where that is to stay, else made now."""
    folder = session.base / request.folder
    resume = request.resume or request.retry
    with Ledger(session.places.home, folder, resume) as ledger:
        keys = {job.row: done.key_of(job, maker.fingerprint(job.cells)) for job in plan.jobs}
        kept = {
            job.row: found
            for job in plan.jobs
            if (found := done.already(ledger, keys[job.row], job, session.base, request.retry))
        }
        made = make(job for job in plan.jobs if job.row not in kept)
        noted = done.noted(ledger, made, keys) if request.remember else made
        return _gathered(plan, kept.values(), noted, tell)


def _gathered(plan: Plan, kept: Iterable[Made], made: Iterable[Made], tell: Tell) -> list[RowResult]:
    """What became of each row, in the table's order; `tell` hears of each as it comes."""
    outputs = {job.row: job.outputs for job in plan.jobs}
    results = {row.row: _unmade(row) for row in plan.rows if isinstance(row, Bad)}
    results |= {one.row: _result(one, outputs[one.row]) for one in kept}
    for one in made:
        results[one.row] = _result(one, outputs[one.row])
        tell(len(results), len(plan.rows))
    return [results[row.row] for row in plan.rows]


def _result(made: Made, outputs: tuple[str, ...]) -> RowResult:
    return RowResult(made.row, outputs, made.gaps, made.problems, made.exit_code, kept=made.kept)


def _unmade(row: Bad) -> RowResult:
    return RowResult(row.row, problems=row.problems, exit_code=row.exit_code, skipped=row.skipped)


def _first(plan: Plan, maker: RowMaker) -> First | None:
    job, text = planning.preview(plan, maker)
    return First(job.row, job.outputs[0], text) if job is not None else None


def _left_behind(session: Session, maker: RowMaker) -> tuple[Problem, ...]:
    """What of the letterhead did not come along."""
    if not maker.prepared.letterhead:
        return ()
    from drafter.drafting.printing import letterheads  # brings lxml, which other drafts do without

    return letterheads.left_behind(session, maker.prepared.letterhead)


def _write_listing(
    session: Session, request: Request, results: Sequence[RowResult], digests: Digests
) -> None:
    """Writes 结果.csv in the place of that of the run before.

    Raises:
        OutputProblem: it cannot be written.

    """
    listing = table_writer.write(_listing(results))
    digests.put({session.base / request.folder / RESULTS: listing}, request.force)


def _listing(results: Sequence[RowResult]) -> Iterator[list[str]]:
    """The rows of 结果.csv."""
    yield ["行号", "文件", "结果", "说明"]
    for result in results:
        if result.skipped:
            said = ["跳过", "合计行"]
        elif result.exit_code:
            said = ["失败", "；".join(f"{one.message}；{one.hint}" for one in result.problems)]
        else:
            gaps = [f"还有 {result.gaps} 处待补"] if result.gaps else []
            doubts = [problem.message for problem in result.problems]
            said = ["有待补" if gaps else "完成", "；".join([*gaps, *doubts])]
        yield [str(result.row), "" if result.exit_code else "、".join(result.outputs), *said]
