"""An official paper as far as its form tells: genre, addressees, copies, signature. Several rules look for these.

A mark at the end of a title, or a half-width colon, hides none of them: what is told is what is wrong with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.checks.draft import Draft, Paragraph
from drafter.model.document import Role

_UPWARD = ("请示", "报告")
"""Genres that go to a superior."""

_GENRES = "请示报告|报告请示|请示|报告|批复|通知|通报|意见|决定|公告|通告|函|纪要"
_TITLE = re.compile(
    rf"(?!\d{{1,2}}[.．、]|[（(]?[一二三四五六七八九十]{{1,3}}[）)、]|【)(?:[^\n。；，]|，(?=[^《]*》)){{2,80}}?({_GENRES})[。！：:]?"
)
_ADDRESSEES = re.compile(r"(?!.*(?:同志们|代表|委员|各位|如下|分为|分别))[^\n。；！？]{2,80}[：:]")
_COPIES = re.compile(r"\s*抄\s*[送报][：:]\s*(.+)")
_DAY = re.compile(
    r"[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?"
)
_SPOKEN = frozenset({"报告", "意见"})
"""Genres of papers that are also words for speeches and reviews: 述职报告."""

_FINDING = re.compile("(?:审计|检测|检验|鉴定|评估|评价|调查|勘察|监测)报告[。：:]?$")
_BESIDE = re.compile(r"\s*(?:附件|抄\s*[送报]|联系人)")
_UNIT = re.compile(
    r"[\u4e00-\u9fff（）()、\s]{2,30}(?:局|府|委|办|厅|院|会|部|处|室|中心|公司|集团|校|站|所|队|署|省|市|县|区|科)。?"
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
    finding: bool = False
    """It tells what was found (审计报告), and goes to whom it is about."""

    @property
    def goes_up(self) -> bool:
        """Whether it goes to a superior."""
        return any(genre in self.genre for genre in _UPWARD) and not self.finding


def paper(draft: Draft) -> Paper | None:
    """The official paper that a draft is; None where its title names no genre of one."""
    head = [one for one in draft.paragraphs[:_HEAD] if draft.words(one).strip()]
    for place, one in enumerate(head):
        match = _TITLE.fullmatch(draft.words(one).strip())
        if match and ("关于" in match[0] or (one.role is Role.TITLE and match[1] not in _SPOKEN)):
            finding = _FINDING.search(match[0]) is not None
            return Paper(
                match[1], one, _addressees(draft, head[place + 1 :]), _copies(draft), *_foot(draft), finding
            )
    return None


def is_addressed(draft: Draft, one: Paragraph) -> bool:
    """Whether a paragraph is a line of addressees."""
    return _ADDRESSEES.fullmatch(draft.words(one).strip()) is not None


def issuer(draft: Draft, found: Paper) -> str:
    """Who sends a paper: as its title says, else as it is signed; "" where neither does."""
    title = draft.words(found.title).strip()
    named = title.partition("关于")[0]
    if named or found.date is None:
        return named
    said = [draft.words(one).strip() for one in draft.paragraphs if one.start < found.date.start]
    above = next((words for words in reversed(said) if words), "")
    return above if _UNIT.fullmatch(above) else ""


def _addressees(draft: Draft, after: list[Paragraph]) -> Paragraph | None:
    return next((one for one in after[:4] if is_addressed(draft, one)), None)


def _copies(draft: Draft) -> tuple[int, int] | None:
    for one in reversed(draft.paragraphs[-_FOOT:]):
        match = _COPIES.match(draft.text, one.start, one.end)
        if match:
            return match.span(1)
    return None


def _foot(draft: Draft) -> tuple[Paragraph | None, bool]:
    """The date at the foot, and whether who signs stands above it, or above another date."""
    said = [one for one in draft.paragraphs if draft.words(one).strip()]
    dates = [place for place, one in enumerate(said) if place and _DAY.fullmatch(draft.words(one).strip())]
    foot = [place for place in dates if place >= len(said) - _FOOT]
    if not foot:
        return None, True
    return said[foot[-1]], any(_is_signed(draft.words(said[place - 1]).strip()) for place in dates)


def _is_signed(above: str) -> bool:
    """Whether a line above a date is who signs, or at least no text and nothing that stands beside it."""
    if _UNIT.fullmatch(above):
        return True
    return not above.endswith(("。", "！", "？", "；", "：", ":", ".")) and _BESIDE.match(above) is None
