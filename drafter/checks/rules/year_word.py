"""今年, 去年 or 明年 with a year that it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_BESIDE = re.compile(r"(?P<word>今年|本年度|去年|上年|明年|前年)(?:[（(，]?|是|即)(?P<year>20\d{2})年")
_AFTER = {"今年": 0, "本年度": 0, "去年": -1, "上年": -1, "明年": 1, "前年": -2}


def find(draft: Draft) -> Iterator[Finding]:
    """Each such pair; an error where the draft's date was given, a warning where it is inferred."""
    if not draft.year:
        return
    sure = ERROR if draft.is_dated else WARNING
    for match in _BESIDE.finditer(draft.text):
        right = draft.year + _AFTER[match["word"]]
        if int(match["year"]) != right:
            message = f"本稿是 {draft.year} 年的，“{match['word']}”是 {right} 年"
            yield Finding(*match.span(), message, "改年份，或核对本稿的日期", None, sure)


RULE = Rule(
    code="year-word",
    name="今年、去年和年份不符",
    family=Family.REUSE,
    severity=ERROR,
    why="套用去年的稿子，“今年”后面还是去年的年份。日期是从文中推断的，只作提醒。",
    source="套稿核查的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "在动员会上的讲话\n（2026年3月12日）\n今年是2025年，任务很重。",
        "在动员会上的讲话\n（2026年3月12日）\n去年（2024年）的工作有成绩。",
        "工作要点\n抓好明年（2026年）的准备。\n2026年2月10日",
    ),
    good=(
        "在动员会上的讲话\n（2026年3月12日）\n今年是2026年，任务很重。",
        "在动员会上的讲话\n（2026年3月12日）\n去年（2025年）的工作有成绩。",
        "没有日期的稿子，今年是2025年。",
    ),
    find=find,
)
