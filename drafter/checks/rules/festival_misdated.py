"""A festival on a day that is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule, cited

_DAY_BEFORE = re.compile(
    r"(?:(?P<year>20\d{2})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:是|，是)?(?:第[\d一二三四五六七八九十]+个)?(?:中国|全国|世界|国际)?$"
)
_DAY_AFTER = re.compile(r"[（(](?:(?P<year>20\d{2})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[）)]")

_AROUND = re.compile("小?长?假|黄金周|期间|放假|调休|前|后")
"""After a festival's name: not the day itself is spoken of."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each festival right after, or before, a day that it is not."""
    festivals = {name: festival for festival in draft.lexicon.calendar.festivals for name in festival.names}
    for at, name in draft.longest(festivals):
        festival, end = festivals[name], at + len(name)
        if _AROUND.match(draft.text, end):
            continue
        match = _DAY_BEFORE.search(draft.text, max(at - 24, 0), at) or _DAY_AFTER.match(draft.text, end)
        if match is None:
            continue
        day = festival.by_year.get(int(match["year"] or 0) or draft.year) or festival.day
        if day[0] and day != (int(match["month"]), int(match["day"])):
            hint = cited("核对日期和节日", festival.source)
            yield Finding(*match.span(), f"{name}是 {day[0]}月{day[1]}日", hint)


RULE = Rule(
    code="festival-misdated",
    name="节日和日期不符",
    family=Family.REUSE,
    severity=ERROR,
    why="把教师节写成 9 月 9 日，把中秋节写成端午节，都出过通报。农历节日按年份查表。",
    source="有关决定和农历（词表 纪年）",
    basis=Basis.RULED,
    bad=(
        "9月9日教师节，我们去看望老师。",
        "2026年2月16日春节，我们坚守岗位。",
        "教师节（9月11日）前后开展慰问。",
    ),
    good=(
        "9月10日教师节，我们去看望老师。",
        "2026年2月17日是春节。",
        "9月9日，教师节前一天，我们去看望老师。",
        "9月25日至27日中秋节假期，各单位要值好班。",
    ),
    find=find,
)
