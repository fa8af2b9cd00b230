"""Days and times, which Excel keeps as numbers of days, as a format shows them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

from drafter.readers.tables.formats import numerals
from drafter.readers.tables.formats.codes import Section, Token, UnknownFormat

LAST_DAY = 2_958_465
"""31 December 9999, where Excel's days end."""

_NO_DAY = 60
"""29 February 1900, which Excel has and the calendar has not."""

_DAY = 86_400
_EPOCH = datetime.datetime(1899, 12, 30)
_BEFORE = datetime.datetime(1899, 12, 31)
_EPOCH_1904 = datetime.datetime(1904, 1, 1)
_FORMATS = 256
"""Formats whose tokens are remembered taken apart; a workbook has few that are not alike."""

_ELAPSED = {"h": 3600, "m": 60, "s": 1}
_WEEK = "一二三四五六日"
_ENGLISH_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT = 3
"""Letters of an English month or weekday that is cut."""

_WHOLE_DATE = tuple(
    Token(kind, said) for said, kind in (("yyyy", "date"), ("年", "literal"), ("m", "date"), ("月", "literal"), ("d", "date"), ("日", "literal"))
)  # fmt: skip


class NoDay(ValueError):
    """A number that is no day of the calendar: Excel shows #### or 1900/1/0."""


def shown(serial: Decimal, section: Section, from_1904: bool) -> str:
    """The moment that a number of days is, as the section shows it.

    A whole date in figures (2026/4/3, 2026-04-03) comes as 2026年4月3日: which of its looks a cell has
    depends on the computer that shows it, and a text of an office has only this one (GB/T 15835—2011).

    Raises:
        NoDay: Excel has no such day.
        UnknownFormat: the section holds what stands in no date.

    """
    tokens = _prepared(section.tokens)
    places = max((len(token.said) for token in tokens if token.kind == "fraction"), default=0)
    seconds = round(serial * _DAY, places)
    if seconds < 0 or serial > LAST_DAY:
        raise NoDay
    days = int(seconds // _DAY)
    if (
        not days
        and not from_1904
        and any(token.kind == "date" and token.said[0] in "yYmMdD" for token in tokens)
    ):
        raise NoDay
    day = _day(days, from_1904)
    clock = _Clock(seconds, any(token.kind == "half" for token in tokens))
    pieces = (_piece(token, day, clock, section.numerals) for token in tokens)
    return "".join(pieces)


def serial(moment: datetime.datetime, from_1904: bool) -> str:
    """A moment as the number of days that Excel keeps for it."""
    epoch = _EPOCH_1904 if from_1904 else _EPOCH
    return repr((moment.replace(tzinfo=None) - epoch) / datetime.timedelta(days=1))


def _day(days: int, from_1904: bool) -> datetime.datetime:
    if days == _NO_DAY and not from_1904:
        raise NoDay
    epoch = _EPOCH_1904 if from_1904 else _BEFORE if days < _NO_DAY else _EPOCH
    try:
        return epoch + datetime.timedelta(days=days)
    except OverflowError as error:
        raise NoDay from error


class _Clock:
    """The time of a moment: all of its seconds, and hours, minutes and seconds of its day."""

    def __init__(self, seconds: Decimal, halves: bool) -> None:
        self.all = seconds
        self.rest = seconds % 1
        of_day = int(seconds % _DAY)
        self.hour, self.minute, self.second = of_day // 3600, of_day // 60 % 60, of_day % 60
        self.first_half = self.hour < 12
        self.said = {"h": (self.hour % 12 or 12) if halves else self.hour, "s": self.second}


@lru_cache(maxsize=_FORMATS)
def _prepared(tokens: tuple[Token, ...]) -> Sequence[Token]:
    return _in_words(_told_apart(tokens))


def _told_apart(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, an m that stands behind hours or before seconds as `minute`, the places behind seconds as `fraction`."""
    units = [token.said[0].lower() if token.kind in ("date", "elapsed") else "" for token in tokens]
    befores = list(accumulate(units, lambda unit, next_: next_ or unit, initial=""))[:-1]
    afters = list(accumulate(reversed(units), lambda unit, next_: next_ or unit, initial=""))[-2::-1]
    found: list[Token] = []
    for index, (token, before, after) in enumerate(zip(tokens, befores, afters, strict=True)):
        follows = index + 1 < len(tokens) and tokens[index + 1].kind == "digit"
        if token.kind == "date" and units[index] == "m" and len(token.said) <= len("mm"):
            found.append(Token("minute", token.said) if before == "h" or after == "s" else token)
        elif token.kind == "point" and before == "s" and follows:
            found.append(Token("fraction", ""))
        elif token.kind == "digit" and found and found[-1].kind == "fraction":
            found[-1] = Token("fraction", found[-1].said + token.said)
        else:
            found.append(token)
    return found


def _in_words(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens; where a date in figures alone stands first, 年月日 instead of its strokes."""
    units, marks, end = "", "", 0
    for end, token in enumerate((*tokens, Token("end", " ")), 1):  # noqa: B007 - where the date ends is looked for
        if len(units) == len("ymd"):
            break
        if (
            token.kind == "date"
            and token.said[0] in "yYmMdD"
            and (token.said[0] in "yY" or len(token.said) <= len("mm"))
        ):
            units += token.said[0].lower()
        else:
            marks += token.said
    in_figures = units in ("ymd", "mdy", "dmy") and len(marks) == 2 and not set(marks) - set("-/.")
    return (*_WHOLE_DATE, *tokens[end - 1 :]) if in_figures else tokens


def _piece(token: Token, day: datetime.datetime, clock: _Clock, chinese: int) -> str:
    if token.kind == "date":
        return _unit(token.said.lower(), day, clock, chinese)
    if token.kind == "minute":
        return _figures(clock.minute, len(token.said), chinese)
    if token.kind == "elapsed":
        return str(int(clock.all // _ELAPSED[token.said[0]])).zfill(len(token.said))
    if token.kind == "fraction":
        return f"{clock.rest:.{len(token.said)}f}"[1:]
    if token.kind == "half":
        return token.said.split("/")[not clock.first_half]
    if token.kind in ("literal", "slash", "comma", "point"):
        return token.said
    raise UnknownFormat(token.said)


def _unit(said: str, day: datetime.datetime, clock: _Clock, chinese: int) -> str:
    """One unit of a date or a time: its letter says which, and how often it stands how it looks."""
    size = len(said)
    if said[0] in "ye":
        year = str(day.year) if said[0] == "e" or size > len("yy") else f"{day.year % 100:02}"
        return numerals.digit_by_digit(year, chinese) if chinese else year
    if said[0] == "a" or (said[0] == "d" and size >= _SHORT):
        return _weekday(said, day)
    if said[0] == "m" and size >= _SHORT:
        month = _MONTHS[day.month - 1]
        return {3: month[:_SHORT], 5: month[0]}.get(size, month)
    value = {"m": day.month, "d": day.day, **clock.said}[said[0]]
    return _figures(value, size, chinese)


def _weekday(said: str, day: datetime.datetime) -> str:
    if said[0] == "a":
        return ("星期" if len(said) > _SHORT else "") + _WEEK[day.weekday()]
    name = _ENGLISH_WEEK[day.weekday()]
    return name if len(said) > _SHORT else name[:_SHORT]


def _figures(value: int, size: int, chinese: int) -> str:
    """A number below 60: two figures where the format has two letters; in Chinese 十二, not 一十二."""
    if not chinese:
        return str(value).zfill(min(size, 2))
    counted = numerals.counted(str(value), chinese)
    return counted[1:] if chinese == 1 and 10 <= value < 20 else counted
