"""A wording whose time is over, in a draft that is later."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.days import is_told_of_past
from drafter.checks.text.wordings import find_red


def find(draft: Draft) -> Iterator[Finding]:
    """Each wording of the list in a draft of its days; of the past one may speak as one did."""
    if draft.year:
        found = find_red(draft, draft.lexicon.stale, "这个说法已经过时")
        yield from (one for one in found if not is_told_of_past(draft, one.start))


RULE = Rule(
    code="wording-stale",
    name="过时的说法",
    family=Family.REDLINE,
    severity=WARNING,
    why="“外防输入、内防反弹”“打赢脱贫攻坚战”留在今年的稿子里，一看就是旧稿。回顾过去的话不算；稿子没有日期就不查。",
    source="公开文件的表述（词表 红线）",
    basis=Basis.CUSTOM,
    bad=(
        "在会议上的讲话\n（2026年3月12日）\n要抓好常态化疫情防控。",
        "在会议上的讲话\n（2026年3月12日）\n要坚决打赢脱贫攻坚战。",
        "在会议上的讲话\n（2026年3月12日）\n做好新冠肺炎防治工作。",
    ),
    good=(
        "在会议上的讲话\n（2020年6月12日）\n要抓好常态化疫情防控。",
        "在会议上的讲话\n（2026年3月12日）\n党的十八大以来，我们如期打赢脱贫攻坚战。",
        "在会议上的讲话\n（2026年3月12日）\n实现欠薪案件动态清零。",
        "在会议上的讲话\n（2026年3月12日）\n巩固脱贫攻坚成果过渡期任务圆满完成。",
        "工作报告\n（2026年3月12日）\n一、五年工作回顾\n克服新冠肺炎疫情冲击。\n二、今年任务\n修路。",
    ),
    find=find,
    of_words=True,
)
