"""A paragraph or a long sentence that stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_PARAGRAPH = 40
_SENTENCE = 25
"""Characters from which it is no chance that a paragraph, or a sentence, comes again."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each that comes again, where it does."""
    first: dict[str, int] = {}
    repeated: set[int] = set()
    for number, paragraph in enumerate(draft.paragraphs):
        words = draft.words(paragraph).strip()
        if len(words) < _PARAGRAPH or paragraph.cell:
            continue
        if words in first:
            repeated.add(number)
            message = f"这一段和第 {first[words] + 1} 段一字不差"
            yield Finding(paragraph.start, paragraph.end, message, "删去一处", None, ERROR)
        else:
            first[words] = number
    seen: dict[str, int] = {}
    for start, end in draft.sentences:
        words = draft.text[start:end].strip("　 \t")
        if len(words) < _SENTENCE or draft.paragraph(start).cell or draft.index(start) in repeated:
            continue
        if words in seen:
            message = f"这句话和第 {draft.index(seen[words]) + 1} 段里的一字不差"
            yield Finding(start, end, message, "换个说法，或删去一处")
        else:
            seen[words] = start


_LONG = "各县区、各部门要把群众反映最多的十件事列成清单，定下牵头单位和完成时限，一件一件办到底，办完一件公布一件。"

RULE = Rule(
    code="text-repeated",
    name="段落、长句重复",
    family=Family.LEFTOVERS,
    severity=WARNING,
    why="拼稿时同一段贴了两遍，或者同一句话前后各说一次。整段重复是错误，长句重复提醒一下。",
    source="核稿的惯例",
    basis=Basis.CUSTOM,
    bad=(f"{_LONG}\n要抓好落实。\n{_LONG}", f"第一部分。{_LONG}\n第二部分说别的。{_LONG}", f"{_LONG}{_LONG}"),
    good=(f"{_LONG}\n要抓好落实。", "要抓好落实。\n要抓好落实。", "同志们，加油。\n同志们，加油。"),
    find=find,
)
