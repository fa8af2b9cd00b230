"""A title that ends with a stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft, Paragraph
from drafter.checks.rule import WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.papers import paper
from drafter.model.document import Role

_ENDS = "。，；：、.,;"
_TITLES = (Role.TITLE, Role.SUBTITLE, Role.HEADING)
_SPEECH = re.compile(
    r"(?:在[^。；]{4,50}上的|(?!请|由|现在|下面|会上)[^。；，]{0,20}(?<!同志))(?:讲话|发言|致辞|主持词|工作报告)[。，；.]"
)
"""A title that its own mark hides, where it is the first of a text."""


def find(draft: Draft) -> Iterator[Finding]:
    """The last mark of each title and heading that stands alone."""
    for paragraph in draft.paragraphs:
        words = draft.words(paragraph).rstrip()
        if words and words[-1] in _ENDS and (paragraph.role in _TITLES or _is_title(draft, paragraph)):
            end = paragraph.start + len(words)
            name = "小标题" if paragraph.role is Role.HEADING else "标题"
            yield Finding(end - 1, end, f"{name}末尾不用标点", "删去", "")


def _is_title(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a title in all but the mark at its end: that of a paper, or of a speech."""
    found = draft.once(paper)
    if found is not None and found.title is paragraph:
        return True
    return paragraph.start == 0 and _SPEECH.fullmatch(draft.words(paragraph).strip()) is not None


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
        "澜川市水务局关于开展检查的通知。\n各县水务局：\n请自查。",
        "在全市防汛工作会议上的讲话。\n同志们：\n抓紧办。",
    ),
    good=("在推进会上的讲话\n同志们：", "关于印发《办法》的通知\n各县区：", "路在何方？\n同志们："),
    find=find,
)
