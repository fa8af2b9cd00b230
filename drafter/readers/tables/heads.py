"""The line of a table that names its columns, and these names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.problems import Problem
from drafter.readers.tables.columns import is_column_name
from drafter.readers.tables.lines import Line, bad_table, column_letters, table_note

_MOST_ABOVE = 4
"""Lines that may stand above the names: a title, what it is about, the measure."""

_MOST_NAMED = 8
_SHOWN = 20


def find_head(lines: Sequence[Line], name: str, wanted: int = 0) -> tuple[int, list[Problem]]:
    """The index of the line that names the columns: the one of the wanted number, else the first that has something
    in more than one cell; what stands above it is told. A table of one column begins with its name.

    Raises:
        InputProblem: the table is empty, or has no line of that number.

    """
    if not lines:
        raise bad_table(name, "表是空的", "第一行写数据名称，下面一行一份")
    if wanted:
        found = next((at for at, line in enumerate(lines) if line.number == wanted), None)
        if found is None:
            raise bad_table(name, f"第 {wanted} 行是空的，作不了表头", "--header 写表头在第几行", wanted)
        return found, []
    at = next((at for at, line in enumerate(lines[: _MOST_ABOVE + 1]) if _filled(line) > 1), 0)
    above = "、".join(f"“{_first(line)[:_SHOWN]}”" for line in lines[:at])
    if not above:
        return at, []
    message = f"表头用的是第 {lines[at].number} 行；上面的 {above} 当作大标题，没有用"
    return at, [
        table_note(
            name,
            "title-row",
            message,
            f"不对就写明表头在第几行，例如 --header {lines[0].number}",
            lines[0].number,
        )
    ]


def column_names(head: Line, below: Sequence[Line], name: str) -> tuple[dict[int, str], list[Problem]]:
    """The names by column, spaces and line ends left out, and which columns cannot be used.

    Raises:
        InputProblem: no column can be used, or two have one name.

    """
    names: dict[int, str] = {}
    unusable: list[str] = []
    for column in sorted(head.cells):
        written = head.cells[column].strip()
        called = "".join(written.split())
        if not called:
            continue
        if not is_column_name(called):
            unusable.append(f"{column_letters(column)} 列“{written[:_SHOWN]}”")
        elif called in names.values():
            raise bad_table(name, f"有两列都叫“{called[:_SHOWN]}”", "改掉一个", head.number)
        else:
            names[column] = called
    hint = "名称用汉字、字母、数字、下划线，可以带括号和单位，如 总投资（万元）"
    if not names:
        raise bad_table(
            name, f"第 {head.number} 行的列名不能用：{'、'.join(unusable) or '都空着'}", hint, head.number
        )
    return names, list(_not_used(head, below, names, unusable, name, hint))


def _not_used(
    head: Line, below: Sequence[Line], names: Mapping[int, str], unusable: Sequence[str], name: str, hint: str
) -> Iterator[Problem]:
    if unusable:
        which = "、".join(unusable[:_MOST_NAMED])
        yield table_note(name, "column-unusable", f"这几列的名称不能用，没有读：{which}", hint, head.number)
    unnamed = {column for line in below for column, text in line.cells.items() if text.strip()}
    unnamed -= {column for column, text in head.cells.items() if text.strip()}
    if unnamed:
        which = "、".join(map(column_letters, sorted(unnamed)[:_MOST_NAMED]))
        message = f"这几列有内容，第 {head.number} 行没有给它名称，没有读：{which} 列"
        hint = "在表头补上名称；表头有两层的，用 --header 写明是第几行"
        yield table_note(name, "column-unnamed", message, hint, head.number)


def _filled(line: Line) -> int:
    return sum(bool(text.strip()) for text in line.cells.values()) + len(line.faults)


def _first(line: Line) -> str:
    return next((text.strip() for _, text in sorted(line.cells.items()) if text.strip()), "")
