"""A well-known meeting with a year in which it was not held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule, cited
from drafter.checks.text.days import meetings
from drafter.model.lexicon import Event

_HELD_BEFORE = re.compile(
    r"(?:于|在)?(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:\d{1,2}日(?:至\d{1,2}日)?)?[，]?(?:在[^，。；]{1,8})?(?:胜利)?(?:召开|举行|闭幕)的?$"
)
_HELD_AFTER = re.compile(
    r"(?:于|在)?(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:\d{1,2}日(?:至\d{1,2}日)?)?[，]?(?:在[^，。；]{1,8})?(?:胜利)?(?:召开|举行|开幕)"
)
_LOOK = 40


def find(draft: Draft) -> Iterator[Finding]:
    """Each meeting of the calendar that is said to have been held in another year or month."""
    for at, name, event in draft.once(meetings):
        for match in (
            _HELD_BEFORE.search(draft.text, max(at - _LOOK, 0), at),
            _HELD_AFTER.match(draft.text, at + len(name), at + len(name) + _LOOK),
        ):
            if match is not None and not _fits(match, event):
                held = f"{event.begin[0]} 年" + (f" {event.begin[1]} 月" if event.begin[1] else "")
                yield Finding(
                    *match.span(), f"{name}是 {held}召开的", cited("核对会议的名称和时间", event.source)
                )


def _fits(match: re.Match[str], event: Event) -> bool:
    """Whether a year, and a month where one is said, is that of the event."""
    years = range(event.begin[0], event.end[0] + 1)
    month = int(match["month"] or 0)
    months = {event.begin[1], event.end[1]} - {0}
    return int(match["year"]) in years and (not month or not months or month in months)


RULE = Rule(
    code="event-misdated",
    name="会议的时间不对",
    family=Family.REUSE,
    severity=ERROR,
    why="把党代会、全会的年份写错，是政治性差错。会议的日期见词表 纪年，谁都可以添。",
    source="公开的会议公报（词表 纪年）",
    basis=Basis.RULED,
    bad=(
        "2021年10月召开的党的二十大，擘画了蓝图。",
        "党的二十大于2023年10月胜利召开。",
        "2016年召开的党的十九大作出重大判断。",
    ),
    good=(
        "2022年10月召开的党的二十大，擘画了蓝图。",
        "党的十九大于2017年10月胜利召开。",
        "党的二十大以来，全县面貌一新。",
    ),
    find=find,
)
