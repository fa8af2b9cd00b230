"""Tables that a command is given: told by what they are, not by what they are called."""

from __future__ import annotations

import pytest

from drafter.problems import InputProblem
from drafter.session.tables import read_table, sheet_names
from tests.builders import session
from tests.sheets import row, sheet, workbook

CSV = "县,任务\n甲县,修路\n"
XLSX = workbook(sheet(row("县", "任务"), row("甲县", "修路")))


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(data, name):
        (tmp_path / name).write_bytes(data)
        return read_table(session(), name)

    return run


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (CSV.encode(), "表.csv"),
        (CSV.encode("utf-8-sig"), "表.csv"),
        (CSV.encode("gb18030"), "表.csv"),
        (CSV.encode("utf-16"), "表.csv"),
        (XLSX, "表.xlsx"),
        (XLSX, "表.csv"),
        (XLSX, "表.et"),
    ],
)
def test_a_table_is_read_in_whatever_form_it_is(read, data, name):
    """Any encoding of an office; a workbook that was only renamed."""
    found = read(data, name)

    assert found.columns == ("县", "任务") and found.rows[0].cells == {"县": "甲县", "任务": "修路"}
    assert found.notes == ()


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"\xe5\x8e\xbf\n\xe7\x94\xb2\0\n", "表.csv", "第 2 行有空字符"),
        (b"\xff\xff\xff", "表.csv", "不是文本的表"),
        (CSV.encode(), "表.xlsx", "不是 Excel 文件"),
        (b"<html><table>", "表.xls", "里面是网页"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "表.xlsx", "加了密码"),
        (XLSX[:200], "表.xlsx", "读不了"),
    ],
)
def test_what_is_no_table_is_said_as_of_a_table(read, data, name, told):
    """Not as of an outline."""
    with pytest.raises(InputProblem) as said:
        read(data, name)
    (problem,) = said.value.problems
    assert problem.code == "bad-table" and told in problem.message
    assert "Excel" in problem.hint and "大纲" not in problem.hint


def test_a_file_that_was_cut_off_is_told(read):
    """The rest of it is read."""
    assert [note.code for note in read("县\n甲县的大事\n".encode()[:-2], "表.csv").notes] == ["cut-text"]


SHEETS = {"各县": sheet(row("县")), "底稿": sheet(row("乡"))}


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (workbook(SHEETS, states={"底稿": "hidden"}), "表.xlsx", ("各县", "底稿")),
        (CSV.encode(), "表.csv", ()),
        (b"\xff\xff\xff", "表.csv", ()),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "表.xlsx", ()),
    ],
)
def test_the_sheets_of_a_workbook_can_be_chosen_from(tmp_path, data, name, expected):
    """Hidden ones too, in its order; what is no workbook has none, and what is wrong with it its reading tells."""
    (tmp_path / name).write_bytes(data)

    assert sheet_names(session(), str(tmp_path / name)) == expected


def test_the_sheets_of_what_is_no_workbook_are_not_made_up(tmp_path):
    """A zip cut off, or of something else."""
    (tmp_path / "表.xlsx").write_bytes(XLSX[:200])
    with pytest.raises(InputProblem) as said:
        sheet_names(session(), str(tmp_path / "表.xlsx"))

    assert said.value.problems[0].code == "bad-table"
