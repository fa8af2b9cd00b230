"""One document for each row of a table: the outline is templated once, facts are bound per row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import field
from functools import partial
from pathlib import Path

from drafter.batching import done, naming, planning, together
from drafter.batching.carrying import Carrying, Make, Tell
from drafter.batching.jobs import Executor, Order
from drafter.batching.making import RowMaker
from drafter.batching.planning import First, Plan
from drafter.batching.results import RowResult, listing
from drafter.batching.together import Wanted
from drafter.batching.workers import executor
from drafter.drafting.options import Options
from drafter.model.outline import is_fact_name
from drafter.problems import DrafterError, InputProblem, OutputProblem, Place, Problem, Severity, has_errors
from drafter.readers.tables.columns import NUMBERS, TEMPLATE
from drafter.readers.tables.table import Table
from drafter.records import Record
from drafter.session.destinations import refuse_clashes
from drafter.session.session import Session
from drafter.session.tables import read_table
from drafter.storage import files, paths
from drafter.storage.digests import Digests
from drafter.storage.states.ledger import Ledger

RESULTS = "结果.csv"
_MOST_NAMED = 5
"""Files that a message names."""


class Request(Record):
    """What to make of which table, and where. `pattern` names each file, facts filled in; `formats` are asked for
    beside its suffix, or in its stead.

    `sheet` is the one of a workbook, `head` the number of the line that names the columns; "" and 0 leave it to the
    table. A `dry` run looks at everything and writes nothing. With `resume` what a run before has done stays; with
    `retry` what failed in it is done again. Nobody goes on with a run that is not to `remember` what it did.
    `workers` are the processes that make the rows, where there are enough of them. `together` says where all documents are to lie in one file too.
    `source` is the outline's text where a door has it that is not in its file (yet). Where it is `keyed`, each row says
    what its documents are known by.
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
    together: Wanted = field(default_factory=Wanted)
    source: str = ""
    keyed: bool = False


class Report(Record):
    """What became of each row, in the table's order, and what is to be said of the table as a whole.

    `unused` are columns that nothing refers to, `open_facts` what the outline leaves open and no row gives; `together` are
    the files that hold all documents.
    """

    results: Sequence[RowResult]
    notes: tuple[Problem, ...] = ()
    together: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    open_facts: tuple[str, ...] = ()
    first: First | None = None

    @property
    def exit_code(self) -> int:
        """The highest of all rows', and of what was to be made of them together."""
        whole = InputProblem.exit_code if has_errors(self.notes) else 0
        return max((result.exit_code for result in self.results), default=0) or whole

    @property
    def done(self) -> int:
        """How many rows made their documents now."""
        return sum(result.is_there and not result.kept for result in self.results)

    @property
    def kept(self) -> int:
        """How many rows a run before had made."""
        return sum(result.is_there and result.kept for result in self.results)


def batch(session: Session, request: Request, tell: Tell, execute: Executor | None = None) -> Report:
    """A document for each row, and a list of all of them in 结果.csv; bad rows stop nothing.

    `tell` hears how many rows of how many are done; `execute` has the documents made, this process where there is none.

    Raises:
        InputProblem: the outline or the table cannot be used at all.
        OutputProblem: 结果.csv is there and is a person's own.
        UsageProblem: the pattern of the names has no known format.

    """
    again = request.resume or request.retry
    with Digests(session.places.home) as digests, ExitStack() as opened:
        ledger = None
        if request.remember and not request.dry:
            ledger = opened.enter_context(Ledger(session.places.home, session.base / request.folder, again))
        start = partial(_started, session, request, execute, opened)
        found = _planned(session, request, digests, start if request.dry or not again else None)
        plan, maker = found.plan, found.maker
        carrying = Carrying(plan, maker, session.base, tell, request.keyed)
        for path in (str(Path(request.folder, RESULTS)), *request.together.paths):
            digests.check(session.base / path, b"", request.force)  # before anything is written
        if request.dry:
            shown = planning.preview(plan, maker)
            results = carrying.carry_out(maker.make, None)
            return Report(results, found.notes, (), plan.unused, plan.open_facts, shown)
        if ledger is not None:
            carrying.leave(ledger, request.retry)
        make: Make = partial(found.execute or start(maker, found.order, len(plan.jobs)), found.order)
        if execute:
            make = partial(done.learned, make, digests, session.base)
        results = carrying.carry_out(make, ledger)
        over = _left_over(session, request, maker.forms, results, digests) if ledger else ()
        _write_listing(session, request, results, digests)
        written, apart = _put_together(session, request, results, digests)
    told = (*found.notes, *carrying.unnoted, *over, *apart)
    if any(result.is_there and not result.kept for result in results):
        told += _left_behind(session, maker)
    return Report(results, told, written, plan.unused, plan.open_facts)


_Start = Callable[[RowMaker, Order, int], Executor]
"""Gives who makes so many rows of an order."""


def _started(
    session: Session,
    request: Request,
    elsewhere: Executor | None,
    opened: ExitStack,
    maker: RowMaker,
    order: Order,
    rows: int,
) -> Executor:
    """Who makes the rows, elsewhere or on this computer; ended with what is `opened`."""
    if elsewhere and not request.dry:
        return elsewhere
    made = executor(session.base, maker, order, 1 if request.dry else request.workers, rows)
    opened.callback(made.close)
    return made


class _Planned(Record):
    """What is to be done, by what order, who knows its rows, who makes them where that is known, and what is to be said of
    table and outline.
    """

    order: Order
    maker: RowMaker
    execute: Executor | None
    plan: Plan
    notes: tuple[Problem, ...]


def _planned(session: Session, request: Request, digests: Digests, start: _Start | None) -> _Planned:
    """The table against the outline; what is left of the table afterwards is the plan. Who makes the rows gets ready
    meanwhile, where there is somebody to `start`.

    Raises:
        InputProblem: the outline or the table cannot be used at all.
        UsageProblem: the pattern of the names, or where something is to lie, cannot be.

    """
    table = read_table(session, request.table, request.sheet, request.head)
    named = [one for one in table.columns if is_fact_name(one) and one not in TEMPLATE]
    first = next((one for one in named if one not in NUMBERS), next(iter(named), "名称"))
    pattern = request.pattern or f"{{{{ {first} }}}}{'' if request.formats else '.docx'}"
    pattern, forms = naming.forms_of(pattern, request.formats, first)
    order, maker = _prepared(session, request, table, forms, digests)
    naming.refuse_unknown(pattern, maker.facts({}))
    execute = start(maker, order, len(table.rows)) if start else None
    names = naming.Names(pattern, forms, (RESULTS,))
    plan = planning.plan(table, request.table, maker, names, pattern, request.folder)
    _refuse_misplaced(session, request, plan, forms)
    notes = (*table.notes, *planning.notes(plan, table, request.table, request.outline))
    return _Planned(order, maker, execute, plan, notes)


def _prepared(
    session: Session, request: Request, table: Table, forms: tuple[str, ...], digests: Digests
) -> tuple[Order, RowMaker]:
    """The order, and who makes its rows here. Where the outline asks for what the table does not have, what was odd
    about the table is said too: most often the one is why.
    """
    source = request.source or files.read_text(session.base / request.outline).text
    order = Order(
        source, request.outline, table.columns, forms, request.options, request.final, request.force, request.dry,
        bool(request.together.merged),
    )  # fmt: skip
    try:
        return order, RowMaker(session, order, digests)
    except InputProblem as error:
        raise InputProblem(*error.problems, *table.notes) from error


def _left_over(
    session: Session, request: Request, forms: Sequence[str], results: Sequence[RowResult], digests: Digests
) -> tuple[Problem, ...]:
    """That documents of a batch before lie there which this one did not make: who sends the whole folder sends them too."""
    folder = session.base / request.folder
    made = {  # what a person changed is told with its row
        Path(path).name
        for result in results
        if result.is_there or result.exit_code == OutputProblem.exit_code
        for path in result.outputs
    }
    before = (name for name in digests.recorded(folder) - made if Path(name).suffix[1:] in forms)
    left = sorted(name for name in before if paths.exists(folder / name))
    if not left:
        return ()
    named = "、".join(left[:_MOST_NAMED]) + ("等" if len(left) > _MOST_NAMED else "")
    message = f"{request.folder} 里还有以前出的 {len(left)} 份，这一批没有出：{named}"
    hint = "不要了就删去，免得一起发出去"
    return (Problem("left-over", message, Place(request.folder), Severity.WARNING, hint),)


def _left_behind(session: Session, maker: RowMaker) -> tuple[Problem, ...]:
    """What of the letterhead did not come along."""
    if not maker.prepared.letterhead:
        return ()
    from drafter.drafting.printing import letterheads  # brings lxml, which other drafts do without

    return letterheads.left_behind(session, maker.prepared.letterhead)


def _refuse_misplaced(session: Session, request: Request, plan: Plan, forms: Sequence[str]) -> None:
    """Says no to one file of all that cannot be made, and to any that would lie where something else does.

    Raises:
        UsageProblem: there is such.

    """
    together.refuse_unfit(request.together, forms, len(plan.jobs))
    inputs = (request.outline, request.table, *request.options.files)
    alike = {Path(one).name.casefold() for one in (*inputs, *request.together.paths)}
    outputs = [str(Path(request.folder, RESULTS)), *request.together.paths]
    outputs += [
        path for job in plan.jobs for path in job.outputs if Path(path).name.casefold() in alike
    ]  # the others can be none of them
    option = "--merge、--zip" if request.together.paths else "-o 或 --name"
    refuse_clashes(session.base, outputs, inputs, option)


def _put_together(
    session: Session, request: Request, results: Sequence[RowResult], digests: Digests
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Writes what is to hold all documents: what was written, and why something was not; they themselves are there."""
    made = [result for result in results if result.is_there]
    if not made:
        return (), ()
    words = [(one.row, path) for one in made for path in one.outputs if path.endswith(".docx")]
    every = [*(path for one in made for path in one.outputs), str(Path(request.folder, RESULTS))]
    written: list[str] = []
    told: list[Problem] = []
    for path, make in (
        (request.together.merged, partial(together.merge, session.base, words)),
        (request.together.zipped, partial(together.pack, session.base, every)),
    ):
        if not path:
            continue
        try:
            digests.put({session.base / path: make(path)}, request.force)
            written.append(path)
        except DrafterError as error:
            told += error.problems
    return tuple(written), tuple(told)


def _write_listing(
    session: Session, request: Request, results: Sequence[RowResult], digests: Digests
) -> None:
    """Writes 结果.csv in the place of that of the run before.

    Raises:
        OutputProblem: it cannot be written.

    """
    digests.put({session.base / request.folder / RESULTS: listing(results)}, request.force)
