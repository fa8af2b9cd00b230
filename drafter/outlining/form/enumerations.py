"""Paragraphs that count their points: 主要有三点。一是……二是……三是……"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from drafter.model.outline import Marks, Point, Section, Texts
from drafter.outlining.form import marks

LONGEST_TITLE = 40
STOPS = "。！？"
ENDS = (*STOPS, "；", "：", "，", "…")
_DEEPEST = 4
"""Rows inside rows in one paragraph: people write three."""

_STORY = re.compile(r"(?:[他她它]们?|老[\u4e00-\u9fff]{1,3}|大[爷娘妈伯叔])[\u4e00-\u9fff]{0,4}[说讲道]：$")
"""Who speaks in a story counts for himself."""

_ANNOUNCES = re.compile(
    r"(?<=[。！？.])[^。！？；.]{2,40}[点个项条些](?:意见|要求|希望|建议|方面|工作|问题|体会|措施|想法)[：:]$"
)
"""A last sentence that announces what comes next: 借此机会，我讲三点意见："""

_OCCASION = re.compile(r"会议|座谈|培训|今天|这次|召开|现将|受.{1,8}委托")
"""What the sentence before a row speaks of where it says why everybody came."""


class Detail(IntEnum):
    """How far a stretch of text is taken apart; less, where more would change what it prints."""

    TEXT = 0
    HEADINGS = 1
    POINTS = 2
    ENUMERATIONS = 3
    TAILS = 4
    NESTED = 5


@dataclass(frozen=True, slots=True)
class Counted:
    """A paragraph by its points: what stands before them, their marks, them, and the sentence at
    its end that announces what follows.
    """

    lead: str
    marks: Marks
    points: tuple[Point, ...]
    after: Texts = ()

    @property
    def section(self) -> Section:
        """The paragraph as a section without a heading."""
        lead = (self.lead,) if self.lead else ()
        return Section(
            lead=lead,
            points=self.points,
            marks=self.marks,
            layout="inline",
            run_on=bool(self.after),
            tail=self.after,
        )


def counted(text: str, detail: Detail, alone: bool, within: bool = False, depth: int = 1) -> Counted | None:
    """The paragraph by its points; None where it counts none.

    One that begins with the first of them must stand `alone`: its points would run on in the
    paragraph before. A point `within` another needs no end mark. `depth` counts the rows around it.
    """
    found = marks.enumeration(text)
    if found is None:
        return None
    lead, named, items = found
    if _STORY.search(lead) or (not lead and not alone) or (lead and not lead.endswith((*ENDS, "."))):
        return None
    if not items[-1].endswith(ENDS) and not within:
        return None
    announced = _ANNOUNCES.search(items[-1]) if detail >= Detail.TAILS else None
    if announced:
        items[-1] = items[-1][: announced.start()]
    after = (announced[0],) if announced else ()
    return Counted(lead, named, tuple(_item(item, detail, depth) for item in items), after)


def _item(text: str, detail: Detail, depth: int) -> Point:
    """One of the points, with a row of its own in it where it has one."""
    nested = detail is Detail.NESTED and depth < _DEEPEST
    found = counted(text, detail, alone=False, within=True, depth=depth + 1) if nested else None
    if found is None:
        title, rest = titled(text, LONGEST_TITLE)
        return Point(title=title, text=(rest,))
    title, rest = titled(found.lead, LONGEST_TITLE)
    said = (rest,) if rest else ()
    return Point(title=title, text=said, points=found.points, marks=found.marks, tail=found.after)


def counts_itself(text: str, detail: Detail) -> bool:
    """Whether a paragraph opens with the first of its own points, and with no point of a row."""
    found = counted(text, detail, alone=True, within=True)
    return found is not None and not found.lead


def as_item(text: str, detail: Detail, opens: bool = False) -> str | Section:
    """A paragraph under no heading; one that counts its points is a section without a heading.

    What a meeting is for may be counted in the paragraph that opens the text: that stays one.
    """
    found = counted(text, detail, alone=False) if detail >= Detail.TAILS else None
    if found is None or (opens and _OCCASION.search(last_sentence(found.lead))):
        return text
    return found.section


def last_sentence(text: str) -> str:
    """The sentence that stands right before what it announces, without its end mark."""
    return text.rstrip("：。").rpartition("。")[2]


def literal(text: str) -> str:
    r"""The text as an outline has it: trimmed, and braces that are no reference are `\{{`."""
    return text.strip().replace("{{", "\\{{")


def titled(text: str, longest: int, stops: Sequence[str] = STOPS) -> tuple[str, str]:
    """A short first sentence as the title, without its full stop, and the rest; "" and the whole
    text where there is none.
    """
    for index, char in enumerate(text[: longest + 1]):
        if char in stops and text[index + 1 :].strip():
            return text[: index + (char != "。")].strip(), text[index + 1 :].strip()
    return "", text
