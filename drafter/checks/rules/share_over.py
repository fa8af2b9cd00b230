"""A share above 100 %, or shares of one whole that add up to something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.quantities import NUMBER, WHOLE_NUMBER

_NUMBER = f"({NUMBER})"
_RATES = (
    "满意", "合格", "优良", "覆盖", "办结", "及格", "知晓", "整改", "整改完成", "整改到位", "好评", "网办",
    "网上办理", "可办", "公开", "一次办结", "达标", "到位", "及时", "参保", "入学", "就业", "普及", "受理", "答复", "回访", "化解",
    "调解成功", "接种", "参会", "到会", "出勤", "通过", "破案", "检出", "签约", "开工", "投运",
)  # fmt: skip
"""What cannot be more than all: a task may be done by 120 %, people cannot be content by 102 %."""

_LONGEST = max(map(len, _RATES))
_IS = "(?:达到了|达到|达|为|是|提高到|提升到|上升到|均为|均达|分别为)?"
_RATE = re.compile(rf"率{_IS}{_NUMBER}[%％]")
_PART = re.compile(rf"占(?:比|[{HAN}]{{0,10}}的?比[例重]){_IS}{_NUMBER}[%％]")
_SEVERAL = re.compile(
    rf"(?:分别占|占比分别为|比重分别为|比例分别为|占比为)[{HAN}]{{0,12}}?{_NUMBER}[%％](?:[、，和及与]{_NUMBER}[%％])+"
)
_TOGETHER = ("分别占", "占比", "比重分", "比例分")
"""Words without which no several shares are told together."""

_CLAUSES = re.compile(
    rf"(?:[{HAN}]{{1,10}}(?:占比|比重)(?:为|达|是)?{_NUMBER}[%％][，、；]){{2,}}[{HAN}]{{1,10}}(?:占比|比重)(?:为|达|是)?{_NUMBER}[%％]"
)
"""The share of each, a clause each."""

_LEAST, _APART = 3, 70
"""So many at least, so near to one another."""

_RATIO = re.compile(
    rf"(?:比|结构|比例)[{HAN}]{{0,10}}?(?:为|是|由[^。；]{{0,20}}(?:调整|优化|变)[{HAN}]{{0,2}}为)(\d+(?:\.\d+)?[:：∶]\d+(?:\.\d+)?[:：∶]\d+(?:\.\d+)?)"
)
_PERCENT = re.compile(rf"({WHOLE_NUMBER})[%％]")
_ROUNDED = 0.35
"""How far shares that are rounded each by itself may be from 100 together."""

_SEVERAL_WHOLES = 150.0
"""Shares that add up to more are of several wholes."""

_NEAR = (90.0, 110.0)
"""Between which a ratio of three is one of percentages."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each such share, and each row of shares."""
    rates = (one for one in _RATE.finditer(draft.text) if _is_share(draft.text, one.start()))
    for match in (*rates, *_PART.finditer(draft.text)):
        if float(match[1]) > 100:
            yield Finding(*match.span(), f"比率超过了 100%：{match[1]}%", "核对数字，或写清是增长还是占比")
    for match in _SEVERAL.finditer(draft.text) if any(word in draft.text for word in _TOGETHER) else ():
        total = sum(float(share) for share in _PERCENT.findall(match[0]))
        if 100 + _ROUNDED < total < _SEVERAL_WHOLES:
            yield Finding(*match.span(), f"几项占比加起来是 {total:g}%，超过了 100%", "核对各项数字")
    for match in _clauses(draft):
        total = sum(float(share) for share in _PERCENT.findall(match[0]))
        if 100 + _ROUNDED < total < _SEVERAL_WHOLES:
            hint = "核对各项数字；各项有重叠的不用管"
            yield Finding(*match.span(), f"几项占比加起来是 {total:g}%，超过了 100%", hint, None, WARNING)
    for match in _RATIO.finditer(draft.text):
        total = sum(float(share) for share in re.split("[:：∶]", match[1]))
        if _NEAR[0] < total < _NEAR[1] and abs(total - 100) > _ROUNDED:
            yield Finding(*match.span(1), f"三项比例加起来是 {total:g}，不是 100", "核对各项数字")


def _clauses(draft: Draft) -> Iterator[re.Match[str]]:
    """As `_CLAUSES.finditer`, tried only where shares stand close together."""
    places = [at for at, _ in draft.find_words(("占比", "比重"))]
    done = 0
    for first, last in zip(places, places[_LEAST - 1 :], strict=False):
        if last - first <= _APART and first >= done:
            match = _CLAUSES.search(draft.text, max(draft.sentence(first)[0], done), last + _APART)
            if match:
                yield match
                done = match.end()


def _is_share(text: str, end: int) -> bool:
    """Whether the rate that ends here is one of all."""
    return text.endswith(_RATES, max(end - _LONGEST, 0), end)


RULE = Rule(
    code="share-over",
    name="占比超过 100%",
    family=Family.FIGURES,
    severity=ERROR,
    why="满意率 102%、三次产业结构加起来 101.2，数字一定有错。四舍五入的零点几不算。",
    source="算术；GB/T 15835—2011 的数字用法",
    basis=Basis.RULED,
    bad=(
        "群众满意率达102.3%。",
        "问题整改率达到101.5%。",
        "办结率达到了102%。",
        "三类企业分别占46%、38%和21%。",
        "三次产业结构比为9.8∶66.7∶25.6。",
        "一产占比20%，二产占比50%，三产占比40%。",
    ),
    good=(
        "群众满意率达98.3%，投诉量增长120%。",
        "年度任务完成率达112%，床位使用率为103%。",
        "民间投资、住宅用地、工业用地比重分别为99.3%、93.8%、84.6%。",
        "三类企业分别占46%、38%和16%。",
        "三次产业结构比为9.8∶66.7∶23.6。",
        "一产占比20%，二产占比50%，三产占比30%。",
    ),
    find=find,
)
