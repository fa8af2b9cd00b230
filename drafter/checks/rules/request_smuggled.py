"""A request inside a report, which is read and put away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper

_ASKS = re.compile(
    r"(?<![报申提商邀经已待特聘呈函转咨敦])(?:恳请|拟请|请求|建议(?=[市县省区]?(?:委|政府|上级))|请予|请(?!示|销假|休假|假|客))(?:[市县省区]?[委政][^，。；\n]{0,4}|上级|领导)?[^，。；\n]{0,12}?"
    r"(?P<what>批准|批复|批示|审批|核准|拨付|增拨|划拨|追加|增加编制|倾斜|解决|支持|协调|研究决定)|(?:妥否|当否|可否)，请(?:予)?(?P<ask>批示|批复|批准|审批)"
)
_DONE = re.compile(r"已|曾|去年|上年|多次|来信|群众|了$")
"""What tells of a request that was made."""

_UPWARD = re.compile(r"恳请|拟请|请求|请予|请[市县省区]?[委政]|请(?:上级|领导)|建议[市县省区]")
"""How one asks of a superior, and not of anybody who helps."""

_SOFT = ("解决", "支持", "协调", "研究决定", "倾斜")
"""What a report may hope for, but not as a matter to be decided."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each such request in a 报告."""
    found = draft.once(paper)
    if found is None or found.genre != "报告":
        return
    for match in _ASKS.finditer(draft.text, found.title.end):
        start, _ = draft.sentence(match.start())
        start = max(start, draft.text.rfind("，", start, match.start()) + 1)
        if _DONE.search(draft.text, start, match.end() + 1):
            continue
        what = match["what"] or match["ask"]
        if what in _SOFT and not _UPWARD.match(match[0]):
            continue
        sure = WARNING if what in _SOFT else ERROR
        hint = "报告不夹带请示事项：要上级批的，另写一份请示"
        yield Finding(*match.span(), f"报告里夹了请示：{match[0]}", hint, None, sure)


RULE = Rule(
    code="request-smuggled",
    name="报告夹带请示",
    family=Family.RULES,
    severity=ERROR,
    why="报告是阅件，看过就归档；请示夹在里面，没有人批，事情就误了。",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十五条",
    basis=Basis.RULED,
    bad=(
        "关于防汛情况的报告\n市政府：\n物资还差两成。请市政府拨付专项资金20万元。\n特此报告。",
        "关于试点情况的报告\n市政府：\n情况如下。\n妥否，请批示。",
        "关于试点情况的报告\n市政府：\n情况如下。\n以上报告，请批准。",
        "澜川市水务局关于管网情况的报告。\n市政府：\n管网老旧，恳请市政府协调解决用地。\n特此报告。",
    ),
    good=(
        "关于试点情况的报告\n市政府：\n方案已报请市政府批准。去年请专家解决了三个难题。\n特此报告。",
        "关于试点情况的报告\n市政府：\n情况如下。\n以上报告，请审阅。",
        "关于增加经费的请示\n市政府：\n请拨付20万元。\n妥否，请批示。",
    ),
    find=find,
)
