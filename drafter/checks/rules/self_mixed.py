"""我市 in a text that elsewhere says 我县: a draft of another level was taken over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_OURS = re.compile(r"(?<![自敌给让为跟同和对])我(?P<level>[省市县区镇乡村州旗])(?!长|民|级|里的?同志|直)")
_MOST, _FEW = 3, 2


def find(draft: Draft) -> Iterator[Finding]:
    """Each of the few that differ from the many."""
    found = list(_OURS.finditer(draft.text))
    counts = Counter(match["level"] for match in found)
    if len(counts) < 2:
        return
    (usual, times), *_ = counts.most_common()
    for match in found:
        few = counts[match["level"]]
        if match["level"] != usual and times >= _MOST and few <= _FEW and times >= 3 * few:
            message = f"别处都说“我{usual}”（{times} 处），这里是“{match[0]}”"
            yield Finding(*match.span(), message, f"改成“我{usual}”，或写出地名")


RULE = Rule(
    code="self-mixed",
    name="“我市”“我县”混用",
    family=Family.REUSE,
    severity=WARNING,
    why="县里套用市里的稿子，“我市”没有改干净，是通报里写过的事。",
    source="套稿核查的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "我县路好。我县水好。我县人好。我市山好。",
        "我市路好。我市水好。我市人好。我区山好。",
        "我镇路好。我镇水好。我镇人好。我县山好。",
    ),
    good=(
        "我县路好。我县水好。我县人好。",
        "我市路好。我市水好。我省人好。",
        "我县路好。市里支持我县。我市山好。",
    ),
    find=find,
)
