"""我局, 我委, 本街道 in what a higher level says: a unit's own words were taken over as they were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.known import units
from drafter.model.roster import Roster, Unit
from drafter.patterns import pattern

_UNITS = "局|委|办|院|厅|街道|镇|乡|社区|中心|公司|集团|学校|校"
_SELF = pattern(
    rf"(?<![自敌给让为呼“])(?:我|本)(?P<kind>{_UNITS})(?![员托派屈实婉身理事好案展会学成完不得起公法级面部势限士子正对准思人校]|了解)"
)
_GOVERNS = pattern(
    r"[省市县区州旗镇乡](?:人民)?政府|[省市县区州旗]委(?!办|政|组|宣|统|党校)|[省市县区镇乡]长$|[省市县区]委书记"
)
"""Whose words those of a bureau are not."""

_SPEAKS = pattern(r"我代表(?P<who>[^，。；]{0,12}(?:政府|[省市县区州旗]委))[，、向]")
_HEAD = 6


def find(draft: Draft) -> Iterator[Finding]:
    """Each such word that is not the draft's own: of any unit where a government or a committee speaks, else of all
    units but the one that speaks; where that is not known, of those that are fewer.
    """
    found = list(_SELF.finditer(draft.text))
    if not found:
        return
    owner = _owner(draft)
    governs = _GOVERNS.search(owner) is not None
    own = "" if governs else _kind(owner)
    if not governs:
        found = [
            match for match in found if match[0].startswith("我")
        ]  # 本 is any unit's word for what it speaks of
    counts = Counter(match["kind"] for match in found)
    if not owner and len(counts) > 1:
        (own, most), (_, next_), *_ = counts.most_common()
        own = own if most > next_ else ""
    elif not owner:
        return
    for match in found:
        if match["kind"] != own and not (own and own.endswith(match["kind"])):
            whose = f"这是{owner}的稿子" if governs else "一篇稿子里只能有一个“我”"
            yield Finding(*match.span(), f"口气不对：{match[0]}，{whose}", _hint(draft, match))


def _owner(draft: Draft) -> str:
    """Who speaks or signs, as far as the draft says it; "" where it does not."""
    outline = draft.outline
    if outline is not None:
        official = outline.official
        if official is not None and official.issuers:
            return official.issuers[0]
        if outline.speaker is not None and (outline.speaker.org or outline.speaker.post):
            return outline.speaker.org or outline.speaker.post
    speaks = _SPEAKS.search(draft.text)
    if speaks:
        return speaks["who"]
    head = (draft.words(one).strip() for one in draft.paragraphs[:_HEAD])
    return next((words for words in head if words.endswith("政府工作报告")), "")


def _kind(owner: str) -> str:
    """What a unit calls itself: 局 of 市林业局, and of its 局长."""
    bare = owner.removesuffix("长").removesuffix("主任") or owner
    return next((kind for kind in _UNITS.split("|") if bare.endswith(kind)), "")


def _hint(draft: Draft, match: re.Match[str]) -> str:
    """The name to put: that of the unit which the paragraph or its heading names, else what the roster has."""
    paragraph = draft.paragraph(match.start())
    near = draft.words(paragraph) + draft.headings_over(match.start())
    known = {
        name: short[0] if short else name
        for name, short in units(draft).items()
        if name.endswith(match["kind"])
    }
    here = next((called for name, called in known.items() if name in near or called in near), "")
    if here:
        return f"改成“{here}”"
    some = "、".join([*known.values()][:3])
    return f"改成单位的名称{f'，名册里有{some}' if some else '（单位收进名册，这里会列出来）'}"


_HEAD_OF = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n讲话人: {姓名: 苏望津, 职务: 市长}\n任务:\n  小标题: 抓好任务\n  要点:\n    - "
_ROSTER = Roster(units=(Unit("澜川市林业局", ("市林业局",)), Unit("澜川市水务局", ("市水务局",))))

RULE = Rule(
    code="mouth-foreign",
    name="“我局”“我委”是谁的话",
    family=Family.REUSE,
    severity=WARNING,
    why="汇总部门的材料，“我局”“本街道”照抄进了市里的稿子，市长就成了局长。上级的稿子里写单位的名称。",
    source="汇总材料的惯例",
    basis=Basis.CUSTOM,
    bad=(
        Example(_HEAD_OF + "我局要在6月底前完成造林2000亩。\n", outline=True),
        Example(
            "政府工作报告\n各位代表：\n现在，我代表市政府，向大会报告工作。市林业局扎实造林，我局全年造林2000亩。",
            roster=_ROSTER,
        ),
        "我局修渠三条。我局修闸两座。我委批了项目。",
        "各位代表：现在，我代表县政府向大会报告工作。本街道建成了食堂。",
    ),
    good=(
        "在全市会议上的讲话\n同志们：\n我局修渠三条，我局修闸两座。",
        "我局委托第三方评估，我委托他办理，给我局面上的支持。",
        Example(_HEAD_OF + "请市林业局在6月底前完成造林2000亩。\n", outline=True),
    ),
    find=find,
)
