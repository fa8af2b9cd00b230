"""A task with neither a measure nor a date."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Example, Family, Finding, Rule
from drafter.checks.text.outlines import is_told, opening_words, points_of, said, where_it_prints

_LETTERS = "书信"
"""The kind of genres whose tasks are wishes: 贺信."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each task that says neither how much nor until when, and has no owner either."""
    if draft.template is not None and draft.template.category == _LETTERS:
        return
    for point in points_of(draft.outline, "tasks"):
        if point.text and not (point.owner or point.deadline or is_told(said(point))):
            message, hint = "这项任务没有标准，也没有时限", "写明做到什么程度、什么时候做完"
            yield Finding(*where_it_prints(draft, point), message, hint, quote=opening_words(point))


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n任务:\n  小标题: 今年要办好\n  要点:\n"

RULE = Rule(
    code="task-vague",
    name="任务没有标准和时限",
    family=Family.PROSE,
    severity=INFO,
    why="“要高度重视，认真抓好”布置不了工作：做到什么程度、什么时候做完，年底才查得了。",
    source="起草的惯例：任务有动作、有对象、有标准或时限",
    basis=Basis.CUSTOM,
    bad=(
        Example(f"{_HEAD}    - {{标题: 扩建县馆, 正文: 要高度重视，认真抓好。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 配齐人手, 正文: 要切实加强。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 管好库房, 正文: 要进一步提高认识，加大力度。}}\n", outline=True),
    ),
    good=(
        Example(f"{_HEAD}    - {{标题: 扩建县馆, 正文: 6月底前主体完工。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 配齐人手, 正文: 每馆不少于五人。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 抓好演练, 正文: 每个村都要演练。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 管好库房, 正文: 年底前换完老旧空调。}}\n", outline=True),
        Example("模板: 贺信\n标题: 贺信\n日期: 2026-03-12\n称谓: [市一中]\n成绩: {导语: 校庆百年。}\n任务: {要点: [{正文: 希望你们珍惜荣誉。}]}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 管好库房, 正文: 要切实加强。, 责任单位: 市档案局}}\n", outline=True),
    ),
    find=find,
)  # fmt: skip
