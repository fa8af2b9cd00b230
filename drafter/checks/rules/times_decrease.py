"""A decrease told in multiples: 减少了两倍."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule

_LESS = re.compile(
    r"(?:减少|下降|降低|缩短|缩小|压减|减轻|压缩)(?:了|近|约|超过|到)?(?:\d+(?:\.\d+)?|[一二三四五六七八九十两几数]{1,3})倍"
)
_OVER = re.compile(
    r"(?:减少|下降|降低|缩短|压减|压缩)(?:了|近|约|超过)?(1\d{2}(?:\.\d+)?|[2-9]\d{2}(?:\.\d+)?)[%％]"
)


def find(draft: Draft) -> Iterator[Finding]:
    """Each decrease in multiples or by more than 100 %."""
    for match in _LESS.finditer(draft.text):
        yield Finding(
            *match.span(), "减少不能说“倍”，减一倍就没有了", "改用百分数或几分之几，如 减少三分之二"
        )
    for match in _OVER.finditer(draft.text):
        if float(match[1]) > 100:
            yield Finding(*match.span(), f"减少不能超过 100%（{match[1]}%）", "核对数字")


RULE = Rule(
    code="times-decrease",
    name="减少用倍数",
    family=Family.FIGURES,
    severity=ERROR,
    why="增加可以说倍，减少只能说百分之几、几分之几：减少一倍等于零。",
    source="数量表达的通例；GB/T 15835—2011 的数字用法",
    basis=Basis.CUSTOM,
    bad=("投诉量减少了2倍。", "办理时间缩短三倍。", "成本下降120%。"),
    good=("投诉量减少了三分之二。", "办件量增加了2倍。", "成本下降12%。"),
    find=find,
)
