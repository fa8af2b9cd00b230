"""A year far from the draft's own that nothing around it explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, WARNING, Basis, Example, Family, Finding, Rule
from drafter.model.document import Role

_YEAR = re.compile(r"(?<![\d—～~\-〔（(])(20\d{2})年(?![—～~\-]|以来|起|代|版|度?至|到20)")
_EXPLAINED = re.compile(
    r"比|较|以来|自|从|至|到|规划|“|《|〔|法|条例|历史|当年|那年|成立|建成|始建|创办|首次|最早|曾|时期|期间|年前|连续|召开|大会|全会|会议|讲话|指出|强调|提出|印发|出台|实施|启动|起步|投入|投用|以前|定的|组建|修的|建于|建起"
)
_FAR = 1


def find(draft: Draft) -> Iterator[Finding]:
    """Each such year; one in the title that is older than last year is most likely left over."""
    if not draft.year:
        return
    known = _facts(draft)
    for match in _YEAR.finditer(draft.text):
        year = int(match[1])
        paragraph = draft.paragraph(match.start())
        if abs(year - draft.year) <= _FAR or year > draft.year or match[1] in known or paragraph.cell:
            continue
        if paragraph.role in (Role.TITLE, Role.SUBTITLE):
            yield Finding(
                *match.span(),
                f"标题里是 {year} 年，本稿是 {draft.year} 年的",
                "核对是不是旧稿的年份",
                None,
                WARNING,
            )
            continue
        if paragraph.role is not Role.BODY or (
            draft.words(paragraph).strip().startswith(("（20", match[0])) and len(draft.words(paragraph)) < 16
        ):
            continue
        start, end = draft.sentence(match.start())
        if not _EXPLAINED.search(draft.text[start:end].replace(match[0], "")):
            yield Finding(
                *match.span(),
                f"{year} 年离本稿的 {draft.year} 年远，是不是旧稿的年份",
                "是旧稿留下的就改；不是的不用管",
            )


def _facts(draft: Draft) -> str:
    """What the facts of the outline say, where a year may stand."""
    if draft.outline is None:
        return ""
    facts = [fact for fact in draft.outline.facts.values() if fact is not None]
    return " ".join(f"{fact.value} {fact.as_of} {fact.source}" for fact in facts)


_HEAD = "模板: 部署讲话\n标题: {}\n日期: 2026-03-12\n任务:\n  小标题: 抓好任务\n  要点:\n    - {}\n    - 通水到村。\n"

RULE = Rule(
    code="year-foreign",
    name="离得远的年份",
    family=Family.REUSE,
    severity=INFO,
    why="今年、去年以外的年份，没有“比”“自……以来”这类话带着，多半是前几年的稿子留下的。标题里的作提醒。",
    source="套稿核查的惯例",
    basis=Basis.CUSTOM,
    bad=(
        Example(_HEAD.format("在2023年推进会上的讲话", "修好20条路。"), outline=True),
        "在会议上的讲话\n（2026年3月12日）\n2023年的任务很重，大家要抓紧。",
        "在会议上的讲话\n（2026年3月12日）\n全县2022年要修好20条路。",
    ),
    good=(
        Example(_HEAD.format("在2026年推进会上的讲话", "修好20条路。"), outline=True),
        "在会议上的讲话\n（2026年3月12日）\n比2023年增长12%。",
        "在会议上的讲话\n（2026年3月12日）\n2025年的任务完成了，2026年的任务很重。",
        "没有日期的稿子，2019年的事照说。",
    ),
    find=find,
)  # fmt: skip
