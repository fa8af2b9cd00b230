"""Marks of two systems in one row: 首先……第二……."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_ORDER = re.compile(
    r"(?<![^。！？；：:，\n\s\u3000])(?:(?P<word>首先|其次|再次)，|第(?P<number>[一二三四五六])，|其(?P<its>[一二三四五六])，|(?P<run>[一二三四五六])是(?!否|非))"
)
_NEXT = {"首先": 2, "其次": 3, "再次": 4}
_NUMBERS = "一二三四五六"
_NEAR, _FAR = 2, 20
"""How many paragraphs apart marks of two systems are one row, and those of one system."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each 第二， that carries on a 首先，, and each 其次， that carries on a 第一，."""
    before: tuple[str, int, int] | None = None
    last: dict[str, tuple[int, int]] = {}
    for match in _ORDER.finditer(draft.text):
        kind, number = _kind(match)
        paragraph = draft.index(match.start())
        own, where = last.get(kind, (0, 0))
        goes_on = own == number - 1 and paragraph - where <= _FAR
        if (
            before is not None
            and before[0] != kind
            and before[1] == number - 1
            and not (goes_on and own)
            and paragraph - before[2] <= _NEAR
        ):
            words = match[0].rstrip("，")
            yield Finding(
                match.start(), match.start() + len(words), f"序次混用：前面是“{before[0]}”一套，这里是“{words}”",
                "统一成“首先、其次、再次”或“第一、第二、第三”",
            )  # fmt: skip
        before = (kind, number, paragraph)
        last[kind] = (number, paragraph)


def _kind(match: re.Match[str]) -> tuple[str, int]:
    """The system of a mark, and its number in it."""
    if match["word"]:
        return "首先", _NEXT[match["word"]] - 1
    kind = "第一" if match["number"] else "其一" if match["its"] else "一是"
    return kind, _NUMBERS.index(match["number"] or match["its"] or match["run"]) + 1


RULE = Rule(
    code="numbering-mixed",
    name="序次语混用",
    family=Family.STRUCTURE,
    severity=WARNING,
    why="“首先”后面接“第二”，是两套序次语串在了一起。",
    source="GB/T 15834—2011 的序次语用例；《标点符号用法》答问",
    basis=Basis.CUSTOM,
    bad=(
        "首先，要提高认识。第二，要压实责任。",
        "首先，要提高认识。其次，要压实责任。第三，要严格督查。",
        "第一，要提高认识。其次，要压实责任。",
        "首先，要提高认识。二是压实责任。三是严格督查。",
    ),
    good=(
        "首先，要提高认识。其次，要压实责任。再次，要严格督查。",
        "第一，要提高认识。第二，要压实责任。",
        "首先，我代表市政府向大家表示欢迎。\n下面讲三点意见。\n第一，要提高认识。第二，要压实责任。第三，要严格督查。",
        "第一，要提高认识。一是学文件。二是学先进。第二，要压实责任。一是分好工。第三，要严格督查。",
    ),
    find=find,
)
