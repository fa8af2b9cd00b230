"""A letter whose number is that of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import INFO, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper

_NUMBER = re.compile(
    rf"(?P<code>[{HAN}]{{1,8}})(?P<rest>[〔\[［（(【](?P<year>20\d{{2}})[〕\]］）)】]\s*第?\d{{1,4}}号)"
)
_YEAR = re.compile(r"20\d{2}")
_REPLY = re.compile("函|复|批")


def find(draft: Draft) -> Iterator[Finding]:
    """The number in the header of a 函 without the character for letters; one of another year than the paper."""
    found = draft.once(paper)
    number = _NUMBER.search(draft.text, 0, found.title.start) if found is not None else None
    if found is None or number is None:
        return
    if found.genre == "函" and not _REPLY.search(number["code"]):
        message = f"函的发文字号里没有“函”字：{number[0]}"
        yield Finding(
            *number.span(), message, f"写成 {number['code'].removesuffix('发')}函{number['rest']}", None, INFO
        )
    year = _YEAR.search(draft.words(found.date)) if found.date is not None else None
    if year and number["year"] != year[0]:
        message = f"发文字号是 {number['year']} 年的，成文日期在 {year[0]} 年"
        yield Finding(*number.span(), message, "发文字号按成文那一年编")


RULE = Rule(
    code="number-genre",
    name="发文字号和文种、年份",
    family=Family.RULES,
    severity=WARNING,
    why="发文字号由机关代字、年份、顺序号组成：函用“函”的代字，年份是成文的那一年；改旧文件时最容易漏改。",
    source="GB/T 9704—2012 7.2.5；《党政机关公文处理工作条例》第九条",
    basis=Basis.RULED,
    bad=(
        "澜水发〔2026〕5号\n澜川市水务局关于商请支持管网改造的函\n市财政局：\n请支持。\n澜川市水务局\n2026年3月5日",
        "澜水发〔2025〕5号\n澜川市水务局关于开展检查的通知\n各县水务局：\n请自查。\n澜川市水务局\n2026年3月5日",
        "澜水发[2025]5号\n澜川市水务局关于开展检查的通知。\n各县水务局:\n请自查。\n澜川市水务局\n2026年3月5日",
    ),
    good=(
        "澜水函〔2026〕5号\n澜川市水务局关于商请支持管网改造的函\n市财政局：\n请支持。\n澜川市水务局\n2026年3月5日",
        "澜水发〔2026〕5号\n澜川市水务局关于开展检查的通知\n各县水务局：\n请自查。\n澜川市水务局\n2026年3月5日",
        "澜川市水务局关于转发澜水发〔2025〕5号文件的通知\n各县水务局：\n请自查。\n澜川市水务局\n2026年3月5日",
    ),
    find=find,
)
