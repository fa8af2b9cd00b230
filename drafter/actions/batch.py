"""One document for each row of a table: the outline is templated once, facts are bound per row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.drafting import gaps, production
from drafter.drafting.binding import filled
from drafter.drafting.formats import STREAMS, produce
from drafter.drafting.options import Options
from drafter.drafting.production import Prepared
from drafter.model.outline import FactValue
from drafter.problems import DrafterError, InputProblem, OpenGaps, Problem, UsageProblem
from drafter.readers import table
from drafter.readers.table import Row
from drafter.readers.yaml.reading import REFERENCE, nearest
from drafter.session.inputs import input_of
from drafter.session.session import Session
from drafter.storage import files, names
from drafter.storage.digests import Digests
from drafter.writers import table as table_writer

RESULTS = "结果.csv"
_FORMATS = STREAMS | {"docx"}


@dataclass(frozen=True, slots=True)
class Request:
    """What to make of which table, and where. `pattern` names each file, facts filled in."""

    outline: str
    table: str
    folder: str
    pattern: str = ""
    options: Options = field(default_factory=Options)
    final: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one row: its file, or why there is none."""

    row: int
    output: str
    gaps: int = 0
    problem: Problem | None = None
    exit_code: int = 0


def batch(session: Session, request: Request, tell: Callable[[int, int], None]) -> list[RowResult]:
    """A document for each row, and a list of all of them in 结果.csv; bad rows stop nothing.

    `tell` hears how many rows of how many are done.

    Raises:
        InputProblem: the outline or the table cannot be used at all.
        UsageProblem: the pattern of the names has no known format.

    """
    columns, rows = _read_table(session, request.table)
    options = replace(request.options, later=columns)
    source = files.read_text(session.base / request.outline)
    prepared = production.prepare(session, source.text, request.outline, options, request.final)
    pattern = request.pattern or f"{{{{ {columns[0]} }}}}.docx"
    form = Path(pattern).suffix.lstrip(".").lower()
    if form not in _FORMATS:
        hint = "例如 --name '{{ " + columns[0] + " }}.docx'"
        raise UsageProblem(Problem("unknown-format", f"--name {pattern} 看不出是哪种格式", hint=hint))
    known = {**dict.fromkeys(columns, ""), **dict.fromkeys(prepared.loaded.outline.facts, "")}
    for match in REFERENCE.finditer(pattern):
        if match[1] not in known:
            raise UsageProblem(
                Problem("unknown-fact", f"--name 里的“{match[1]}”表里没有", hint=nearest(match[1], known))
            )
    results: list[RowResult] = []
    taken: set[str] = {RESULTS}
    with Digests(session.places.home) as digests:
        for index, row in enumerate(rows, 1):
            results.append(_make(session, prepared, row, pattern, form, request, taken, digests))
            tell(index, len(rows))
        listing = table_writer.write(_listing(results))
        path = session.base / request.folder / RESULTS
        if digests.check(path, listing, force=True):
            digests.write(path, listing)
    return results


def _read_table(session: Session, name: str) -> tuple[tuple[str, ...], list[Row]]:
    path = session.base / name
    kind = input_of(name)
    if kind is not None and kind.reader == "sheet":
        return table.read_xlsx(files.read_bytes(path), name)
    return table.read_csv(files.read_text(path).text, name)


def _make(
    session: Session,
    prepared: Prepared,
    row: Row,
    pattern: str,
    form: str,
    request: Request,
    taken: set[str],
    digests: Digests,
) -> RowResult:
    """The document of one row."""
    output = ""
    try:
        facts = {name: FactValue(value=cell) if cell else None for name, cell in row.cells.items()}
        output = str(
            Path(request.folder) / _name(pattern, {**prepared.loaded.outline.facts, **facts}, row, taken)
        )
        draft = production.bound_draft(session, prepared, facts)
        if request.final and draft.gaps:
            raise OpenGaps(*gaps.gap_problems(draft.gaps))
        data = produce(session, draft, form)
        if digests.check(session.base / output, data, request.force):
            digests.write(session.base / output, data)
    except DrafterError as error:
        return RowResult(row.number, output, problem=error.problems[0], exit_code=error.exit_code)
    return RowResult(row.number, output, len(draft.gaps))


def _name(pattern: str, facts: dict[str, FactValue | None], row: Row, taken: set[str]) -> str:
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


def _listing(results: list[RowResult]) -> list[list[str]]:
    """The rows of 结果.csv."""
    listing = [["行号", "文件", "结果", "说明"]]
    for result in results:
        if result.problem is not None:
            said = ["失败", f"{result.problem.message}；{result.problem.hint}"]
        elif result.gaps:
            said = ["有待补", f"还有 {result.gaps} 处待补"]
        else:
            said = ["完成", ""]
        listing.append([str(result.row), result.output if result.problem is None else "", *said])
    return listing
