"""Outlines: both spellings of every key, both forms of parts, every fault with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.model import vocabulary
from drafter.model.outline import FactValue, Part, Point, Section, Speaker, Tail
from drafter.writers import outline_yaml as outline_writer
from tests.builders import outline, problems

CONTRACT_EXAMPLE = (Path(__file__).parents[2] / "fixtures" / "contract.yaml").read_text(encoding="utf-8")


def test_the_example_of_the_manual_loads():
    """A whole outline, with every part, fact and comment, loads without a problem."""
    read = outline(CONTRACT_EXAMPLE)

    assert read.title == "在全市政务服务工作推进会上的讲话"
    assert read.date == "2026年3月12日"
    assert read.speaker == Speaker("王某某", "市政务服务管理局局长", "市政务服务管理局")
    assert [part.role for part in read.parts] == ["opening", "achievements", "gaps", "tasks", "closing"]
    assert read.facts["办件量"] == FactValue("128", "万件", "2025-12-31", "市政务服务管理局年度统计")
    assert read.facts["牵头单位"] is None


def test_chinese_keys_load_alike():
    """An outline in Chinese keys is the same outline."""
    chinese = outline_writer.write(outline(CONTRACT_EXAMPLE), keys="zh")

    assert not re.search(r"^\s*(?:- )?[a-z_]+:", chinese, re.MULTILINE)
    assert outline(chinese) == outline(CONTRACT_EXAMPLE)


@pytest.mark.parametrize("table", vocabulary.TABLES)
def test_no_spelling_means_two_keys_of_one_table(table):
    """Every spelling of a table is its own key's alone."""
    spellings = [s for key in vocabulary.TABLES[table] for s in (key.name, *key.chinese)]

    assert len(spellings) == len(set(spellings))


RENAMED = {
    "style": ("版式", "样式"),
    "numbering": ("层次序号", "编号", "编号样式"),
    "redacted": ("脱敏", "脱密"),
    "brief": ("领导交代", "交代", "必讲", "要求"),
}


@pytest.mark.parametrize(("name", "spellings"), RENAMED.items())
def test_a_renamed_key_loads_by_its_older_spellings_too(name, spellings):
    """New files are written in the first; no older file is shut out."""
    read = [outline(f"标题: 甲\n{key}: 是\n") for key in (*spellings, name)]

    assert getattr(read[0], name)
    assert all(other == read[0] for other in read)
    assert f"\n{spellings[0]}:" in "\n" + outline_writer.write(read[0])


def test_the_older_word_for_a_layout_is_a_style_at_the_top_only():
    """On sections, points and tails 版式 goes on meaning how points are set."""
    older = outline(
        "版式: 公文\n任务:\n  版式: 段首\n  要点:\n    - {标题: 甲, 版式: 段内}\n  小结: {版式: 段内, 要点: [乙]}\n"
    )
    written = outline_writer.write(older)

    assert older.style == "公文"
    assert (older.parts[0].items[0].layout, older.parts[0].items[0].points[0].layout) == ("lead", "inline")
    assert older.parts[0].items[0].tail.layout == "inline"
    assert (written.count("版式: "), written.count("排法: ")) == (1, 3)
    assert outline(written) == older


def test_both_forms_of_parts_load_to_one_model():
    """Parts by role and an ordered list of sections hold the same parts."""
    by_role = outline("成绩:\n  小标题: 甲\n  要点: [乙]\n")
    ordered = outline("小节:\n  - 角色: 成绩\n    小标题: 甲\n    要点: [乙]\n")

    assert by_role.parts == (Part("achievements", (Section(heading="甲", points=(Point(text=("乙",)),)),)),)
    assert ordered.parts[0].role == "achievements"
    assert ordered.ordered


def test_a_part_is_a_text_or_a_section_or_a_list_of_both():
    """Texts and sections stand in the order in which they were written."""
    read = outline("任务:\n  - 先说一句。\n  - 小标题: 甲\n  - 再说一句。\n")

    assert read.parts[0].items == ("先说一句。", Section(heading="甲"), "再说一句。")


def test_a_tail_may_hold_a_second_row_of_points():
    """A tail with points of its own is a `Tail`."""
    read = outline("任务:\n  小标题: 甲\n  小结:\n    导语: 还有：\n    要点: [乙]\n")

    assert read.parts[0].items[0].tail == Tail(lead=("还有：",), points=(Point(text=("乙",)),))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("2026-03-12", "2026年3月12日"), ("2026年3月12日", "2026年3月12日"), ("2026年3月", "2026年3月"),
     ("2026/3/2", "2026年3月2日"), ("2026.03", "2026年3月"), ("", "")],
)  # fmt: skip
def test_dates_are_read_in_every_usual_form(typed, printed):
    """Whatever its form, a date prints as GB/T 9704 7.3.5.4 has it."""
    assert outline(f"标题: 甲\n日期: {typed}").date == printed


def test_an_outline_without_a_date_has_none():
    """An empty date is a gap; no date at all is no date."""
    assert outline("标题: 甲").date is None


FAULTS = [
    ("标体: 甲", ("unknown-key", 1, 1)),
    ("标题: 甲\ntitle: 乙", ("repeated-key", 2, 1)),
    ("标题: [甲]", ("wrong-type", 1, 5)),
    ("日期: 2024-13-01", ("bad-date", 1, 5)),
    ("日期: 明天", ("bad-date", 1, 5)),
    ("时长: 半小时", ("wrong-type", 1, 5)),
    ("脱敏: 也许", ("wrong-type", 1, 5)),
    ("任务:\n  排法: 竖排", ("unknown-layout", 2, 7)),
    ("小节:\n  - 角色: 点缀\n    小标题: 甲", ("unknown-role", 2, 9)),
    ("小节:\n  - 小标题: 甲\n成绩: 乙", ("mixed-order", 3, 1)),
    ("任务:\n  要点: 甲", ("wrong-type", 2, 7)),
    ("任务:\n  要点:\n    - 标题: 甲\n      正文: 乙\n      引用: 丙", ("use-with-text", 4, 7)),
    ("任务:\n  引用: 甲\n  要点: [乙]", ("use-with-text", 3, 3)),
    ("数据:\n  办 件: 1", ("bad-fact-name", 2, 3)),
    ("数据:\n  量: 1\n  量: 2", ("repeated-key", 3, 3)),
    ("数据:\n  量: {数值: 1, 颜色: 红}", ("unknown-key", 2, 14)),
    ("数据: 128", ("wrong-type", 1, 5)),
    ("开头: '共{{ 量 件'", ("bad-reference", 1, 5)),
    ('开头: "甲\\u0001乙"', ("bad-character", 1, 5)),
    ("场合:\n  议程: 甲", ("wrong-type", 2, 7)),
    ("- 甲", ("no-outline", 1, 1)),
    ("", ("no-outline", 1, 1)),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_a_fault_is_reported_at_its_place(text, expected):
    """Code, line and column."""
    assert expected in problems(text)


def test_every_fault_of_a_file_is_reported_in_one_run():
    """Three faults, three problems."""
    assert len(problems("标体: 甲\n日期: 明天\n任务:\n  排法: 竖排\n")) == 3


def test_control_characters_of_line_ends_do_not_matter():
    """CRLF and CR are LF."""
    text = "标题: 甲\n开头:\n  - 乙\n"

    assert outline(text.replace("\n", "\r\n")) == outline(text) == outline(text.replace("\n", "\r"))
