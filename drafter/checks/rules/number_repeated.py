"""A number that stands twice in one row: 二、 and again 二、."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.enumerations import Mark, Row, rows


def find(draft: Draft) -> Iterator[Finding]:
    """Each mark with the number of the one before it. A row that begins again is another row, unless
    it goes on with three.
    """
    found = draft.once(rows)
    for row in found:
        for before, mark in pairwise(row.marks):
            if mark.number == before.number:
                yield _repeated(row, mark)
    for before_row, row in pairwise(found):
        alike = (before_row.scheme, before_row.above) == (row.scheme, row.above)
        if alike and len(before_row.marks) == 1 and [mark.number for mark in row.marks[:2]] == [1, 3]:
            yield _repeated(row, row.marks[0])


def _repeated(row: Row, mark: Mark) -> Finding:
    has = numerals.mark(row.scheme, mark.number, 99)
    return Finding(mark.start, mark.end, f"序号重了：有两个“{has}”", "把后面的序号顺下去")


RULE = Rule(
    code="number-repeated",
    name="序号重复",
    family=Family.STRUCTURE,
    severity=ERROR,
    why="从别处贴来一段，序号没有接着往下排，同一个号就出现两次。",
    source="GB/T 9704—2012 7.3.3：层次序数依次标注",
    basis=Basis.RULED,
    bad=(
        "一、提高认识\n要想清楚。\n二、抓好落实\n要干起来。\n二、加强领导\n要管到位。",
        "要做到：一要快。二要准。二要稳。",
        "（一）抓进度。\n（二）抓质量。\n（二）抓安全。",
    ),
    good=(
        "一、提高认识\n（一）讲政治。\n（二）讲大局。\n二、抓好落实\n（一）定任务。\n（二）定时限。",
        "去年干了两件事：一是修路。二是通水。今年还干两件事：一是修桥。二是通气。",
        "1.摸清底数\n2.列出清单\n3.逐项销号",
    ),
    find=find,
)
