"""A title that ends with a stop."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Example, Family, Finding, Rule
from drafter.model.document import Role

_ENDS = "。，；：、.,;"


def find(draft: Draft) -> Iterator[Finding]:
    """The last mark of each title and heading that stands alone."""
    for paragraph in draft.paragraphs:
        words = draft.words(paragraph).rstrip()
        if paragraph.role in (Role.TITLE, Role.SUBTITLE, Role.HEADING) and words and words[-1] in _ENDS:
            end = paragraph.start + len(words)
            name = "小标题" if paragraph.role is Role.HEADING else "标题"
            yield Finding(end - 1, end, f"{name}末尾不用标点", "删去", "")


RULE = Rule(
    code="title-punctuation",
    name="标题末尾的标点",
    family=Family.PUNCTUATION,
    severity=WARNING,
    why="标题单独成行，末尾不用句号、逗号。问号、叹号、书名号、引号可以用。",
    source="GB/T 15834—2011 附录 A.1；GB/T 9704—2012 7.3.1",
    basis=Basis.RULED,
    bad=(
        Example(
            "模板: 部署讲话\n标题: 在推进会上的讲话。\n日期: 2026-03-12\n任务: {小标题: 抓好任务, 要点: [修路。, 通水。]}\n",
            outline=True,
        ),
        Example(
            "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n任务: {小标题: 抓好任务；, 要点: [修路。, 通水。]}\n",
            outline=True,
        ),
        Example(
            "模板: 部署讲话\n标题: 在推进会上的讲话\n副标题: 让群众满意，\n日期: 2026-03-12\n任务: {小标题: 抓好任务, 要点: [修路。, 通水。]}\n",
            outline=True,
        ),
    ),
    good=("在推进会上的讲话\n同志们：", "关于印发《办法》的通知\n各县区：", "路在何方？\n同志们："),
    find=find,
)
