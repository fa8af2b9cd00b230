"""A title that names two genres as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper

_TWO = re.compile(r"请示报告(?!制度|条例|情况|工作|事项|规定)|报告请示|请示的?函")
_OWN = re.compile(r"印发|转发|批转|报送|上报|落实|执行|贯彻|办理|征求")
"""In a title that names another paper by its genre."""

_REPORT = "请示和报告是两个文种，一份公文用一个：要批的用请示，汇报情况的用报告"
_LETTER = "请示和函是两个文种，一份公文用一个：请上级批的用请示，同不相隶属的机关商洽的用函"


def find(draft: Draft) -> Iterator[Finding]:
    """Each title of a paper that names two genres as its own."""
    found = draft.once(paper)
    if found is None:
        return
    words = draft.words(found.title)
    match = _TWO.search(words)
    if match and not _OWN.search(words):
        start = found.title.start
        hint = _LETTER if "函" in match[0] else _REPORT
        yield Finding(start + match.start(), start + match.end(), f"文种写成了两个：{match[0]}", hint)


RULE = Rule(
    code="genre-doubled",
    name="文种重叠",
    family=Family.RULES,
    severity=ERROR,
    why="“请示报告”不是文种：按请示办还是按报告办，上级分不清。",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第八条、第十五条",
    basis=Basis.RULED,
    bad=(
        "澜川市水务局关于解决管网改造资金的请示报告\n市政府：\n请拨付20万元。",
        "关于解决管网改造资金的请示报告。\n市政府：\n请拨付20万元。",
        "关于商请支持管网改造的请示函\n市财政局：\n请支持。",
    ),
    good=(
        "澜川市水务局关于解决管网改造资金的请示\n市政府：\n请拨付20万元。",
        "澜川市水务局关于贯彻落实防汛工作通知的报告\n市政府：\n已经落实。",
        "关于转发市水务局关于防汛的请示报告的通知\n各县水务局：\n请照办。",
    ),
    find=find,
)
