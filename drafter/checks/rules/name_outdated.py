"""An institution by a name that ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule, cited
from drafter.checks.text.days import YEAR, first_day, last_day, named

_ABROAD = re.compile(r"(?:[^中]国|印度|日本|越南|俄罗斯|巴西|加拿大|亚|斯坦|外)$")
"""What stands before a ministry of another country."""

_SIGHT = 4


def find(draft: Draft) -> Iterator[Finding]:
    """Each such name in a draft later than its end; 原…… is the way to speak of what was."""
    if not draft.year:
        return
    for at, name, event in named(draft, draft.lexicon.calendar.institutions):
        if first_day(draft.date) <= last_day(event.end):
            continue
        before = draft.text[max(at - _SIGHT, 0) : at]
        if "原" in before[-2:] or before.endswith(("《", "“")) or _ABROAD.search(before):
            continue
        start, end = draft.sentence(at)
        if any(int(year) <= event.end[0] for year in YEAR.findall(draft.text, start, end)):
            continue  # what was done while it bore the name
        hint = f"现在是{event.now}；说的是当年，写“原{name}”" if event.now else f"说的是当年，写“原{name}”"
        message = f"{name}这个名称到 {event.end[0]} 年为止"
        yield Finding(at, at + len(name), message, cited(hint, event.source))


RULE = Rule(
    code="name-outdated",
    name="已经改名、撤并的机构",
    family=Family.REUSE,
    severity=WARNING,
    why="机构改革以后，旧稿里的机构名称要跟着改；说过去的事，前面加“原”。",
    source="历次机构改革方案（词表 纪年）",
    basis=Basis.RULED,
    bad=(
        "在会议上的讲话\n（2026年3月12日）\n按照国家工商总局的部署，抓好落实。",
        "在会议上的讲话\n（2026年3月12日）\n国家工商行政管理总局印发了通知。",
        "在会议上的讲话\n（2019年3月12日）\n请国家工商总局支持。",
    ),
    good=(
        "在会议上的讲话\n（2026年3月12日）\n按照国家市场监督管理总局的部署，抓好落实。",
        "在会议上的讲话\n（2026年3月12日）\n2016年，国家工商总局把我市列为试点。",
        "在会议上的讲话\n（2026年3月12日）\n原国家工商总局印发过通知。",
        "在会议上的讲话\n（2017年3月12日）\n按照国家工商总局的部署，抓好落实。",
    ),
    find=find,
)
