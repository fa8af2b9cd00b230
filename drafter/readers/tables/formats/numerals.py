"""Figures in Chinese, as the formats [DBNum1] (一百二十三), [DBNum2] (壹佰贰拾叁) and [DBNum3] (１２３) show them."""

from __future__ import annotations

_DIGITS = {1: "○一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖", 3: "０１２３４５６７８９"}
_UNITS = {1: ("", "十", "百", "千"), 2: ("", "拾", "佰", "仟"), 3: ("", "十", "百", "千")}
_GROUPS = ("", "万", "亿", "万亿")


def digit_by_digit(text: str, numerals: int) -> str:
    """Each figure of a text by itself: 2026 is 二○二六."""
    return text.translate({ord("0") + value: digit for value, digit in enumerate(_DIGITS[numerals])})


def counted(text: str, numerals: int) -> str:
    """A number of up to 15 digits as it is counted: 123.5 is 一百二十三.五, 10 is 一十."""
    whole, point, part = text.partition(".")
    return _whole(whole, numerals) + point + digit_by_digit(part, numerals)


def _whole(digits: str, numerals: int) -> str:
    figures, units = _DIGITS[numerals], _UNITS[numerals]
    said, skipped = "", False
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit == "0":
            skipped = True
        else:
            said += (figures[0] if skipped and said else "") + figures[int(digit)] + units[place % 4]
            skipped = False
        if place % 4 == 0 and digits[max(0, len(digits) - place - 4) : len(digits) - place].strip("0"):
            said += _GROUPS[place // 4]
    return said or figures[0]
