"""The number of a document in wrong brackets, with 第, or with padding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule

_NUMBER = re.compile(
    rf"(?<=[{HAN}])(?P<open>[\[［【(（〔﹝])(?P<year>20\d{{2}}|\d{{2}})(?P<close>[\]］】)）〕﹞])(?P<th>第?)(?P<n>\d{{1,4}})(?P<end>号)"
)
_CODE = re.compile(r"(?:发|函|办|字|政|委|党|通|规|令|纪|组|宣|府|文|告|批|呈|审|议|报)$")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such number, with the form of the standard in its place."""
    for match in _NUMBER.finditer(draft.text):
        if not _CODE.search(draft.text[max(match.start() - 4, 0) : match.start()]):
            continue
        year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
        right = f"〔{year}〕{int(match['n'])}号"
        if right != match[0]:
            fix = right if len(match["year"]) == 4 else None
            yield Finding(
                *match.span(),
                f"发文字号的写法：{match[0]}",
                f"写成 {right}：六角括号、年份四位、不加“第”、不编虚位",
                fix,
            )


RULE = Rule(
    code="document-number",
    name="发文字号",
    family=Family.PUNCTUATION,
    severity=ERROR,
    why="发文字号的年份用六角括号〔〕，序号不加“第”、不编虚位。",
    source="GB/T 9704—2012 7.2.5；GB/T 15834—2011 4.9.3.4",
    basis=Basis.RULED,
    bad=(
        "澜政发[2026]12号",
        "澜政办函（2026）3号",
        "澜委发〔2026〕第5号",
        "澜政发〔2026〕05号",
        "澜政发【2026】8号",
    ),
    good=("澜政发〔2026〕12号", "澜政办函〔2026〕3号", "住建局（2026）年第5号楼"),
    find=find,
)
