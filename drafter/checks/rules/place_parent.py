"""A city said to lie in a province, or a county in a city, where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.places import short_name
from drafter.model.lexicon import Gazetteer

_NEXT = re.compile(r"[\u4e00-\u9fff]{2,9}")


def find(draft: Draft) -> Iterator[Finding]:
    """Each place that the gazetteer knows right after the full name of one that it does not lie in.

    A place whose name is not known, or is borne by several, is left alone.
    """
    places = draft.lexicon.places
    text = draft.text
    for at, above in draft.find_words((*places.provinces, *places.cities)):
        end = at + len(above)
        match = _NEXT.match(text, end)
        below = _below(places, match[0]) if match else ""
        if not below or _fits(places, above, below):
            continue
        right = "、".join(sorted({province + city for province, city in _above(places, below)}))
        yield Finding(at, end + len(below), f"{below}不在{above}", f"{below}属于{right}")


def _below(places: Gazetteer, words: str) -> str:
    """The known place that the words begin with, the longest; a city also without its 市."""
    for length in range(len(words), 1, -1):
        name = words[:length]
        if name in places.counties or name in places.cities or name in _short_cities(places):
            return name
    return ""


def _above(places: Gazetteer, name: str) -> set[tuple[str, str]]:
    """Every province and city that a place of this name lies in, or lay in once."""
    full = _short_cities(places).get(name, name)
    found = {
        *places.counties.get(name, ()),
        *((one.province, one.city) for one in places.former.get(name, ())),
    }
    return found | {(province, "") for province in places.cities.get(full, ())}


def _fits(places: Gazetteer, above: str, below: str) -> bool:
    """Whether a place of this name lies in the one above."""
    return any(above in pair for pair in _above(places, below)) or below == above


def _short_cities(places: Gazetteer) -> dict[str, str]:
    return _shortened(tuple(places.cities))


@lru_cache(maxsize=4)
def _shortened(cities: tuple[str, ...]) -> dict[str, str]:
    """Full names of cities by their short ones of three characters or more: 张家界 is 张家界市."""
    return {short: city for city in cities if len(short := short_name(city)) >= 3}


RULE = Rule(
    code="place-parent",
    name="地名张冠李戴",
    family=Family.TERMS,
    severity=ERROR,
    why="把张家界写进湖北，闹过笑话。省和市、市和县对不上的，照民政部的区划代码核对；同名的县区有一个对上就不算。",
    source="民政部县级以上行政区划代码（词表 地名）",
    basis=Basis.RULED,
    bad=(
        "湖北省张家界市来访。",
        "湖北省张家界的做法值得学。",
        "浙江省合肥市的经验。",
        "杭州市江宁区的做法。",
    ),
    good=(
        "湖南省张家界市来访。",
        "浙江省杭州市的经验。",
        "南京市江宁区的做法。",
        "澜川市青溪县的做法。",
        "湖北省、湖南省来访。",
        "在会议上的讲话\n（2024年3月12日）\n重庆市江北区的同志来访。",
    ),
    find=find,
)
