"""A paper that goes over the head of the next level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import issuer, paper

_AREA = re.compile(r"国务院|国家|自治区|省|自治州|州|盟|市|县|旗|区|街道|镇|乡")
_NO_AREA = re.compile(
    r"城乡|乡村|城镇|城市|市场|市政(?!府)|社区|园区|开发区|景区|区域|省级|市级|县级|国家级|州际|市容|市民|城区|乡镇|镇街|县域"
)
"""Words that hold the character for an area and name none."""

_LEVELS = {
    "国务院": 5, "国家": 5, "省": 4, "自治区": 4, "市": 3, "州": 3, "自治州": 3, "盟": 3, "县": 2, "区": 2, "旗": 2, "镇": 1, "乡": 1,
    "街道": 1,
}  # fmt: skip
_NAMES = {5: "国家", 4: "省", 3: "市", 2: "县（区）"}
_APART = 2
"""Levels from which on another stands between."""


def find(draft: Draft) -> Iterator[Finding]:
    """The addressees of a 请示 or a 报告 two levels above who sends it."""
    found = draft.once(paper)
    if found is None or found.addressees is None or not found.goes_up:
        return
    sender = issuer(draft, found)
    low = _areas(sender)
    high = _areas(draft.words(found.addressees))
    if not low or not high:
        return
    below, above = min(_LEVELS[area] for area in low), min(_LEVELS[area] for area in high)
    known = any(_LEVELS[area] == below + 1 for area in low) or below > 1
    if above - below >= _APART and known and not _is_direct(low, above):
        message = f"像是越级行文：{sender}直接报{_NAMES[above]}级机关"
        hint = f"一般报到{_NAMES[above - 1]}级，由它再报；确要越级的，抄送被越过的机关"
        yield Finding(found.addressees.start, found.addressees.end, message, hint)


def _areas(name: str) -> list[str]:
    """The areas in the name of a unit: 市 and 区 of 澜川市清沅区住房和城乡建设局."""
    return _AREA.findall(_NO_AREA.sub("", name))


def _is_direct(low: list[str], above: int) -> bool:
    """Whether the sender's own name says that there is nothing between: 东陂市白石镇 lies right in its city."""
    levels = sorted(_LEVELS[area] for area in low)
    return len(levels) > 1 and levels[1] == above


RULE = Rule(
    code="level-bypassed",
    name="越级行文",
    family=Family.RULES,
    severity=WARNING,
    why="行文按隶属关系，一般不越级请示、报告；特殊情况要越级的，同时抄送被越过的机关。",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十四条",
    basis=Basis.RULED,
    bad=(
        "清沅区水务局关于解决管网改造资金的请示\n省水利厅：\n请拨付20万元。\n妥否，请批示。",
        "东陂县水利局关于防汛情况的报告。\n省水利厅：\n物资已经备齐。\n特此报告。",
        "清沅区水务局关于解决资金的请示\n省住房和城乡建设厅：\n请拨付20万元。",
        "澜川市清沅区白石镇人民政府关于修路的请示\n市政府:\n请拨付20万元。",
    ),
    good=(
        "清沅区水务局关于解决管网改造资金的请示\n市水务局：\n请拨付20万元。\n妥否，请批示。",
        "东陂市白石镇人民政府关于修路的请示\n市政府：\n请拨付20万元。",
        "澜川市水务局关于防汛情况的报告\n省水利厅：\n物资已经备齐。",
        "清沅区住房和城乡建设局关于修路的请示\n市财政局：\n请拨付20万元。",
        "东陂县乡村振兴局关于修路的请示\n市政府：\n请拨付20万元。",
    ),
    find=find,
)
