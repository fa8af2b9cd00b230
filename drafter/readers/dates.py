"""Dates as they are typed in outlines, in the one form in which they print."""

from __future__ import annotations

import datetime
import re

_NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_HAN = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_FREE = re.compile(r"\d{4}年.{0,20}|.*(?:\{\{|〔待补|[×xX]{2}|某).*")
"""A span of days, or a date that is still open: kept as typed."""


def normal(text: str) -> str | None:
    """The date as it prints (2026年3月12日, without leading zeros), or None where it is none.

    GB/T 9704—2012 7.3.5.4: Arabic numerals, year, month and day in full, no padding.
    """
    match = _NUMERIC.fullmatch(text) or _HAN.fullmatch(text)
    if not match:
        return text if _FREE.fullmatch(text) else None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not _exists(year, month, day):
        return None
    return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if day is not None and month is None:
        return False
    try:
        datetime.date(year or 1, month or 1, day or 1)
    except ValueError:
        return False
    return True
