"""Rows by column name: the line that names them, cells that cannot be printed, rows that are told."""

from __future__ import annotations

import pytest

from drafter.problems import InputProblem
from drafter.readers.tables.delimited import read_csv
from drafter.readers.tables.table import arrange
from drafter.readers.tables.workbook import read_workbook
from tests.sheets import row, sheet, workbook


def table(text, head=0):
    return arrange(read_csv(text, "表.csv"), "表.csv", head)


def codes(found):
    return [note.code for note in found.notes]


def test_names_lose_their_spaces_and_keep_their_brackets():
    """Columns as an office heads them."""
    found = table('姓 名,"单位\n名称",（元）金额,县（区）,比重（%）\n甲,乙,1,丙,2\n')

    assert found.columns == ("姓名", "单位名称", "（元）金额", "县（区）", "比重（%）")
    assert found.rows[0].cells["单位名称"] == "乙" and found.notes == ()


def test_a_column_that_cannot_be_named_is_left_out_and_told():
    found = table("姓名,A&B,,备注\n甲,1,2,3\n")

    assert found.columns == ("姓名", "备注") and found.rows[0].cells == {"姓名": "甲", "备注": "3"}
    assert codes(found) == ["column-unusable", "column-unnamed"]
    assert "B 列“A&B”" in found.notes[0].message and "C 列" in found.notes[1].message


@pytest.mark.parametrize("text", ["", "\n\n", "县,县\n1,2\n", "A&B\n1\n"])
def test_a_table_without_names_is_no_result(text):
    """Nor one with two of one name."""
    with pytest.raises(InputProblem) as said:
        table(text)
    assert said.value.problems[0].code == "bad-table" and said.value.problems[0].hint


def test_a_title_above_the_names_is_told():
    found = table("2026年培训人员名单,,\n（11月）\n姓名,单位\n甲,水务局\n")

    assert found.columns == ("姓名", "单位") and [one.number for one in found.rows] == [4]
    assert codes(found) == ["title-row"]
    assert "第 3 行" in found.notes[0].message and "2026年培训人员名单" in found.notes[0].message


def test_a_table_of_one_column_begins_with_its_name():
    assert table("县\n东陂县\n青溪县\n").columns == ("县",)


def test_the_line_of_the_names_may_be_said():
    """Whatever stands above it."""
    text = "基本情况,,\n姓名,单位\n甲,水务局\n"

    assert table(text, 2).columns == ("姓名", "单位")
    assert table(text, 1).columns == ("基本情况",)
    with pytest.raises(InputProblem) as said:
        table("甲\n\n1\n", 2)
    assert "第 2 行是空的" in said.value.problems[0].message


@pytest.mark.parametrize("char", ["\0", "\x02", "\x0b", "\x7f", "\ufffe", "\uffff", "\ud800", "\U0010f123"])
def test_a_cell_with_a_character_that_no_page_can_hold_is_a_fault(char):
    """By column and number of the character; line ends in disguise are line ends."""
    found = table(f"县,任务\n东{char}陂县,甲\u2028乙\r\n丙\x85丁\n")
    (first, _, *_) = found.rows

    assert f"U+{ord(char):04X}" in first.faults["县"].message and "“县”" in first.faults["县"].message
    assert first.cells["县"] == "" and first.faults["县"].place.line == 2
    assert table('任务\n"甲\u2028乙\r\n丙\x85丁"\n').rows[0].cells == {"任务": "甲\n乙\n丙\n丁"}


@pytest.mark.parametrize(
    "first",
    ["合计", "总 计", "小计：", "全市合计", "合计（万元）", "共计", "平均", "平均值", "Total", "Grand Total"],
)
def test_a_row_that_sums_up_is_one(first):
    """Told by what its first cell with something says."""
    rows = table(f"序号,县,金额\n1,会计,1\n{first},,3\n,{first},3\n").rows

    assert [one.total for one in rows] == [False, True, True]


def test_hidden_rows_and_columns_are_read_and_told():
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    data = workbook(
        sheet(row("县", "电话"), row("甲", "1", more=' hidden="1"'), row("乙", "2"), columns=columns)
    )
    found = arrange(read_workbook(data, "x"), "x")

    assert [one.hidden for one in found.rows] == [True, False]
    assert codes(found) == ["hidden-rows", "hidden-columns"]
    assert "第 2 行" in found.notes[0].message and "B“电话”" in found.notes[1].message


def test_many_hidden_rows_are_counted():
    """Eight are named."""
    hidden = [row("甲", more=' hidden="1"') for _ in range(9)]

    for count, told in ((8, "第 2、3、4、5、6、7、8、9 行在"), (9, "第 2、3、4、5、6、7、8、9等 9 行在")):
        found = arrange(read_workbook(workbook(sheet(row("县"), *hidden[:count])), "x"), "x")
        assert told in found.notes[0].message


SPOILT = (
    "#N/A",
    "#REF!",
    "#DIV/0!",
    "#value!",
    "#名称?",
    "########",
    "1.38E+10",
    "-3.30102e+17",
    "坏\ufffd了",
)


@pytest.mark.parametrize("text", SPOILT)
def test_what_a_program_left_of_a_value_is_a_fault(text):
    """Wherever it stands as a text: a table saved as CSV holds what its cells showed."""
    found = table(f"县,值\n甲,{text}\n")
    book = arrange(read_workbook(workbook(sheet(row("县", "值"), row("甲", text))), "x"), "x")

    for one in (found, book):
        fault = one.rows[0].faults["值"]
        assert "“值”这一格" in fault.message and fault.hint and one.rows[0].cells["值"] == ""


@pytest.mark.parametrize("text", ["#1楼", "C#", "#", "##", "E+1组", "1E", "2E座", "ABC-1.5E+3型", "5G+E"])
def test_what_looks_a_little_like_it_is_a_text(text):
    assert table(f"县,值\n甲,{text}\n").rows[0].cells["值"] == text


def test_a_head_of_merged_cells_is_named_by_its_lower_line():
    """Which says of each column what is in it; it is no row."""
    rows = (
        row("各县投资"), row("县", "投资", "", "备注"), row("", "中央", "地方", ""), row("甲县", "1", "2", "无"),
    )  # fmt: skip
    data = workbook(sheet(*rows, merged=("A1:D1", "A2:A3", "B2:C2", "D2:D3")))
    found = arrange(read_workbook(data, "x"), "x")

    assert found.columns == ("县", "中央", "地方", "备注")
    assert [one.cells["县"] for one in found.rows] == ["甲县"]
    assert "head-of-layers" in codes(found)
    assert arrange(read_workbook(data, "x"), "x", 2).columns == ("县", "投资", "备注")


def test_a_column_that_is_merged_down_from_its_first_row_on_is_no_head():
    """Nor one whose name is merged over the whole table."""
    data = workbook(sheet(row("区", "县"), row("东", "甲"), row("", "乙"), merged=("A2:A3",)))
    assert [one.cells["区"] for one in arrange(read_workbook(data, "x"), "x").rows] == ["东", "东"]
    data = workbook(sheet(row("区", "县"), *(row("", name) for name in "甲乙丙丁"), merged=("A1:A5",)))
    assert len(arrange(read_workbook(data, "x"), "x").rows) == 4


def test_what_stands_below_a_table_is_told_and_no_row():
    """Notes, who filled it in; not what stands between rows, nor a county of such a name."""
    feet = "备注：以上截至11月。,\n填表人：张三,审核：李四\n"
    found = table(f"县,值\n备注：县,1\n甲,2\n注溪县,3\n{feet}")

    assert [one.cells["县"] for one in found.rows] == ["备注：县", "甲", "注溪县"]
    (note,) = found.notes
    assert note.code == "foot-line" and "第 5、6 行" in note.message


def test_an_empty_first_sheet_is_passed_over_and_told_of_others():
    data = workbook({"空": sheet(), "表": sheet(row("县"), row("甲"))})
    assert arrange(read_workbook(data, "x"), "x").rows[0].cells == {"县": "甲"}
