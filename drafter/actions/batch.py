"""One document for each row of a table: the outline is templated once, facts are bound per row."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.drafting import production
from drafter.drafting.binding import filled
from drafter.drafting.facts import renewed
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import FORMATS
from drafter.drafting.production import Prepared
from drafter.drafting.rows import Executor, Job, Made, RowMaker, in_turn
from drafter.model.outline import REFERENCE, Facts, FactValue
from drafter.problems import DrafterError, InputProblem, Place, Problem, Severity, UsageProblem
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.tables.table import Row, Table
from drafter.readers.yaml.reading import nearest
from drafter.records import Record
from drafter.session.session import Session
from drafter.session.tables import read_table
from drafter.storage import files, names
from drafter.storage.digests import Digests
from drafter.writers import table as table_writer

RESULTS = "结果.csv"
_MOST_NAMED = 8
"""How many rows a message names."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to make of which table, and where. `pattern` names each file, facts filled in.

    `sheet` is the one of a workbook, `head` the number of the line that names the columns; "" and 0 leave it to the table.
    """

    outline: str
    table: str
    folder: str
    pattern: str = ""
    sheet: str = ""
    head: int = 0
    options: Options = field(default_factory=Options)
    final: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one row: its file, or why there is none; a row that is `skipped` was to have none."""

    row: int
    output: str
    gaps: int = 0
    problem: Problem | None = None
    exit_code: int = 0
    skipped: bool = False


class Report(Record):
    """What became of each row, in the table's order, and what is to be said of the table as a whole."""

    results: Sequence[RowResult]
    notes: tuple[Problem, ...] = ()


def batch(
    session: Session, request: Request, tell: Callable[[int, int], None], execute: Executor = in_turn
) -> Report:
    """A document for each row, and a list of all of them in 结果.csv; bad rows stop nothing.

    `tell` hears how many rows of how many are done; `execute` has the documents made.

    Raises:
        InputProblem: the outline or the table cannot be used at all.
        OutputProblem: 结果.csv is there and is a person's own.
        UsageProblem: the pattern of the names has no known format.

    """
    table = read_table(session, request.table, request.sheet, request.head)
    columns, rows = table.columns, table.rows
    prepared = _prepared(session, request, table)
    facts = prepared.loaded.outline.facts
    pattern = request.pattern or f"{{{{ {columns[0]} }}}}.docx"
    form = _form(pattern, columns)
    _refuse_unknown(pattern, (*columns, *facts))
    printed = _printed_columns(prepared, pattern, columns)
    typed, _ = outline_yaml.read(prepared.loaded.source, prepared.loaded.template.role_spellings())
    units = {column: typed.facts[column] for column in columns if column in typed.facts}
    planned = list(_planned(rows, pattern, {**facts, **units}, request.folder, printed))
    results = {result.row: result for result in planned if isinstance(result, RowResult)}
    jobs = [job for job in planned if isinstance(job, Job)]
    with Digests(session.places.home) as digests:
        digests.check(
            session.base / request.folder / RESULTS, b"", request.force
        )  # before anything is written
        for made in execute(RowMaker(session, prepared, form), jobs):
            results[made.job.row] = _written(session, made, request, digests)
            tell(len(results), len(rows))
        in_order = [results[row.number] for row in rows]
        _write_listing(session, request, in_order, digests)
    left = _left_behind(session, prepared) if any(one.problem is None for one in in_order) else ()
    return Report(in_order, (*table.notes, *_totals(rows, request.table), *left))


def _prepared(session: Session, request: Request, table: Table) -> Prepared:
    """The outline, templated once. Where it asks for what the table does not have, what was odd about the table
    is said too: most often the one is why.
    """
    source = files.read_text(session.base / request.outline)
    options = replace(request.options, later=table.columns)
    try:
        return production.prepare(session, source.text, request.outline, options, request.final)
    except InputProblem as error:
        raise InputProblem(*error.problems, *table.notes) from error


def _printed_columns(prepared: Prepared, pattern: str, columns: Sequence[str]) -> set[str]:
    """The columns that a document or its name may show: those that are referred to; all of them where a letterhead
    or a template has a say in it that nobody can know beforehand.
    """
    template = prepared.loaded.template
    if prepared.letterhead or template.views or not template.ours:
        return set(columns)
    return {one.name for one in prepared.loaded.outline.references} | {
        match[1] for match in REFERENCE.finditer(pattern)
    }


def _left_behind(session: Session, prepared: Prepared) -> tuple[Problem, ...]:
    """What of the letterhead did not come along."""
    if not prepared.letterhead:
        return ()
    from drafter.drafting.printing import letterheads  # brings lxml, which other drafts do without

    return letterheads.left_behind(session, prepared.letterhead)


def _totals(rows: Sequence[Row], table: str) -> Iterator[Problem]:
    """That rows which sum up others make no document."""
    totals = [str(row.number) for row in rows if row.total]
    if totals:
        message = f"第 {'、'.join(totals[:_MOST_NAMED])} 行是合计，没有出"
        hint = "要出这一行，就把“合计”“小计”等字改掉"
        yield Problem("total-row", message, Place(table, int(totals[0])), Severity.WARNING, hint)


def _form(pattern: str, columns: Sequence[str]) -> str:
    """The format that the names ask for."""
    form = Path(pattern).suffix.lstrip(".").lower()
    if form not in FORMATS or not FORMATS[form].quick:
        hint = "例如 --name '{{ " + columns[0] + " }}.docx'"
        raise UsageProblem(Problem("unknown-format", f"--name {pattern} 看不出是哪种格式", hint=hint))
    return form


def _refuse_unknown(pattern: str, known: Sequence[str]) -> None:
    """Says no to a pattern that names what neither the table nor the outline has."""
    for match in REFERENCE.finditer(pattern):
        if match[1] not in known:
            hint = nearest(match[1], dict.fromkeys(known, ""))
            raise UsageProblem(Problem("unknown-fact", f"--name 里的“{match[1]}”表里没有", hint=hint))


def _planned(
    rows: Sequence[Row], pattern: str, facts: Facts, folder: str, printed: Container[str]
) -> Iterator[Job | RowResult]:
    """A job for each row; for one that makes no document, the result that says why."""
    taken: set[str] = {RESULTS}
    for row in rows:
        faults = [fault for column, fault in row.faults.items() if column in printed]
        if row.total:
            yield RowResult(row.number, "", skipped=True)
            continue
        if faults:
            yield RowResult(row.number, "", problem=_one(faults), exit_code=InputProblem.exit_code)
            continue
        own = {
            name: renewed(facts.get(name), FactValue(value=cell)) if cell else None
            for name, cell in row.cells.items()
        }
        try:
            yield Job(row.number, own, str(Path(folder) / _name(pattern, {**facts, **own}, row, taken)))
        except DrafterError as error:
            yield RowResult(row.number, "", problem=error.problems[0], exit_code=error.exit_code)


def _one(faults: Sequence[Problem]) -> Problem:
    """What is wrong with several cells of a row, as one problem."""
    return replace(faults[0], message="；".join(fault.message for fault in faults))


def _written(session: Session, made: Made, request: Request, digests: Digests) -> RowResult:
    """What became of a row, its document written."""
    row, output = made.job.row, made.job.output
    if made.problem is not None:
        return RowResult(row, output, problem=made.problem, exit_code=made.exit_code)
    try:
        if digests.check(session.base / output, made.data, request.force):
            digests.write(session.base / output, made.data)
    except DrafterError as error:
        return RowResult(row, output, problem=error.problems[0], exit_code=error.exit_code)
    return RowResult(row, output, made.gaps)


def _write_listing(
    session: Session, request: Request, results: Sequence[RowResult], digests: Digests
) -> None:
    """Writes 结果.csv in the place of that of the run before."""
    listing = table_writer.write(_listing(results))
    path = session.base / request.folder / RESULTS
    if digests.check(path, listing, request.force):
        digests.write(path, listing)


def _name(pattern: str, facts: Facts, row: Row, taken: set[str]) -> str:
    """The file's name: the pattern filled in, made safe, and told apart from the others."""
    suffix = Path(pattern).suffix
    stem = filled(pattern.removesuffix(suffix), facts)
    if "〔待补" in stem:
        hint = "在表里填上这一格，或用 --name 换一列作文件名"
        raise InputProblem(Problem("unnamed-row", f"第 {row.number} 行的文件名缺了数据：{stem}", hint=hint))
    stem = names.safe(stem, f"第{row.number}行")
    name, number = f"{stem}{suffix}", 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}（{number}）{suffix}"
    taken.add(name.casefold())
    return name


def _listing(results: Sequence[RowResult]) -> list[list[str]]:
    """The rows of 结果.csv."""
    listing = [["行号", "文件", "结果", "说明"]]
    for result in results:
        if result.skipped:
            said = ["跳过", "合计行"]
        elif result.problem is not None:
            said = ["失败", f"{result.problem.message}；{result.problem.hint}"]
        elif result.gaps:
            said = ["有待补", f"还有 {result.gaps} 处待补"]
        else:
            said = ["完成", ""]
        listing.append([str(result.row), result.output if result.problem is None else "", *said])
    return listing
