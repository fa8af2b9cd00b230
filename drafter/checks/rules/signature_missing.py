"""A paper with its date and without who issues it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper

_UNSIGNED = frozenset({"纪要", "公告", "通告"})
"""Genres that stand under their own head."""


def find(draft: Draft) -> Iterator[Finding]:
    """The date of a paper that has addressees and no signature."""
    found = draft.once(paper)
    if found is None or found.addressees is None or found.date is None or found.signed:
        return
    if found.genre not in _UNSIGNED:
        hint = "在成文日期上面写发文机关的全称或规范化简称"
        yield Finding(found.date.start, found.date.end, "缺发文机关署名", hint)


RULE = Rule(
    code="signature-missing",
    name="缺署名",
    family=Family.RULES,
    severity=ERROR,
    why="成文日期上面要有发文机关署名，印章盖在它上面。",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条；GB/T 9704—2012 7.3.5",
    basis=Basis.RULED,
    bad=(
        "澜川市水务局关于开展检查的通知\n各县水务局：\n请各地自查。\n特此通知。\n2026年3月12日",
        "关于开展检查的通知。\n各县水务局:\n请各地自查。\n二〇二六年三月十二日",
        "澜川市水务局关于拨付资金的请示\n市政府：\n请拨付20万元。\n妥否，请批示。\n2026年3月12日\n抄送：市财政局",
    ),
    good=(
        "澜川市水务局关于开展检查的通知\n各县水务局：\n请各地自查。\n特此通知。\n澜川市水务局\n2026年3月12日",
        "在会议上的讲话\n（2026年3月12日）\n同志们：\n讲三点意见。",
        "澜川市水务局关于开展检查的通知\n各县水务局：\n请各地自查。",
    ),
    find=find,
)
