"""A unit whose name shifts within one draft: 市政务服务管理局, and 市政务管理服务局."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.known import names

_UNIT = re.compile(
    rf"(?<![{HAN}])(?:由|请|经|报|和|与|对|向|在)?(?P<name>[市县区省][{HAN}]{{3,10}}?(?:管理局|监督局|保障局|服务局|局|委员会|办公室|服务中心|集团))(?![{HAN}]?长)"
)
_SHORTEST, _OFTEN = 6, 3
_Shape = tuple[int, str, str]


def find(draft: Draft) -> Iterator[Finding]:
    """Each rarer name with the same characters in another order, or with one that differs from a name
    that comes often.
    """
    known = names(draft)
    found = list(_UNIT.finditer(draft.text))
    counts = Counter(match["name"] for match in found)
    slips = _slips([name for name in counts if len(name) >= _SHORTEST and name not in known], counts)
    for match in found:
        usual = slips.get(match["name"], "")
        if usual:
            message = f"“{match['name']}”和前后的“{usual}”像是一个单位"
            yield Finding(*match.span("name"), message, "核对全称，前后统一")


def _slips(names: Sequence[str], counts: Mapping[str, int]) -> dict[str, str]:
    """Each name that is most likely another with a slip, with that other: the last of those that come more often."""
    place = {name: at for at, name in enumerate(names)}
    alike: dict[_Shape, list[str]] = {}
    for name in names:
        for shape in _shapes(name):
            alike.setdefault(shape, []).append(name)
    found: dict[str, str] = {}
    for (least, *_), row in alike.items():
        usual: list[str] = []
        for times, rare in groupby(
            sorted(row, key=lambda name: -counts[name]), key=lambda name: counts[name]
        ):
            so_often = list(rare)
            for name in so_often if usual else ():
                found[name] = max(found.get(name, usual[0]), usual[0], key=place.__getitem__)
            if times >= least:
                usual = [max((*usual, *so_often), key=place.__getitem__)]
    return found


def _shapes(name: str) -> Iterator[_Shape]:
    """What a name has in common with its slips, and how often at least the right one then comes: all its characters,
    the first in its place, or all but one in their places.
    """
    yield 1, name[0], "".join(sorted(name))
    yield from ((_OFTEN, f"{at}", name[:at] + name[at + 1 :]) for at in range(1, len(name)))


RULE = Rule(
    code="unit-shifting",
    name="单位名称前后不一",
    family=Family.TERMS,
    severity=WARNING,
    why="“政务服务管理局”写成“政务管理服务局”，一篇里两个叫法，总有一个是错的。",
    source="核稿的惯例：同一单位前后一个名称",
    basis=Basis.CUSTOM,
    bad=(
        "市政务服务管理局牵头，市政务服务管理局汇总，市政务管理服务局通报。",
        "请市住房保障管理局、市林业局落实，市住房保障管理局汇总，市保障住房管理局备案。",
        "市人力资源保障局牵头。市人力资源保障局汇总。市人力资源保障局通报。市人力资原保障局备案。",
    ),
    good=(
        "市政务服务管理局牵头，市政务服务管理局汇总。",
        "市交通运输局牵头，市城市管理局配合，市市场监管局备案。",
        "市发展改革委员会、市卫生健康委员会各一份。",
    ),
    find=find,
)
