"""An anniversary whose number does not belong to its year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import numerals
from drafter.checks.days import meant_year
from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule

_COUNT = re.compile(r"(?:暨[^，。；\d]{0,12})?(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,5})周年")
_BETWEEN = 6


def find(draft: Draft) -> Iterator[Finding]:
    """Each anniversary of the calendar in a clause that says its year or 今年."""
    events = {name: event for event in draft.lexicon.calendar.anniversaries for name in event.names}
    taken = -1
    for at, name in draft.spots(events):
        match = _COUNT.search(draft.text, at + len(name), at + len(name) + _BETWEEN + 8)
        if match is None or match.start() - at - len(name) > _BETWEEN or match.start() < taken:
            continue
        start, _ = draft.sentence(at)
        year = meant_year(draft.text[start:at], draft.year)
        said = _number(match["n"])
        right = year - events[name].begin[0]
        if year and said and said != right:
            taken = match.end()
            message = f"{year} 年是{name} {right} 周年，不是 {said} 周年"
            yield Finding(at, match.end(), message, f"改成 {right} 周年，或核对年份")


def _number(text: str) -> int:
    """A number in either numerals, 0 where it is above 199 and cannot be read."""
    if text.isdigit():
        return int(text)
    if "百" in text:
        rest = text.partition("百")[2].lstrip("零")
        return 100 + (numerals.value(rest) if rest else 0)
    return numerals.value(text)


RULE = Rule(
    code="anniversary-misdated",
    name="周年数不对",
    family=Family.REUSE,
    severity=ERROR,
    why="周年数每年都要加一，套用旧稿时最容易忘。只在同一句说了哪一年、或说了“今年”时核对。",
    source="各纪念日的起始年份（词表 纪年）",
    basis=Basis.RULED,
    bad=(
        "在座谈会上的讲话\n（2026年6月30日）\n今年是建党104周年。",
        "2025年，我们迎来新中国成立75周年。",
        "在座谈会上的讲话\n（2026年6月30日）\n今年，我们庆祝中国共产党成立一百零四周年。",
    ),
    good=(
        "在座谈会上的讲话\n（2026年6月30日）\n今年是建党105周年。",
        "2024年，我们迎来新中国成立75周年。",
        "在庆祝中国共产党成立95周年大会上，有这样一段话。",
    ),
    find=find,
)
