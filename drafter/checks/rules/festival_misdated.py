"""A festival on a day that is not its own, or with a number that is not its year's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule, cited
from drafter.checks.text.days import meant_year
from drafter.model.lexicon import Festival

_DAY_BEFORE = re.compile(
    r"(?:(?P<year>20\d{2})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:是|，是)?(?:第[\d一二三四五六七八九十]+个)?(?:中国|全国|世界|国际)?$"
)
_DAY_AFTER = re.compile(r"[（(](?:(?P<year>20\d{2})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[）)]")

_AROUND = re.compile("小?长?假|黄金周|期间|放假|调休|前|后")
"""After a festival's name: not the day itself is spoken of."""

_COUNT = re.compile(r"第(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,5})个[“”全中国际]{0,3}$")
_COUNTED = 10
"""Characters before a name in which its number stands."""

_PAST = re.compile("去年|上年|曾|当年|那年")


def find(draft: Draft) -> Iterator[Finding]:
    """Each festival right after, or before, a day that it is not; each that is counted wrong."""
    festivals = {name: festival for festival in draft.lexicon.calendar.festivals for name in festival.names}
    for at, name in draft.longest(festivals):
        festival, end = festivals[name], at + len(name)
        yield from _counted(draft, at, name, festival)
        if _AROUND.match(draft.text, end):
            continue
        match = _DAY_BEFORE.search(draft.text, max(at - 24, 0), at) or _DAY_AFTER.match(draft.text, end)
        if match is None:
            continue
        day = festival.by_year.get(int(match["year"] or 0) or draft.year) or festival.day
        if day[0] and day != (int(match["month"]), int(match["day"])):
            hint = cited("核对日期和节日", festival.source)
            yield Finding(*match.span(), f"{name}是 {day[0]}月{day[1]}日", hint)


def _counted(draft: Draft, at: int, name: str, festival: Festival) -> Iterator[Finding]:
    """Which one it is, 第41个教师节, against the year that is spoken of, else the draft's own."""
    match = _COUNT.search(draft.text, max(at - _COUNTED, 0), at) if festival.first else None
    if match is None:
        return
    start, _ = draft.sentence(at)
    before = draft.text[start:at].rpartition("，")[2]
    spoken = meant_year(before, draft.year)
    year = spoken or (0 if _PAST.search(before) else draft.year)
    right = year - festival.first + 1
    if year and numerals.number(match["n"]) != right > 0:
        message = f"{year} 年是第 {right} 个{name}"
        hint = cited(f"改成第 {right} 个，或核对年份", festival.source)
        yield Finding(match.start(), at + len(name), message, hint, None, ERROR if spoken else WARNING)


RULE = Rule(
    code="festival-misdated",
    name="节日的日期、个数不符",
    family=Family.REUSE,
    severity=ERROR,
    why="把教师节写成 9 月 9 日，把中秋节写成端午节，都出过通报；“第几个教师节”每年要加一。农历节日按年份查表。",
    source="有关决定和农历（词表 纪年）",
    basis=Basis.RULED,
    bad=(
        "9月9日教师节，我们去看望老师。",
        "2026年2月16日春节，我们坚守岗位。",
        "教师节（9月11日）前后开展慰问。",
        "今年9月10日是第41个教师节。\n2026年9月10日",
    ),
    good=(
        "9月10日教师节，我们去看望老师。",
        "2026年2月17日是春节。",
        "2026年9月10日是第42个教师节，去年是第41个教师节。",
        "9月9日，教师节前一天，我们去看望老师。",
        "9月25日至27日中秋节假期，各单位要值好班。",
    ),
    find=find,
)
