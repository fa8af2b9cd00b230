"""今年, 去年, 上月 in a text that says nowhere which year it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Family, Finding, Rule

_RELATIVE = re.compile(
    r"今年|去年|明年|前年|上半年|下半年|上月|本月|(?<![\d一二三四五六七八九十□×xX_＿月年几该本次止作息假 　\t])日前|近日|前不久"
)


def find(draft: Draft) -> Iterator[Finding]:
    """The first such word of a draft without any date; one finding for all."""
    if draft.year or re.search(r"(?:19|20)\d{2}年", draft.text):
        return
    found = list(_RELATIVE.finditer(draft.text))
    if found:
        message = f"全文没有日期，“{found[0][0]}”是哪一年看不出（这类词共 {len(found)} 处）"
        yield Finding(*found[0].span(), message, "标题下面写上日期，或写明年份；也可以用 --date 告诉 drafter")


RULE = Rule(
    code="time-unanchored",
    name="“今年”没有着落",
    family=Family.REUSE,
    severity=INFO,
    why="归档以后再看，“今年”“上月”不知道是哪年哪月；没有日期，drafter 也没法核对年份。",
    source="GB/T 15835 的通例；归档的惯例",
    basis=Basis.CUSTOM,
    bad=("今年任务很重，去年的办法不能照搬。", "日前，市里召开了会议。", "上半年干得好，下半年要更好。"),
    good=(
        "在会议上的讲话\n（2026年3月12日）\n今年任务很重。",
        "2026年任务很重，今年要抓紧。",
        "任务很重，要抓紧。",
        "请在3月15日前报送，报名截止日前可以改。",
        "请于　年　月　日前报送，请在□年□月□日前报送。",
    ),
    find=find,
)
