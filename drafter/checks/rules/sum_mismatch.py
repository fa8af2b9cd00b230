"""Parts that do not add up to the total given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_UNIT = "亿元|万元|万件|万人|万户|万亩|人|名|件|户|家|个|项|条|所|座|处|起|篇|期|次|辆|台"
_NUMBER = rf"(?P<total>\d+(?:\.\d+)?)(?P<unit>{_UNIT})"
_TOTAL = re.compile(
    rf"(?:共|共计|总计|合计|一共|总数|总额)[{HAN}]{{0,12}}?{_NUMBER}[{HAN}]{{0,12}}(?P<link>，其中|[，：]?分为|[，：]?包括|：|，由)(?P<parts>[^。；\n]{{4,160}})"
)
_AMONG = re.compile(r"，其中(?P<parts>[^。；\n]{4,160})")
_BEFORE = re.compile(rf"(?<![\d.共计多少加减增降新]){_NUMBER}$")
_SUM = re.compile(rf"(?:共计|合计|总计|一共|共)[{HAN}]{{0,6}}?{_NUMBER}")
_PARTS = re.compile(rf"(?:[{HAN}]{{1,12}}?\d+(?:\.\d+)?(?:{_UNIT})[、，]){{2,12}}$")
_REACH, _LONGEST = 160, 16
"""Characters in which parts stand that are told before their sum, and that a number has with its unit."""

_STEP = re.compile(r"其中|增长|占|%|以上|超过|约|近|平均|每|不少于|不低于|至少")
_AFTER = re.compile(r"[，、](?:同比|环比|比上年|较上年|比去年|分别)")
"""What is said of the parts after they are told."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each total whose parts, in the same unit, come to another sum. 其中 need not name all parts."""
    seen: set[int] = set()
    for match, told, whole in _totals(draft.text):
        said = _AFTER.split(told)[0]
        if _STEP.search(said) or match.start("total") in seen:
            continue
        seen.add(match.start("total"))
        unit = match["unit"]
        parts = [float(n) for n in re.findall(rf"(?<![\d.])(\d+(?:\.\d+)?){unit}(?![{HAN}]{{0,1}}次)", said)]
        total, there = float(match["total"]), sum(parts)
        if len(parts) < 2 or abs(there - total) < 0.051:
            continue
        if whole or there > total:
            yield Finding(
                match.start("total"),
                match.end("unit"),
                f"各项加起来是 {there:g}{unit}，前面说共 {total:g}{unit}",
                "核对总数和各项",
                None,
                ERROR if whole else WARNING,
            )


def _totals(text: str) -> Iterator[tuple[re.Match[str], str, bool]]:
    """Each total with the words that tell its parts, and whether these must be all."""
    for match in _TOTAL.finditer(text):
        yield match, match["parts"], match["link"] != "，其中"
    for match in _SUM.finditer(text):
        before = match.start()
        parts = _PARTS.search(text, max(before - _REACH, 0), before) if text[before - 1] in "、，" else None
        if parts:
            yield match, parts[0], True
    for match in _AMONG.finditer(text):
        total = _BEFORE.search(text, max(match.start() - _LONGEST, 0), match.start())
        if total:
            yield total, match["parts"], False


RULE = Rule(
    code="sum-mismatch",
    name="分项加起来不等于总数",
    family=Family.FIGURES,
    severity=ERROR,
    why="改了一项没有改总数。“其中”列的可以不全、可以交叉，只在加起来超过总数时提醒。",
    source="算术",
    basis=Basis.RULED,
    bad=(
        "全市共派出30人，分为宣传组12人、督导组10人、保障组9人。",
        "共排查隐患86处：市级20处、县级30处、乡镇40处。",
        "共受理诉求100件，其中咨询60件、投诉50件。",
        "现有学校412所，其中小学230所、初中102所、高中90所。",
        "在建23个、已竣工12个、未开工5个，共计42个。",
        "共发生事故28起，其中道路15起、工地9起、水上6起，同比下降20%。",
    ),
    good=(
        "全市共派出30人，分为宣传组12人、督导组10人、保障组8人。",
        "共受理诉求100件，其中咨询60件、投诉30件。",
        "共建成20个项目，其中产业项目12个，占60%。",
        "在建23个、已竣工12个、未开工5个，共计40个。",
        "签约项目100个，比去年多14个，其中制造业项目60个、服务业项目40个。",
        "检查企业52家、工地31个，整改隐患86处，其中重大隐患5处。",
    ),
    find=find,
)
