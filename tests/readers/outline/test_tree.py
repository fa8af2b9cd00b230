"""An outline as plain data and back: nothing that it says is lost."""

from __future__ import annotations

import pytest

from drafter.drafting.loading import load
from drafter.drafting.options import Options
from drafter.model.tree import spelt
from drafter.problems import InputProblem
from drafter.readers.outline import tree
from drafter.writers.yaml_text import dumped
from tests.builders import session
from tests.conftest import SAMPLES


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_tree_says_what_its_file_says(sample):
    """Written and read again it is the same, and so is the outline."""
    text = sample.read_text(encoding="utf-8")
    read = tree.read(text, sample.name)
    again = dumped(read)

    assert tree.read(again, sample.name) == read
    if "继承" not in read:
        assert (
            load(session(), again, sample.name, Options()).outline
            == load(session(), text, sample.name, Options()).outline
        )


def test_keys_are_spelt_as_they_are_written_and_texts_are_paragraphs():
    """English and older spellings, folded lines, a point of two paragraphs; what is parked stays."""
    text = (
        "template: 原样\ntitle: 题\ntasks:\n  heading: 干\n  points:\n    - title: 甲\n      text: |\n        一行\n        接着。\n\n        第二段。\n"
        '      暂不用: 是\n      备注: 别忘\n    - "乙一。\\n\\n乙二。"\n没有的键: 一\n'
    )

    assert tree.read(text, "a.yaml") == {
        "模板": "原样", "标题": "题", "没有的键": "一",
        "任务": {"小标题": "干", "要点": [{"标题": "甲", "正文": ["一行接着。", "第二段。"], "暂不用": "是", "备注": "别忘"}, {"正文": ["乙一。", "乙二。"]}]},
    }  # fmt: skip


def test_a_cell_is_one_text_and_a_line_may_stand_for_a_meeting():
    """Paragraphs of a cell would be columns."""
    text = '场合: 防汛会\n讲话人: 顾青\n任务:\n  表格:\n    - [单位, 数]\n    - ["县教育局\\n\\n（含幼教）", 3]\n'

    assert tree.read(text, "a.yaml") == {
        "场合": {"名称": "防汛会"}, "讲话人": {"姓名": "顾青"}, "任务": {"表格": [["单位", "数"], ["县教育局（含幼教）", "3"]]},
    }  # fmt: skip


def test_every_line_of_a_text_knows_its_keys():
    """As origins name them."""
    lines = tree.key_lines("标题: 题\n任务:\n  要点:\n    - 甲\n    - {标题: 乙, 正文: 丙}\n", "a.yaml")

    assert lines == {1: "标题", 4: "任务.要点[1]", 5: "任务.要点[2].标题"}


def test_what_is_no_outline_is_refused():
    """With what is wrong."""
    with pytest.raises(InputProblem):
        tree.read("- 一\n- 二\n", "a.yaml")


@pytest.mark.parametrize(
    ("table", "key", "written"),
    [
        ("outline", "tasks", ("任务", "section")),
        ("facts", "办件量", ("办件量", "fact")),
        ("point", "text", ("正文", "")),
        ("point", "别的", ("别的", "")),
    ],
)
def test_a_key_knows_what_stands_under_it(table, key, written):
    """A part is a section, a figure has a table of its own; a key that is not known stays."""
    assert spelt(table, key) == written
