"""A number that is skipped: 一、二、四、 at any level, or 一是……三是 within a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.enumerations import Row, rows


def find(draft: Draft) -> Iterator[Finding]:
    """Each mark that leaves out the one before it."""
    for row in draft.once(rows):
        yield from _skipped(draft, row)


def _skipped(draft: Draft, row: Row) -> Iterator[Finding]:
    seen = {mark.number for mark in row.marks}
    last = 0 if row.marks[0].opens and row.marks[0].number == 2 and 3 in seen else row.marks[0].number - 1
    before_it = row.marks[0].start
    for mark in row.marks:
        missing = range(last + 1, mark.number)
        wanted = numerals.mark(row.scheme, last + 1, 99)
        stands = draft.text.find(f"\n{wanted}", before_it, mark.start) >= 0
        before_it = mark.start
        if missing and not stands and not any(number in seen for number in missing):
            has = numerals.mark(row.scheme, mark.number, 99)
            before = f"“{numerals.mark(row.scheme, last, 99)}”后面" if last else "前面"
            yield Finding(
                mark.start, mark.end, f"序号跳了：到了“{has}”，{before}没有“{wanted}”",
                f"补上“{wanted}”，或把后面的序号改过来",
            )  # fmt: skip
        last = mark.number


RULE = Rule(
    code="number-skipped",
    name="序号跳号",
    family=Family.STRUCTURE,
    severity=ERROR,
    why="删掉一条、忘了改后面的序号，是改稿时最常见的差错；念到“三”，听的人会找“二”。",
    source="GB/T 9704—2012 7.3.3：层次序数依次标注",
    basis=Basis.RULED,
    bad=(
        "一、提高认识\n要想清楚。\n二、抓好落实\n要干起来。\n四、加强领导\n要管到位。",
        "今年抓三件事：一是修路。三是通水。四是绿化。",
        "1.摸清底数\n2.列出清单\n4.逐项销号",
        "（一）抓进度。\n（二）抓质量。\n（五）抓安全。",
        "第一，讲政治。第二，讲纪律。第四，讲奉献。",
    ),
    good=(
        "一、提高认识\n要想清楚。\n二、抓好落实\n要干起来。\n三、加强领导\n要管到位。",
        "今年抓两件事：一是修路。二是通水。明年抓两件事：一是绿化。二是亮化。",
        "二、三季度各上6件，三、四季度收尾。",
        "1.一张图：汇总数据。\n2.2026年民生实事：共十件。\n3.一张网：统一受理。",
        "今年抓三件事：一是修路。二是一着不让抓通水。三是绿化。",
        "一、总体情况\n（一）进度\n快。\n（二）质量\n好。\n二、存在问题\n（一）资金\n少。",
    ),
    find=find,
)
