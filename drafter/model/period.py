"""Which stretch of time a text looks back on, as its title says it, or its title and its date."""

from __future__ import annotations

from drafter.patterns import pattern

_YEAR = r"(?:\d{4}|[〇零一二三四五六七八九]{4})"
_PART = r"(?:上半年|下半年|前三季度|第?[一二三四]季度|(?:1[0-2]|[1-9])月份?)"
_SAID = pattern(rf"(?P<years>{_YEAR}(?:年?[—\-－~～至]{{1,2}}{_YEAR})?年)度?(?P<part>{_PART})?")
_PART_ALONE = pattern(_PART)
_DATED = pattern(r"(?P<year>\d{4})年(?P<month>\d{1,2})月")
_YEARLY, _HALF = ("年度", "全年", "年终"), ("半年", "年中")


def looked_back_on(title: str, date: str) -> str:
    """2026年上半年, 2025年, 2021—2025年; "" where neither title nor date tells it.

    A title without a year takes that of the date. What is written in the first months of a year looks back on the
    year before; the first half of a year is over in June.
    """
    if said := _SAID.search(title):
        return f"{said['years']}{said['part'] or ''}"
    if not (day := _DATED.match(date)):
        return ""
    year, month = int(day["year"]), int(day["month"])
    if part := _PART_ALONE.search(title):
        early = part[0] in ("下半年", "前三季度") or part[0].endswith("四季度")
        return f"{year - (early and month <= 3)}年{part[0]}"
    if any(word in title for word in _HALF):
        return f"{year}年上半年" if 6 <= month <= 9 else ""
    if any(word in title for word in _YEARLY):
        return f"{year - 1}年" if month <= 3 else f"{year}年" if month >= 11 else ""
    return ""
