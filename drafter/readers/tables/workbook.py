"""A workbook of Excel or WPS (.xlsx): which sheets it has, and the lines of one of them."""

from __future__ import annotations

import contextlib
import re
import zipfile
from collections.abc import Container, Iterator, Mapping, Sequence

from drafter import opc
from drafter.problems import InputProblem, Problem
from drafter.readers.intake import archives
from drafter.readers.tables.formats.shown import Shower
from drafter.readers.tables.formats.styles import formats_of
from drafter.readers.tables.grid import read_grid
from drafter.readers.tables.lines import Lines, bad_table, table_note
from drafter.readers.tables.merges import fill_merged
from drafter.readers.tables.stream import BrokenPart, walk
from drafter.readers.tables.strings import shared_strings
from drafter.records import Record
from drafter.zips import UNREADABLE

_SAVE_AGAIN = "在 Excel 里打开，另存一份 .xlsx 再来"
_MOST_NAMED = 8
"""How many sheets a message names."""

_FILLED = re.compile(rb"<(?:\w+:)?[vt][ >]")
"""The start of something that a cell says."""


class Sheet(Record):
    """A sheet as the workbook lists it: its name, its part, whether it is hidden."""

    name: str
    part: str
    hidden: bool


def read_workbook(data: bytes, name: str, wanted: str = "") -> Lines:
    """The lines of the sheet that is wanted, else of the first that is not hidden and says something.

    Raises:
        InputProblem: the file cannot be read, or has no such sheet.

    """
    with _opened(data, name) as archive:
        return _read(archive, name, wanted)


def sheet_names(data: bytes, name: str) -> tuple[str, ...]:
    """What its sheets are called, in the workbook's order.

    Raises:
        InputProblem: the file cannot be read.

    """
    with _opened(data, name) as archive:
        book = _book(archive)
        sheets, _ = _sheets(archive, book, _relations(archive, book).get("worksheet", {}))
    return tuple(one.name for one in sheets)


@contextlib.contextmanager
def _opened(data: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    """The workbook's parts; whatever goes wrong while they are read is said as of a table."""
    try:
        with archives.opened(data, name, "Excel") as archive:
            yield archive
    except BrokenPart as error:
        raise bad_table(name, f"Excel 文件{error}", _SAVE_AGAIN, None) from error
    except UNREADABLE as error:
        raise bad_table(name, "Excel 文件读不了，可能已损坏", _SAVE_AGAIN, None) from error
    except InputProblem as error:
        if error.problems[0].code == "bad-table":
            raise
        message = f"Excel 文件读不了：{error.problems[0].message}"  # the archive has a limit, or is none
        raise bad_table(name, message, "确认来源；是自己的文件就" + _SAVE_AGAIN, None) from error


def _read(archive: zipfile.ZipFile, name: str, wanted: str) -> Lines:
    book = _book(archive)
    beside = _relations(archive, book)
    sheets, from_1904 = _sheets(archive, book, beside.get("worksheet", {}))
    parts = () if wanted else {one.part for one in sheets}  # several may share one
    filled = {part for part in parts if _FILLED.search(archive.read(part))}
    chosen = _chosen(sheets, name, wanted, filled)
    styles, strings = (next(iter(beside.get(kind, {}).values()), "") for kind in ("styles", "sharedStrings"))
    shower = Shower(formats_of(archive.read(styles)) if styles else (), from_1904)
    texts = shared_strings(archive.read(strings)) if strings else []
    grid = read_grid(archive.read(chosen.part), texts, shower)
    others = [one for one in sheets if one != chosen and one.part in filled]
    merged = tuple((one.first, one.last) for one in grid.merges if one.first < one.last)
    told = (*_told_of(others, chosen, name), *fill_merged(grid, name))
    return Lines(grid.lines, told, grid.hidden_columns, merged)


def _book(archive: zipfile.ZipFile) -> str:
    """The part that lists the sheets."""
    main = _relations(archive, "").get("officeDocument", {"": "xl/workbook.xml"})
    return next(iter(main.values()))


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, dict[str, str]]:
    """The parts that a part names and that are there, by the last word of their type, then by their id."""
    found: dict[str, dict[str, str]] = {}
    there = set(archive.namelist())

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = opc.target_of(part, attributes.get("Target", ""))
            if target in there:
                kind = attributes.get("Type", "").rpartition("/")[2]
                found.setdefault(kind, {})[attributes.get("Id", "")] = target

    listed = opc.relations_of(part)
    if listed in there:
        walk(archive.read(listed), start)
    return found


def _sheets(archive: zipfile.ZipFile, main: str, parts: Mapping[str, str]) -> tuple[list[Sheet], bool]:
    """The sheets with cells, in the workbook's order, and whether it counts days from 1904."""
    found: list[Sheet] = []
    from_1904 = False

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal from_1904
        if name == "workbookPr":
            from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet":
            one = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            if one in parts:
                hidden = attributes.get("state", "visible") != "visible"
                found.append(Sheet(attributes.get("name", ""), parts[one], hidden))

    if main not in archive.namelist():
        raise BrokenPart("里没有工作表，可能不是 Excel 存的")
    walk(archive.read(main), start)
    return found, from_1904


def _chosen(sheets: Sequence[Sheet], name: str, wanted: str, filled: Container[str]) -> Sheet:
    if not sheets:
        raise bad_table(name, "Excel 文件里没有工作表", _SAVE_AGAIN, None)
    if not wanted:
        shown = [one for one in sheets if not one.hidden] or [sheets[0]]
        return next((one for one in shown if one.part in filled), shown[0])
    found = next((one for one in sheets if one.name == wanted.strip()), None)
    if found is None:
        raise bad_table(name, f"没有叫“{wanted[:30]}”的工作表", f"可以用：{_named(sheets)}", None)
    return found


def _named(sheets: Sequence[Sheet]) -> str:
    names = "、".join(f"“{one.name}”{'（隐藏）' * one.hidden}" for one in sheets[:_MOST_NAMED])
    return names + (f"等 {len(sheets)} 张" if len(sheets) > _MOST_NAMED else "")


def _told_of(others: Sequence[Sheet], chosen: Sheet, name: str) -> list[Problem]:
    """That other sheets have something in them too, where nobody said which is meant."""
    if not others:
        return []
    message = f"只读了工作表“{chosen.name}”，没有读的还有 {_named(others)}"
    return [table_note(name, "other-sheets", message, f"要读别的，写 --sheet {others[0].name}")]
