"""A row of one: 一是, and no 二是; （一） alone below its heading."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.enumerations import rows

_TOLD = {"一、", "（一）", "1.", "一是", "一要", "第一，", "其一，"}
"""Rows that are numbered because there are several."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each first number that no second follows, in its row."""
    found = draft.once(rows)
    lists = {row.scheme for row in found if len(row.marks) > 1}
    for row in found:
        mark = row.marks[0]
        if (
            len(row.marks) == 1
            and mark.number == 1
            and row.scheme in _TOLD
            and mark.opens
            and row.scheme in lists
        ):
            said = draft.text[mark.start : mark.end]
            yield Finding(
                mark.start, mark.end, f"只有“{said}”，后面没有第二条", "补上第二条；只有一条的不编号"
            )


RULE = Rule(
    code="number-lone",
    name="只有一条却编了号",
    family=Family.STRUCTURE,
    severity=WARNING,
    why="有“（一）”没有“（二）”，听的人会等下一条；多半是删掉了别的，序号忘了拿掉。",
    source="GB/T 9704—2012 7.3.3；核稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "一、情况\n（一）进度\n快。\n（二）质量\n好。\n二、问题\n（一）钱少\n不够。\n三、打算\n继续抓。",
        "一、任务\n1.修路\n2.通水\n二、要求\n1.抓紧\n三、分工\n各管各的。",
        "一是修路，年底通车。\n二是通水，年底通水。\n下一步：\n一是绿化，年底完成。",
    ),
    good=(
        "一、情况\n（一）进度\n快。\n（二）质量\n好。\n二、问题\n钱少。",
        "一是一，二是二，不含糊。",
        "一、时间：3月12日",
    ),
    find=find,
)
