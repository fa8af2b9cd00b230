"""A speech that takes more time than was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Example, Family, Finding, Rule
from drafter.model.document import Role
from drafter.speaking import syllables

_TOLERANCE = 0.10
_SILENT = frozenset(
    {Role.TITLE, Role.SUBTITLE, Role.STAGE, Role.DATE, Role.SPEAKER, Role.HEADER, Role.IMPRINT}
)


def find(draft: Draft) -> Iterator[Finding]:
    """One finding where the speaking time is over the outline's budget by more than a tenth."""
    budget = draft.outline.minutes if draft.outline is not None else None
    if not budget:
        return
    spoken = sum(
        syllables.syllables(draft.words(paragraph))
        for paragraph in draft.paragraphs
        if paragraph.role not in _SILENT
    )
    minutes = spoken / draft.setting.rate
    if minutes > budget * (1 + _TOLERANCE):
        over = round((minutes - budget) * draft.setting.rate)
        message = f"预定 {budget:g} 分钟，照现在的稿子要讲 {minutes:.1f} 分钟"
        yield Finding(0, 0, message, f"大约要删去 {over} 字；drafter stats 会说从哪里删")


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n时长: {}\n任务:\n  小标题: 抓好任务\n  要点:\n    - {}\n    - 通水到村。\n"

RULE = Rule(
    code="over-time",
    name="超过时长",
    family=Family.SPEAKING,
    severity=WARNING,
    why="领导只有十五分钟，稿子要讲二十分钟，临场只能跳着念。按读出来的音节算，超过一成才提醒。",
    source="大纲的“时长”；语速见 drafter.toml 的 rate",
    basis=Basis.CUSTOM,
    bad=(
        Example(_HEAD.format(1, "要把路修好，把水通好。" * 40), outline=True),
        Example(_HEAD.format(2, "要把路修好，把水通好。" * 60), outline=True),
        Example(_HEAD.format("0.5", "要把路修好，把水通好。" * 20), outline=True),
    ),
    good=(
        Example(_HEAD.format(1, "要把路修好，把水通好。"), outline=True),
        Example(_HEAD.format(30, "要把路修好，把水通好。" * 40), outline=True),
        "没有写时长的稿子不看这一条。",
    ),
    find=find,
)
