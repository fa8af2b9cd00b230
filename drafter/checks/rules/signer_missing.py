"""A paper to a superior with a number and nobody who signed it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper

_NUMBER = re.compile(r"[〔\[［（(]20\d{2}[〕\]］）)]\s*第?\d{1,4}号")
_SIGNER = re.compile(r"签\s*发\s*人")


def find(draft: Draft) -> Iterator[Finding]:
    """The number of the header of a 请示 or a 报告 in which no signer stands."""
    found = draft.once(paper)
    if found is None or not found.goes_up:
        return
    head = found.title.start
    number = _NUMBER.search(draft.text, 0, head)
    if number and not _SIGNER.search(draft.text, 0, head):
        message = f"上行文的版头没有签发人（{found.genre}）"
        yield Finding(*number.span(), message, "发文字号居左，同一行居右写“签发人：×××”")


RULE = Rule(
    code="signer-missing",
    name="缺签发人",
    family=Family.RULES,
    severity=WARNING,
    why="上行文要标注签发人：谁对报上去的这件事负责，上级一看就知道。",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条；GB/T 9704—2012 7.2.6",
    basis=Basis.RULED,
    bad=(
        "澜川市水务局文件\n澜水发〔2026〕5号\n澜川市水务局关于解决管网改造资金的请示\n市政府：\n请拨付20万元。",
        "澜水发[2026]5号\n澜川市水务局关于防汛情况的报告。\n市政府：\n物资已经备齐。",
        "澜川市水务局文件\n澜水报（2026）第5号\n关于防汛情况的报告\n市政府:\n物资已经备齐。",
    ),
    good=(
        "澜川市水务局文件\n澜水发〔2026〕5号　　　签发人：周舟\n澜川市水务局关于解决管网改造资金的请示\n市政府：\n请拨付20万元。",
        "澜水发〔2026〕5号\n澜川市水务局关于开展检查的通知\n各县水务局：\n请自查。",
        "澜川市水务局关于解决管网改造资金的请示\n市政府：\n请拨付20万元。",
    ),
    find=find,
)
