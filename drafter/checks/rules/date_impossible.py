"""A day that no calendar has: 2月30日, 13月, 25时."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from drafter.checks.draft import DIGITS, Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule

_DATE = re.compile(r"(?P<month>\d(?<![\d.]\d)\d?)月(?:(?P<day>\d{1,2})[日号])?")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年$")
_TIME = re.compile(
    r"(?:(?<=[午晚上晨日号])(?P<hour>2[5-9]|[3-9]\d)[:：][0-5]\d(?![\d:：])|(?<=[上下]午)(?P<half>1[3-9]|2\d)[时点:：])"
)
_LEAP = 2000
"""Stands for a year that is not given: 29 February is then let be."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each date and each time of day that does not exist."""
    for match in _DATE.finditer(draft.text):
        before = _YEAR.search(draft.text, max(match.start() - 6, 0), match.start())
        year, month, day = int(before[1]) if before else _LEAP, int(match["month"]), int(match["day"] or 1)
        if _exists(year, month, day) or (draft.text.startswith("份", match.end()) and not before):
            continue
        start = before.start() if before else match.start()
        said = draft.text[start : match.end()]
        message = f"没有“{said}”这一天" if match["day"] else f"没有“{said}”"
        yield Finding(start, match.end(), message, "查日历改正")
    for match in _TIME.finditer(draft.text) if draft.beside(DIGITS, ":：时点") else ():
        yield Finding(*match.span(), f"没有“{match[0]}”这个时刻", "改成 24 小时制里有的时刻")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


RULE = Rule(
    code="date-impossible",
    name="不存在的日期",
    family=Family.FIGURES,
    severity=ERROR,
    why="2月30日、6月31日、13月，多半是手误；通知印出去，没有人知道哪天开会。",
    source="公历",
    basis=Basis.RULED,
    bad=(
        "请于2026年2月29日前报送。",
        "会议定于6月31日召开。",
        "2026年13月1日起施行。",
        "下午15时开会。",
        "3月12日25:30开会。",
    ),
    good=(
        "请于2024年2月29日前报送。",
        "会议定于6月30日召开。",
        "完成率提高3.5个百分点，比12月高。",
        "下午3时30分开会，会期3天。",
        "城乡投入之比由70:30调到60:40。",
    ),
    find=find,
)
