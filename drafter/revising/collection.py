"""采用情况表: who has sent in and who has not, what each brought, where figures differ."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.revising.departments import MISSING, Differing, Sent


def table(sent: Sequence[Sent], differing: Sequence[Differing]) -> str:
    """The table as a draft in Markdown."""
    units = [one for one in sent if one.state != MISSING]
    missing = [one.unit for one in sent if one.state == MISSING]
    lines = [
        "# 材料报送和采用情况表", "",
        f"收到材料{len(units)}份，未交{len(missing)}家" + (f"：{'、'.join(missing)}。" if missing else "。"), "",
        "| 序号 | 单位 | 文件 | 情况 | 段落 | 字数 |", "| --- | --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    for number, one in enumerate(sent, 1):
        cells = (one.unit or "—", one.file or "—", one.state, str(len(one.passages)), str(one.characters))
        lines.append(f"| {number} | {' | '.join(map(_cell, cells))} |")
    if differing:
        lines += [
            "",
            "各单位说法不一的数字：",
            "",
            "| 事项 | 单位 | 数字 | 原话 |",
            "| --- | --- | --- | --- |",
        ]
        for one_ in differing:
            for unit, number_, sentence in one_.said:
                lines.append(f"| {' | '.join(map(_cell, (one_.what, unit, number_, sentence)))} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")[:60]
