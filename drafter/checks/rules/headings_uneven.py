"""Headings of one row of which some are more than twice as long as others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Example, Family, Finding, Rule
from drafter.checks.text.outlines import where_they_print
from drafter.model.outline import Section

_TIMES, _APART = 2, 8
"""A heading this many times as long as the shortest of its row, and longer by this many characters."""

_NAMING = re.compile(r"[《。]|\{\{")
"""What names a paper is as long as its name; what ends in 。 is a sentence; a fact is as long as it is."""


def find(draft: Draft) -> Iterator[Finding]:
    """The longest heading of each row that is out of step."""
    if draft.outline is None:
        return
    sections = [item for part in draft.outline.parts for item in part.items if isinstance(item, Section)]
    for row in (
        [one.heading for one in sections],
        *([point.title for point in one.points] for one in sections),
    ):
        yield from _row(draft, [one for one in row if one and not _NAMING.search(one)])


def _row(draft: Draft, row: Sequence[str]) -> Iterator[Finding]:
    if len(row) < 2:
        return
    longest, shortest = max(row, key=len), min(row, key=len)
    if len(longest) >= _TIMES * len(shortest) and len(longest) - len(shortest) >= _APART:
        message = f"同级小标题长短不齐：这个 {len(longest)} 字，“{shortest}”只有 {len(shortest)} 字"
        yield Finding(*where_they_print(draft, longest), message, "改成一个句式，字数相近", quote=longest)


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n任务:\n  小标题: 今年要办好\n  要点:\n"

RULE = Rule(
    code="headings-uneven",
    name="同级小标题长短不齐",
    family=Family.PROSE,
    severity=INFO,
    why="同级的小标题一个句式、字数相近，念起来顺，也看得出哪几件事是并列的。",
    source="起草的惯例：小标题对仗",
    basis=Basis.CUSTOM,
    bad=(
        Example(f"{_HEAD}    - {{标题: 扩建县馆}}\n    - {{标题: 在三年之内配齐各馆的管理人员}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 修路}}\n    - {{标题: 管水}}\n    - {{标题: 把村里的老旧电线全部换一遍}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 收好档案}}\n保障: {{小标题: 在加强领导的前提下把各项责任压到每一个人, 导语: 每周一报。}}\n", outline=True),
    ),
    good=(
        Example(f"{_HEAD}    - {{标题: 扩建县馆}}\n    - {{标题: 配齐人手}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 扩建县级档案馆}}\n    - {{标题: 配齐管理员}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 在三年之内配齐各馆的管理人员}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 配齐人手}}\n    - {{标题: 原则同意《澜川市档案馆建设规划》}}\n", outline=True),
    ),
    find=find,
)  # fmt: skip
