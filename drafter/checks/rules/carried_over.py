"""What was taken over unchanged from an older draft (`--against`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import INFO, WARNING, Basis, Example, Family, Finding, Rule
from drafter.quantities import WHOLE_NUMBER

_SHORTEST = 20
"""Characters from which a sentence that stands in both is no chance."""

_DATED = re.compile(
    rf"(?:19|20)\d{{2}}年|今年|{WHOLE_NUMBER}(?:%|万|亿|件|个|人|家|户|项|公里|元)|第[\d一二三四五六七八九十]+[届次]"
)
_BARE = re.compile(rf"[^{HAN}A-Za-z0-9.%]+")


def find(draft: Draft) -> Iterator[Finding]:
    """Each long sentence that an older draft has too; with figures in it, as a warning."""
    older: dict[str, str] = {}
    for name, text in draft.setting.older:
        for sentence in re.split(r"[。！？；\n]", text):
            bare = _BARE.sub("", sentence)
            if len(bare) >= _SHORTEST:
                older.setdefault(bare, name)
    if not older:
        return
    for start, end in draft.sentences:
        words = draft.text[start:end]
        source = older.get(_BARE.sub("", words))
        if source is None:
            continue
        figures = _DATED.search(words)
        message = f"和旧稿《{source}》一字不差" + ("，里面还有数字、年份" if figures else "")
        hint = "数字、年份核对是不是今年的" if figures else "政策原文可以照引；自己的话换个说法"
        yield Finding(start, end, message, hint, None, WARNING if figures else INFO)


_OLD = "各县区要把群众反映最多的十件事列成清单定下牵头单位。全市共建成便民服务点128个覆盖所有乡镇和街道。"

RULE = Rule(
    code="carried-over",
    name="照搬旧稿",
    family=Family.REUSE,
    severity=INFO,
    why="和去年的稿子、别处的范文一字不差的长句，逐句列出来；带数字、年份的尤其要核。",
    source="公文抄袭专项整治的要求；套稿核查的惯例",
    basis=Basis.CUSTOM,
    bad=(
        Example("各县区要把群众反映最多的十件事列成清单，定下牵头单位。", older=_OLD),
        Example("全市共建成便民服务点128个，覆盖所有乡镇和街道。", older=_OLD),
        Example("今年不同。全市共建成便民服务点128个覆盖所有乡镇和街道。", older=_OLD),
    ),
    good=(
        Example("各县区要把老百姓说得最多的事列出来，一件一件办。", older=_OLD),
        Example("全市共建成便民服务点140个，覆盖所有乡镇和街道。", older=_OLD),
        "各县区要把群众反映最多的十件事列成清单，定下牵头单位。",
    ),
    find=find,
)
