"""How figures are read aloud: 99.2% is 百分之九十九点二, 2026年 is 二〇二六年, 2万 is 两万."""

from __future__ import annotations

import re

from drafter import numerals

_DIGITS = "〇一二三四五六七八九"
_SPOKEN_DIGITS = "零一二三四五六七八九"
_UNITS = "万亿"
_FIGURE = re.compile(
    r"(?P<year>\d{4})(?=年)"
    r"|(?P<clock>\d{1,2}[:：]\d{2})"
    r"|(?P<low>\d+(?:\.\d+)?)(?P<lowsign>[%％]?)(?P<dash>[—～~-])(?P<high>\d+(?:\.\d+)?)(?P<highsign>[%％]?)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<sign>[%％‰]?)"
)
_MEASURES = "万亿千百个项件家户条次人名天年倍批起座所元吨米亩里度台辆株斤位张"
_AFTER = re.compile(f"个百分点|[{_MEASURES}]")
_SIGNS = {"%": "百分之", "％": "百分之", "‰": "千分之"}
_SHORT = 1000
_CODES = ("热线", "平台", "专线", "政务")
"""What follows a number that is said digit by digit."""

_LONGEST_NUMBER = 8


def said(text: str) -> dict[str, str]:
    """How the harder figures of a text are said, by how they are written, in order.

    Percentages, decimals, ranges, clock times and whole numbers from 1000 up; what anybody
    reads at sight (3月, 128件) is left out.
    """
    found: dict[str, str] = {}
    for match in _FIGURE.finditer(text):
        written, spoken = _read(match, text)
        if written:
            found.setdefault(written, spoken)
    return found


def _read(match: re.Match[str], text: str) -> tuple[str, str]:
    """One figure as it is written, with the word after it, and as it is said."""
    unit = _AFTER.match(text, match.end())
    after = unit[0] if unit else ""
    if match["clock"]:
        hour, minute = re.split("[:：]", match["clock"])
        return match[0], _clock(int(hour), int(minute))
    if match["low"]:
        low, high = (_with_sign(match[n], match[s]) for n, s in (("low", "lowsign"), ("high", "highsign")))
        low = (
            low if match["lowsign"] or not match["highsign"] else _with_sign(match["low"], match["highsign"])
        )
        return match[0] + after, f"{low}到{high}{after}"
    number = match["number"]
    if not number or (not match["sign"] and "." not in number and _plain(number)):
        return "", ""
    if (number.startswith("0") and "." not in number) or text.startswith(_CODES, match.end()):
        return number, digits(number)
    return match[0] + after, _with_sign(number, match["sign"], after) + after


def _plain(number: str) -> bool:
    """Whether anybody reads the number at sight."""
    return len(number) < len(str(_SHORT)) and not number.startswith("0")


def _with_sign(number: str, sign: str, after: str = "") -> str:
    return _SIGNS.get(sign, "") + spoken(number, after)


def _clock(hour: int, minute: int) -> str:
    said_hour = "两" if hour == 2 else numerals.han(hour)
    if not minute:
        return f"{said_hour}点"
    return (
        f"{said_hour}点半"
        if minute == 30
        else f"{said_hour}点{'零' if minute < 10 else ''}{numerals.han(minute)}分"
    )


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
    """A whole number below 100,000,000 in words."""
    high, low = divmod(number, 10000)
    if not high:
        words = numerals.han(low)
        return f"两{words[1:]}" if words.startswith("二千") else words
    head = "两" if high == 2 else numerals.han(high)
    return f"{head}万" + (("零" if low < 1000 else "") + numerals.han(low) if low else "")
