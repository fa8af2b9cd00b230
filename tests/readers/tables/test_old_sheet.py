"""Old workbooks: numbers with all their digits, nothing guessed of formats."""

from __future__ import annotations

import datetime
import sys

import pytest

from drafter.problems import InputProblem, MissingProgram
from drafter.readers.tables import old_sheet
from drafter.readers.tables.old_sheet import read_old_workbook
from tests.sheets import number, row, sheet, workbook

pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")


def read(*rows):
    """Calamine tells formats apart by itself, so that a new workbook stands for an old one."""
    return read_old_workbook(workbook(sheet(*rows), ("yyyy/m/d",)), "表.xls")


def test_numbers_come_with_all_their_digits():
    """Never an exponent; a date as an office writes it."""
    (_, line) = read(
        row("甲"), row(*map(number, ("13800000001", "100000000000", "12345678.9")), number("46115", 1))
    ).lines

    assert list(line.cells.values()) == ["13800000001", "100000000000", "12345678.9", "2026年4月3日"]


def test_what_old_workbooks_do_not_show_is_refused():
    """Digits that Excel lost; numbers of a column that may be percents."""
    (_, first, second) = read(
        row("甲", "乙", "丙"),
        row(number("3.3010219900101e17"), number("0.856"), number("1.5")),
        row("x", number("1"), ""),
    ).lines

    assert (
        "15 位" in first.faults[0].what
        and "百分比" in first.faults[1].what
        and "百分比" in second.faults[1].what
    )
    assert first.cells == {2: "1.5"} and ".xlsx" in first.faults[1].way


def test_an_error_is_a_cell_that_is_still_open():
    """Calamine tells no more of it; a text that only looks like one is a text."""
    (_, line) = read(row("甲", "乙"), row('<c t="e"><v>#N/A</v></c>', "#A1")).lines

    assert line.cells == {1: "#A1"} and line.faults == {}


def test_that_formats_are_not_read_is_told():
    assert [note.code for note in read(row("甲")).notes] == ["old-sheet"]


def test_sheets_are_chosen_as_in_new_ones():
    data = workbook({"底": sheet(row("藏")), "名单": sheet(row("甲"))}, states={"底": "hidden"})
    found = read_old_workbook(data, "表.xls")

    assert found.lines[0].cells == {0: "甲"} and [note.code for note in found.notes] == [
        "old-sheet",
        "other-sheets",
    ]
    assert read_old_workbook(data, "表.xls", "底").lines[0].cells == {0: "藏"}
    assert old_sheet.old_sheet_names(data, "表.xls") == ("底", "名单")
    with pytest.raises(InputProblem) as said:
        read_old_workbook(data, "表.xls", "无")
    assert "没有叫“无”" in said.value.problems[0].message


@pytest.mark.parametrize("read", [read_old_workbook, old_sheet.old_sheet_names])
def test_what_cannot_be_read_is_said(monkeypatch, read):
    """Damage, or the extra that is missing."""
    with pytest.raises(InputProblem):
        read(b"\xd0\xcf\x11\xe0" + bytes(600), "表.xls")
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(MissingProgram) as said:
        read(b"", "表.xls")
    assert "xlsx" in said.value.problems[0].hint


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        (True, "是"),
        (128.0, "128"),
        (99.25, "99.25"),
        (7, "7"),
        (datetime.date(2026, 3, 12), "2026年3月12日"),
        (datetime.datetime(2026, 3, 12), "2026年3月12日"),
        (datetime.datetime(2026, 3, 12, 9, 5), "2026年3月12日 9:05"),
        (datetime.time(14, 30), "14:30"),
        (datetime.time(14, 30, 5), "14:30:05"),
        ("甲", "甲"),
    ],
)
def test_a_value_is_said_as_a_person_sees_it(cell, printed):
    assert old_sheet._text(cell) == printed
