"""A unit by a name that is not its own: one that it bears no more, or one with a slip."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.days import YEAR
from drafter.checks.text.known import former_units, names, units
from drafter.checks.text.outlines import points_of
from drafter.model.roster import Roster, Unit

_HISTORY = re.compile(r"原|前身|更名|改名|改称|挂牌|成立|撤销|并入|组建|合并|整合")
"""What tells of a time when a unit bore another name."""

_SHORTEST = 6
"""Characters from which a name that is nearly another is most likely a slip."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each former name that the unit's own list gives, each name that is nearly one of that list."""
    named, former = units(draft), former_units(draft)
    for at, name in draft.find_words(former):
        start, end = draft.sentence(at)
        years = YEAR.findall(draft.text, start, end)
        told = _HISTORY.search(draft.text, start, end) or any(int(year) < draft.year for year in years)
        if not told and not _within(draft.text, at, name, named):
            yield Finding(at, at + len(name), f"单位名称用错：{name}", _now(former[name], named), None, ERROR)
    yield from _owners(draft, former, named)
    for unit in named:
        if len(unit) >= _SHORTEST:
            yield from _nearly(draft, unit, names(draft))


def _owners(draft: Draft, former: Mapping[str, str], named: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Each former name among those who answer for a task: it prints in no speech, but in the table of tasks."""
    for point in points_of(draft.outline, "tasks"):
        for name in former:
            if name in point.owner and name not in draft.text:
                message = f"责任单位的名称用错：{name}"
                yield Finding(0, 0, message, _now(former[name], named), None, ERROR, point.owner)


def _now(name: str, named: Mapping[str, Sequence[str]]) -> str:
    short = "、".join(named.get(name, ()))
    return f"现在叫 {name}" + (f"，简称 {short}" if short else "")


def _within(text: str, at: int, name: str, units: Iterable[str]) -> bool:
    """Whether the former name is only a piece of a present one that stands here."""
    return any(text.startswith(unit, at - unit.find(name)) for unit in units if 0 <= unit.find(name) <= at)


def _nearly(draft: Draft, unit: str, known: Container[str]) -> Iterator[Finding]:
    """Names of the same length, the same first two and last character, with one character changed or
    two that changed places.
    """
    text, size = draft.text, len(unit)
    at = text.find(unit[:2])
    while at >= 0:
        there = text[at : at + size]
        if (
            len(there) == size
            and there != unit
            and there not in known
            and there[-1] == unit[-1]
            and there.isalpha()
        ):
            differing = [i for i in range(size) if there[i] != unit[i]]
            swapped = Counter(there) == Counter(unit)
            if len(differing) == 1 or swapped:
                yield Finding(
                    at,
                    at + size,
                    f"单位名称像是写错了：{there}",
                    f"名单里是 {unit}",
                    unit if swapped else None,
                )
        at = text.find(unit[:2], at + 1)


_UNITS = Roster(units=(Unit("市政务服务管理局", ("市政务局",), ("市行政服务中心",)),))

RULE = Rule(
    code="unit-name",
    name="单位名称",
    family=Family.TERMS,
    severity=WARNING,
    why="把兄弟单位的名字写错，最伤和气。单位名册用 drafter roster add 收，或写在工作区 drafter.toml 的 [check] units 里，可以带简称和旧称。",
    source="本单位的名册（drafter roster）",
    basis=Basis.CUSTOM,
    bad=(
        Example("请市政务管理服务局牵头。", roster=_UNITS),
        Example("请市政务服务管里局牵头。", roster=_UNITS),
        Example("请市行政服务中心牵头。", roster=_UNITS),
    ),
    good=(
        Example("请市政务服务管理局牵头。", roster=_UNITS),
        Example("请市政务局牵头。", roster=_UNITS),
        Example("原市行政服务中心的人员。", roster=_UNITS),
        Example("市行政服务中心当年挂牌，后来更名为市政务局。", roster=_UNITS),
    ),
    find=find,
)
