"""Two counts side by side, one in Arabic and one in Han numerals: 5个项目、六个平台."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import INFO, Basis, Family, Finding, Rule
from drafter.checks.text.anchored import matches

_M = r"[个项条名家次件场座所处户]"
_ARABIC, _NUMERAL = r"\d+", r"[一二三四五六七八九十百两]{1,4}"
_BESIDE = re.compile(
    rf"(?:(?<![\d.])(?P<a>{_ARABIC})(?P<m>{_M})[{HAN}]{{1,8}}、(?P<b>{_NUMERAL})(?P=m)(?!方面|人)"
    rf"|(?<![第一二三四五六七八九十百两])(?P<c>{_NUMERAL})(?P<n>{_M})[{HAN}]{{1,8}}、(?P<d>{_ARABIC})(?P=n)(?!方面|人))"
)

_NEXT = re.compile(rf"、(?:{_ARABIC}|{_NUMERAL}){_M}")
_SIGHT = 14
"""Characters before the 、 within which the first of two begins."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each pair with the same measure word, joined by 、."""
    for match in matches(_BESIDE, _NEXT, _SIGHT, draft.text):
        yield Finding(*match.span(), "并列的数，一个用阿拉伯数字，一个用汉字", "同类的数用同一种数字")


RULE = Rule(
    code="numeral-mixed",
    name="数字体例混用",
    family=Family.FIGURES,
    severity=INFO,
    why="“5个项目、六个平台”，同一句里并列的数两种写法。",
    source="GB/T 15835—2011 4.1、4.2（同类别同形式）",
    basis=Basis.RULED,
    bad=("建成5个项目、六个平台。", "新增三家企业、12家门店。", "修了8条路、三条渠。"),
    good=("建成5个项目、6个平台。", "建成五个项目、六个平台。", "三个方面的12个项目。"),
    find=find,
)
