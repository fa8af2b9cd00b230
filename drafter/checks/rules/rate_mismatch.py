"""A share or a rate that is not that of the two figures told with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import DIGITS, HAN, Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.quantities import NUMBER, WHOLE_NUMBER

_UNIT = "亿元|万元|元|万人|万件|万户|万亩|万吨|亩|吨|件|人|户|家|个|项|起|条|名|处|辆|台|公里"
_SHARE = re.compile(
    rf"(?P<part>{WHOLE_NUMBER})(?P<unit>{_UNIT})，?(?:占|完成)(?:了)?[{HAN}]{{0,10}}?(?P<whole>{NUMBER})(?P=unit)的(?P<rate>{NUMBER})[%％]"
)
_DONE = re.compile(
    rf"(?P<whole>{WHOLE_NUMBER})(?P<unit>{_UNIT})，(?:其中|已经|已|现已|累计|共)?(?P<did>办结|完成|整改|化解|答复|解决|签约|开工|投产|销号|合格|达标|通过|回访)(?:到位|完成|了)?"
    rf"(?P<part>{WHOLE_NUMBER})(?P=unit)，(?P=did)(?:到位|完成)?率(?:为|达|达到|达到了|是)?(?P<rate>{NUMBER})[%％]"
)
_HEDGED = re.compile("近|约|超|逾|超过|将近|左右|以上")


def find(draft: Draft) -> Iterator[Finding]:
    """Each rate off by more than its last digit, which may be rounded or cut."""
    patterns = [_SHARE, _DONE] if draft.beside("的", DIGITS) else [_DONE]
    for match in (match for pattern in patterns for match in pattern.finditer(draft.text)):
        whole, rate = float(match["whole"]), match["rate"]
        there = float(match["part"]) / whole * 100 if whole else 0.0
        last = 10.0 ** -len(rate.partition(".")[2])
        if whole and not _HEDGED.search(match[0]) and abs(there - float(rate)) > last:
            message = f"{match['part']} 除以 {match['whole']} 是 {there:.1f}%，不是 {rate}%"
            yield Finding(*match.span(), message, "核对两个数和百分比")


RULE = Rule(
    code="rate-mismatch",
    name="比率算得不对",
    family=Family.FIGURES,
    severity=ERROR,
    why="总数、办结数、办结率写在一句里，改了一个，另一个没有跟着改。四舍五入、只舍不入都算对。",
    source="算术",
    basis=Basis.RULED,
    bad=(
        "完成投资12.5亿元，占年度计划15亿元的73.3%。",
        "共受理诉求1200件，办结1180件，办结率为98.8%。",
        "排查隐患40处，已整改36处，整改率达95%。",
    ),
    good=(
        "完成投资12.5亿元，占年度计划15亿元的83.3%。",
        "共受理诉求1200件，办结1180件，办结率为98.3%。",
        "共受理诉求1200件，办结1180件，办结率近99%。",
        "完成投资1.25亿元，占全市15亿元的8%，进度偏慢。",
    ),
    find=find,
)
