"""A task without an owner or a date, where others have one."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.outlines import opening_words, points_of, where_it_prints


def find(draft: Draft) -> Iterator[Finding]:
    """Each task that lacks what most of its like have."""
    tasks = points_of(draft.outline, "tasks") if draft.outline is not None else []
    for field, name in (("owner", "责任单位"), ("deadline", "时限")):
        having = [task for task in tasks if getattr(task, field)]
        if len(having) * 2 <= len(tasks):
            continue
        for task in tasks:
            if not getattr(task, field):
                message, hint = f"这项任务没有写{name}，别的都写了", f"加一行 {name}: ……"
                yield Finding(*where_it_prints(draft, task), message, hint, quote=opening_words(task))


_HEAD = "模板: 工作要点\n标题: 工作要点\n日期: 2026-03-12\n任务:\n  小标题: 重点任务\n  要点:\n"
_DONE = "    - {标题: 修路, 正文: 修好20条路。, 责任单位: 市交通局, 时限: 2026-09-30}\n    - {标题: 通水, 正文: 通到村。, 责任单位: 市水务局, 时限: 2026-10-31}\n"

RULE = Rule(
    code="task-unassigned",
    name="任务缺责任单位或时限",
    family=Family.STRUCTURE,
    severity=WARNING,
    why="没有人管、没有期限的任务，督查时对不上账。只在多数任务都写了的稿子里提示。",
    source="督查的惯例：定任务、定单位、定时限",
    basis=Basis.CUSTOM,
    bad=(
        Example(_HEAD + _DONE + "    - {标题: 绿化, 正文: 种树。, 时限: 2026-12-31}\n", outline=True),
        Example(_HEAD + _DONE + "    - {标题: 绿化, 正文: 种树。, 责任单位: 市林业局}\n", outline=True),
        Example(_HEAD + _DONE + "    - {标题: 绿化, 正文: 种树。}\n", outline=True),
    ),
    good=(
        Example(_HEAD + _DONE, outline=True),
        Example(_HEAD + "    - {标题: 修路, 正文: 修好20条路。}\n    - {标题: 通水, 正文: 通到村。}\n", outline=True),
        Example(_HEAD + _DONE + "    - {标题: 绿化, 正文: 种树。, 责任单位: 市林业局, 时限: 2026-12-31}\n", outline=True),
    ),
    find=find,
)  # fmt: skip
