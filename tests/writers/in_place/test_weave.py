"""Changed data in a person's file: it says the new, and what did not change stays as it was typed."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.readers.outline import tree as outline_tree
from drafter.readers.yaml.stretches import yaml_text
from drafter.writers.in_place.weave import woven
from drafter.writers.yaml_text import dumped
from tests.conftest import SAMPLES

TEXT = """# 总说明
模板: 部署讲话   # 文种
title: 题
任务:
  小标题: 干
  要点:
    # 第一条的话
    - 甲。   # 甲的注
    - {标题: 乙, 正文: 乙文。}   # 乙的注
    - 丙。
数据: {人数: 3}  # 数
"""


def changed(change):
    tree = outline_tree.read(TEXT, "a.yaml")
    change(tree)
    text, _ = woven(yaml_text(TEXT, "a.yaml"), tree, outline_tree.read)
    assert outline_tree.read(text, "a.yaml") == tree
    return text


def test_what_does_not_change_is_not_touched():
    """Not a character."""
    assert changed(lambda tree: None) == TEXT


@pytest.mark.parametrize(
    ("change", "kept", "gone"),
    [
        (lambda tree: tree["任务"]["要点"].reverse(), ["甲。   # 甲的注", "# 总说明", "title: 题"], []),
        (lambda tree: tree["任务"]["要点"].pop(1), ["甲。   # 甲的注", "# 数"], ["乙文"]),
        (lambda tree: tree["任务"]["要点"].insert(0, "先。"), ["甲。   # 甲的注", "- 先。"], []),
        (
            lambda tree: tree["任务"]["要点"][1].update({"正文": "改了。"}),
            ["甲。   # 甲的注", "# 总说明", "正文: 改了。"],
            ["乙文"],
        ),
        (lambda tree: tree.update({"副标题": "新"}), ["副标题: 新", "# 文种"], []),
        (lambda tree: tree.pop("数据"), ["# 甲的注"], ["人数"]),
        (lambda tree: tree.update({"任务": "一句话。"}), ["任务: 一句话。", "# 文种"], ["甲。"]),
    ],
)
def test_comments_stay_with_what_they_stand_beside(change, kept, gone):
    """Wherever it was moved; keys stay in the spelling that was typed."""
    text = changed(change)

    assert all(said in text for said in kept) and not any(said in text for said in gone)


WORDS = st.sampled_from(
    [
        "新的一句话。",
        "- 像列表",
        "带: 冒号",
        "#像注释",
        "'引号'",
        "",
        "123",
        "多\u3000空格",
        "｛｛人数｝｝",
        "是",
    ]
)


def _places(tree, found):
    if isinstance(tree, (dict, list)) and tree:
        found.append(tree)
    for below in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        _places(below, found)
    return found


@settings(max_examples=60)
@given(st.data())
def test_whatever_is_changed_the_file_says_it(data):
    """Lists moved, cut and added to, texts of every kind, in real outlines."""
    sample = data.draw(st.sampled_from(SAMPLES))
    text = sample.read_text(encoding="utf-8")
    tree = copy.deepcopy(outline_tree.read(text, sample.name))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.sampled_from(_places(tree, [])))
        if isinstance(place, list):
            at = data.draw(st.integers(0, len(place) - 1))
            match data.draw(st.sampled_from(["move", "cut", "add", "say"])):
                case "move":
                    place.insert(data.draw(st.integers(0, len(place) - 1)), place.pop(at))
                case "cut" if len(place) > 1:
                    del place[at]
                case "add":
                    place.insert(at, data.draw(WORDS))
                case _ if isinstance(place[at], str):
                    place[at] = data.draw(WORDS)
        else:
            key = data.draw(st.sampled_from(list(place)))
            if isinstance(place[key], str):
                place[key] = data.draw(WORDS)
    tree = outline_tree.read(dumped(tree), sample.name)  # as our reader would have it

    assert (
        outline_tree.read(woven(yaml_text(text, sample.name), tree, outline_tree.read)[0], sample.name)
        == tree
    )
