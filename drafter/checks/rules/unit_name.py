"""A unit by a name that is not its own: one that it bears no more, or one with a slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.known import former_units, names, units
from drafter.model.roster import Roster, Unit

_SHORTEST = 6
"""Characters from which a name that is nearly another is most likely a slip."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each former name that the unit's own list gives, each name that is nearly one of that list."""
    named, former = units(draft), former_units(draft)
    for at, name in draft.find_words(former):
        if "原" not in draft.text[max(at - 1, 0) : at] and not _within(draft.text, at, name, named):
            yield Finding(
                at, at + len(name), f"单位名称用错：{name}", f"现在叫 {former[name]}", former[name], ERROR
            )
    for unit in named:
        if len(unit) >= _SHORTEST:
            yield from _nearly(draft, unit, names(draft))


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
    ),
    find=find,
)
