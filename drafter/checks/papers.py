"""An official paper as far as its form tells: genre, addressees, copies, signature. Several rules look for these.

A mark at the end of a title, or a half-width colon, hides none of them: what is told is what is wrong with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.checks.draft import Draft, Paragraph
from drafter.model.document import Role

UPWARD = frozenset({"请示", "报告"})
"""Genres that go to a superior."""

_GENRES = "请示报告|报告请示|请示|报告|批复|通知|通报|意见|决定|公告|通告|函|纪要"
_TITLE = re.compile(rf"[^\n。；]{{2,80}}?({_GENRES})[。！；：:]?")
_ADDRESSEES = re.compile(r"[^\n。；！？]{2,80}[：:]")
_COPIES = re.compile(r"\s*抄\s*[送报][：:]\s*(.+)")
_DAY = re.compile(
    r"[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?"
)
_HEAD, _FOOT = 12, 10


@dataclass(frozen=True, slots=True)
class Paper:
    """Where the title, the addressees, the copies and the date of a paper stand; None where it has none."""

    genre: str
    title: Paragraph
    addressees: Paragraph | None
    copies: tuple[int, int] | None
    date: Paragraph | None
    signed: bool


def paper(draft: Draft) -> Paper | None:
    """The official paper that a draft is; None where its title names no genre of one."""
    head = [one for one in draft.paragraphs[:_HEAD] if draft.words(one).strip()]
    for place, one in enumerate(head):
        match = _TITLE.fullmatch(draft.words(one).strip())
        if match and (one.role is Role.TITLE or "关于" in match[0]):
            return Paper(match[1], one, _addressees(draft, head[place + 1 :]), _copies(draft), *_foot(draft))
    return None


def _addressees(draft: Draft, after: list[Paragraph]) -> Paragraph | None:
    found = (one for one in after[:4] if _ADDRESSEES.fullmatch(draft.words(one).strip()))
    return next(found, None)


def _copies(draft: Draft) -> tuple[int, int] | None:
    for one in reversed(draft.paragraphs[-_FOOT:]):
        match = _COPIES.match(draft.text, one.start, one.end)
        if match:
            return match.span(1)
    return None


def _foot(draft: Draft) -> tuple[Paragraph | None, bool]:
    """The date at the foot, and whether who signs stands above it."""
    foot = [one for one in draft.paragraphs[-_FOOT:] if draft.words(one).strip()]
    for place in range(len(foot) - 1, 0, -1):
        if _DAY.fullmatch(draft.words(foot[place]).strip()):
            above = draft.words(foot[place - 1]).strip()
            return foot[place], not above.endswith(("。", "！", "？", "；", "：", ":", "."))
    return None, True
