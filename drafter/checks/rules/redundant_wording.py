"""Wording that says a thing twice, or loses its subject, by the word list."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule, cited
from drafter.checks.text.wordings import find_wordings


def find(draft: Draft) -> Iterator[Finding]:
    """Each such wording. Nothing is mended unasked: it may stand in somebody's own words."""
    for start, end, word, wording in find_wordings(draft, draft.lexicon.redundant):
        hint = f"改成“{wording.right}”" if wording.right else "删去重复的部分"
        why = f"（{wording.why}）" if wording.why else ""
        yield Finding(
            start, end, f"说法累赘：{word}{why}", cited(hint, wording.source), None, wording.severity
        )


RULE = Rule(
    code="redundant-wording",
    name="重复累赘",
    family=Family.TERMS,
    severity=WARNING,
    why="“最衷心”“必须要”“大约……左右”，一个意思说了两遍；“通过……，使……”没有了主语。",
    source="语法通例（词表 冗词）",
    basis=Basis.CUSTOM,
    bad=("向大家表示最衷心的感谢。", "大约有50人左右参加。", "今年以来，通过三年的努力，使面貌焕然一新。"),
    good=(
        "向大家表示衷心的感谢。",
        "大约有50人参加。",
        "经过三年努力，全县面貌焕然一新。",
        "我们要通过培训，使每个人都会用。",
        "通过招标，使用单位选定了设备。",
    ),
    find=find,
    of_words=True,
)
