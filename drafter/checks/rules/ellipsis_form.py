"""An ellipsis that is not six dots, or that stands beside 等."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_DOT = ".。．·•"
_DOTS = re.compile(rf"(?P<dot>[.。．·•])(?<=[{HAN}，。、”）].)(?P=dot){{2,}}")
_ONE = re.compile(rf"…(?<=[{HAN}，。、”]…)(?!…)(?=[{HAN}，。\n]|$)")
_AND_SO_ON = re.compile(r"……等(?!待|级|到|着|于|额|同)|(?<=[^平优上初中高同对相])等……")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such ellipsis."""
    short = "…" in draft.alphabet
    patterns = [_DOTS] if any(dot * 2 in draft.pairs for dot in _DOT) else []
    patterns += [_ONE] if short else []
    for match in (match for pattern in patterns for match in pattern.finditer(draft.text)):
        yield Finding(*match.span(), f"省略号写成了“{match[0]}”", "省略号是六个点“……”", "……")
    for match in _AND_SO_ON.finditer(draft.text) if short else ():
        yield Finding(*match.span(), "省略号和“等”意思重复", "留一个")


RULE = Rule(
    code="ellipsis-form",
    name="省略号",
    family=Family.PUNCTUATION,
    severity=WARNING,
    why="省略号是六个点，占两个字的位置；有了省略号，不再用“等”。",
    source="GB/T 15834—2011 4.11、5.1.4",
    basis=Basis.RULED,
    bad=(
        "教育、医疗、养老...都要抓。",
        "教育、医疗、养老。。。都要抓。",
        "教育、医疗……等都要抓。",
        "这件事…要抓。",
    ),
    good=("教育、医疗、养老……都要抓。", "教育、医疗、养老等都要抓。", "版本 1...5 的说明。"),
    find=find,
)
