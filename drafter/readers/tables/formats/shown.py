"""A value as its cell shows it, by the cell's format."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Sequence
from decimal import Context, Decimal, DecimalException

from drafter.readers.tables.formats import codes, days, numbers, numerals
from drafter.readers.tables.formats.codes import Section, Token, UnknownFormat
from drafter.records import Record

_KEPT = Context(prec=numbers.MOST_DIGITS)
_MOST = Decimal(10) ** numbers.MOST_DIGITS
_LARGEST = 308
"""The power of ten that a number of Excel ends at."""

_COMPARED = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_AS_STORED = frozenset(("General", "@", "0"))
"""Formats in which a whole number shows as it is stored."""

_ALIKE = 100_000
"""How many values are remembered with what they show; a table has few that are not alike."""


class Fault(Record):
    """Why a cell cannot be printed, as the end of a sentence that begins with its column; and the way out."""

    what: str
    way: str


class Unshown(ValueError):
    """A value that is not printed; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what)
        self.fault = fault


class Shower:
    """Shows the values of one workbook. `formats` are those of its styles; it counts days from 1900, or from 1904."""

    def __init__(self, formats: Sequence[str], from_1904: bool = False) -> None:
        self._formats = formats
        self._from_1904 = from_1904
        self._sections: dict[str, tuple[Section, ...]] = {}
        self._known: dict[tuple[str, int], str] = {}

    def number(self, stored: str, style: int) -> str:
        """A number, its digits as the file has them, in the format of this style.

        Raises:
            Unshown: Excel lost digits of it, or shows what we cannot.

        """
        known = self._known.get((stored, style))
        if known is None:
            code = self._format(style)
            if (
                code in _AS_STORED
                and stored.isdecimal()
                and stored.isascii()
                and len(stored) <= numbers.MOST_DIGITS
            ):
                return stored  # most numbers are
            known = self._number(stored, code)
            if len(self._known) < _ALIKE:
                self._known[stored, style] = known
        return known

    def moment(self, said: str, style: int) -> str:
        """A moment that a strict file writes out (2026-04-03T09:30:00), in the format of this style.

        Raises:
            Unshown: it is none.

        """
        try:
            serial = days.serial(datetime.datetime.fromisoformat(said.removesuffix("Z")), self._from_1904)
        except ValueError as error:
            raise Unshown(Fault(f"里的日期读不懂：{said[:20]}", "在表里改成正确的日期")) from error
        return self.number(serial, style)

    def text(self, text: str, style: int) -> str:
        """A text in the format of this style: most have none of their own, one of "第"@"号" has."""
        code = self._format(style)
        if "@" not in code:
            return text
        try:
            parted = self._parted(code)
        except UnknownFormat:
            return text
        if parted[-1].kind != "text":
            return text
        return "".join(text if token.kind == "text" else token.said for token in parted[-1].tokens).strip()

    def _format(self, style: int) -> str:
        return self._formats[style] if 0 <= style < len(self._formats) else "General"

    def _parted(self, code: str) -> tuple[Section, ...]:
        """The sections of a format; one that is not known is looked at once, too."""
        if code not in self._sections:
            try:
                self._sections[code] = codes.sections(code)
            except UnknownFormat:
                self._sections[code] = ()
        if not self._sections[code]:
            raise UnknownFormat(code)
        return self._sections[code]

    def _number(self, stored: str, code: str) -> str:
        try:
            value = _KEPT.create_decimal(stored)
        except DecimalException:
            value = Decimal("NaN")
        if not value.is_finite() or abs(value.adjusted()) > _LARGEST:
            raise Unshown(Fault(f"存的不是数字：{stored[:20]}", "在表里重填这一格"))
        try:
            section, value = _chosen(self._parted(code), value)
            return self._in_section(value, section)
        except (UnknownFormat, DecimalException) as error:  # more places than a number has, too
            raise Unshown(
                Fault(f"的数字格式“{code[:30]}”读不懂", "把这一列的格式改成“常规”或“文本”，核对后重存")
            ) from error
        except days.NoDay as error:
            raise Unshown(
                Fault(f"是日期格式，里面却是 {stored[:20]}，不是哪一天", "在表里改成正确的日期")
            ) from error

    def _in_section(self, value: Decimal, section: Section) -> str:
        if section.kind == "date":
            return days.shown(value, section, self._from_1904)
        if abs(value) >= _MOST:
            count = value.adjusted() + 1
            raise Unshown(
                Fault(
                    f"是 {count} 位数字，Excel 只存得下 {numbers.MOST_DIGITS} 位，后面几位已经不对",
                    "请把这一列设成文本，照原件重填",
                )
            )
        if section.kind == "number":
            shown = numbers.formatted(abs(value), section).strip()
            nothing = value >= 0 or shown == numbers.formatted(Decimal(0), section).strip()
            return shown if nothing else f"-{shown}"
        return _said(section, value).strip()


def _said(section: Section, value: Decimal) -> str:
    """A section that has no places for digits: the number as it is wherever one is asked for, and its words."""
    plain = numbers.general(value)
    if section.numerals:
        plain = "-" * (value < 0) + numerals.counted(plain.lstrip("-"), section.numerals)
    return "".join(plain if token.kind in ("general", "text") else token.said for token in section.tokens)


def _chosen(sections: Sequence[Section], value: Decimal) -> tuple[Section, Decimal]:
    """The section that holds for a number, and the number that it is to show: one for negative ones alone shows no sign.

    Text sections show no number, unless there is no other.
    """
    of_numbers = [one for one in sections[:3] if one.kind != "text"] or [Section((Token("general", ""),))]
    if any(one.condition for one in of_numbers):
        for one in of_numbers:
            if one.condition is None or _COMPARED[one.condition[0]](value, Decimal(one.condition[1])):
                return one, abs(value) if _is_of_negatives(one) else value
        raise UnknownFormat  # Excel shows ####: no section is for this number
    if value < 0 and len(of_numbers) > 1:
        return of_numbers[1], -value
    if value == 0 and len(of_numbers) > 2:
        return of_numbers[2], value
    return of_numbers[0], value


def _is_of_negatives(section: Section) -> bool:
    """Whether a section is for negative numbers alone, by its condition."""
    return section.condition is not None and section.condition[0] in ("<", "<=") and section.condition[1] <= 0
