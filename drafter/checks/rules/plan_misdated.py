"""The first or the last year of a five-year plan, said of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.days import meant_year

_YEAR_OF = re.compile(
    r"“?(?P<plan>十[一二三四五六])五”?(?:规划)?(?:时期)?的?(?P<which>开局|起步|收官|谋篇|谋划|编制)(?:之年|年)"
)
_SPAN = re.compile(
    r"“?(?P<plan>十[一二三四五六])五”?(?:规划|时期)?[（(](?P<first>20\d{2})年?[—～~-]+(?P<last>20\d{2})年?[）)]"
)
_FIRST, _LAST, _BEFORE = ("开局", "起步"), ("收官",), ("谋篇", "谋划", "编制")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such year, and each plan with a wrong span. Without a year or 今年 nothing is said."""
    plans = {name: event for event in draft.lexicon.calendar.plans for name in event.names}
    for match in _YEAR_OF.finditer(draft.text):
        plan = plans.get(match["plan"] + "五")
        start, _ = draft.sentence(match.start())
        year = meant_year(draft.text[start : match.start()], draft.year)
        if plan is None or not year:
            continue
        right = _right(match["which"], plan.begin[0], plan.end[0])
        if year != right:
            message = f"“{match['plan']}五”的{match['which']}之年是 {right} 年，这里说的是 {year} 年"
            yield Finding(*match.span(), message, "改规划的名称，或改年份")
    for match in _SPAN.finditer(draft.text):
        plan = plans.get(match["plan"] + "五")
        if plan is not None and (int(match["first"]), int(match["last"])) != (plan.begin[0], plan.end[0]):
            message = f"“{match['plan']}五”是 {plan.begin[0]}—{plan.end[0]} 年"
            yield Finding(*match.span(), message, "改规划的名称，或改起止年份")


def _right(which: str, first: int, last: int) -> int:
    """The year that a plan is said to begin, end or be drawn up in."""
    return first if which in _FIRST else last if which in _LAST else first - 1


RULE = Rule(
    code="plan-misdated",
    name="五年规划的年份不对",
    family=Family.REUSE,
    severity=ERROR,
    why="“十四五”收官之年是 2025 年；2026 年的稿子还说“今年是‘十四五’收官之年”，一听就是去年的。",
    source="历次五年规划纲要的起止年份（词表 纪年）",
    basis=Basis.RULED,
    bad=(
        "在动员会上的讲话\n（2026年3月12日）\n今年是“十四五”规划收官之年，任务很重。",
        "2025年是“十五五”开局之年。",
        "编制“十五五”规划（2025—2029年）。",
    ),
    good=(
        "在动员会上的讲话\n（2026年3月12日）\n今年是“十五五”开局之年，任务很重。",
        "2025年是“十四五”收官之年。",
        "“十四五”（2021—2025年）各项目标全面完成。",
    ),
    find=find,
)
