"""The date of an official paper in another form than the standard's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper

_DATE = re.compile(
    r"[ \t\u3000]*(?P<date>(?P<year>\d{4}|[〇○零一二三四五六七八九]{4})\s*[年./—-]\s*(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"\s*[月./—-]\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*+[日号]?)[ \t\u3000]*+"
)
_YEAR = 4
_FOOT = 8
"""Paragraphs at the end of a paper among which its date stands."""


def find(draft: Draft) -> Iterator[Finding]:
    """The date at the foot of a paper that is padded, in Han numerals, or parted by points or strokes."""
    if draft.once(paper) is None:
        return
    for one in draft.paragraphs[-_FOOT:]:
        match = None if one.cell else _DATE.fullmatch(draft.text, one.start, one.end)
        if match is None:
            continue
        year, month, day = (_number(match[part]) for part in ("year", "month", "day"))
        right = f"{year}年{month}月{day}日"
        if _is_day(month, day) and right != match["date"]:
            message = f"成文日期的写法：{match['date']}"
            hint = f"写成 {right}：阿拉伯数字，年月日写全，月、日不编虚位"
            yield Finding(*match.span("date"), message, hint, right)


def _number(typed: str) -> int:
    """A year, a month or a day in figures or in Han numerals."""
    if typed.isdigit():
        return int(typed)
    if len(typed) == _YEAR:
        return int("".join(str(numerals.DIGITS.index(digit)) for digit in re.sub("[〇○]", "零", typed)))
    return numerals.value(typed)


def _is_day(month: int, day: int) -> bool:
    """Whether there may be such a day: of one that there is not another rule speaks."""
    return 1 <= month <= 12 and 1 <= day <= 31


RULE = Rule(
    code="date-form",
    name="成文日期的写法",
    family=Family.RULES,
    severity=WARNING,
    why="成文日期用阿拉伯数字把年、月、日写全，年份四位，月、日不编虚位（不写 01）。",
    source="GB/T 9704—2012 7.3.5.4",
    basis=Basis.RULED,
    bad=(
        "关于开展检查的通知\n各县水务局：\n请自查。\n澜川市水务局\n2026年03月05日",
        "关于开展检查的通知。\n各县水务局：\n请自查。\n澜川市水务局\n二〇二六年三月五日",
        "关于开展检查的通知\n各县水务局:\n请自查。\n澜川市水务局\n2026.3.5",
        "关于开展检查的通知\n各县水务局：\n请自查。\n澜川市水务局\n2026-03-05",
    ),
    good=(
        "关于开展检查的通知\n各县水务局：\n请自查。\n澜川市水务局\n2026年3月5日",
        "在会议上的讲话\n（二〇二六年三月五日）\n同志们：\n抓紧办。",
        "关于开展检查的通知\n各县水务局：\n请自查。\n2025年03月05日的通知停止执行，以本通知为准。\n澜川市水务局\n2026年3月5日",
    ),
    find=find,
)
