"""A level that is skipped: 1. right below 一、, where others have （一） between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.enumerations import RANKS, Row, rows

_NOTES = re.compile(
    r"(?:附件?|注释|附注|注|(?:有关|部分|相关)?(?:名词|词语|用语|术语)(?:解释|注释|说明))(?:\d{0,2})[：:]?"
)
"""A line that says that notes or an annex begin."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each row that stands a level too deep, in a draft that uses the level between."""
    end = _end_of_text(draft)
    found = [
        row
        for row in draft.once(rows)
        if row.scheme in RANKS and row.marks[0].opens and row.marks[0].start < end
    ]
    used = {row.scheme for row in found if len(row.marks) > 1}
    for row in found:
        between = _between(row)
        if row.above in RANKS and between and used.issuperset(between):
            mark = row.marks[0]
            yield Finding(
                mark.start, mark.end, f"跳级：“{row.above}”下面直接用了“{row.scheme}”，别处中间还有“{between[0]}”",
                f"改用“{between[0]}”，或全文统一",
            )  # fmt: skip


def _end_of_text(draft: Draft) -> int:
    """Where notes or annexes begin, whose numbers are rows of their own."""
    notes = (one.start for one in draft.paragraphs if _NOTES.fullmatch(draft.words(one).strip()))
    return next(notes, len(draft.text))


def _between(row: Row) -> list[str]:
    """The schemes whose level lies between a row's and that of the one above it."""
    if row.above not in RANKS:
        return []
    return [scheme for scheme, rank in RANKS.items() if RANKS[row.above] < rank < RANKS[row.scheme]]


RULE = Rule(
    code="level-skipped",
    name="层次跳级",
    family=Family.STRUCTURE,
    severity=WARNING,
    why="有的地方一、下面是（一），有的地方一、下面直接是 1.，层次就乱了。全文只有两层、都用一、和 1. 的，是常见排法，不算。",
    source="GB/T 9704—2012 7.3.3：依次用一、（一）1.（1）",
    basis=Basis.RULED,
    bad=(
        "一、情况\n（一）进度\n快。\n（二）质量\n好。\n二、问题\n1.钱少。\n2.人少。",
        "一、情况\n1.进度快。\n2.质量好。\n二、问题\n（一）钱\n少。\n（二）人\n少。",
        "一、甲\n（一）乙\n1.丙。\n2.丁。\n（二）戊\n（1）己。\n（2）庚。",
    ),
    good=(
        "一、情况\n1.进度快。\n2.质量好。\n二、问题\n1.钱少。\n2.人少。",
        "一、情况\n（一）进度\n1.快。\n2.稳。\n（二）质量\n好。",
        "一、情况\n一是进度快。二是质量好。",
        "一、情况\n（一）进度\n快。\n（二）质量\n好。\n二、打算\n继续抓。\n名词解释\n1.“四上”企业：有四类。\n2.两项补贴：有两类。",
    ),
    find=find,
)
