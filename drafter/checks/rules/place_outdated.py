"""A county or a city by a name that there is no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.model.lexicon import FormerPlace

_OF_THE_PAST = (
    "原",
    "撤",
    "更名",
    "改设",
    "改为",
    "曾",
    "旧称",
    "当时",
    "当年",
    "籍贯",
    "出生",
    "毕业",
    "民国",
)
"""In a sentence that speaks of what was."""

_YEARS = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)年")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such name in a draft later than the year in which it ended; 原…… is the way to speak of what was."""
    former = draft.lexicon.places.former
    if not draft.year or not former:
        return
    for at, name in draft.longest(former):
        place = next(
            (one for one in former[name] if draft.year > one.year and _is_meant(draft, at, one)), None
        )
        if place is None or draft.text.startswith(("域", "志"), at + len(name)):
            continue
        first, last = draft.sentence(at)
        sentence = draft.text[first:last]
        years = [int(year) for year in _YEARS.findall(sentence)]
        if any(word in sentence for word in _OF_THE_PAST) or (years and min(years) <= place.year):
            continue
        hint = f"现在是{place.now}" if place.now else "核对现在的名称"
        message = f"{name}这个区划到 {place.year} 年为止"
        yield Finding(at, at + len(name), message, f"{hint}；说的是当年，写“原{name}”")


def _is_meant(draft: Draft, at: int, place: FormerPlace) -> bool:
    """Whether the name that stands here is that of this place, and not of one that there is (梅县区, 铜仁市)."""
    if place.province in draft.lexicon.places.cities.get(place.name, ()):
        return False
    if any(draft.text.startswith(now, at) for now in place.now.split("、") if now):
        return False
    above = tuple(name for name in (place.city, place.province) if name)
    if draft.text[at - 1 : at] == "《":
        return False
    return draft.text.endswith(above, 0, at) or (
        not place.shared and not draft.text.endswith(("自治", "新"), 0, at)
    )


RULE = Rule(
    code="place-outdated",
    name="已经撤销、更名的区划",
    family=Family.REUSE,
    severity=WARNING,
    why="撤县设区、区划调整以后，旧稿里的地名要跟着改：密云县 2015 年起是密云区。说过去的事，前面加“原”。",
    source="民政部历年行政区划变更（词表 旧地名）",
    basis=Basis.RULED,
    bad=(
        "在会议上的讲话\n（2026年3月12日）\n密云县的同志介绍了经验。",
        "在会议上的讲话\n（2026年3月12日）\n上海市闸北区的做法值得学。",
        "在会议上的讲话\n（2026年3月12日）\n重庆市江北区的同志来访。",
    ),
    good=(
        "在会议上的讲话\n（2014年3月12日）\n密云县的同志介绍了经验。",
        "在会议上的讲话\n（2026年3月12日）\n原密云县的同志介绍了经验。",
        "在会议上的讲话\n（2026年3月12日）\n宁波市江北区的做法值得学。",
        "在会议上的讲话\n（2026年3月12日）\n贵州省铜仁市、广东省梅州市梅县区的做法值得学。",
        "在会议上的讲话\n（2026年3月12日）\n新增城市道路八条，召开县委常委会。",
    ),
    find=find,
)
