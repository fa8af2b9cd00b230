"""A wrong mark after a number that counts: 一，  1、  （一）、  第一、  ①、."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import DIGITS, HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.problems import Severity

_N = "[一二三四五六七八九十]{1,3}"
_HAN_DIGITS, _CIRCLED = "一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_KINDS: tuple[tuple[tuple[str, str], re.Pattern[str], str, str, Severity], ...] = (
    (
        ("）)", "、，.．,"),
        re.compile(rf"^([ \t\u3000]*[（(](?:{_N}|\d{{1,2}})[）)])[、，.．,]", re.MULTILINE),
        r"\1",
        "带括号的序号后面不加点号",
        ERROR,
    ),
    (
        (_HAN_DIGITS, "，.．,"),
        re.compile(rf"^([ \t\u3000]*{_N})[，.．,](?=[{HAN}“\d])", re.MULTILINE),
        r"\1、",
        "“一”后面用顿号",
        ERROR,
    ),
    (
        (DIGITS, "、"),
        re.compile(r"^([ \t\u3000]*\d{1,2})、(?=[\u4e00-\u9fff“《])", re.MULTILINE),
        r"\1.",
        "阿拉伯数字序号后面用下脚点",
        WARNING,
    ),
    (
        (_CIRCLED, "、，.．,"),
        re.compile(r"^([ \t\u3000]*[①-⑳])[、，.．,]", re.MULTILINE),
        r"\1",
        "带圈的序号后面不加点号",
        ERROR,
    ),
    (
        (_HAN_DIGITS, "、"),
        re.compile(rf"(?<![{HAN}\d])([第其]{_N})、(?=[{HAN}“])(?!第|其|[一二三四五六七八九十])"),
        r"\1，",
        "“第一”“其一”后面用逗号",
        WARNING,
    ),
    (
        ("先次", "、"),
        re.compile(r"(?<![\u4e00-\u9fff])(首先|其次|再次)、"),
        r"\1，",
        "“首先”后面用逗号",
        WARNING,
    ),
    (
        ("是", "，"),
        re.compile(rf"(?<=[：；。，\n\u3000])({_N}是)，"),
        r"\1",
        "“一是”后面不用逗号",
        WARNING,
    ),
)
"""Which characters stand side by side where a mark is wrong, how it is found, what stands there rightly."""

_LIST = re.compile(r"第[一二三四五六七八九十]{1,3}、第")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such mark, with the right one in its place."""
    for (before, after), pattern, right, message, severity in _KINDS:
        for match in pattern.finditer(draft.text) if draft.beside(before, after) else ():
            if draft.paragraph(match.start()).cell or _LIST.match(draft.text, match.start()):
                continue
            fix = match.expand(right)
            yield Finding(*match.span(), message, f"写成 {fix.strip()}", fix, severity)


RULE = Rule(
    code="mark-after-number",
    name="序号后面的标点",
    family=Family.PUNCTUATION,
    severity=ERROR,
    why="一、用顿号，（一）后面什么都不加，1. 用下脚点，第一，用逗号；混着用是最常见的格式差错。",
    source="GB/T 15834—2011 4.4、4.5 的序次语用例；GB/T 9704—2012 7.3.3",
    basis=Basis.RULED,
    bad=("（一）、提高认识", "一，提高认识", "1、提高认识\n2、抓好落实", "①、修路", "第一、要提高认识。"),
    good=(
        "（一）提高认识",
        "一、提高认识",
        "1.提高认识\n2.抓好落实",
        "①修路",
        "第一，要提高认识。",
        "第一、第二产业都要抓。",
    ),
    find=find,
)
