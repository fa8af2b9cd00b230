"""What became of each row, and the list of all of them that a person opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.batching.jobs import Made
from drafter.batching.planning import Bad
from drafter.problems import Problem
from drafter.writers import table as table_writer


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one row: its files, or why there are none; a row that is `skipped` was to have none, one that is
    `kept` was done by a run before. A `key` is what its documents are known by: the same again are the same documents.
    """

    row: int
    outputs: tuple[str, ...] = ()
    gaps: int = 0
    problems: tuple[Problem, ...] = ()
    exit_code: int = 0
    skipped: bool = False
    kept: bool = False
    key: str = ""

    @property
    def is_there(self) -> bool:
        """Whether its documents lie in the folder."""
        return not (self.exit_code or self.skipped)


def of_made(made: Made, outputs: tuple[str, ...], key: str = "") -> RowResult:
    """The result of a row that was carried out."""
    return RowResult(made.row, outputs, made.gaps, made.problems, made.exit_code, kept=made.kept, key=key)


def of_bad(row: Bad) -> RowResult:
    """The result of a row that could not be."""
    return RowResult(row.row, problems=row.problems, exit_code=row.exit_code, skipped=row.skipped)


def listing(results: Iterable[RowResult]) -> bytes:
    """结果.csv."""
    return table_writer.write(_listed(results))


def _listed(results: Iterable[RowResult]) -> Iterator[list[str]]:
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
        yield [str(result.row), "、".join(result.outputs) if result.is_there else "", *said]
