"""、 between quotes, or between book marks, that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Family, Finding, Rule

_BETWEEN = re.compile(r"(?<=[”》])、(?=[“《])")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such mark; where the pairs differ (”、《) it may help the eye, and nothing is said."""
    text = draft.text
    for match in _BETWEEN.finditer(text):
        at = match.start()
        if (text[at - 1] == "”") == (text[at + 1] == "“"):
            yield Finding(at, at + 1, "并列的引号、书名号之间通常不用顿号", "删去顿号", "")


RULE = Rule(
    code="pause-between-quotes",
    name="引号、书名号之间的顿号",
    family=Family.PUNCTUATION,
    severity=INFO,
    why="并列的引号、书名号已经把各项隔开，中间通常不用顿号；有别的字插在中间的，才用。",
    source="GB/T 15834—2011 4.5.3.5",
    basis=Basis.RULED,
    bad=("增强“四个意识”、“四个自信”。", "学习《条例》、《准则》。", "办好“一件事”、“一网办”、“一次办”。"),
    good=(
        "增强“四个意识”“四个自信”。",
        "学习《条例》（修订）、《准则》。",
        "增强“四个意识”、坚定“四个自信”。",
    ),
    find=find,
)
