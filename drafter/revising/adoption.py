"""意见采纳情况表: whose opinion, where, what was, what is asked, and whether it was taken."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.revising.agreeing import CONFLICT, DECLINED, TAKEN, UNPLACED
from drafter.revising.changed import KINDS, Change
from drafter.writers import markdown

_STATES = {TAKEN: "已采纳", DECLINED: "未采纳", CONFLICT: "待定（意见不一）", UNPLACED: "待定"}


def table(told: Sequence[Change]) -> str:
    """The table as a draft in Markdown."""
    rows = [
        (str(number), one.author or "未署名", one.key or "（文中）", one.old or "—", f"{KINDS[one.kind]}：{one.new or '删去'}", _STATES[one.state])
        for number, one in enumerate(told, 1)
    ]  # fmt: skip
    taken = sum(one.state == TAKEN for one in told)
    head = f"共收到意见{len(told)}条，采纳{taken}条，未采纳和待定{len(told) - taken}条。"
    columns = ("序号", "提出人", "位置", "原文", "意见", "采纳情况")
    lines = ["# 意见采纳情况表", "", head, "", *(markdown.table([columns, *rows]) if rows else ())]
    return "\n".join(lines) + "\n"
