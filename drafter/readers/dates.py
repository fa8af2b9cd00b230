"""Dates as they are typed in outlines, in the one form in which they print."""

from __future__ import annotations

import datetime

from drafter import numerals
from drafter.patterns import pattern

_NUMERIC = pattern(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
_HAN = pattern(r"([0-9]{4})年(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?")
_IN_HAN = pattern(
    r"[〇零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,3}月)?(?:[一二三四五六七八九十]{1,3}日)?"
)
_HAN_NUMBER = pattern(r"[一二三四五六七八九十]+")
_NARROW = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９", "0123456789", strict=True)}
_NUMBER_OF_DAY = pattern(r"(月[0-9]{1,2})号$")
_SPACE = pattern(r"(?<!\s)\s++(?=[年月日\d])|(?<=[年月])\s+")
_FREE = pattern(r"[0-9]{4}年.{0,20}|.*(?:\{\{|〔待补|[×xX]{2}|某).*")
"""A span of days, or a date that is still open: kept as typed."""


def normal(text: str) -> str | None:
    """The date as it prints (2026年3月12日, without leading zeros), or None where it is none.

    GB/T 9704—2012 7.3.5.4: Arabic numerals, year, month and day in full, no padding.
    """
    text = _NUMBER_OF_DAY.sub(r"\1日", _SPACE.sub("", text.translate(_NARROW)))
    match = _NUMERIC.fullmatch(text) or _HAN.fullmatch(_arabic(text))
    if not match:
        return text if _FREE.fullmatch(text) and _begins_with_a_date(text) else None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not _exists(year, month, day):
        return None
    return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")


def is_no_date(text: str) -> bool:
    """Whether a text has the form of a date and none exists: 2026-13-31."""
    text = _SPACE.sub("", text.translate(_NARROW))
    return normal(text) is None and bool(_NUMERIC.fullmatch(text) or _HAN.fullmatch(text))


def _begins_with_a_date(text: str) -> bool:
    """Whether a span that begins with a date begins with one that exists."""
    match = _HAN.match(text)
    return match is None or _exists(*(int(part) if part else None for part in match.groups()))


def _arabic(text: str) -> str:
    """A date in Han numerals (二〇二六年三月十二日) in Arabic ones."""
    if not _IN_HAN.fullmatch(text):
        return text
    year, _, rest = text.partition("年")
    year = "".join(str("〇一二三四五六七八九".index(char.replace("零", "〇"))) for char in year)
    return f"{year}年" + _HAN_NUMBER.sub(lambda match: str(numerals.value(match[0])), rest)


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if day is not None and month is None:
        return False
    try:
        datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return False
    return True
