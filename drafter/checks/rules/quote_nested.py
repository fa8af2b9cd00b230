"""Double quotes within double quotes, or single ones that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_NESTED = re.compile(r"“(?P<before>[^“”\n]*)“(?P<inner>[^“”\n]*)”(?P<after>[^“”\n]*)”")
_SINGLE = re.compile(rf"‘[{HAN}，、]{{1,30}}’")


def find(draft: Draft) -> Iterator[Finding]:
    """Each pair of double quotes inside another, and each single pair inside none."""
    text = draft.text
    for match in _NESTED.finditer(text):
        start, end = match.start("inner") - 1, match.end("inner") + 1
        yield Finding(
            start, end, "引号里再用引号，用单引号", f"改成‘{match['inner']}’", f"‘{match['inner']}’"
        )
    begins, at, depth, corner = -1, 0, 0, False
    for match in _SINGLE.finditer(text):
        start = draft.paragraph(match.start()).start
        if start != begins:
            begins, at, depth, corner = start, start, 0, False
        depth += text.count("“", at, match.start()) - text.count("”", at, match.start())
        corner = corner or text.find("「", at, match.start()) >= 0
        at = match.start()
        if not depth and not corner:
            fix = f"“{match[0][1:-1]}”"
            yield Finding(*match.span(), "先用双引号，双引号里面才用单引号", f"改成{fix}", fix, WARNING)


RULE = Rule(
    code="quote-nested",
    name="引号的层次",
    family=Family.PUNCTUATION,
    severity=ERROR,
    why="引号里再引，外面用双引号，里面用单引号。",
    source="GB/T 15834—2011 4.8.3.4",
    basis=Basis.RULED,
    bad=("他说：“要有“一盘棋”思想。”", "要坚持‘三不’原则。", "文件提出：“推进“一件事”改革，提升效能”。"),
    good=("他说：“要有‘一盘棋’思想。”", "要坚持“三不”原则。", "“四个意识”“四个自信”。"),
    find=find,
)
