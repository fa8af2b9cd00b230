"""A 请示 that asks for more than one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper

_ASKED = re.compile(
    r"(?:恳请|拟请|请予|请求|申请|请)[^。；，\n]{0,26}?(?:拨付|拨给|安排|解决|核定|核准|批准|同意|增加|调剂|划拨|追加|配备)([^。；，\n]{2,30})"
)
_THINGS = (
    ("资金", re.compile(r"万元|亿元|资金|经费|补助|预算")),
    ("编制人员", re.compile(r"编制|人员|名额|职数|岗位|\d名")),
    ("用地", re.compile(r"用地|土地|地块|场地|办公用房")),
    ("车辆设备", re.compile(r"车辆|设备|装备")),
)


def find(draft: Draft) -> Iterator[Finding]:
    """The first request for another kind of thing than the one before."""
    found = draft.once(paper)
    if found is None or "请示" not in found.genre:
        return
    kinds: list[str] = []
    second: re.Match[str] | None = None
    for match in _ASKED.finditer(draft.text, found.title.end):
        kind = next((name for name, form in _THINGS if form.search(match[1])), "")
        if kind and kind not in kinds and "已" not in match[0]:
            kinds.append(kind)
            second = match if len(kinds) == _TWO else second
    if second is not None:
        message = f"一份请示请了{numerals.counted(len(kinds))}件事：{'、'.join(kinds)}"
        yield Finding(second.start(), second.end(), message, "一文一事，各写一份")


_TWO = 2

RULE = Rule(
    code="matters-several",
    name="一文一事",
    family=Family.RULES,
    severity=WARNING,
    why="请示一文一事：钱归财政，编制归编办，写在一起，哪一家都没法批。",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十五条",
    basis=Basis.RULED,
    bad=(
        "澜川市水务局关于解决改造资金的请示\n市政府：\n一、请拨付520万元。\n二、请解决编制5名。\n妥否，请批示。",
        "关于防汛工作的请示\n市政府：\n恳请安排补助资金30万元，同时请配备抢险车辆两台。\n妥否，请批示。",
        "关于新建水厂的请示。\n市政府：\n请核定建设用地20亩。请核定人员编制8名。\n妥否，请批示。",
    ),
    good=(
        "澜川市水务局关于解决改造资金的请示\n市政府：\n一、请拨付管网改造资金520万元。\n二、请拨付泵站改造资金80万元。\n妥否，请批示。",
        "澜川市水务局关于增加编制的请示\n市政府：\n请核定编制5名。\n妥否，请批示。",
        "澜川市水务局关于防汛情况的报告\n市政府：\n已拨付资金20万元，配备人员8名。",
    ),
    find=find,
)
