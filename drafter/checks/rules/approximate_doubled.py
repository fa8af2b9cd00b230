"""An approximate number that is hedged twice, or counted with a comma: 近100多, 三、四十."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.anchored import matches

_TWICE = re.compile(
    rf"(?<![附接将最临邻相亲靠远签合条节预邀履违特])(?P<first>近|约|大约|将近|超过|不到|至少|达到近)(?P<n>\d+(?:\.\d+)?[万亿千百]?|[一二三四五六七八九十百千万两几]+)(?P<more>[多余几])(?P<u>[万亿千百]?[{HAN}])"
    rf"|(?<![附接将最临邻相亲靠远签合条节预邀履违特])(?P<about>近|约|大约|将近|超过|不到|至少)(?P<m>\d+(?:\.\d+)?[万亿千百%]{{0,2}}[{HAN}]{{0,4}}?)(?P<after>左右|上下|以上)"
)
_NUMBERED = re.compile(r"[近约过到少](?=[\d一二三四五六七八九十百千万两几])")
_WORD = 2
"""Characters that a word for about has at most before its last."""

_COMMA = re.compile(
    r"(?P<a>[一二三四五六七八])(?<![第一二三四五六七八九十百、\d].)、(?P<b>[二三四五六七八九])(?P<unit>十|百|千|万|个|天|次|家|人|名|位|岁|里|遍|倍|成|趟|件|台)(?![、期级季])"
)
_DIGITS = re.compile(
    r"(?P<a>[1-8])(?<![\d.、第].)、(?P<b>[2-9])(?P<unit>个|天|次|家|人|名|位|遍|趟|年)(?![、度])"
)


def find(draft: Draft) -> Iterator[Finding]:
    """Each number that is approximate twice over, and each pair of neighbours with a comma between."""
    for match in matches(_TWICE, _NUMBERED, _WORD, draft.text):
        one, other = (match["first"], match["more"]) if match["first"] else (match["about"], match["after"])
        yield Finding(*match.span(), f"“{one}”和“{other}”都表示约数，留一个", "删去一个")
    for match in _COMMA.finditer(draft.text):
        if int("一二三四五六七八九".index(match["b"])) - int("一二三四五六七八九".index(match["a"])) == 1:
            fix = match["a"] + match["b"] + match["unit"]
            yield Finding(*match.span(), "两个数连用表示约数，中间不用顿号", f"写成 {fix}", fix)
    for match in _DIGITS.finditer(draft.text):
        if int(match["b"]) - int(match["a"]) == 1:
            han = ["", *"一二三四五六七八九"]
            fix = han[int(match["a"])] + han[int(match["b"])] + match["unit"]
            yield Finding(*match.span(), "两个数连用表示约数，用汉字，中间不用顿号", f"写成 {fix}")


RULE = Rule(
    code="approximate-doubled",
    name="约数的写法",
    family=Family.FIGURES,
    severity=WARNING,
    why="“近100多人”到底是不到一百还是一百多；“三、四十人”里的顿号会被读成两个数。",
    source="GB/T 15835—2011 4.2、5.2（概数用汉字，中间不加顿号）；GB/T 15834—2011 4.5",
    basis=Basis.RULED,
    bad=("到会近100多人。", "大约50件左右。", "去了三、四十个村。", "来了5、6个人。"),
    good=(
        "到会近100人。",
        "大约50件。",
        "去了三四十个村。",
        "二、三季度各上6件。",
        "附近30多户群众。",
        "签约100亿元以上。",
    ),
    find=find,
)
