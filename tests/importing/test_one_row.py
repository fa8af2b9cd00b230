"""Points counted through by whatever mark came to hand are one row."""

from __future__ import annotations

import pytest
from docx import Document

NOTE = """在全县防汛会上的讲话
同志们：
今天开会，讲六点。
1、责任要压实。县领导包乡镇，谁负责谁上墙。
(2) 隐患再排查，查出的建台账
③监测要灵，一小时一报
对了，预警也放在这里
4.抢险队伍五月底演练一遍
五、转移要果断，宁可十防九空
六是值班值守，二十四小时带班
谢谢大家！
"""


@pytest.fixture
def outline(drafter, tmp_path):
    """The outline that comes of a text."""

    def made(text):
        (tmp_path / "稿.txt").write_text(text, encoding="utf-8")
        done = drafter("import", "稿.txt", "--template", "部署讲话", "-o", "-")
        assert done.code == 0
        return done.out

    return made


def test_mixed_marks_that_count_through_are_one_list(outline):
    """And what was jotted down in between stays with the point before it."""
    said = outline(NOTE)

    assert said.count("角色: ") <= 1 and "小标题" not in said
    for point in ("责任要压实", "隐患再排查", "监测要灵", "抢险队伍", "转移要果断", "值班值守"):
        assert point in said
    assert "预警也放在这里" in said
    assert not any(mark in said for mark in ("③", "(2)", "4.", "五、", "六是"))


def test_marks_of_two_levels_stay_two_levels(outline):
    """Where each level counts anew nobody mixed anything up."""
    said = outline(
        "在会上的讲话\n一、抓实防汛\n（一）查堤防。月底前查完。\n（二）备物资。备足沙袋。\n二、抓实抗旱\n1.修井。五月修好。\n2.送水。送到户。\n"
    )

    assert "抓实防汛" in said and "抓实抗旱" in said and said.count("小标题") == 2


def test_what_stands_behind_a_table_is_not_lost(drafter, tmp_path):
    """Between two points of a row; a table has no words of its own to which it could go."""
    made = Document()
    for text in ("在会上的讲话", "1、压实责任", "(2) 排查隐患"):
        made.add_paragraph(text)
    made.add_table(1, 2).cell(0, 0).text = "格"
    for text in ("这句话在表后面。", "③备足物资", "4.严格值守"):
        made.add_paragraph(text)
    made.save(tmp_path / "稿.docx")

    assert "这句话在表后面" in drafter("import", "稿.docx", "--template", "部署讲话", "-o", "-").out
