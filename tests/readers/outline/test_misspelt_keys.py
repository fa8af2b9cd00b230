"""Misspelt keys: named with the nearest one, and what stands under them is read as if they were right."""

from __future__ import annotations

import pytest

from drafter.readers.outline import outline as outline_yaml
from tests.builders import ROLES, outline, problems

LEVELS = [
    ("任五:\n  小标提: 甲", [("unknown-key", 1, 1), ("unknown-key", 2, 3)]),
    ("小结节:\n  - 角瑟: 点缀\n    导语: 甲", [("unknown-key", 1, 1), ("unknown-key", 2, 5), ("unknown-role", 2, 9)]),
    ("任务:\n  要典:\n    - {标提: [甲]}", [("unknown-key", 2, 3), ("unknown-key", 3, 8), ("wrong-type", 3, 12)]),
    ("任务:\n  要点:\n    - {标题: 甲, 时线: 2026-02-30}", [("unknown-key", 3, 15), ("bad-date", 3, 19)]),
    ("任务:\n  小洁:\n    要典: 甲", [("unknown-key", 2, 3), ("unknown-key", 3, 5), ("wrong-type", 3, 9)]),
    ("日欺: 明天", [("unknown-key", 1, 1), ("bad-date", 1, 5)]),
    ("数剧:\n  量: {数直: [甲]}", [("unknown-key", 1, 1), ("unknown-key", 2, 7), ("wrong-type", 2, 11)]),
    ("讲化人: {性名: [甲]}", [("unknown-key", 1, 1), ("unknown-key", 1, 7), ("wrong-type", 1, 11)]),
    ("场何:\n  议城: 甲", [("unknown-key", 1, 1), ("unknown-key", 2, 3), ("wrong-type", 2, 7)]),
    ("场合:\n  议程:\n    - {谁: 甲, 做: 宣读, 内溶: [丙]}", [("unknown-key", 3, 21), ("wrong-type", 3, 25)]),
    ("场合:\n  人圆:\n    - {姓名: 甲, 排续: 一}", [("unknown-key", 2, 3), ("unknown-key", 3, 15), ("wrong-type", 3, 19)]),
    ("公文:\n  印发日其: 明天", [("unknown-key", 2, 3), ("bad-date", 2, 9)]),
    ("付件:\n  - {标提: 甲, 横牌: 也许}", [("unknown-key", 1, 1), ("unknown-key", 2, 6), ("unknown-key", 2, 13), ("wrong-type", 2, 17)]),
    ("任务:\n  引甲: 乙\n  要点: [丙]", [("unknown-key", 2, 3), ("use-with-text", 3, 3)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_what_stands_under_a_misspelt_key_is_checked_in_the_same_run(text, expected):
    """At every level, and nothing else is said."""
    assert sorted(problems(text)) == sorted(expected)


def test_what_is_read_is_what_the_right_key_would_have_given():
    """The outline is the same, but for the problem."""
    text = "标题: 甲\n数据: {量: 1}\n任务:\n  小标题: 乙\n  要点: [丙]\n"
    source, _ = outline_yaml.parse(text.replace("小标题", "小标提").replace("数据", "数剧"), "大纲.yaml")
    assert source is not None

    assert outline_yaml.read(source, ROLES)[0].parts == outline(text).parts
    assert outline_yaml.read(source, ROLES)[0].facts == outline(text).facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("标题: 甲\n标提: [乙]\n", [("unknown-key", 2, 1)]),
        ("标提: [乙]\n标题: 甲\n", [("unknown-key", 1, 1)]),
        ("标提: 甲\n标体: [乙]\n", [("unknown-key", 1, 1), ("unknown-key", 2, 1)]),
        ("标题: 甲\ntitel: [乙]\n", [("unknown-key", 2, 1)]),
        ("龘龘龘: [乙]\n", [("unknown-key", 1, 1)]),
    ],
)
def test_a_key_that_stands_there_already_is_not_read_twice(text, expected):
    """Whatever its spelling; and one that is near to none is not read at all."""
    assert problems(text) == expected


def test_sections_beside_a_misspelt_part_are_refused_as_beside_a_part():
    """Its order would be lost as well."""
    assert problems("小节:\n  - 小标题: 甲\n成积: 乙\n") == [("unknown-key", 3, 1), ("mixed-order", 3, 1)]


def test_a_role_of_the_template_is_no_misspelt_key():
    """Though it is near to one: 继续 is a part here, and no 继承."""
    source, _ = outline_yaml.parse("继续: 甲\n", "大纲.yaml")
    assert source is not None

    assert source.field("extends") == ""
    assert source.field("extends", {"继续": "继续"}) == ""
    assert source.field("extends", {}) == "甲"
