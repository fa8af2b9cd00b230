"""More announced counts than hearers keep: 三点意见, in which 四个方面, in which 五项任务."""

from __future__ import annotations

from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Family, Finding, Rule
from drafter.checks.text.enumerations import rows
from drafter.checks.text.spoken import is_spoken

_MOST = 3
"""Counts in a speech that are still kept in mind."""

_SIGHT = 14
"""Characters at the end of the sentence before a row, in which it is announced."""


def find(draft: Draft) -> Iterator[Finding]:
    """The first that is too many, where the draft is spoken."""
    if not is_spoken(draft):
        return
    found = []
    for row in draft.once(rows):
        end = row.marks[0].start
        while end and draft.text[end - 1].isspace():
            end -= 1
        if row.marks[0].number != 1 or len(row.marks) < 2 or not end:
            continue
        start, _ = draft.sentence(end - 1)
        count = numerals.announced(draft.text[start:end])
        if count is not None and end - start - count.end < _SIGHT:
            found.append((start + count.start, start + count.end))
    if len(found) > _MOST:
        message = f"点数的话有 {len(found)} 处，听的人记不住讲到第几层"
        yield Finding(*found[_MOST], message, "一篇里留一两处，别的不点数，直接往下讲")


_ROW = "主要有两个方面：一是快；二是好。"

RULE = Rule(
    code="counts-many",
    name="点数太多",
    family=Family.PROSE,
    severity=INFO,
    why="“讲三点”里有“四个方面”，“四个方面”里有“五项任务”，念到后面谁也不知道是哪一层。点数的话一篇里一两处就够。",
    source="讲话稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "在推进会上的讲话\n同志们：\n"
        + "\n".join([f"成绩{_ROW}", f"问题{_ROW}", f"原因{_ROW}", f"办法{_ROW}"]),
        "在推进会上的讲话\n同志们：\n"
        + "\n".join(["下面讲两点意见。", "一、成绩", _ROW, "二、任务", _ROW, f"要求{_ROW}"]),
        "在座谈会上的发言\n各位领导：\n" + "\n".join([f"第{n}年，{_ROW}" for n in "一二三四五"]),
    ),
    good=(
        f"在推进会上的讲话\n同志们：\n成绩{_ROW}\n问题{_ROW}",
        "关于情况的报告\n市政府：\n"
        + "\n".join([f"成绩{_ROW}", f"问题{_ROW}", f"原因{_ROW}", f"办法{_ROW}"]),
        "在推进会上的讲话\n同志们：\n一是快。二是好。",
    ),
    find=find,
)
