"""A campaign that is over, told as if it went on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule, cited
from drafter.checks.text.days import first_day, is_told_of_past, last_day, named

_GOES_ON = re.compile(
    r"(?:正在(?:深入)?开展的?|当前(?:正在)?开展的?|(?:扎实|深入|认真|继续|高质量|持续|全面)?(?:开展好?|推进|推动|深化)|精心组织|抓紧抓好|抓好|抓实)[“]?$"
)
_GRACE = 180
"""Days after its end for which a campaign may still be spoken of as going on."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each campaign of the calendar that ended half a year ago or more."""
    if not draft.year:
        return
    today = first_day(draft.date)
    for at, name, event in named(draft, draft.lexicon.calendar.campaigns):
        if not event.end[0] or (today - last_day(event.end)).days <= _GRACE:
            continue
        start, _ = draft.sentence(at)
        before = draft.text[max(start, at - 12) : at]
        if (
            _GOES_ON.search(before)
            and "巩固" not in draft.text[start:at]
            and not draft.text.startswith(("成果", "”成果", "经验"), at + len(name))
            and not is_told_of_past(draft, at)
        ):
            hint = cited("写成“巩固……成果”，或换成现在的部署", event.source)
            yield Finding(at, at + len(name), f"{name}到 {event.end[0]} 年就结束了", hint)


RULE = Rule(
    code="campaign-over",
    name="已经结束的活动",
    family=Family.REUSE,
    severity=WARNING,
    why="集中教育、专项行动都有起止，旧稿里的“扎实开展……”到今年就过时了。",
    source="有关通知（词表 纪年）",
    basis=Basis.CUSTOM,
    bad=(
        "在动员会上的讲话\n（2026年3月12日）\n要扎实开展党纪学习教育。",
        "在动员会上的讲话\n（2026年3月12日）\n结合正在开展的党纪学习教育，抓好作风。",
        "在动员会上的讲话\n（2026年3月12日）\n各支部要深入开展“党纪学习教育”。",
    ),
    good=(
        "在动员会上的讲话\n（2024年5月12日）\n要扎实开展党纪学习教育。",
        "在动员会上的讲话\n（2026年3月12日）\n要巩固深化党纪学习教育成果。",
        "在动员会上的讲话\n（2026年3月12日）\n2024年扎实开展党纪学习教育，成效明显。",
        "在动员会上的讲话\n（2026年3月12日）\n五年来，我们扎实开展党史学习教育、党纪学习教育。",
        "工作报告\n（2026年3月12日）\n一、去年工作回顾\n扎实开展党纪学习教育，作风更实。\n二、今年任务\n修路。",
    ),
    find=find,
)
