"""A unit by a name that is not its own: one that it bears no more, or one with a slip."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

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

_MOST = 16
"""Names that one slip may stand for, as many as a person would look at."""

_Slip = tuple[str, str, str]
"""What is left of a name with a slip: what stands before and behind it, or its characters in no order."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each former name that the unit's own list gives, each name that is nearly one of that list."""
    named, former = units(draft), former_units(draft)
    ends = _ends(draft, named) if former else []
    for at, name in draft.find_words(former):
        start, end = draft.sentence(at)
        years = YEAR.findall(draft.text, start, end)
        told = _HISTORY.search(draft.text, start, end) or any(int(year) < draft.year for year in years)
        if not told and not _within(ends, at, at + len(name)):
            yield Finding(at, at + len(name), f"单位名称用错：{name}", _now(former[name], named), None, ERROR)
    yield from _owners(draft, former, named)
    yield from _nearly(draft, [unit for unit in named if len(unit) >= _SHORTEST and unit[:2] in draft.pairs])


def _owners(draft: Draft, former: Mapping[str, str], named: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Each former name among those who answer for a task: it prints in no speech, but in the table of tasks."""
    points = list(points_of(draft.outline, "tasks"))
    answering = "\n".join(point.owner for point in points)
    unsaid = [name for name in former if name in answering and name not in draft.text]
    for point in points:
        for name in unsaid:
            if name in point.owner:
                message = f"责任单位的名称用错：{name}"
                yield Finding(0, 0, message, _now(former[name], named), None, ERROR, point.owner)


def _now(name: str, named: Mapping[str, Sequence[str]]) -> str:
    short = "、".join(named.get(name, ()))
    return f"现在叫 {name}" + (f"，简称 {short}" if short else "")


def _ends(draft: Draft, units: Iterable[str]) -> list[tuple[int, int]]:
    """Where each present name begins, and where the last that began so far ends."""
    found: list[tuple[int, int]] = []
    last = 0
    for at, unit in draft.find_words(units):
        last = max(last, at + len(unit))
        found.append((at, last))
    return found


def _within(ends: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a former name is only a piece of a present one that stands here."""
    before = bisect_right(ends, start, key=itemgetter(0))
    return before > 0 and ends[before - 1][1] >= end


def _nearly(draft: Draft, units: Sequence[str]) -> Iterator[Finding]:
    """Names of the same length, the same first two and last character, with one character changed or
    two that changed places.
    """
    text, known = draft.text, names(draft)
    near = _slips(units)
    for begins, sizes in _sizes(units).items():
        at = text.find(begins)
        while at >= 0:
            for there in (text[at : at + size] for size in sizes if at + size <= len(text)):
                if there in known or not there.isalpha():
                    continue
                for unit in dict.fromkeys(unit for slip in _less_one(there) for unit in near.get(slip, ())):
                    swapped = unit if Counter(there) == Counter(unit) else None
                    message, hint = f"单位名称像是写错了：{there}", f"名单里是 {unit}"
                    yield Finding(at, at + len(there), message, hint, swapped)
            at = text.find(begins, at + 1)


def _sizes(units: Iterable[str]) -> Mapping[str, set[int]]:
    """How long the names are that begin with the same two characters."""
    found: dict[str, set[int]] = {}
    for unit in units:
        found.setdefault(unit[:2], set()).add(len(unit))
    return found


def _slips(units: Iterable[str]) -> Mapping[_Slip, list[str]]:
    """Names by what is left of each with a slip; of many that differ in one place, the first."""
    found: dict[_Slip, list[str]] = {}
    for unit in units:
        for slip in _less_one(unit):
            alike = found.setdefault(slip, [])
            if len(alike) < _MOST:
                alike.append(unit)
    return found


def _less_one(name: str) -> Iterator[_Slip]:
    """A name less each of its characters behind the second and before the last, and in no order."""
    yield name[:2], "".join(sorted(name)), name[-1]
    for at in range(2, len(name) - 1):
        yield name[:at], "", name[at + 1 :]


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
