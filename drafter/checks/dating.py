"""The date that a text gives of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drafter import numerals

_DATE = r"(\d{4})\s*+年\s*+(?:(\d{1,2})\s*+月\s*+)?(?:(\d{1,2})\s*+[日号])?"
_HEAD_DATE = re.compile(rf"[（(]?\s*+{_DATE}\s*+[）)]?")
_HELD = re.compile(
    r"[（(\s—―–-]*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]\s*(?:在|于)[^。；，：\n]{4,60}(?:[ \u3000][^。；，：\n]{2,20})?[）)]?"
)
"""A line under the title that says when and where it was spoken: ——2026年1月27日在……会议上."""

_HAN_DATE = re.compile(
    r"[（(]?([〇○零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月)?(?:([一二三四五六七八九十]{1,3})日)?[）)]?"
)
_YEAR = re.compile(r"(?<!\d)(20\d{2})年")
_NOW = re.compile(r"今年是(\d{4})年")
_HEAD, _FOOT = 20, 8
"""Paragraphs at the beginning and at the end among which a draft is dated."""


def own_date(
    paragraphs: Sequence[str], headed: Sequence[str], text: str
) -> tuple[tuple[int, int, int], bool]:
    """The date that a text gives of itself, zeros where none, and whether it stands where a draft is dated: under
    the title or at the foot. One that is said in so many words is likely, not sure.

    `headed` are its title and its headings, `text` is all that it says.
    """
    for words in (*paragraphs[:_HEAD], *reversed(paragraphs[-_FOOT:])):
        match = _HEAD_DATE.fullmatch(words) or _HELD.fullmatch(words)
        if match:
            return (int(match[1]), int(match[2] or 0), int(match[3] or 0)), True
        han = _HAN_DATE.fullmatch(words)
        if han:
            year = "".join(str(numerals.DIGITS.index(digit)) for digit in re.sub("[〇○]", "零", han[1]))
            return (int(year), numerals.value(han[2] or ""), numerals.value(han[3] or "")), True
    return (_likely_year(headed, text), 0, 0), False


def _likely_year(headed: Sequence[str], text: str) -> int:
    """The year that a text without a date is of: that of 今年是2026年, else the latest that its title or its headings
    name, else the latest that it names more than once; 0 where it names none.
    """
    now = _NOW.search(text)
    if now:
        return int(now[1])
    named = [int(year) for words in headed for year in _YEAR.findall(words)]
    said = Counter(_YEAR.findall(text))
    return max(named, default=max((int(year) for year, times in said.items() if times > 1), default=0))
