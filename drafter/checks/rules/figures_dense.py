"""More figures than a hall can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Family, Finding, Rule
from drafter.checks.text.spoken import is_spoken
from drafter.model.document import Role

_FIGURE = re.compile(r"(?<![\d.“])\d+(?:\.\d+)?(?![\d.])(?!\s*[年月日号时点]|[、.．）])")
_MOST = 12
"""Figures in one paragraph that is spoken."""

_SHOWN = 20
"""Characters at the beginning of a paragraph that stand for it."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each spoken paragraph with too many figures."""
    if not is_spoken(draft):
        return
    for paragraph in draft.paragraphs:
        if paragraph.role is not Role.BODY or paragraph.cell or paragraph.end - paragraph.start < 3 * _MOST:
            continue
        count = len(_FIGURE.findall(draft.text, paragraph.start, paragraph.end))
        if count > _MOST:
            end = min(paragraph.end, paragraph.start + _SHOWN)
            message = f"这一段有 {count} 个数字，听的人记不住"
            yield Finding(paragraph.start, end, message, "留两三个要紧的，别的放进附表或数据核对单")


_MANY = "修渠3条、修闸4座、修路5公里、架桥6座、建房7栋、栽树8万棵、挖塘9口、打井10眼、通电11村、通气12村、通网13村、通车14村、通邮15村。"

RULE = Rule(
    code="figures-dense",
    name="一段里数字太多",
    family=Family.PROSE,
    severity=INFO,
    why="念给人听的，一段里留得住两三个数。十几个数连着念，台下只记得数字多。",
    source="讲话稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        f"在总结会上的讲话\n同志们：\n去年{_MANY}",
        f"在总结会上的发言\n各位领导：\n一年来，{_MANY}",
        f"工作报告\n各位代表：\n五年来，{_MANY}",
    ),
    good=(
        "在总结会上的讲话\n同志们：\n去年修渠3条，修闸4座。",
        f"关于建设情况的报告\n市政府：\n去年{_MANY}",
        "在总结会上的讲话\n同志们：\n2021年、2022年、2023年、2024年、2025年，一年一个样，3月5日、6月7日、9月8日开了会，12月10日又开。",
    ),
    find=find,
)
