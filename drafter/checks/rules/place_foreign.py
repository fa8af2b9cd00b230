"""An office of a real place that is not this draft's own: 丽水市财政局 in a draft of another city."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_OFFICE = re.compile(
    rf"(?:委|政府|人大|政协|纪委|党委|[{HAN}]{{2,8}}?(?:局|委员会|办公室|委办|厅|委))(?![{HAN}]{{0,4}}(?:来访|经验|做法))"
)
_OURS = re.compile(r"我[省市县区]|全[市县区](?!国)|本[市县]|[市县]委、[市县]政府")
_BEFORE = re.compile(rf"[^{HAN}]|[由经报请向与和对在到为从按将]|$")
_ABROAD = re.compile(
    r"考察|学习|借鉴|来访|对口|支援|协作|合作|对接|友好|相比|例如|比如|案例|教训|通报|签约|援"
)


def find(draft: Draft) -> Iterator[Finding]:
    """Each office of a place that comes once or twice, in a draft that speaks of 我市 and 全市.

    A place that comes three times or more is most likely the draft's own.
    """
    places = draft.lexicon.places
    if not _OURS.search(draft.text):
        return
    spots = draft.spots((*places.cities, *(name for name in places.counties if len(name) >= 3)))
    counts: dict[str, int] = {}
    for _, name in spots:
        counts[name] = counts.get(name, 0) + 1
    own = {
        name
        for names in (draft.setting.units, draft.setting.former)
        for unit in names
        for name in counts
        if unit.startswith(name)
    }
    for at, name in spots:
        match = _OFFICE.match(draft.text, at + len(name))
        if (
            match is None
            or counts[name] > 2
            or name in own
            or not _BEFORE.match(draft.text[max(at - 1, 0) : at])
        ):
            continue
        start, end = draft.sentence(at)
        if not _ABROAD.search(draft.text[start:end]) and not draft.text[max(at - 1, start) : at].startswith(
            ("《", "“")
        ):
            yield Finding(
                at,
                match.end(),
                f"“{draft.text[at : match.end()]}”是别处的单位吗？全文只有这里提到{name}",
                "套稿没有改的，换成本地的单位",
            )


RULE = Rule(
    code="place-foreign",
    name="别处的单位",
    family=Family.REUSE,
    severity=WARNING,
    why="抄来的文件里留着“丽水市财政局”，被当作抄袭通报。说的是考察、协作、案例的，不提示。",
    source="公文抄袭专项整治的通报（名称见词表 地名）",
    basis=Basis.CUSTOM,
    bad=(
        "我市要抓好预算执行。由丽水市财政局负责解释。",
        "全市上下要抓紧。请安化县水利局按时报送数据。",
        "全县各级要压实责任，报平乐县政府备案。",
    ),
    good=(
        "我市要抓好预算执行。由市财政局负责解释。",
        "我市组织到丽水市财政局考察学习。",
        "杭州市财政局牵头，杭州市审计局配合，杭州市各区落实。全市一盘棋。",
    ),
    find=find,
)
