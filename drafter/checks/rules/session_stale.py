"""A meeting said to be about to open that is over, or just closed that is long over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule, cited
from drafter.checks.text.days import first_day, last_day, meetings

_COMING = re.compile(r"(?:即将召开的?|将要召开的?|即将迎来|喜迎|迎接|以优异成绩迎接|以实际行动迎接)[“]?$")
_COMING_AFTER = re.compile(r"[”]?(?:即将|将于[^。；，]{1,12})(?:胜利)?(?:召开|举行|开幕)")
_JUST = re.compile(r"(?:刚刚(?:胜利)?(?:召开|闭幕|结束)的?|日前召开的|近日召开的|前不久召开的?)[“]?$")
_JUST_AFTER = re.compile(r"[”]?(?:刚刚|日前|近日|前不久)(?:胜利)?(?:召开|闭幕|结束|落下帷幕)")
_LONG = 200
"""Days after which a meeting has not just been held."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each such meeting of the calendar, against the day of the draft."""
    if not draft.year:
        return
    today, sure = last_day(draft.date), ERROR if draft.is_dated else WARNING
    for at, name, event in draft.once(meetings):
        end = at + len(name)
        before, after = draft.text[max(at - 16, 0) : at], draft.text[end : end + 24]
        if (_COMING.search(before) or _COMING_AFTER.match(after)) and first_day(draft.date) > last_day(
            event.end
        ):
            message = f"{name}早在 {event.end[0]} 年就开过了，不是即将召开"
            hint = cited("改成下一次会议，或改说法", event.source)
            yield Finding(at, end, message, hint, None, sure)
        elif (_JUST.search(before) or _JUST_AFTER.match(after)) and (
            today - last_day(event.end)
        ).days > _LONG:
            message = f"{name}是 {event.end[0]} 年的，不是刚刚召开"
            hint = cited("改说法，或换成新近的会议", event.source)
            yield Finding(at, end, message, hint, None, WARNING)


RULE = Rule(
    code="session-stale",
    name="会议说成即将召开、刚刚召开",
    family=Family.REUSE,
    severity=ERROR,
    why="“喜迎党的二十大”留在 2026 年的稿子里，是套用旧稿的铁证。日期是从文中推断的，只作提醒。",
    source="公开的会议公报（词表 纪年）",
    basis=Basis.CUSTOM,
    bad=(
        "在动员会上的讲话\n（2026年3月12日）\n要以优异成绩迎接党的二十大。",
        "在动员会上的讲话\n（2026年3月12日）\n刚刚闭幕的党的二十大擘画了蓝图。",
        "在动员会上的讲话\n（2026年3月12日）\n党的二十大即将胜利召开，要做好保障。",
    ),
    good=(
        "在动员会上的讲话\n（2022年9月12日）\n要以优异成绩迎接党的二十大。",
        "在动员会上的讲话\n（2022年11月2日）\n刚刚闭幕的党的二十大擘画了蓝图。",
        "在动员会上的讲话\n（2026年3月12日）\n要深入贯彻党的二十大精神。",
    ),
    find=find,
)
