"""A shortcoming that no task answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Example, Family, Finding, Rule
from drafter.checks.text.outlines import opening_words, points_of, said, where_it_prints
from drafter.model.outline import Outline

_NO_ANSWERS = frozenset({"opening", "achievements", "gaps", "causes", "closing"})
"""Parts that answer no shortcoming: it is looked for in all others."""

_COMMON = frozenset("工作问题不够还有存在力度推进建设落实方面个别一些有的比较仍然需要进一步加强提高")


def find(draft: Draft) -> Iterator[Finding]:
    """Each point of the shortcomings of whose words none comes in a task, or in any other part that says what
    is to be done.
    """
    if draft.outline is None:
        return
    gaps, tasks = points_of(draft.outline, "gaps"), points_of(draft.outline, "tasks")
    if not gaps or not tasks:
        return
    answers = {pair for text in _answers(draft.outline) for pair in map("".join, pairwise(text))}
    for gap in gaps:
        words = _words(said(gap))
        if words and answers.isdisjoint(words):
            message, hint = "这条不足，任务里没有对上的举措", "在任务里写明怎么补，或换一条有举措的"
            yield Finding(*where_it_prints(draft, gap), message, hint, quote=opening_words(gap))


def _answers(outline: Outline) -> Iterator[str]:
    """All that is said in the parts that say what is to be done."""
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, str):
                yield from () if part.role in _NO_ANSWERS else (item,)
            elif not {part.role, item.role} & _NO_ANSWERS:
                yield item.heading
                yield from item.lead
                yield from map(said, item.points)


def _words(text: str) -> list[str]:
    """The two-character words of a title that say what it is about."""
    return [
        text[i : i + 2]
        for i in range(len(text) - 1)
        if text[i : i + 2].isalpha() and not _COMMON & set(text[i : i + 2])
    ]


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n成绩: {小标题: 回顾成绩, 导语: 去年干得不错。}\n"

RULE = Rule(
    code="gap-unanswered",
    name="不足没有对策",
    family=Family.STRUCTURE,
    severity=INFO,
    why="前面点了短板，后面的任务不接，等于没有说完。按字面找，举措换了说法也会提示，看一眼即可。",
    source="起草的惯例：问题、举措一一对应",
    basis=Basis.CUSTOM,
    bad=(
        Example(f"{_HEAD}不足:\n  小标题: 正视差距\n  要点:\n    - 标题: 窗口人手紧张\n任务:\n  小标题: 抓好任务\n  要点:\n    - 标题: 打通数据\n      正文: 年底前接通。\n", outline=True),
        Example(f"{_HEAD}不足:\n  小标题: 正视差距\n  要点:\n    - 标题: 数据不通\n    - 标题: 热线打不进\n任务:\n  小标题: 抓好任务\n  要点:\n    - 标题: 打通数据\n      正文: 年底前接通。\n", outline=True),
        Example(f"{_HEAD}不足:\n  小标题: 正视差距\n  要点:\n    - 标题: 排水管网老化\n任务:\n  小标题: 抓好任务\n  要点:\n    - 标题: 修好道路\n      正文: 修20条路。\n", outline=True),
    ),
    good=(
        Example(f"{_HEAD}不足:\n  小标题: 正视差距\n  要点:\n    - 标题: 数据不通\n任务:\n  小标题: 抓好任务\n  要点:\n    - 标题: 打通数据\n      正文: 年底前接通。\n", outline=True),
        Example(f"{_HEAD}不足:\n  小标题: 正视差距\n  要点:\n    - 标题: 窗口人手紧张\n任务:\n  小标题: 抓好任务\n  要点:\n    - 标题: 充实力量\n      正文: 每个窗口增配2人。\n", outline=True),
        Example(f"{_HEAD}不足:\n  小标题: 正视差距\n  要点:\n    - 标题: 窗口人手紧张\n任务:\n  小标题: 抓好任务\n  要点:\n    - 标题: 打通数据\n保障:\n  小标题: 加强保障\n  导语: 每个窗口增配2人。\n", outline=True),
        Example(f"{_HEAD}任务:\n  小标题: 抓好任务\n  要点:\n    - 标题: 打通数据\n      正文: 年底前接通。\n", outline=True),
    ),
    find=find,
)  # fmt: skip
