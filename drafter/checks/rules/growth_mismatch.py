"""An increase from a to b that is not the percentage that is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.quantities import NUMBER, WHOLE_NUMBER

_UNITS = "亿元|万元|元|万人|万件|万户|万亩|万吨|人|件|户|亩|吨|家|个|项|公里|万|亿|台|辆|次|起|例|宗|栋|座|所|处|天|分钟|小时|个工作日"
_NUMBER, _UNIT = f"({NUMBER})", f"({_UNITS})"
_UP = "增长|增加|提高|提升|上升|扩大|增至|增"
_DOWN = "下降|减少|降低|压减|缩短|压缩|减"
_POINTS = re.compile(
    rf"[由从][^。；，]{{0,10}}?{_NUMBER}[%％](?:{_UP}|{_DOWN})?(?:到|至|为)[^。；，\d]{{0,10}}?{_NUMBER}[%％][，,（(]?(?:累计|共)?(?P<way>{_UP}|{_DOWN})了?{_NUMBER}个百分点"
)
_GAIN = re.compile(
    rf"[由从][{HAN}]{{0,8}}?的?{_NUMBER}{_UNIT}(?:{_UP}|{_DOWN})?(?:到|至|为|成)[{HAN}]{{0,8}}?的?{_NUMBER}(?P<unit>{_UNIT})"
    rf"[，,]?(?:累计|共|总共|一共|净)?(?P<way>{_UP}|{_DOWN})了?{_NUMBER}(?P=unit)(?![{HAN}]*左右)"
)
_OLD = f"(?P<old>{NUMBER})(?P<of_old>{_UNITS})"
_NEW = f"(?P<new>{WHOLE_NUMBER})(?P<of_new>{_UNITS})"
_RATE = rf"(?P<way>{_UP}|{_DOWN})(?:了|幅度达|约|近|超过)?(?P<claimed>{NUMBER})[%％](?!点)"
_YEAR = rf"(?:\d{{4}}年[{HAN}]{{0,3}})?"
_TO = rf"(?:{_UP}|{_DOWN})?(?:到|至|为|成)[{HAN}]{{0,8}}?"
_LAST_YEAR = "(?:去年|上年|上一年)"
_CLAIMS = tuple(
    re.compile(each)
    for each in (
        rf"[由从][{HAN}]{{0,8}}?{_YEAR}的?{_OLD}{_TO}{_YEAR}的?{_NEW}[，,（(]?(?:累计|共|总共|一共)?{_RATE}",
        rf"{_RATE}[，,（(]?[由从](?!业|事)[{HAN}]{{0,8}}?的?{_OLD}{_TO}的?{_NEW}",
        rf"{_NEW}[，,]?[比较]{_LAST_YEAR}(?:同期)?的?{_OLD}{_RATE}",
        # Not 同比: that compares the same months, which a last year and this one need not be.
        rf"{_LAST_YEAR}(?!全年)[{HAN}]{{0,10}}?{_OLD}[，,；]今年[{HAN}]{{0,10}}?{_NEW}[，,]{_RATE}",
    )
)
"""From a to b by a percentage; the percentage first; this year against last; last year and this one side by side."""

_AGAINST = ("去年", "上年", "上一年")
"""Words without which nothing is held against last year."""

_ABSOLUTE, _RELATIVE = 0.6, 0.02


def find(draft: Draft) -> Iterator[Finding]:
    """Each claim that is off by more than rounding; what is said to be yearly is left alone."""
    against = any(word in draft.text for word in _AGAINST)
    for claim in _CLAIMS if against else _CLAIMS[:2]:
        for match in claim.finditer(draft.text):
            if match["of_old"] == match["of_new"]:
                yield from _claimed(match, *map(float, match.group("old", "new", "claimed")))
    for match in _GAIN.finditer(draft.text):
        old, new, claimed = float(match[1]), float(match[3]), float(match[7])
        there = abs(new - old)
        if match[2] == match["unit"] and abs(there - claimed) > 0.011:
            message = f"从 {old:g} 到 {new:g} 差 {there:g}{match['unit']}，不是 {claimed:g}{match['unit']}"
            yield Finding(*match.span(), message, "核对前后两个数和差数")
    for match in _POINTS.finditer(draft.text):
        old, new, claimed = float(match[1]), float(match[2]), float(match[4])
        if abs(abs(new - old) - claimed) > 0.11:
            message = f"从 {old:g}% 到 {new:g}% 是 {abs(new - old):.4g} 个百分点，不是 {claimed:g} 个"
            yield Finding(*match.span(), message, "核对两个比率和差数")


def _claimed(match: re.Match[str], old: float, new: float, claimed: float) -> Iterator[Finding]:
    """Where a percentage is not that of two figures, or goes the other way."""
    if not old:
        return
    there = (new - old) / old * 100
    if there and (there > 0) != (match["way"] in _UP.split("|")):
        yield Finding(*match.span(), "说的方向和数字相反", "核对前后两个数，或把增、减改过来")
    elif abs(abs(there) - claimed) > max(_ABSOLUTE, _RELATIVE * claimed):
        message = f"从 {old:g} 到 {new:g} 是 {abs(there):.1f}%，不是 {claimed:g}%"
        yield Finding(*match.span(), message, "核对两个数和百分比")


RULE = Rule(
    code="growth-mismatch",
    name="增幅算得不对",
    family=Family.FIGURES,
    severity=ERROR,
    why="前后两个数都在，增长多少一算便知；更新了数字没有重算百分比，会场上有人拿手机就能算出来。",
    source="算术",
    basis=Basis.RULED,
    bad=(
        "年办件量由80万件增加到120万件，增长60%。",
        "办理时间从10个工作日缩短到5个工作日，压缩30%。",
        "网办率从81.5%提高到87.3%，提高6.8个百分点。",
        "绿地由120亩扩大到170亩，增加了60亩。",
        "产值增长25%，由100亿元增加到120亿元。",
        "前三季度受理投诉180件，比去年同期的240件下降30%。",
        "去年发生火灾40起，今年30起，下降40%。",
        "上年建成泵站12座，今年15座，减少25%。",
    ),
    good=(
        "年办件量由80万件增加到120万件，增长50%。",
        "绿地由120亩扩大到170亩，增加了50亩。",
        "产值增长20%，由100亿元增加到120亿元。",
        "税收增长12%，从业人员由100人增加到130人。",
        "前三季度受理投诉180件，比去年同期的240件下降25%。",
        "去年发生火灾40起，今年30起，下降25%。",
        "去年全年发生火灾40起，今年20起，下降35%。",
        "去年发生火灾40起，今年20起，同比下降35%。",
        "产值由100亿元增加到100亿元，增长0%。",
        "办理时间从5.8个工作日缩短到3.1个工作日，缩短46.6%。",
        "网办率从81.5%提高到87.3%，提高5.8个百分点。",
        "办件量由年初的80万件增加到120万件，同比增长23%。",
        "产值由2020年的100亿元增加到2025年的200亿元，年均增长14.9%。",
    ),
    find=find,
)
