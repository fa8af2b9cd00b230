"""What the leader said must be in, and is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import INFO, WARNING, Basis, Example, Family, Finding, Rule

_SAYS = re.compile(rf"[{HAN}A-Za-z0-9]+")
_LIKELY = 0.7
"""Share of an instruction's pairs of characters that one sentence holds when it most likely says it."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each instruction of the outline that the draft does not carry out."""
    wanted = draft.outline.brief if draft.outline is not None else ()
    if not wanted:
        return
    bare = "".join(_SAYS.findall(draft.text))
    for item in wanted:
        words = "".join(_SAYS.findall(item))
        if words and words not in bare:
            yield _judged(draft, item, words)


def _judged(draft: Draft, item: str, words: str) -> Finding:
    """Whether an instruction is missing, or said in other words."""
    pairs = {words[i : i + 2] for i in range(len(words) - 1)} or {words}
    start, end, share = 0, 0, 0.0
    for begins, ends in draft.sentences:
        sentence = draft.text[begins:ends]
        held = sum(pair in sentence for pair in pairs) / len(pairs)
        if held > share:
            start, end, share = begins, ends, held
    if share >= _LIKELY:
        return Finding(
            start, end, f"交代要讲的“{item}”，这里像是讲了，字面不同", "看一眼是不是这个意思", None, INFO
        )
    return Finding(0, 0, f"交代要讲的“{item}”，稿子里没有找到", "补上，或改成稿子里的说法", quote=item)


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n领导交代:\n  - {}\n任务:\n  小标题: 抓好任务\n  要点:\n    - {}\n    - 通水到村。\n"

RULE = Rule(
    code="brief-missing",
    name="交代的事没有讲",
    family=Family.BRIEF,
    severity=WARNING,
    why="领导点名要讲的，漏一条就要返工。大纲“领导交代”里的，逐条对照成稿。",
    source="大纲的“领导交代”（brief）",
    basis=Basis.CUSTOM,
    bad=(
        Example(_HEAD.format("一件事一次办", "修好20条路。"), outline=True),
        Example(_HEAD.format("12345热线", "修好20条路。"), outline=True),
        Example(_HEAD.format("稳就业", "抓好招工，帮企业稳住岗位。"), outline=True),
    ),
    good=(
        Example(_HEAD.format("一件事一次办", "推进“一件事、一次办”，年底上线20件。"), outline=True),
        Example(_HEAD.format("12345热线", "把12345热线办实。"), outline=True),
        Example(_HEAD.format("“办不成事”反映窗口", "开好“办不成事”反映窗口。"), outline=True),
    ),
    find=find,
)
