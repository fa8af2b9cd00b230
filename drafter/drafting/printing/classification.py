"""Which mark of secrecy a draft bears, and where such a paper may be written at all."""

from __future__ import annotations

from itertools import islice

from drafter import secrecy
from drafter.copying import classified
from drafter.drafting.production import Draft
from drafter.model.document import paragraphs, plain
from drafter.problems import Place, Problem, Severity

_STATE_SECRET = secrecy.LEVELS.index("秘密")
_HEAD = 10
"""Paragraphs within which a mark stands."""


def mark_of(draft: Draft) -> str:
    """The highest mark of a draft, as its outline or its first paragraphs have it; "" where there is none."""
    outline = classified.mark_of(draft.loaded.outline) if draft.loaded else ""
    printed = (plain(content) for _, content in islice(paragraphs(draft.bound.document), _HEAD))
    return outline or classified.mark_of_lines(printed)


def reminder(draft: Draft, name: str) -> tuple[Problem, ...]:
    """Where a state secret may be drafted; nothing for other drafts."""
    rank = secrecy.rank(mark_of(draft))
    if rank < _STATE_SECRET:
        return ()
    message = f"标了密级“{secrecy.LEVELS[rank]}”：涉密内容只能在涉密计算机上起草"
    hint = "这台电脑不是涉密计算机，就停下来；drafter doctor --kept 列出 drafter 在这台电脑上留了什么"
    return (Problem("classified", message, Place(name), Severity.INFO, hint),)
