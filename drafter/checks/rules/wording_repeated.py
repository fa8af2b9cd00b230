"""A sentence of the template that the speaker's last speech had too."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Example, Family, Finding, Rule


def find(draft: Draft) -> Iterator[Finding]:
    """Each sentence that the template said there and says here."""
    for title, said in draft.setting.said_before:
        at = draft.text.find(said)
        if at >= 0:
            message = f"同一位讲话人的上一篇《{title}》用过这句代拟的话"
            hint = (
                "换一种说法：drafter suggest wordings 大纲 列出几种，选中的写在“措辞”里，如 措辞: {结尾: 2}"
            )
            yield Finding(at, at + len(said), message, hint)


_SAID = "任务已经明确，关键在于落实，请大家逐项领回去。"

RULE = Rule(
    code="wording-repeated",
    name="代拟句重复",
    family=Family.REUSE,
    severity=INFO,
    why="领导接连两次讲话，开头、结尾一个样，听的人听得出来。素材库里收着这位领导的讲话，就同上一篇比一比模板代拟的句子。",
    source="讲话稿起草的惯例：同一人接连两篇不用同一句套语",
    basis=Basis.CUSTOM,
    bad=(
        Example(f"同志们，{_SAID}", before=_SAID),
        Example(
            "回顾前一阶段，有三个方面的工作值得肯定。", before="回顾前一阶段，有三个方面的工作值得肯定。"
        ),
        Example("下一步，要紧盯三项任务，一抓到底。一是修渠。", before="下一步，要紧盯三项任务，一抓到底。"),
    ),
    good=(
        Example("同志们，会上定下的事，会后就办。", before=_SAID),
        Example("前一阶段，大家做了不少工作。", before="回顾前一阶段，有三个方面的工作值得肯定。"),
        f"同志们，{_SAID}",
    ),
    find=find,
)
