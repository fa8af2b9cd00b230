"""A part that the genre cannot do without and that nobody has written."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Example, Family, Finding, Rule


def find(draft: Draft) -> Iterator[Finding]:
    """Each required part of the template that is not in the outline."""
    if draft.outline is None or draft.template is None:
        return
    written = {part.role for part in draft.outline.parts}
    for role in draft.template.roles:
        if role.required and role.name not in written:
            message = f"还没有写“{role.chinese}”，{draft.template.name}要有这一部分"
            yield Finding(0, 0, message, role.prompt)


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n"

RULE = Rule(
    code="missing-part",
    name="缺少必写的部分",
    family=Family.STRUCTURE,
    severity=WARNING,
    why="每种文体都有少不了的部分：部署讲话没有任务，请示没有请求事项，就不成文。哪些必写，见模板。",
    source="各文体的模板（drafter templates show）",
    basis=Basis.CUSTOM,
    bad=(
        Example(_HEAD + "成绩: {小标题: 回顾成绩, 导语: 去年干得不错。}\n", outline=True),
        Example("模板: 请示\n标题: 关于增加编制的请示\n日期: 2026-03-12\n", outline=True),
        Example("模板: 工作要点\n标题: 工作要点\n日期: 2026-03-12\n", outline=True),
    ),
    good=(
        Example(_HEAD + "任务: {小标题: 抓好任务, 要点: [修路。, 通水。]}\n", outline=True),
        Example("模板: 工作要点\n标题: 工作要点\n日期: 2026-03-12\n任务: {小标题: 任务, 要点: [修路。, 通水。]}\n", outline=True),
        "没有大纲的文字不看这一条。",
    ),
    find=find,
)  # fmt: skip
