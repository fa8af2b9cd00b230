"""A range written with a hyphen, or a percent sign left out of its first number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import DIGITS, Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_PERCENT = re.compile(r"(\d(?<![\d.%—～~-]\d)\d*(?:\.\d+)?)(?P<dash>[-—～~－]|至)(\d+(?:\.\d+)?[%％])")
_HYPHEN = re.compile(
    r"(?P<low>\d(?<![\dA-Za-z.-]\d)\d{0,4}(?:\.\d+)?[年月日时]?)(?P<dash>-{1,2}|－|~)(?P<high>\d{1,5}(?:\.\d+)?)(?=年|月|日|时|个|人|万|亿|元|天|件|项|公里|岁|℃|%|周|户|亩|吨|名)"
)


def find(draft: Draft) -> Iterator[Finding]:
    """Each range that is not written as the standard has it."""
    taken = set()
    for match in _PERCENT.finditer(draft.text) if draft.beside(DIGITS, "-—～~－至") else ():
        taken.add(match.start("dash"))
        dash = "—" if match["dash"] in "-－" else ("～" if match["dash"] == "~" else match["dash"])
        fix = f"{match[1]}%{dash}{match[3].replace('％', '%')}"
        yield Finding(*match.span(), "百分数的范围，前一个数的 % 不能省", f"写成 {fix}", fix)
    for match in _HYPHEN.finditer(draft.text) if draft.beside(f"{DIGITS}年月日时", "-－~") else ():
        if match.start("dash") not in taken:
            fix = match[0].replace(
                match["dash"], "—" if "-" in match["dash"] or "－" in match["dash"] else "～"
            )
            yield Finding(*match.span(), "数字范围用一字线或浪纹线，不用短横", f"写成 {fix}", fix)


RULE = Rule(
    code="range-form",
    name="数值范围的写法",
    family=Family.FIGURES,
    severity=WARNING,
    why="63-68% 会被念成“六十三减六十八”，也分不清 63 是不是百分数。",
    source="GB/T 15834—2011 4.13、4.14（连接号）；GB/T 15835—2011 5.1（数值范围）",
    basis=Basis.RULED,
    bad=("优良率保持在63-68%。", "完成率在80～90%之间。", "实施2021-2025年规划。", "每组5-8人。"),
    good=(
        "优良率保持在63%～68%。",
        "实施2021—2025年规划。",
        "每组5～8人。",
        "电话0570-3021188，COVID-19，2026-03-12。",
    ),
    find=find,
)
