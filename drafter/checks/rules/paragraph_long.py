"""A spoken paragraph, or a closing, that goes on too long."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Example, Family, Finding, Rule
from drafter.checks.text.outlines import where_they_print
from drafter.checks.text.spoken import is_spoken
from drafter.model.document import Role

_LONGEST, _CLOSING = 400, 150
"""Characters of a paragraph that is spoken, and of a closing."""

_SHOWN = 20


def find(draft: Draft) -> Iterator[Finding]:
    """Each such paragraph; the closing of an outline, once."""
    if not is_spoken(draft):
        return
    for paragraph in draft.paragraphs:
        length = paragraph.end - paragraph.start
        if paragraph.role is Role.BODY and not paragraph.cell and length > _LONGEST:
            end = paragraph.start + _SHOWN
            yield Finding(
                paragraph.start, end, f"这一段 {length} 字，听的人分不出层次", "分成两三段，一段一个意思"
            )
    closing = [
        text
        for part in (draft.outline.parts if draft.outline is not None else ())
        for text in part.items
        if part.role == "closing" and isinstance(text, str)
    ]
    length = sum(map(len, closing))
    if length > _CLOSING:
        message = f"结尾 {length} 字，长了：一个号召，不再布置新任务"
        yield Finding(*where_they_print(draft, closing[0]), message, "删到 150 字以内", quote=closing[0])


_TASK = "各县区要把群众反映最多的事情列成清单，定下牵头的人，一条一条往前推。"
_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n任务: {小标题: 抓好任务, 要点: [修路。, 通水。]}\n结尾: "

RULE = Rule(
    code="paragraph-long",
    name="段落、结尾太长",
    family=Family.PROSE,
    severity=INFO,
    why="一段四百字以上，台下分不出讲到第几层；结尾超过一百五十字，散会的时候还在布置任务。",
    source="讲话稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        f"在推进会上的讲话\n同志们：\n{_TASK * 13}",
        f"在座谈会上的发言\n各位领导：\n{_TASK * 14}",
        Example(f"{_HEAD}{_TASK * 5}\n", outline=True),
    ),
    good=(
        f"在推进会上的讲话\n同志们：\n{_TASK * 5}\n{_TASK * 5}",
        f"关于清单管理的通知\n各县区：\n{_TASK * 13}",
        Example(f"{_HEAD}同志们，路修到哪里，人心就聚到哪里。让我们一起干。\n", outline=True),
    ),
    find=find,
)
