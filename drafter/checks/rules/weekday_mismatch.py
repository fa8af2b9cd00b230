"""A weekday that does not belong to its date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_DATED = re.compile(
    r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号][，,]?[（(]?(?:星期|周|礼拜)(?P<week>[一二三四五六日天])"
)
_YEAR = re.compile(r"((?:19|20)\d{2})年$")
_WEEK = "一二三四五六日"


def find(draft: Draft) -> Iterator[Finding]:
    """Each such weekday. A date without a year is read in the draft's own."""
    for match in _DATED.finditer(draft.text):
        named = _YEAR.search(draft.text, max(match.start() - 5, 0), match.start())
        year = int(named[1]) if named else draft.year
        if not year:
            continue
        try:
            day = datetime.date(year, int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        right = _WEEK[day.weekday()]
        if match["week"].replace("天", "日") != right:
            at = match.start("week")
            said = f"{year}年{day.month}月{day.day}日是星期{right}"
            sure = ERROR if named else WARNING
            yield Finding(
                at - 1, match.end(), f"日期和星期对不上：{said}", "核对是日期错了，还是星期错了", None, sure
            )


RULE = Rule(
    code="weekday-mismatch",
    name="日期和星期不符",
    family=Family.FIGURES,
    severity=ERROR,
    why="改了日期没有改星期，参会的人不知道听哪个。没有写年份的，按成稿的年份推算，只作提醒。",
    source="公历",
    basis=Basis.RULED,
    bad=(
        "会议定于2026年3月12日（星期三）召开。",
        "2026年5月1日，星期六，放假。",
        "（2026年3月12日）\n下次会议3月19日（周五）召开。",
    ),
    good=("会议定于2026年3月12日（星期四）召开。", "2026年5月1日，星期五，放假。", "每周五下午学习。"),
    find=find,
)
