"""意见采纳情况表: whose opinion, where, what was, what is asked, and whether it was taken."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.revising.agreeing import CONFLICT, DECLINED, TAKEN, UNPLACED
from drafter.revising.changed import KINDS, Change

_STATES = {TAKEN: "已采纳", DECLINED: "未采纳", CONFLICT: "待定（意见不一）", UNPLACED: "待定"}
_LONGEST = 80
"""Characters of a cell."""


def table(told: Sequence[Change]) -> str:
    """The table as a draft in Markdown."""
    rows = [
        f"| {number} | {_cell(one.author or '未署名')} | {_cell(one.key or '（文中）')} | {_cell(one.old or '—')} "
        f"| {KINDS[one.kind]}：{_cell(one.new or '删去')} | {_STATES[one.state]} |"
        for number, one in enumerate(told, 1)
    ]
    taken = sum(one.state == TAKEN for one in told)
    head = f"共收到意见{len(told)}条，采纳{taken}条，未采纳和待定{len(told) - taken}条。"
    if not rows:
        return f"# 意见采纳情况表\n\n{head}\n"
    columns = "| 序号 | 提出人 | 位置 | 原文 | 意见 | 采纳情况 |\n| --- | --- | --- | --- | --- | --- |"
    return f"# 意见采纳情况表\n\n{head}\n\n{columns}\n" + "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    said = " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")
    return f"{said[:_LONGEST]}……" if len(said) > _LONGEST else said
