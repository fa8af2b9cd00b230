"""A number that goes back: 一、三、二、."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.enumerations import rows


def find(draft: Draft) -> Iterator[Finding]:
    """Each mark with a smaller number than the one before it."""
    for row in draft.once(rows):
        for before, mark in pairwise(row.marks):
            if 1 < mark.number < before.number:
                has, had = (numerals.mark(row.scheme, one.number, 99) for one in (mark, before))
                yield Finding(
                    mark.start, mark.end, f"序号倒了：“{had}”后面是“{has}”", "调整先后，或把序号改过来"
                )


RULE = Rule(
    code="number-disordered",
    name="序号颠倒",
    family=Family.STRUCTURE,
    severity=ERROR,
    why="挪动了段落，序号没有跟着改。",
    source="GB/T 9704—2012 7.3.3：层次序数依次标注",
    basis=Basis.RULED,
    bad=(
        "一、提高认识\n要想清楚。\n三、加强领导\n要管到位。\n二、抓好落实\n要干起来。",
        "抓三件事：一是修路。三是绿化。二是通水。",
        "（一）抓进度。\n（三）抓安全。\n（二）抓质量。",
    ),
    good=(
        "一、提高认识\n要想清楚。\n二、抓好落实\n要干起来。\n三、加强领导\n要管到位。",
        "抓三件事：一是修路。二是通水。三是绿化。",
        "1.摸底数：（1）查人。（2）查房。\n2.列清单：（1）列事。（2）列人。",
    ),
    find=find,
)
