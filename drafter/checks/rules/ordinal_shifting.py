"""One meeting or festival with two ordinals: 第九届……节, and 第十届……节."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_NAMED = re.compile(
    rf"第(?P<n>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})届(?P<name>[{HAN}“”·]{{2,16}}?(?:节|博览会|运动会|大赛|论坛|交易会|洽谈会|文化周|艺术周|马拉松|展销会|招聘会|会议))"
)
_OTHER = re.compile(r"上届|往届|去年|上一届|首届|历届|连续|下一届|前年")


def find(draft: Draft) -> Iterator[Finding]:
    """Each later ordinal that differs from the first; what speaks of another year is left alone."""
    first: dict[str, tuple[int, str]] = {}
    for match in _NAMED.finditer(draft.text):
        start, _ = draft.sentence(match.start())
        if _OTHER.search(draft.text[start : match.start()]) or re.search(
            r"20\d{2}年", draft.text[start : match.start()]
        ):
            continue
        number = int(match["n"]) if match["n"].isdigit() else numerals.value(match["n"])
        known, said = first.setdefault(match["name"], (number, match[0]))
        if number != known:
            at = match.start(), match.end("n") + 1
            yield Finding(*at, f"前面是“{said}”，这里是“{match[0]}”", "核对是第几届")


RULE = Rule(
    code="ordinal-shifting",
    name="届次前后不一",
    family=Family.REUSE,
    severity=WARNING,
    why="标题改成了“第十届”，正文里还有一处“第九届”。",
    source="套稿核查的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "第十届竹产业博览会今天开幕。\n预祝第九届竹产业博览会圆满成功。",
        "欢迎参加第3届乡村马拉松。\n祝第2届乡村马拉松圆满成功。",
        "第六届青年创业大赛启动。\n第五届青年创业大赛要办出特色。",
    ),
    good=(
        "第十届竹产业博览会今天开幕。\n预祝第十届竹产业博览会圆满成功。",
        "第十届竹产业博览会今天开幕。\n去年的第九届竹产业博览会成果丰硕。",
        "第3届乡村马拉松和第5届文化艺术节同时举行。",
    ),
    find=find,
)
