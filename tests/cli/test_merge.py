"""`drafter merge`: what departments sent in, as one outline with a register."""

from __future__ import annotations

import pytest
from docx import Document

from drafter.readers.outline import tree as outline_tree

WHOLE = (
    "# 总稿\n模板: 工作总结\n标题: 2026年防汛工作总结\n成绩:\n  小标题: 一年来的工作\n结尾: 明年接着抓。\n"
)
WATER = "2026年防汛工作总结\n\n一、主要成绩\n（一）隐患查得细。今年全市排查隐患126处，整改120处。\n（二）物资备得足。沙袋、木桩按标准备齐，我局还添置了冲锋舟六艘。\n二、存在的问题\n乡镇一级值守力量还薄弱。\n"
RESCUE = "市应急管理局2026年防汛工作总结\n\n一、工作成绩\n（一）预警叫得应。全市排查隐患128处，预警到户。\n（二）物资备得足。沙袋、木桩按标准备齐，还添置了冲锋舟六艘。\n"


@pytest.fixture
def heap(tmp_path):
    """What came, as it comes."""
    (tmp_path / "总结.yaml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "单位.csv").write_text(
        "单位名称,简称\n市水务局,水务局\n市应急管理局,应急局\n市农业农村局,市农业局\n市住建局,住建局\n",
        encoding="utf-8",
    )
    folder = tmp_path / "报送"
    folder.mkdir()
    (folder / "市水务局.txt").write_text(WATER, encoding="utf-8")
    (folder / "材料2.txt").write_text(RESCUE, encoding="utf-8")
    (folder / "水务局（改）.txt").write_text(WATER.replace("120处", "121处"), encoding="utf-8")
    (folder / "市农业局.txt").write_text("", encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK")
    return tmp_path


def test_every_passage_goes_to_its_part_with_whose_it_is(drafter, heap):
    """Which is never printed; what the outline said stays."""
    assert drafter("merge", "总结.yaml", "报送", "-o", "总稿.yaml", "--units", "单位.csv").code == 0
    text = (heap / "总稿.yaml").read_text(encoding="utf-8")
    tree = outline_tree.read(text, "a")

    assert text.startswith("# 总稿\n") and tree["成绩"]["小标题"] == "一年来的工作"
    assert sorted(point["来源"] for point in tree["成绩"]["要点"]) == ["市应急管理局"] * 2 + ["市水务局"] * 3
    assert tree["不足"]["要点"] == [{"正文": "乡镇一级值守力量还薄弱。", "来源": "市水务局"}]
    printed = drafter("build", "总稿.yaml", "--to", "txt", "-o", "-").out
    assert "来源" not in printed and "市应急管理局" not in printed and "预警叫得应" in printed


def test_the_register_says_who_has_sent_and_who_has_not(drafter, heap):
    """Of every file and every unit."""
    result = drafter(
        "merge",
        "总结.yaml",
        "报送",
        "-o",
        "总稿.yaml",
        "--units",
        "单位.csv",
        "--report",
        "情况.docx",
        "--json",
    )
    states = {
        (one["path"] or one["unit"]).removeprefix("报送/"): one["state"]
        for one in result.json["files"][0]["units"]
    }

    assert states == {
        "市水务局.txt": "已交",
        "材料2.txt": "已交",
        "水务局（改）.txt": "重复交",
        "市农业局.txt": "空文件",
        "坏.docx": "读不了",
        "市农业农村局": "未交",
        "市住建局": "未交",
    }
    cells = [
        cell.text for table in Document(heap / "情况.docx").tables for row in table.rows for cell in row.cells
    ]
    assert {"读不了", "重复交", "未交", "126处", "128处"} <= set(cells)


def test_nothing_is_written_where_one_of_the_two_may_not_be(drafter, heap):
    """The register would overwrite a person's file: the outline is not written either."""
    (heap / "情况.docx").write_bytes(b"somebody's")
    said = drafter("merge", "总结.yaml", "报送", "-o", "总稿.yaml", "--report", "情况.docx")

    assert said.code == 4 and "情况.docx" in said.err and not (heap / "总稿.yaml").exists()


def test_words_of_a_unit_are_no_markup_in_the_register(drafter, heap):
    """Braces, bars and backslashes of a file print as they are."""
    odd = "市住建局2026年总结\n\n一、工作成绩\n（一）甲\\b|{{ 项目 }}*丙*隐患排查隐患127处。\n"
    (heap / "报送" / "市住建局.txt").write_text(odd, encoding="utf-8")
    arguments = ("merge", "总结.yaml", "报送", "-o", "总稿.yaml", "--report", "情况.docx")
    assert drafter(*arguments, "--units", "单位.csv").code == 0
    cells = [
        cell.text for table in Document(heap / "情况.docx").tables for row in table.rows for cell in row.cells
    ]

    assert any("甲\\b|{{ 项目 }}*丙*隐患" in cell for cell in cells)


def test_what_does_not_go_together_is_said(drafter, heap):
    """Figures, two who say one thing, 我局 in a paper of all."""
    said = drafter("merge", "总结.yaml", "报送", "-o", "总稿.yaml", "--units", "单位.csv")

    assert "市水务局说 126处；市应急管理局说 128处" in said.err
    assert "市水务局和市应急管理局说的差不多" in said.err and "写着“我局”" in said.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("无.yaml", "报送", "-o", "总稿.yaml"), 3),
        (("总结.yaml", "空", "-o", "总稿.yaml"), 3),
        (("总结.yaml", "报送", "-o", "总结.yaml"), 2),
        (("总结.yaml", "报送", "-o", "总稿.yaml", "--units", "总结.yaml"), 3),
    ],
)
def test_what_cannot_be_gathered_is_said(drafter, heap, arguments, code):
    """Nothing is written."""
    (heap / "空").mkdir()
    result = drafter("merge", *arguments)

    assert result.code == code and "办法：" in result.err and not (heap / "总稿.yaml").exists()


def test_tables_and_figures_of_an_outline_come_along(drafter, heap):
    """A table as one; a figure as what it says, since its name stays behind."""
    (heap / "表.yaml").write_text(
        "模板: 工作总结\n标题: 市住建局总结\n数据: {危房数: 7座}\n成绩:\n  小标题: 成绩\n  要点: ['改造危房{{ 危房数 }}，一座不落。']\n"
        "  表格: [[片区, 座数], [城北, '4']]\n",
        encoding="utf-8",
    )
    assert drafter("merge", "总结.yaml", "表.yaml", "-o", "总稿.yaml", "--units", "单位.csv").code == 0
    printed = drafter("build", "总稿.yaml", "--to", "txt", "-o", "-").out

    assert "改造危房7座" in printed and "城北" in printed


def test_after_editing_one_sees_what_was_used(drafter, heap):
    """Of each unit how many passages, and those that were left out word for word; nothing else is written."""
    assert drafter("merge", "总结.yaml", "报送", "-o", "总稿.yaml", "--units", "单位.csv").code == 0
    gathered = drafter(
        "merge", "总稿.yaml", "报送", "--report", "采用.docx", "--units", "单位.csv", "--json"
    ).json["files"][0]
    assert gathered["unused"] == [] and gathered["output"] == ""
    text = (heap / "总稿.yaml").read_text(encoding="utf-8")
    (heap / "总稿.yaml").write_text(text.partition("成绩:")[0], encoding="utf-8")

    said = drafter("merge", "总稿.yaml", "报送", "--report", "采用.docx", "--units", "单位.csv", "--force")
    assert said.code == 0 and "没有用上" in said.err
    left = Document(heap / "采用.docx").tables[1]
    assert len(left.rows) > 1 and left.rows[0].cells[1].text == "原话"
    assert drafter("merge", "总稿.yaml", "报送").code == 2


def test_a_workbook_comes_as_a_table(drafter, heap):
    """As its unit's, with every row; of one that cannot be read that is said."""
    (heap / "报送" / "市住建局.csv").write_text("项目,数量\n危房,12\n管网,8\n", encoding="utf-8")
    (heap / "报送" / "市农业农村局.xlsx").write_bytes(b"no workbook")
    done = drafter("merge", "总结.yaml", "报送", "-o", "总稿.yaml", "--units", "单位.csv", "--json").json
    units = {one["path"]: one["state"] for one in done["files"][0]["units"]}
    said = (heap / "总稿.yaml").read_text(encoding="utf-8")

    assert units["报送/市住建局.csv"] == "已交" and units["报送/市农业农村局.xlsx"] == "读不了"
    assert "危房" in said and "管网" in said and "来源: 市住建局" in said
    assert done["files"][0]["unused"] == []


def test_what_the_writer_polished_was_used(drafter, heap):
    """As long as the point bears the unit's name and some of its words."""
    assert drafter("merge", "总结.yaml", "报送", "-o", "总稿.yaml", "--units", "单位.csv").code == 0
    text = (heap / "总稿.yaml").read_text(encoding="utf-8")
    polished = text.replace("沙袋、木桩按标准备齐，我局还添置了冲", "沙袋木桩都按标准备齐，又添了冲")
    assert polished != text
    (heap / "总稿.yaml").write_text(polished, encoding="utf-8")
    done = drafter(
        "merge", "总稿.yaml", "报送", "--report", "采用.docx", "--units", "单位.csv", "--json"
    ).json

    assert done["files"][0]["unused"] == []


def test_pictures_that_stay_behind_are_told(drafter, tmp_path):
    import io

    import docx

    from tests.pictures import png

    made = docx.Document()
    made.add_paragraph("水务局工作总结")
    made.add_paragraph("全年检修水闸十二座，没有发生险情。").add_run().add_picture(io.BytesIO(png(40, 20)))
    made.save(tmp_path / "水务局.docx")
    (tmp_path / "总.yaml").write_text("模板: 工作总结\n标题: 总结\n任务: [抓好落实。]\n", encoding="utf-8")
    told = drafter("merge", "总.yaml", "水务局.docx", "-o", "合.yaml")

    assert told.code == 0 and "水务局.docx：图片 1 张没有收" in told.err
