"""`drafter batch`: what is in the table is what is printed, or its row is refused and says why."""

from __future__ import annotations

import csv
import io

import pytest
from docx import Document as open_docx

from tests.sheets import number, row, sheet, workbook

OUTLINE = "模板: 原样\n标题: 致{{ 县（区） }}的函\n正文:\n  - 导语: 电话{{ 电话 }}，完成{{ 完成率 }}。\n"
CODED = {2: "_x0002_", 11: "_x000B_"}
"""How Excel writes what XML cannot hold."""

HEAD = ("县（区）", "电话", "完成率", "备注")


@pytest.fixture
def batch(drafter, tmp_path):
    """Runs a batch over a table of these bytes; gives what was said, and the rows of 结果.csv."""
    (tmp_path / "函.yaml").write_text(OUTLINE, encoding="utf-8")

    def run(data, *options, name="表.xlsx"):
        (tmp_path / name).write_bytes(data)
        said = drafter("batch", "函.yaml", name, "-o", "成稿", *options)
        listed = tmp_path / "成稿/结果.csv"
        if not listed.exists():
            return said, []
        return said, list(csv.reader(io.StringIO(listed.read_text(encoding="utf-8-sig"))))[1:]

    return run


def printed(tmp_path, name):
    return [p.text for p in open_docx(tmp_path / "成稿" / f"{name}.docx").paragraphs]


def test_cells_print_as_excel_shows_them(batch, tmp_path):
    """A mobile number whole, a percent as one."""
    said, _ = batch(
        workbook(sheet(row(*HEAD), row("东陂县", number("13800000001"), number("0.856", 1))), ("0.0%",))
    )

    assert said.code == 0 and said.err == ""
    assert printed(tmp_path, "东陂县")[:2] == ["致东陂县的函", "电话13800000001，完成85.6%。"]


def test_a_row_whose_digits_excel_lost_is_refused_and_the_others_are_made(batch, tmp_path):
    """With the column and the way out, at the terminal and in 结果.csv."""
    said, listed = batch(
        workbook(
            sheet(row(*HEAD), row("甲县", number("330102199001015433")), row("乙县", "330102199001015433"))
        )
    )

    assert said.code == 3 and "“电话”这一格是 18 位数字" in said.err and "设成文本" in said.err
    assert [one[2] for one in listed] == ["失败", "有待补"] and "设成文本" in listed[0][3]
    assert not (tmp_path / "成稿/甲县.docx").exists()
    assert "电话330102199001015433" in printed(tmp_path, "乙县")[1]


@pytest.mark.parametrize("name", ["表.xlsx", "表.csv"])
def test_a_control_character_fails_its_row(batch, tmp_path, name):
    """By either door, in the text or in what names the file."""
    lines = (HEAD[:3], ("甲\x02县", "1", "2"), ("乙县", "1\x0b2", "2"), ("丙县", "1", "2"))
    if name.endswith("csv"):
        data = "\n".join(map(",".join, lines)).encode()
    else:
        data = workbook(sheet(*(row(*(cell.translate(CODED) for cell in line)) for line in lines)))
    said, listed = batch(data, name=name)

    assert said.code == 3 and [one[2] for one in listed] == ["失败", "失败", "完成"]
    assert "“县（区）”" in listed[0][3] and "U+0002" in listed[0][3] and "U+000B" in listed[1][3]
    assert [path.name for path in (tmp_path / "成稿").glob("*.docx")] == ["丙县.docx"]


def test_a_cell_that_nobody_prints_fails_nothing(batch):
    """An error in a column of notes; where its column is asked for, its row is refused."""
    data = workbook(sheet(row(*HEAD), row("甲县", "1", "2", '<c t="e"><v>#REF!</v></c>')))

    assert batch(data)[0].code == 0
    said, _ = batch(data, "--name", "{{ 备注 }}.docx")
    assert said.code == 3 and "#REF!" in said.err


def test_titles_totals_and_hidden_rows_are_told(batch, tmp_path):
    """A total makes no letter."""
    data = workbook(
        sheet(
            row("各县进度表"),
            row(*HEAD),
            row("甲县", "1", "2", more=' hidden="1"'),
            row("合计", "", "2"),
        )
    )
    said, listed = batch(data)

    assert said.code == 0 and "√ 1 份" in said.out
    assert [one[:3] for one in listed] == [["3", "成稿/甲县.docx", "完成"], ["4", "", "跳过"]]
    for told in ("大标题", "第 3 行在 Excel 里是隐藏的", "第 4 行是合计", "--header"):
        assert told in said.err
    assert not (tmp_path / "成稿/合计.docx").exists()


def test_the_sheet_and_the_line_of_names_may_be_said(batch):
    """Where the first sheet is another, the error says so too."""
    data = workbook(
        {"说明": sheet(row("填表说明")), "名单": sheet(row("甲", "乙"), row(*HEAD), row("甲县", "1", "2"))}
    )

    said, _ = batch(data)
    assert said.code == 3 and "数据里没有" in said.err and "--sheet 名单" in said.err
    assert batch(data, "--sheet", "名单", "--header", "2")[1][0][:3] == ["3", "成稿/甲县.docx", "完成"]
    assert "没有叫“无”的工作表" in batch(data, "--sheet", "无")[0].err


def test_json_has_what_is_told_of_the_table(batch):
    report = batch(workbook(sheet(row("进度表"), row(*HEAD), row("甲县", "1", "2"), row("合计"))), "--json")[
        0
    ].json

    assert [one["code"] for one in report["problems"]] == ["title-row", "total-row"]
    assert [one["skipped"] for one in report["files"]] == [False, True]
