"""An office of a real place that is not this draft's own: 合肥市财政局 in a draft of another city."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import INFO, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.known import former_units, units
from drafter.checks.text.places import short_name
from drafter.model.lexicon import Gazetteer

_OFFICE = re.compile(
    rf"(?:委|政府|人大|政协|纪委|党委|[{HAN}]{{2,8}}?(?:局|委员会|办公室|委办|厅|委))(?![{HAN}]{{0,4}}(?:来访|经验|做法))"
)
_FEW, _ONCE = 3, 2
"""So many foreign places at most are told one by one; so often at most one comes."""

_HEAD, _FOOT = 8, 4
_COMMON = frozenset(
    ("老城区", "新城区", "城中区", "城东区", "城西区", "城北区", "城关区", "市中区", "郊区", "矿区")
)
"""Names of districts that any city says of its own quarters."""

_OURS = re.compile(r"我[省市县区]|全[市县区](?!国)|本[市县]|[市县]委、[市县]政府")
_BEFORE = re.compile(rf"[^{HAN}]|[由经报请向与和对在到为从按将]|$")
_ABROAD = re.compile(
    r"考察|学习|借鉴|来访|对口|支援|协作|合作|对接|友好|相比|例如|比如|案例|教训|通报|签约|援"
)


def find(draft: Draft) -> Iterator[Finding]:
    """Each place that comes once or twice in a draft that speaks of 我市 and 全市: an office of it most
    likely came with copied text, the place alone is worth a look where few are named.

    A place that comes three times or more is most likely the draft's own.
    """
    if not _OURS.search(draft.text):
        return
    places = draft.lexicon.places
    counties = (name for name in places.counties if len(name) >= 3 and name not in _COMMON)
    spots = draft.find_words((*places.cities, *counties))
    spots = [spot for spot in spots if _BEFORE.match(draft.text[max(spot[0] - 1, 0) : spot[0]])]
    counts = Counter(name for _, name in spots)
    said = _own(draft)
    own = {name for name in counts if any(name in one for one in said) or _lies_in(places, name, said)}
    own |= _neighbours(places, counts)
    few = len(counts) <= _FEW
    for at, name in spots:
        start, end = draft.sentence(at)
        if counts[name] > _ONCE or name in own or _ABROAD.search(draft.text[start:end]):
            continue
        match = _OFFICE.match(draft.text, at + len(name))
        hint = "套稿没有改的，换成本地的"
        if match is not None:
            message = f"“{draft.text[at : match.end()]}”是别处的单位吗？全文只有这里提到{name}"
            yield Finding(at, match.end(), message, hint)
        elif few and not draft.text.startswith(("《", "“"), max(at - 1, 0)):
            yield Finding(at, at + len(name), f"提到了别处的地名：{name}", hint, None, INFO)


def _lies_in(places: Gazetteer, name: str, said: Sequence[str]) -> bool:
    """Whether a place lies in one that the draft names as its own: its city, or its province."""
    above = {place for pair in places.counties.get(name, ()) for place in pair} | places.cities.get(
        name, frozenset()
    )
    former = {place for one in places.former.get(name, ()) for place in (one.province, one.city)}
    return any(place and short_name(place) in one for place in above | former for one in said)


def _neighbours(places: Gazetteer, names: Iterable[str]) -> set[str]:
    """Counties of one and the same city, of which several are named: who speaks of them speaks there."""
    by_city: dict[tuple[str, str], set[str]] = {}
    for name in names:
        for above in places.counties.get(name, ()):
            by_city.setdefault(above, set()).add(name)
    return {name for together in by_city.values() if len(together) > 1 for name in together}


def _own(draft: Draft) -> list[str]:
    """Where a draft names its own place: the lines about its title and its signature, the unit's list."""
    around = (*draft.paragraphs[:_HEAD], *draft.paragraphs[-_FOOT:])
    head = (draft.words(paragraph) for paragraph in around)
    return [*(words for words in head if "。" not in words), *units(draft), *former_units(draft)]


RULE = Rule(
    code="place-foreign",
    name="别处的单位",
    family=Family.REUSE,
    severity=WARNING,
    why="抄来的文件里留着别处的财政局、别处的县政府，会被当作抄袭通报。说的是考察、协作、案例的，不提示。",
    source="公文抄袭专项整治的通报（名称见词表 地名）",
    basis=Basis.CUSTOM,
    bad=(
        "我市要抓好预算执行。由合肥市财政局负责解释。",
        "全市上下要抓紧。请绩溪县水利局按时报送数据。",
        "全县各级要压实责任，报休宁县政府备案。",
    ),
    good=(
        "我市要抓好预算执行。由市财政局负责解释。",
        "我市组织到合肥市财政局考察学习。",
        "合肥市政府工作报告\n全市上下干劲足。肥西县水利局连续三年夺旗。",
        "杭州市财政局牵头，杭州市审计局配合，杭州市各区落实。全市一盘棋。",
    ),
    find=find,
)
