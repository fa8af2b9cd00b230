"""A bracket or book mark that is not closed or not opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.wrapped import are_one

_PAIRS = {"）": "（", "》": "《", "〉": "〈", "】": "【", "〕": "〔", ")": "("}
_OPEN = frozenset(_PAIRS.values())
_HALVES = _PAIRS | {opened: mark for mark, opened in _PAIRS.items()}
_NOTE = 3
"""Paragraphs over which a note in brackets may run."""

_ANY = re.compile("[（）《》〈〉【】〔〕()]")
_DOUBLED = "》《〉〈】【"
_ARROWS = re.compile("》{2,}|《{2,}|〉{2,}|〈{2,}|】{2,}|【{2,}")
"""Marks that point, as pages set them, and quote nothing."""

_COUNTED = re.compile(r"(?:^|[\s；;。：:，])[\da-zA-Z]{1,2}$")
_SMILE = re.compile(r"[:;]-?$")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such mark within its paragraph; 1） as a number needs no other half, nor does a bracket that
    goes on in the next line of a table's cell, or one that is closed a paragraph or two below. What is
    closed in another line of one broken paragraph is closed.
    """
    lost = list(_lost(draft))
    skipped: set[int] = set()
    if any(mark * 2 in draft.pairs for mark in _DOUBLED):
        skipped = {at for match in _ARROWS.finditer(draft.text) for at in range(*match.span())}
    for (mark, at), (other, below) in pairwise([one for one in lost if one[1] not in skipped]):
        if at not in skipped and other in _PAIRS and mark in _OPEN and _is_pair(mark, other):
            first, last = draft.index(at), draft.index(below)
            if are_one(draft, first, last) or (mark in "（(" and last - first <= _NOTE):
                skipped |= {at, below}
    for mark, at in lost:
        if at not in skipped:
            half = _HALVES[mark]
            has, wants = (
                (f"只有“{mark}”", f"没有“{half}”") if mark in _PAIRS else (f"有“{mark}”", f"没有“{half}”")
            )
            yield Finding(at, at + 1, f"{has}，{wants}", f"补上“{half}”，或删去")


def _lost(draft: Draft) -> Iterator[tuple[str, int]]:
    """Each mark without its other half in its paragraph, in order, and where it stands."""
    stack: list[tuple[str, int]] = []
    text, last = draft.text, -1
    for match in _ANY.finditer(text):
        at, mark = match.start(), match[0]
        number = draft.index(at)
        if number != last:
            yield from stack
            stack, last = [], number
        if draft.paragraphs[number].cell:
            continue
        if mark in _OPEN:
            stack.append((mark, at))
        elif stack and _is_pair(stack[-1][0], mark):
            stack.pop()
        elif not _may_stand_alone(text, at, mark):
            if len(stack) > 1 and _is_pair(stack[-2][0], mark):
                yield stack.pop()
                stack.pop()
            else:
                yield mark, at
    yield from stack


def _is_pair(opened: str, mark: str) -> bool:
    """Whether the mark closes what was opened; brackets of two widths close each other, of which
    another rule speaks.
    """
    return _PAIRS[mark] == opened or (opened in "（(" and mark in "）)")


def _may_stand_alone(text: str, at: int, mark: str) -> bool:
    """Whether a closing bracket belongs to a number at the beginning of an item: 1） a)."""
    before = text[max(at - 3, 0) : at]
    return mark in "）)" and bool(_COUNTED.search(before) or _SMILE.search(before))


RULE = Rule(
    code="bracket-unmatched",
    name="括号、书名号不成对",
    family=Family.PUNCTUATION,
    severity=ERROR,
    why="括号、书名号只有一半，意思就断了；文件名没有收尾，不知道引到哪里。",
    source="GB/T 15834—2011 4.9、4.15",
    basis=Basis.RULED,
    bad=(
        "按照《实施方案的要求抓好落实。",
        "市政府（办公室牵头，六月底前办完。",
        "各县区政府）要抓好落实。",
        "《关于做好〈规划》编制的通知》",
    ),
    good=(
        "按照《实施方案》的要求抓好落实。",
        "市政府（办公室）牵头。",
        "1）修路；2）通水。",
        "《关于转发〈规划〉的通知》",
        "（注：甲。\n乙。）",
        "要按照《关于做好全市河道清淤工作的实施\n方案》抓好落实。",
        "【字号：\n大\n小\n】",
    ),
    find=find,
)
