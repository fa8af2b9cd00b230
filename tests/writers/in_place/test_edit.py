"""A person's outline changed in place."""

from __future__ import annotations

import difflib
import re

import pytest

from drafter.model.outline import Point, Section
from drafter.problems import InputProblem
from drafter.readers.yaml.stretches import yaml_text
from drafter.writers.in_place import edit
from tests.builders import outline
from tests.conftest import SAMPLES

TYPED = """# 我的大纲
模板: 部署讲话   # 别改
标题: "在会上的讲话"
日期: 2025-03-12
数据:
  办件量: {数值: 128, 单位: 万件}   # 年鉴
  办结率: 99.2%   # 年度统计
任务:
  要点:
    # 第一条
    - 标题: '办快'
      正文: 2025年要办快，2019年办得慢。
结尾: 谢谢大家！
"""
POINT = Point(title="新的", text=("说明：{{ 经费 }}。",), role="tasks")


def added(old, new):
    """The lines that are new; a line that went fails the test."""
    diff = list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0))[2:]
    assert not [line for line in diff if line.startswith("-")]
    return [line[1:] for line in diff if line.startswith("+")]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_nothing_but_the_new_lines_changes(sample):
    """Comments, quotes and blank lines of every sample stay."""
    text = sample.read_text(encoding="utf-8")

    assert added(text, edit.with_tags(yaml_text(text, "a"), ["防汛"]))[-1] == "  - 防汛"


def test_a_point_goes_to_the_end_of_its_part():
    """With where it comes from, and the figure that it needs."""
    new = edit.with_piece(yaml_text(TYPED, "a"), "tasks", POINT, "库-新的", ["经费"])

    assert added(TYPED, new) == [
        "  经费:",
        "    - 标题: 新的",
        "      正文: 说明：{{ 经费 }}。",
        "      来源: 库-新的",
    ]
    assert outline(new).parts[0].items[0].points[1].source == "库-新的"


@pytest.mark.parametrize(
    ("role", "piece", "said"),
    [
        ("closing", ("再见。",), ["谢谢大家！", Section(lead=("再见。",), source="库")]),
        ("gaps", POINT, [Section(points=(Point(title="新的", text=POINT.text, source="库"),))]),
        (
            "gaps",
            Section(heading="不足", lead=("有。",)),
            [Section(heading="不足", lead=("有。",), source="库")],
        ),
    ],
)
def test_a_piece_finds_its_place_in_any_part(role, piece, said):
    """Beside a text, in a part that is new, as a section of its own."""
    new = edit.with_piece(yaml_text(TYPED, "a"), role, piece, "库", ["经费"])

    assert list(next(part for part in outline(new).parts if part.role == role).items) == said


def test_an_ordered_outline_takes_a_piece_too():
    """Into its section of that role, or a new one."""
    text = "模板: 原样\n小节:\n  - 角色: 任务\n    要点: [甲乙丙丁。]\n"
    new = edit.with_piece(yaml_text(text, "a"), "tasks", POINT, "库", ["经费"])
    newer = edit.with_piece(yaml_text(new, "a"), "gaps", POINT, "库", [])

    assert [part.role for part in outline(newer).parts] == ["tasks", "gaps"]
    assert len(outline(newer).parts[0].items[0].points) == 2


def test_english_keys_stay_english():
    """What is added is spelt as the file is."""
    text = "template: 原样\ntasks:\n  points:\n    - one\n"

    assert "      source: 库" in edit.with_piece(yaml_text(text, "a"), "tasks", POINT, "库", [])


def test_for_another_year_figures_go_and_words_stay():
    """What stood there is said beside it; old years are marked, history is not."""
    new, facts = edit.renewed(
        yaml_text(TYPED, "a"), "今年的讲话", lambda text: text.replace("2025年", "〔待补：原2025年〕")
    )

    assert facts == ["办件量", "办结率"]
    assert "日期:  # 上年：2025-03-12\n" in new
    assert re.search("办结率: +# 上年：99.2%；年度统计\n", new)
    assert "    数值:  # 上年：128\n" in new and "    单位: 万件" in new
    assert "〔待补：原2025年〕要办快，2019年办得慢。" in new and outline(new).title == "今年的讲话"
    read = outline(new)
    assert read.facts == {"办件量": None, "办结率": None} and read.date == ""


def test_for_another_year_every_comment_stays():
    """Those between the figures too, and the blank lines."""
    text = "标题: 题\n日期: 2025-01-01\n\n# 说明\n数据:\n  甲: 1  # 注\n  # 下面是乙\n  乙: 2\n\n  # 再下面\n  丙: 3\n"

    new, _ = edit.renewed(yaml_text(text, "a"), "", str)

    assert "\n\n# 说明\n" in new and "；注\n  # 下面是乙\n" in new and "  # 上年：2\n\n  # 再下面\n" in new


def test_windows_line_ends_stay():
    """As the file came."""
    text = TYPED.replace("\n", "\r\n")

    assert edit.with_tags(yaml_text(text, "a"), ["防汛"]).replace("\r\n", "").count("\n") == 0


@pytest.mark.parametrize("text", ["甲: [乙", "- 甲\n", "甲: 1\n甲: 2\n"])
def test_what_is_no_outline_is_refused(text):
    """Nothing is made of it."""
    with pytest.raises(InputProblem):
        edit.with_tags(yaml_text(text, "a"), ["防汛"])
