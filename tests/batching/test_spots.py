"""Columns that name a place in the outline, a condition, or the template."""

from __future__ import annotations

import zipfile

import pytest

from drafter.batching.jobs import Job, Order
from drafter.batching.making import RowMaker
from drafter.problems import DrafterError
from drafter.storage.digests import Digests
from drafter.writers import text
from tests.builders import session
from tests.pictures import png

OUTLINE = """模板: 部署讲话
标题: 题
任务:
  小标题: 抓好三项工作
  导语: 要抓好{{ 条数 }}件事。
  要点:
    - 标题: 抓好修路
      正文: 修好路。
      要点: [甲, 乙]
    - 标题: 加强督查
      正文: 督查到位。
    - 标题: 抓好宣传
      正文: 宣传到位。
结尾:
  - 第一段。
  - 第二段。
"""


@pytest.fixture
def row(tmp_path, monkeypatch):
    """What a row prints, line by line, and what is doubtful in it."""
    monkeypatch.chdir(tmp_path)

    def make(cells, outline=OUTLINE):
        order = Order(outline, "稿.yaml", tuple(cells), ("txt",), dry=True)
        maker = RowMaker(session(), order, Digests(tmp_path / "home"))
        return text.write(maker.draft(cells).bound.document).splitlines(), maker

    return make


@pytest.mark.parametrize(
    ("column", "said", "printed"),
    [
        ("任务.1.正文", "修桥。", "修桥。"),
        ("任务.2", "问责到位。", "问责到位。"),
        ("tasks.2.text", "问责到位。", "问责到位。"),
        ("任务.3.标题", "抓好落实", "三、抓好落实"),
        ("任务.小标题", "抓好四项工作", "抓好四项工作"),
        ("任务.导语", "下面说{{ 条数 }}件。", "下面说三件。"),
        ("任务.小结", "就说这些。", "就说这些。"),
        ("结尾.2", "谢谢。", "谢谢。"),
        ("结尾.正文", "散会。", "散会。"),
        ("不足.正文", "还有差距。", "还有差距。"),
        ("任务.1.2.正文", "丙", "（二）丙。"),
    ],
)
def test_a_column_gives_the_words_of_a_place(row, column, said, printed):
    """Of a part, a section, a point, a paragraph; of a part that the outline does not have, in its place."""
    lines, _ = row({column: said})

    assert any(printed in line for line in lines), lines
    if column.startswith("不足"):
        assert lines.index(printed) < lines.index("抓好三项工作")


def test_an_empty_cell_leaves_the_outlines_own_words(row):
    """And a cell of several lines is several paragraphs."""
    assert row({"任务.1.正文": ""})[0] == row({})[0]
    lines, _ = row({"结尾.正文": "一段。\n\n又一段。"})
    assert lines[-2:] == ["一段。", "又一段。"]


@pytest.mark.parametrize("column", ["?督查", "？督查", "?加强督查", "?任务.2"])
@pytest.mark.parametrize(
    ("cell", "kept"), [("是", True), ("√", True), ("1", True), ("", False), ("否", False)]
)
def test_a_condition_keeps_a_point_or_leaves_it_out(row, column, cell, kept):
    """By its name or its number; what counts the points counts what is left."""
    lines, _ = row({column: cell})

    assert ("督查到位。" in lines) is kept
    assert any(f"要抓好{'三' if kept else '两'}件事。" in line for line in lines)


def test_what_a_condition_leaves_empty_goes_with_it(row):
    """A row of points, the section above it, the part."""
    lines, _ = row({"?任务.1.1": "", "?任务.1.2": ""})
    assert "修好路。" in lines and not any("甲" in line or "乙" in line for line in lines)
    lines, _ = row({"?结尾": ""})
    assert "第一段。" not in lines and "第二段。" not in lines
    lines, _ = row({"?结尾.1": "", "?任务.3": ""})
    assert lines[-1] == "第二段。" and "宣传到位。" not in lines


@pytest.mark.parametrize(
    "columns", [("?督查", "?任务.2"), ("?任务.2", "？任务.2"), ("?加强督查", "?tasks.2", "?督查")]
)
def test_a_point_that_two_columns_leave_out_goes_alone(row, columns):
    """What follows it stays."""
    lines, _ = row(dict.fromkeys(columns, "否"))

    assert "督查到位。" not in lines and "宣传到位。" in lines


@pytest.mark.parametrize("columns", [("?任务.1.1", "?任务.1"), ("?任务", "?任务.1"), ("?任务.2", "?任务")])
def test_what_goes_with_its_whole_takes_nothing_else_along(row, columns):
    """A point in a section that goes itself, in any order."""
    outline = """模板: 部署讲话
标题: 题
任务:
  - 小标题: 修路
    要点: [修好路。]
  - 小标题: 督查
    要点: [督查到位。]
结尾: 散会。
"""
    whole = "?任务" in columns
    lines, _ = row(dict.fromkeys(columns, ""), outline)

    assert not any("修好路" in line for line in lines) and lines[-1] == "散会。"
    assert any("督查到位" in line for line in lines) is not whole


@pytest.mark.parametrize(
    "columns",
    [
        ("任务.2", "任务.2.正文"), ("结尾.1.正文", "结尾.1"), ("任务.正文", "任务.2.正文"), ("结尾.2", "结尾.正文"),
        ("任务.正文", "tasks.text"), ("结尾.正文", "?结尾.1"), ("任务.正文", "?督查"),
    ],
)  # fmt: skip
def test_columns_that_undo_one_another_are_said(row, columns):
    """One of two would be lost."""
    with pytest.raises(DrafterError) as refused:
        row(dict.fromkeys(columns, "否"))

    assert "同一处" in refused.value.problems[0].message


def test_a_part_that_is_given_whole_may_be_left_out_whole(row):
    """And a point may be given its words and be left out."""
    assert "散会。" not in row({"结尾.正文": "散会。", "?结尾": ""})[0]
    assert "甲。" not in row({"任务.2.正文": "甲。", "?任务.2": ""})[0]


def test_what_no_longer_agrees_is_doubtful(row):
    """A heading that counts three, with two below it."""
    _, maker = row({"?督查": ""})
    (doubt,) = maker._settings.of({"?督查": ""}).doubts

    assert doubt.code == "count-mismatch" and "三项" in doubt.message


@pytest.mark.parametrize(
    ("column", "hint"),
    [
        ("任务.9.正文", "这一条"), ("任务.1.页码", "不能由表来给"), ("没有.1.正文", "哪一部分"), ("任务.0", "从 1 数起"),
        ("?没有的", "标题"), ("?抓好", "不止一条"), ("?任务.1.正文", "整条"), ("?原因", "没有这一部分"), ("任务.1.导语", "写明"),
    ],
)  # fmt: skip
def test_a_place_that_is_not_there_is_said(row, column, hint):
    """Before anything is made, with what may be written."""
    with pytest.raises(DrafterError) as refused:
        row({column: "甲"})

    assert refused.value.problems[0].code == "unknown-place" and hint in refused.value.problems[0].hint


@pytest.mark.parametrize("cell", ["../别的.md.j2", "./甲.md.j2", "/etc/passwd", "信头.docx", "信头.DOCX"])
def test_a_table_names_no_file_as_template(row, cell):
    """A table comes from anywhere, as an outline does."""
    with pytest.raises(DrafterError) as refused:
        row({"模板": cell})

    assert refused.value.exit_code == 3 and refused.value.problems[0].code == "path-outside"


def test_the_template_of_a_row(row):
    """By name; the outline's own where the cell is empty, and a fact where the outline refers to it."""
    assert row({"模板": ""})[0] == row({})[0]
    assert row({"模板": "原样"})[0] != row({})[0]
    lines, _ = row({"模板": "甲"}, OUTLINE.replace("修好路", "用{{ 模板 }}修好路"))
    assert "用甲修好路。" in lines


def test_a_condition_that_says_neither_is_a_bad_cell(row):
    """No guess is made about who gets which letter."""
    with pytest.raises(DrafterError) as refused:
        row({"?督查": "也许"})

    assert refused.value.problems[0].code == "bad-cell" and "也许" in refused.value.problems[0].message


def test_pictures_stay_where_a_condition_leaves_something_out(tmp_path, monkeypatch):
    """And where a column gives a text: the outline is composed anew for such a row."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "走势.png").write_bytes(png())
    source = (
        "模板: 部署讲话\n标题: 致{{ 县 }}的函\n任务:\n  小标题: 抓好工作\n  要点:\n    - {标题: 督查, 正文: 督查。}\n"
        "    - {标题: 报数, 正文: 报数。}\n    - 图片: 走势.png\n    - {标题: 收尾, 正文: 收尾。}\n"
    )
    with Digests(tmp_path / "home") as digests:
        order = Order(source, "函.yaml", ("县", "?督查", "任务.3.正文"), ("docx",))
        maker = RowMaker(session(), order, digests)
        for row, (wanted, text) in enumerate((("是", ""), ("否", ""), ("是", "别的。"))):
            cells = {"县": "甲县", "?督查": wanted, "任务.3.正文": text}
            assert maker(Job(row, cells, (f"{row}.docx",))).exit_code == 0
            with zipfile.ZipFile(tmp_path / f"{row}.docx") as archive:
                assert any(name.startswith("word/media/") for name in archive.namelist()), row


def test_a_place_that_is_not_there_is_told_with_those_that_are(tmp_path):
    """A letter has 事项 where a speech has 任务."""
    source = "模板: 函\n标题: 题\n主送: [甲]\n事项: [一。, 二。]\n"
    order = Order(source, "函.yaml", ("任务.2.正文",), ("docx",))
    with Digests(tmp_path / "home") as digests, pytest.raises(DrafterError) as said:
        RowMaker(session(), order, digests)

    assert "大纲里有：事项（2 条）" in said.value.problems[0].hint
