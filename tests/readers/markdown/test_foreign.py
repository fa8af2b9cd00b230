"""Markdown from a chat or a wiki loses its marks, is said to, and keeps its words and its lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.markdown import foreign


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("抽检**400**块。", "抽检400块。"),
        ("**重点：**抓紧办。", "**重点：**抓紧办。"),
        ("要抓**重点：**抓紧办。", "要抓重点：抓紧办。"),
        ("见[供水条例](http://example.gov.cn/a_b)第四条。", "见供水条例第四条。"),
        ("第~~三~~四条[^1]。", "第三四条[1]。"),
        ("[^1]: 二〇二五年修订。", "[1] 二〇二五年修订。"),
        ("> 引用一句话。", "引用一句话。"),
        ("- [x] 已经完成检修", "- 已经完成检修"),
        ("* 十四个村没有专人。", "* 十四个村没有专人。"),
        ("---", "   "),
        ("```markdown", " " * 11),
        ("#### **一、总体情况**", "#### 一、总体情况"),
        ("运行 `drafter` 一次。", "运行 drafter 一次。"),
        ("*着重*说明", "着重说明"),
        ("![现场](http://a.cn/a.png)", "现场"),
        ("现场![](a.png)如图。", "现场如图。"),
        ("![现场](a.png)", "![现场](a.png)"),
    ],
)
def test_a_mark_is_taken_off_and_counted(typed, said):
    """Bold stays where it is a lead sentence."""
    text, told = foreign.cleaned(f"前文。\n\n{typed}\n", "a.md")

    assert text.replace(foreign._GONE, "") == f"前文。\n\n{said}\n"
    assert len(told) == (typed != said or typed[:2] in ("- ", "* "))


@pytest.mark.parametrize(
    "typed",
    [
        "填报日期：____年____月____日",
        "按照**图书馆的统一部署。",
        "在**图书馆，由**负责同志牵头。",
        "在**的领导下，**图书馆挂牌。",
        "3*4*5=60",
        "2026-03-12",
        "名称：____",
        "1. 抽检。",
    ],
)
def test_what_is_no_mark_stays(typed):
    assert foreign.cleaned(typed, "a.md") == (typed, ())


def test_our_own_draft_is_left_alone():
    """It has containers, and all else in it is meant."""
    draft = "# 题\n\n::: 称谓\n同志们：\n:::\n\n抽检**400**块。\n"
    assert foreign.cleaned(draft, "a.md") == (draft, ())


@given(st.text(alphabet="甲乙，。*_~`>-[]()#!1 \n", max_size=60))
def test_no_word_is_lost_and_no_line_moves(text):
    """Whatever somebody typed."""
    said, _ = foreign.cleaned(text, "a.md")
    assert [len(line) for line in said.split("\n")] == [len(line) for line in text.split("\n")]

    assert said.count("\n") == text.count("\n")
    if "](" not in text and "[^" not in text and "`" not in text and "~" not in text:
        assert re.sub("[^甲乙，。1]", "", said) == re.sub("[^甲乙，。1]", "", text)
