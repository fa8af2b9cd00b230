"""Workbooks of Excel: which sheet is read, what its cells say, what is refused."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from drafter.problems import InputProblem
from drafter.readers.tables import grid, lines, strings
from drafter.readers.tables.workbook import read_workbook
from tests.sheets import MAIN, number, row, sheet, workbook

RELATIONS = "xl/_rels/workbook.xml.rels"


def read(data, wanted=""):
    found = read_workbook(data, "表.xlsx", wanted)
    return [line.cells for line in found.lines]


def refused(data, wanted=""):
    with pytest.raises(InputProblem) as said:
        read_workbook(data, "表.xlsx", wanted)
    (problem,) = said.value.problems
    assert problem.code == "bad-table" and problem.hint and problem.place.source == "表.xlsx"
    return problem.message


def test_cells_come_as_they_are_shown():
    """By number format; what a formula kept, texts in themselves and shared, yes and no."""
    data = workbook(
        sheet(
            row(
                number("0.856", 1),
                "甲",
                '<c t="s"><v>1</v></c>',
                '<c t="str"><f>A1&amp;"x"</f><v>乙</v></c>',
                '<c t="b"><v>1</v></c>',
                "<c><f>G2*2</f><v></v></c>",
                '<c t="d" s="2"><v>2026-04-03T00:00:00</v></c>',
                '<c t="b"><v>0</v></c>',
            )
        ),
        ("0.0%", "yyyy/m/d"),
        "<si><t>丙</t></si><si><r><t>丁</t></r><r><rPr/><t>戊 </t></r><rPh><t>wu</t></rPh></si>",
    )

    assert read(data) == [{0: "85.6%", 1: "甲", 2: "丁戊 ", 3: "乙", 4: "是", 6: "2026年4月3日", 7: "否"}]


def test_cells_stand_where_they_say():
    """Cells and rows that are empty are left out by Excel."""
    rows = '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AB3"><v>3</v></c></row><row r="9"/>'
    (line, last) = read_workbook(workbook(sheet(rows + "<row><c><v>4</v></c></row>")), "x").lines

    assert (line.number, line.cells) == (3, {1: "1", 2: "2", 27: "3"})
    assert (last.number, last.cells) == (10, {0: "4"})


def test_a_sheet_ends_where_excel_ends_it():
    """Rows come in order, each once."""
    assert read(workbook(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))) == [{16383: "1"}]
    for rows in ('<row r="1048577"><c><v>1</v></c></row>', '<row r="2"/><row r="2"/>', '<row r="0"/>'):
        assert "行号不对" in refused(workbook(sheet(rows)))


def test_readings_over_characters_are_no_text():
    """In a cell of its own text too."""
    cell = '<c t="inlineStr"><is><r><t>澜</t></r><rPh><t>lan</t></rPh><r><t>川</t></r></is></c>'

    assert read(workbook(sheet(row(cell)))) == [{0: "澜川"}]


def test_characters_that_excel_wrote_as_codes_are_themselves():
    """Carriage returns in cells most of all; one that was typed so comes as typed."""
    assert read(workbook(sheet(row("甲_x000D_", "乙_x005F_x000D_", "_x0002_", "_x00_")))) == [
        {0: "甲\r", 1: "乙_x000D_", 2: "\x02", 3: "_x00_"}
    ]


def test_an_error_in_a_cell_is_named():
    (line,) = read_workbook(workbook(sheet(row("甲", '<c t="e"><v>#N/A</v></c>'))), "x").lines

    assert line.cells == {0: "甲"} and "#N/A" in line.faults[1].what and line.faults[1].way


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    data = workbook(sheet(row(number("44653", 1))), ("yyyy/m/d",), settings='date1904="1"')

    assert read(data) == [{0: "2026年4月3日"}]


def test_a_day_that_is_written_out_is_that_day_whichever_year_days_are_counted_from():
    """A strict file writes days so; the workbook's count is not theirs."""
    cell = '<c t="d" s="1"><v>2026-04-03T00:00:00</v></c>'
    data = workbook(sheet(row(cell)), ("yyyy/m/d",), settings='date1904="1"')

    assert read(data) == [{0: "2026年4月3日"}]


def test_the_first_sheet_that_shows_is_read_and_the_others_are_told():
    """Empty ones are not worth a word."""
    data = workbook(
        {"底稿": sheet(row("藏")), "名单": sheet(row("甲")), "Sheet3": sheet(), "说明": sheet(row("乙"))},
        states={"底稿": "hidden"},
    )
    found = read_workbook(data, "表.xlsx")

    assert [line.cells for line in found.lines] == [{0: "甲"}]
    (note,) = found.notes
    assert (
        note.code == "other-sheets"
        and "“底稿”（隐藏）、“说明”" in note.message
        and "--sheet 底稿" in note.hint
    )
    assert read(data, "说明") == [{0: "乙"}] and read(data, "底稿") == [{0: "藏"}]
    assert read_workbook(data, "表.xlsx", "说明").notes == ()
    assert "没有叫“无”的工作表" in refused(data, "无")


def test_hidden_rows_and_columns_are_marked():
    columns = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>'
    found = read_workbook(workbook(sheet(row("甲"), row("乙", more=' hidden="1"'), columns=columns)), "x")

    assert [line.hidden for line in found.lines] == [False, True]
    assert found.hidden_columns == {1, 2}


def test_cells_merged_downwards_say_the_same_in_every_row():
    """Rows of their own alone; merged sideways, the first column has it."""
    rows = (row("科室", "姓名"), row("办公室", "甲"), row("", "乙"), row("", ""), row("", "丙"))
    found = read_workbook(workbook(sheet(*rows, merged=("A2:A4", "B1:C1", "A5:B6"))), "x")

    assert [line.cells.get(0) for line in found.lines] == ["科室", "办公室", "办公室", None]
    (note,) = found.notes
    assert note.code == "merged-cells" and "A2:A4" in note.message and "A5" not in note.message


def test_a_workbook_whose_names_have_prefixes_is_the_same():
    """As the SDK for .NET writes them."""
    part = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'

    assert read(workbook(part)) == [{0: "甲"}]


@pytest.mark.parametrize(
    "part",
    [
        '<!DOCTYPE x [<!ENTITY e "甲">]>' + sheet(row("甲")),
        sheet(row("甲"))[:-9],
        sheet('<row r="3"/><row r="2"/>'),
        sheet('<row r="x"/>'),
        sheet('<row r="9999999"/>'),
        sheet('<row><c t="s"><v>0</v></c></row>'),
        sheet('<row><c r="abc1"><v>0</v></c></row>'),
        sheet(row("甲"), merged=("A1:x",)),
        f'<worksheet xmlns="{MAIN}"><c t="str"><v>0</v></c></worksheet>',
    ],
)
def test_a_broken_part_is_no_result(part):
    """DTDs, cut files, rows out of order, texts that are not there."""
    assert refused(workbook(part)).startswith("Excel 文件")


def test_what_is_no_workbook_is_said():
    assert "损坏" in refused(b"PK\3\4 not a sheet")
    assert "大得不正常" in refused(workbook(sheet(), extra={"x": b"0" * 50_000_001}))
    assert "没有工作表" in refused(workbook({}))


def test_cells_are_counted_and_no_more_are_kept(monkeypatch):
    """A limit in cells, one in characters: shared texts may be named by every cell."""
    for room in (lines, grid):
        monkeypatch.setattr(room, "MOST_CELLS", 4)
    assert len(read(workbook(sheet(row(*"甲乙"), row(*"丙丁"))))) == 2
    assert "格子超过" in refused(workbook(sheet(row(*"甲乙"), row(*"丙丁戊"))))
    monkeypatch.setattr(grid, "MOST_CHARACTERS", 3)
    assert "总字数超过" in refused(workbook(sheet(row("甲甲", "乙乙"))))
    monkeypatch.setattr(strings, "MOST_CHARACTERS", 3)
    assert "文字超过" in refused(workbook(sheet(), strings="<si><t>甲</t></si><si><t>乙丙</t></si>"))


def test_merged_cells_without_end_are_refused():
    """Each may span every row."""
    rows = [row("甲") for _ in range(1001)]

    assert "合并格太多" in refused(workbook(sheet(*rows, merged=["A1:A1048576"] * 1001)))


def test_ranges_of_columns_over_one_another_are_refused():
    """However many there are, they cost nothing."""
    columns = '<col min="1" max="16384" hidden="1"/>' * 3

    assert "列" in refused(workbook(sheet(row("甲"), columns=f"<cols>{columns}</cols>")))


def test_a_part_that_many_sheets_share_is_read_once(monkeypatch):
    """It can say nothing else the second time."""
    names = {f"表{at}": sheet(row("一")) for at in range(50)}
    plain = workbook(names)
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        relations = archive.read(RELATIONS).decode()
    shared = workbook(names, extra={RELATIONS: re.sub(r"sheet(?!1\.)\d+\.xml", "sheet2.xml", relations)})
    looked, read_member = [], zipfile.ZipFile.read
    monkeypatch.setattr(
        zipfile.ZipFile, "read", lambda self, name: looked.append(name) or read_member(self, name)
    )

    (note,) = read_workbook(shared, "x").notes

    assert "等 49 张" in note.message and looked.count("xl/worksheets/sheet2.xml") == 1
