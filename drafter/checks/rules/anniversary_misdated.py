"""An anniversary whose number does not belong to its year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule, cited
from drafter.checks.text.days import Named, meant_year, named

_COUNT = re.compile(r"(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,5})周年")
_OTHER = re.compile("[和与及同暨、]")
"""Between a name and a count: what is counted is most likely something else."""

_BETWEEN, _COUNTED = 6, 8
"""Characters that may stand between a name and its count, and that the count has at most."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each anniversary of the calendar in a clause that says its year or 今年."""
    for (at, name, event), match in _counted(draft):
        start, _ = draft.sentence(at)
        year = meant_year(draft.text[start:at], draft.year)
        said = numerals.number(match["n"])
        right = year - event.begin[0]
        if year and said and said != right:
            message = f"{year} 年是{name} {right} 周年，不是 {said} 周年"
            yield Finding(at, match.end(), message, cited(f"改成 {right} 周年，或核对年份", event.source))


def _counted(draft: Draft) -> list[tuple[Named, re.Match[str]]]:
    """Each count with the name that stands nearest before it."""
    nearest: dict[int, tuple[Named, re.Match[str]]] = {}
    for spot in named(draft, draft.lexicon.calendar.anniversaries):
        end = spot[0] + len(spot[1])
        match = _COUNT.search(draft.text, end, end + _BETWEEN + _COUNTED)
        if match and match.start() - end <= _BETWEEN and not _OTHER.search(draft.text[end : match.start()]):
            nearest[match.start()] = (spot, match)
    return list(nearest.values())


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
        "2026年，我们庆祝改革开放和建党105周年。",
    ),
    find=find,
)
