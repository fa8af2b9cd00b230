"""How figures are read aloud: 99.2% is 百分之九十九点二, 2026年 is 二〇二六年, 2万 is 两万."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter import numerals

_DIGITS = "〇一二三四五六七八九"
_SPOKEN_DIGITS = "零一二三四五六七八九"
_FIGURE = re.compile(
    r"(?P<years>(?:19|20)\d{2}[—～~-](?:19|20)\d{2})(?=年)"
    r"|(?P<year>\d{4})(?=年|〕)|(?P<date>\d{4}-\d{1,2}-\d{1,2})|(?P<name>[A-Za-z]+\d+)"
    r"|(?P<clock>(?:[01]?\d|2[0-4])[:：][0-5]\d)(?!\d)"
    r"|(?P<ratio>\d{1,3}[:：]\d{1,3})"
    r"|(?P<part>\d{1,3}/\d{1,3})(?!\d|/)"
    r"|(?P<code>0\d{2,3}-?\d{7,8}|1\d{10}|(?<![\d.])[2-9]\d{6,7}(?![\d.万亿]))"
    r"|(?P<low>\d+(?:\.\d+)?)(?P<lowsign>[%％℃]?)(?P<dash>[—～~-])(?P<high>\d+(?:\.\d+)?)(?P<highsign>[%％℃]?)"
    r"|(?P<minus>(?<![\d—～~-])[-−])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<sign>[%％‰℃]?)"
)
_MEASURES = "万亿千百个项件家户条次人名天年倍批起座所元吨米亩里度台辆株斤位张"
_AFTER = re.compile(f"个百分点|[{_MEASURES}]")
_SIGNS = {"%": "百分之", "％": "百分之", "‰": "千分之"}
_SHORT = 1000
_CODES = ("热线", "平台", "专线", "政务")
"""What follows a number that is said digit by digit."""

_LONGEST_NUMBER = 12


_NARROW = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９．％", "0123456789.%", strict=True)}


def said(text: str) -> dict[str, str]:
    """How the harder figures of a text are said, by how they are written, in order.

    Percentages, decimals, ranges, clock times and whole numbers from 1000 up; what anybody
    reads at sight (3月, 128件) is left out.
    """
    found: dict[str, str] = {}
    text = text.translate(_NARROW)
    for match in _FIGURE.finditer(text):
        written, spoken = _read(match, text)
        if written:
            found.setdefault(written, spoken)
    return found


def _read(match: re.Match[str], text: str) -> tuple[str, str]:
    """One figure as it is written, with the word after it, and as it is said."""
    kind = match.lastgroup if match.lastgroup in _READERS else ""
    if kind:
        return match[0], _READERS[kind](match[0])
    if match["year"] or match["date"] or match["name"]:
        return "", ""
    unit = _AFTER.match(text, match.end())
    after = unit[0] if unit else ""
    if match["low"]:
        sign = match["highsign"]
        low = _with_sign(match["low"], match["lowsign"] or (sign if sign in _SIGNS else ""))
        return match[0] + after, f"{low}到{_with_sign(match['high'], sign)}{after}"
    number, minus = match["number"], "负" if match["minus"] else ""
    if not match["sign"] and not minus and "." not in number and _plain(number):
        return "", ""
    if (number.startswith("0") and "." not in number) or text.startswith(_CODES, match.end()):
        return number, digits(number)
    return match[0] + after, minus + _with_sign(number, match["sign"], after) + after


def _plain(number: str) -> bool:
    """Whether anybody reads the number at sight."""
    return len(number) < len(str(_SHORT)) and not number.startswith("0")


def _with_sign(number: str, sign: str, after: str = "") -> str:
    return _SIGNS.get(sign, "") + spoken(number, after) + ("摄氏度" if sign == "℃" else "")


def _clock(written: str) -> str:
    hour, minute = (int(part) for part in re.split("[:：]", written))
    said_hour = "两" if hour == 2 else numerals.han(hour)
    if not minute:
        return f"{said_hour}点"
    return (
        f"{said_hour}点半"
        if minute == 30
        else f"{said_hour}点{'零' if minute < 10 else ''}{numerals.han(minute)}分"
    )


def _ratio(written: str) -> str:
    return "比".join(map(spoken, re.split("[:：]", written)))


def _part(written: str) -> str:
    part, whole = written.split("/")
    return f"{spoken(whole)}分之{spoken(part)}"


def _years(written: str) -> str:
    return "到".join(map(digits, re.split("[—～~-]", written)))


def digits(number: str) -> str:
    """The number digit by digit, as a code or a year is said."""
    return "".join(_DIGITS[int(digit)] for digit in number if digit.isdigit())


def spoken(number: str, after: str = "") -> str:
    """The number in words: 128 is 一百二十八, 12.5 is 十二点五, 2 before 万 is 两."""
    whole, _, fraction = number.replace(",", "").partition(".")
    if len(whole) > _LONGEST_NUMBER:
        return digits(number)
    words = _whole(int(whole or 0))
    if fraction:
        return f"{words}点{''.join(_SPOKEN_DIGITS[int(digit)] for digit in fraction)}"
    return "两" if words == "二" and after and after in _MEASURES else words


def _whole(number: int) -> str:
    """A whole number below 1,000,000,000,000 in words."""
    hundred_millions, below = divmod(number, 10**8)
    if hundred_millions:
        rest = ("零" if below < 10**7 else "") + _whole(below) if below else ""
        return f"{'两' if hundred_millions == 2 else numerals.han(hundred_millions)}亿{rest}"
    high, low = divmod(number, 10000)
    if not high:
        words = numerals.han(low)
        return f"两{words[1:]}" if words.startswith("二千") else words
    head = "两" if high == 2 else numerals.han(high)
    return f"{head}万" + (("零" if low < 1000 else "") + numerals.han(low) if low else "")


_READERS: dict[str, Callable[[str], str]] = {
    "years": _years, "clock": _clock, "ratio": _ratio, "part": _part, "code": digits,
}  # fmt: skip
"""How each kind of figure that stands by itself is said."""
