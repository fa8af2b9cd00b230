"""A task or a deadline in a year that is over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_DUE = re.compile(
    r"(?:(?:确保|力争|务必|全力|努力|争取|要在|请于|须于|应于|并于|[，。；]到|[，。；]于)[^。；，]{0,10})(?P<year>20\d{2})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日|底|末)?(?:之?前|底|末|年底|[，]?(?:完成|建成|实现|达到|基本|全面))"
)
_GOALS = re.compile(
    r"(?:确保|力争|全面|圆满|如期|努力|坚决)(?:完成|实现)(?P<year>20\d{2})年(?:度)?(?:的)?(?:各项|主要|全年|既定)?(?:目标|任务|工作)"
)
_PAST = re.compile(r"去年|上年|当时|曾|已经|原定|了(?:20\d{2})|要求|提出|明确|规定|印发|部署|指出")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such year; what tells of an earlier promise is left alone."""
    if not draft.year:
        return
    today = _day(*draft.date)
    for match in _DUE.finditer(draft.text):
        start, _ = draft.sentence(match.start())
        due = _day(int(match["year"]), int(match["month"] or 12), int(match["day"] or 28))
        if due < today and not _PAST.search(draft.text[start : match.start()]):
            yield Finding(
                match.start("year"), match.end(), f"期限 {match['year']} 年已经过了", "改成今年或以后的日期"
            )
    for match in _GOALS.finditer(draft.text):
        if int(match["year"]) < draft.year:
            yield Finding(
                match.start("year"),
                match.end(),
                f"还在说完成 {match['year']} 年的目标",
                "改年份，或写成已经完成",
            )


def _day(year: int, month: int, day: int) -> date:
    """A day that exists, near the one that is asked for."""
    return date(year, min(max(month or 1, 1), 12), min(max(day or 1, 1), 28))


RULE = Rule(
    code="year-stale",
    name="期限、目标是往年的",
    family=Family.REUSE,
    severity=WARNING,
    why="去年的“确保2025年底前完成”原样留了下来。",
    source="套稿核查的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "在动员会上的讲话\n（2026年3月12日）\n要抓紧施工，确保2025年底前完成。",
        "在动员会上的讲话\n（2026年3月12日）\n大家要鼓足干劲，圆满完成2025年各项目标任务。",
        "工作方案\n请于2025年9月30日前报送。\n2026年3月12日",
    ),
    good=(
        "在动员会上的讲话\n（2026年3月12日）\n要抓紧施工，确保2026年底前完成。",
        "在动员会上的讲话\n（2026年3月12日）\n去年提出，确保2025年底前完成，现已建成。",
        "在动员会上的讲话\n（2026年3月12日）\n2025年，我们完成了各项目标任务。",
    ),
    find=find,
)
