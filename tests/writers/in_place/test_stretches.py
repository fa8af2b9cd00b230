"""Texts typed over several lines stay as they were typed, whatever is changed beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.outline import tree as outline_tree
from drafter.readers.yaml.stretches import yaml_text
from drafter.writers.in_place import edit

FORMS = {
    "plain": "大力发展\n{0}实体经济",
    "plain in two paragraphs": "第一段\n\n{0}第二段",
    "its own line": "\n{0}第一段\n\n{0}第二段",
    "single quotes": "'第一段''引''文\n\n{0}第二段'",
    "double quotes": '"第一段\\\n{0}接着\\u3000走\n\n{0}第二段"',
    "a literal block": "|\n{0}第一段\n{0}接着\n\n{0}第二段",
    "a literal block that is stripped": "|-  # 说明\n{0}第一段\n\n{0}第二段",
    "a folded block": ">\n{0}第一段\n{0}接着\n\n{0}第二段",
    "a folded block that keeps its end": ">+\n{0}第一段\n\n{0}第二段\n",
    "set in by a number": "|2\n{0}第一段",
    "one line": "只有一行。",
}


def typed(forms, step):
    """An outline that says a text in each form at each depth."""
    inner = " " * step
    first, second, third = (FORMS[form] for form in forms)
    return (
        f"# 头\n标题: 题  # 注\n开头: {first.format('  ')}\n"
        f"任务:\n{inner}小标题: {second.format(inner + '  ')}\n{inner}要点:\n"
        f"{inner}- 标题: 甲\n{inner}  正文: {third.format(inner + '    ')}\n"
        f"{inner}# 第二条\n{inner}- {first.format(inner + '    ')}\n结尾: 完\n"
    )


@given(st.lists(st.sampled_from(sorted(FORMS)), min_size=3, max_size=3), st.sampled_from([2, 4]))
def test_a_change_beside_them_changes_none(forms, step):
    """Of whatever form, at whatever depth; and all comments stay."""
    text = typed(forms, step)
    before = outline_tree.read(text, "a")

    changed = edit.with_tags(yaml_text(text, "a"), ["防汛"])

    assert outline_tree.read(changed, "a") == {**before, "标签": ["防汛"]}
    assert changed.count("#") == text.count("#")


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"its own line"}))
def test_not_a_character_of_it_changes(form):
    """It is the person's file."""
    text = f"标题: 题\n开头: {FORMS[form].format('  ')}\n结尾: 完\n"

    assert edit.with_tags(yaml_text(text, "a"), ["防汛"]) == text.replace("开头", "标签:\n  - 防汛\n开头")


def test_windows_line_ends_stay_inside_too():
    """As the file came."""
    text = "标题: 题\r\n开头: 甲\r\n\r\n  乙\r\n结尾: 完\r\n"

    assert "开头: 甲\r\n\r\n  乙\r\n结尾" in edit.with_tags(yaml_text(text, "a"), ["防汛"])


@pytest.mark.parametrize("form", sorted(FORMS))
def test_another_year_marks_them_and_keeps_their_paragraphs(form):
    """What is marked is written anew."""
    text = f"标题: 题\n开头: {FORMS[form].format('  ')}\n"
    said = outline_tree.read(text, "a")["开头"]

    changed, _ = edit.renewed(yaml_text(text, "a"), "", lambda words: words.replace("一", "1"))

    told = [one.replace("一", "1") for one in ([said] if isinstance(said, str) else said)]
    assert outline_tree.read(changed, "a")["开头"] == (told[0] if len(told) == 1 else told)


def test_a_fact_over_several_lines_is_said_beside_its_gap():
    """On one line, as a comment is."""
    changed, names = edit.renewed(yaml_text("标题: 题\n数据:\n  总值: 128\n    亿元\n", "a"), "", str)

    assert names == ["总值"] and "  总值:  # 上年：128亿元\n" in changed
