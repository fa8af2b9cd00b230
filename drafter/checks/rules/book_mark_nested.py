"""Double book marks within double book marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_NESTED = re.compile(r"《(?P<before>[^《》\n]*)《(?P<inner>[^《》\n]*)》(?P<after>[^《》\n]*)》")


def find(draft: Draft) -> Iterator[Finding]:
    """Each inner pair, with single marks in its place."""
    for match in _NESTED.finditer(draft.text):
        fix = f"〈{match['inner']}〉"
        yield Finding(
            match.start("inner") - 1,
            match.end("inner") + 1,
            "书名号里再用书名号，用单书名号",
            f"改成{fix}",
            fix,
        )


RULE = Rule(
    code="book-mark-nested",
    name="书名号的层次",
    family=Family.PUNCTUATION,
    severity=WARNING,
    why="《关于印发〈规划〉的通知》，里面一层用单书名号。",
    source="GB/T 15834—2011 4.15.3.2",
    basis=Basis.RULED,
    bad=("《关于印发《行动方案》的通知》", "学习《关于贯彻《条例》的意见》。", "《转发《办法》》已印发。"),
    good=("《关于印发〈行动方案〉的通知》", "学习《条例》《意见》。", "印发《办法》和《细则》。"),
    find=find,
)
