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
_OURS = pattern(
    rf"(?<![自敌给让为呼“])我(?P<kind>{_UNITS})(?![员托派屈婉身理事好案展会学成完不得起公法级面部势限士子正对准思人校]|了解|实在)"
)
_OWN = pattern(r"(?<![基根日成资版样标原文])本(?P<kind>街道|镇(?!人民|政府)|乡(?!人民|政府|镇)|社区)")
"""本 is any unit's word for what it speaks of; of a street or a village, for itself."""

_GOVERNS = pattern(
    r"(?:[省市县区州旗镇乡](?:人民)?政府|[省市县区州旗镇乡]委|[省市县区镇乡]长|[省市县区镇乡]委(?:副)?书记)$"
)
"""Whose words those of a bureau are not."""

_POST = pattern(r"(?:党委|党组|党工委)?(?:常务副|副)?(?:书记|主任|局长|院长|厅长|校长|总经理|董事长)$")
_KINDS = (("委员会", "委"), ("管委会", "委"), ("办公室", "办"))
"""What units are called whose own word is shorter."""

_SPEAKS = pattern(r"我代表(?P<who>[^，。；]{0,12}(?:政府|[省市县区州旗]委))[，、向]")
_SPEAKER = re.compile(
    r"[（(]?(?P<post>[\u4e00-\u9fff]{0,10}(?:书记|[省市县区镇乡局厅院校]长|主任))[ \u3000:：]+[\u4e00-\u9fff][\u4e00-\u9fff \u3000·]{1,4}[）)]?"
)
"""The line under a title that says who speaks."""

_HEAD = 8


def find(draft: Draft) -> Iterator[Finding]:
    """Each such word that is not the draft's own: of any unit where a government or a committee speaks, else of all
    units but the one that speaks; where that is not known, of those that are fewer.
    """
    owner = _owner(draft)
    governs = _GOVERNS.search(owner) is not None
    patterns = (_OURS, _OWN) if governs else (_OURS,)
    found = [match for one in patterns for match in one.finditer(draft.text)]
    counts = Counter(match["kind"] for match in found)
    own = "" if governs else _kind(owner)
    if not governs and not own:  # who speaks is not known, or calls himself otherwise
        if len(counts) < _MIXED:
            return
        (usual, most), (_, next_), *_ = counts.most_common()
        own = usual if most > next_ else ""
    hints: dict[tuple[int, str], str] = {}
    for match in found:
        if match["kind"] != own:
            others = "、".join(f"“我{kind}”" for kind in counts if kind != match["kind"])
            whose = (
                f"这是{owner}的稿子"
                if governs or not others
                else f"全文还有{others}，各单位的话没有改成一个口气"
            )
            yield Finding(*match.span(), f"口气不对：{match[0]}，{whose}", _hint(draft, match, hints))


_MIXED = 2
"""Units that say 我 in one draft: one of them is not its own."""


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
    for words in (draft.words(one).strip() for one in draft.paragraphs[:_HEAD]):
        speaker = _SPEAKER.fullmatch(words)
        if speaker:
            return speaker["post"]
        if words.endswith("政府工作报告"):
            return words
    return ""


def _kind(owner: str) -> str:
    """What a unit calls itself: 局 of 市林业局, and of its 局长; "" where that is not told."""
    bare = _POST.sub("", owner) or owner.removesuffix("长")
    for name, kind in _KINDS:
        if bare.endswith(name):
            return kind
    bare = bare if bare != owner else owner.removesuffix("长")
    return next((kind for kind in _UNITS.split("|") if bare.endswith(kind)), "")


def _hint(draft: Draft, match: re.Match[str], known: dict[tuple[int, str], str]) -> str:
    """What to put in a place; `known` keeps it for each paragraph and kind of unit."""
    key = draft.paragraph(match.start()).start, match["kind"]
    if key not in known:
        known[key] = _right_name(draft, match)
    return known[key]


def _right_name(draft: Draft, match: re.Match[str]) -> str:
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
        "在全市政务服务会议上的讲话\n市长　苏望津\n同志们：\n我局全年受理投诉326件。",
    ),
    good=(
        "在全市会议上的讲话\n同志们：\n我局修渠三条，我局修闸两座。",
        "我局委托第三方评估，我委托他办理，给我局面上的支持。",
        "各位代表：现在，我代表市政府，向大会报告工作。问题基本办结，日本公司来访，成本中心理顺。",
        Example(
            _HEAD_OF.replace("职务: 市长", "职务: 市国资委党委书记") + "我委在6月底前完成改革。\n",
            outline=True,
        ),
        Example(
            _HEAD_OF.replace("职务: 市长", "职务: 市政府办公室主任") + "我办在6月底前完成改革。\n",
            outline=True,
        ),
        Example(_HEAD_OF + "请市林业局在6月底前完成造林2000亩。\n", outline=True),
    ),
    find=find,
)
