"""A person with a post who is nowhere among the facts of the outline."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Example, Family, Finding, Rule
from drafter.checks.text.known import posts
from drafter.checks.text.outlines import told_of
from drafter.checks.text.people import mentions


def find(draft: Draft) -> Iterator[Finding]:
    """The first mention of each such person; only where the outline names people at all."""
    if draft.outline is None:
        return
    known = told_of(draft.outline) + "\n".join(posts(draft))
    if not known:
        return
    met = set()
    for match in mentions(draft):
        if match["name"] not in known and match["name"] not in met:
            met.add(match["name"])
            yield Finding(
                *match.span(),
                f"大纲的讲话人、议程、数据里没有“{match['name']}”",
                "旧稿里的人名要换；是今年的，写进“数据”再引用",
            )


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n讲话人: {姓名: 苏望津, 职务: 市局局长}\n任务:\n  小标题: 抓好任务\n  要点:\n    - "

RULE = Rule(
    code="person-foreign",
    name="不在本稿名单里的人",
    family=Family.REUSE,
    severity=INFO,
    why="套用旧稿，去年的分管领导还在文中。大纲里的讲话人、议程、与会人员、数据都没有的人名，列出来看一眼。",
    source="套稿核查的惯例",
    basis=Basis.CUSTOM,
    bad=(
        Example(_HEAD + "请副市长顾见川，每季度调度一次。\n", outline=True),
        Example(_HEAD + "经王望副市长同意后实施。\n", outline=True),
        Example(_HEAD + "县委书记周明，要亲自抓。\n", outline=True),
    ),
    good=(
        Example(_HEAD + "请局长苏望津，每季度调度一次。\n", outline=True),
        Example(_HEAD + "请分管副市长每季度调度一次。\n", outline=True),
        "副市长顾见川出席会议。",
    ),
    find=find,
)
