"""Two marks where one belongs: 。。 ，。 、，."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_SAME = re.compile(r"(?P<mark>[，、；：])(?P=mark)+|(?<!。)。。(?!。)|？{2,}(?!！)|！{4,}|(?<=[？])？+")
_MIXED = re.compile(
    r"[，、；：][，。、；：！？]|[。][，、；：！？]|[！？][，。；、：](?=[\u4e00-\u9fff\n]|$)"
)
_AROUND = re.compile(r"[。！？][”’）]{1,2}。")
_CALL = re.compile(
    r"(?:^|(?<=\n))[^，。！？；：\n]{0,40}(?:们|同志|领导|代表|委员|来宾|朋友|嘉宾|老师|专家)：。(?=\n|$)"
)
"""A salutation with a stop behind it: its colon stays."""

_MARKS = "，、；：。！？"
_WEIGHT = {"。": 5, "！": 6, "？": 6, "；": 3, "：": 2, "，": 1, "、": 0}


def find(draft: Draft) -> Iterator[Finding]:
    """Each such pair, with the one that should stay; what stays is a guess where the marks differ."""
    text = draft.text
    if draft.beside(_MARKS, _MARKS):
        yield from _side_by_side(text)
    for match in _AROUND.finditer(text) if draft.beside("”’）", "。") else ():
        fix = match[0][:-1]
        yield Finding(
            *match.span(), f"引号、括号里外都有句末点号：{match[0]}", f"只留一个，如“{fix}”", fix, WARNING
        )


def _side_by_side(text: str) -> Iterator[Finding]:
    """Each mark that stands twice, or beside another."""
    for match in _SAME.finditer(text):
        yield Finding(*match.span(), f"标点重了：{match[0]}", f"只留“{match[0][0]}”", match[0][0])
    called = {match.end() for match in _CALL.finditer(text)} if "：。" in text else set()
    for match in _MIXED.finditer(text):
        if len(set(match[0])) > 1:
            keep = "：" if match.end() in called else max(match[0], key=lambda mark: _WEIGHT[mark])
            yield Finding(*match.span(), f"两个标点连在一起：{match[0]}", f"只留一个，多半是“{keep}”", keep)


RULE = Rule(
    code="marks-doubled",
    name="标点重复",
    family=Family.PUNCTUATION,
    severity=ERROR,
    why="删改时没有删净，两个句号、逗号连着句号留在一起。",
    source="GB/T 15834—2011 4.1 至 4.7、附录 B",
    basis=Basis.RULED,
    bad=(
        "要抓好落实，，确保见效。",
        "会议到此结束。。",
        "要修路、，要通水。",
        "任务很重，。",
        "他说：“要抓好落实。”。",
    ),
    good=("要抓好落实，确保见效。", "教育、医疗……都要抓。", "这是为什么？！要查清。", "他说：“要抓好落实。”"),
    find=find,
)
