"""Han numerals and the marks that number headings and points: printing and recognising.

Marks follow GB/T 9704—2012 7.3.3 (一、 （一） 1. （1）) and the running marks of speeches
(一是, 一要, 其一，, 第一，, 首先，).
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.patterns import pattern
from drafter.records import Record

DIGITS = "零一二三四五六七八九"
MOST = 9999
"""The largest number that is written in Han numerals; larger ones are in figures."""

NO_MARK = "none"
RUNNING_MARKS = ("一是", "一要", "其一，", "第一，")
"""Marks to fall back on, in order, where a numbering has run out of levels."""

NO_MARK_SPELLINGS = (NO_MARK, "无")
"""How an outline may say that there is no mark."""

_SIGNS = {"①": 20, "㈠": 10, "⑴": 20, "⒈": 20}
"""Signs that are numbers in themselves: the first of each row, and how many it has."""

STEMS = "甲乙丙丁戊己庚辛壬癸"
ROWS: tuple[Sequence[str], ...] = (
    STEMS, "壹贰叁肆伍陆柒捌玖拾", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
)  # fmt: skip
"""Rows of signs that people count headings with, ten of each; the first names the scheme: 甲、 I.."""

PADDED = "01"
"""How a scheme begins whose numbers have two digits."""

_ORDER_WORDS = {
    1: ("首先",),
    2: ("首先", "其次"),
    3: ("首先", "其次", "最后"),
    4: ("首先", "其次", "再次", "最后"),
    5: ("首先", "其次", "再次", "此外", "最后"),
}
_HAN = "一二三四五六七八九十百零〇两"
_LEVELS = pattern(
    rf"([{_HAN}]{{1,5}}、(?![{_HAN}]{{1,3}}、))|([（(][{_HAN}]{{1,5}}[）)])|(\d{{1,2}}[.．、](?!\d))|([（(]\d{{1,2}}[）)])"
)
"""The marks of levels 1 to 4, a group each."""

_RUNNING = pattern(
    rf"[一二三四五六七八九十]{{1,3}}[是要](?!素)|[第其][{_HAN}]{{1,3}}，|首先，|其次，|再次，|此外，|最后，|[①-⑳]|——|[甲乙丙丁戊己壹贰叁肆伍陆柒捌ⅠⅡⅢⅣⅤⅥⅦⅧ]、|0\d[ 、．.]"
)


_TOO_MANY_DIGITS = 10


def han(number: int) -> str:
    """The number in Han numerals, as counted in speech: 2 is 二, 10 is 十, 21 is 二十一; in figures above 9999.

    Raises:
        ValueError: the number is negative.

    """
    if number < 0:
        raise ValueError(number)
    if number > MOST:
        return str(number)
    if number < 10:
        return DIGITS[number]
    text = ""
    skipped = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if skipped and text else "") + DIGITS[digit] + name
        skipped = not digit
    return text.removeprefix("一") if 10 <= number < 20 else text


def value(numeral: str) -> int:
    """A Han numeral from 一 to 九十九 as a number; 0 where it is none."""
    tens, ten, ones = numeral.rpartition("十")
    digits = [DIGITS.find(digit) if len(digit) == 1 else -1 for digit in (tens or "一", ones or "零")]
    if not numeral or min(digits) < 0:
        return 0
    return (digits[0] * 10 if ten else 0) + digits[1]


def is_count(text: str) -> bool:
    """Whether a text is a whole number of a size that anybody counts with; `int` takes no number of thousands of digits."""
    return text.isdecimal() and len(text) < _TOO_MANY_DIGITS


def number(text: str) -> int:
    """A number up to 199 in either numerals, 0 where it is none of these."""
    if text.isdecimal():
        return int(text)
    hundreds, hundred, rest = text.rpartition("百")
    if not hundred:
        return value(text)
    return 100 + (value(rest.removeprefix("零")) if rest else 0) if hundreds in ("", "一") else 0


def scheme(text: str) -> str:
    """The scheme that an outline writes: `none` for 无, all others as they are."""
    return NO_MARK if text in NO_MARK_SPELLINGS else text


COUNTED_WORDS = (
    r"(?:个)?(?:大)?方面|点(?!到|上|面|论|半|钟|一线|前|后|以)|个(?:坚持|必须|着力|聚焦|注重|突出问题|突出|问题|环节|阶段|关键词|关系|部分|重点|步骤|特点|变化|更|新|转变|抓手|突破|带头|到位|关口|统筹|严禁|不准)"
    r"|项(?:工作|任务|重点|措施|要求|内容|机制|行动|举措|改革)|条(?:意见|要求|建议|措施|经验|体会|原则|路子|路径)|件(?:实|大|要|难|小)?事|句话|步(?=走(?!战略)|棋)|步棋|道关|篇文章|场硬仗|张牌|本账|把钥匙"
    r"|大(?:任务|工程|行动|重点|举措|抓手)"
)
"""What is counted where a number announces points to come: a pattern of what stands after it."""

_ANNOUNCED = pattern(
    rf"(?<![第“〇零百千万十\d.月年日—\-每近约两二三四五六七八九])(?P<number>[两二三四五六七八九十]{{1,3}}|\d{{1,2}})(?P<what>{COUNTED_WORDS})"
)


class Announced(Record):
    """A count of points to come, and where it stands in its text: 三件事."""

    number: int
    start: int
    end: int
    what: str


def announces(text: str) -> bool:
    """Whether a text announces a count, one or several."""
    return _ANNOUNCED.search(text) is not None


def announced(text: str) -> Announced | None:
    """The count that a heading or a sentence announces; None where it announces none, or several."""
    found = list(_ANNOUNCED.finditer(text))
    if len(found) != 1:
        return None
    said = found[0]["number"]
    number = int(said) if said.isdigit() else 2 if said == "两" else value(said)
    return Announced(number, *found[0].span(), found[0]["what"]) if number else None


def counted(number: int) -> str:
    """The number as it stands before a measure word: 2 is 两, all others as in `han`."""
    return "两" if number == 2 else han(number)


def mark(scheme: str, number: int, total: int) -> str:
    """The mark of item `number` (from 1) of `total` in a scheme named by its first mark.

    `mark("（一）", 3, 5)` is （三）. A scheme that holds no number (——) is every item's mark;
    `none` gives an empty mark.
    """
    if scheme == NO_MARK:
        return ""
    if scheme.startswith("首先"):
        words = _ORDER_WORDS.get(total)
        return words[number - 1] + scheme[2:] if words else mark("第一，", number, total)
    if "一" in scheme:
        return scheme.replace("一", han(number), 1)
    if scheme.startswith(PADDED):
        return f"{number:02}{scheme[2:]}"
    if "1" in scheme:
        return scheme.replace("1", str(number), 1)
    sign = next((sign for sign in _SIGNS if sign in scheme), "")
    if sign and number <= _SIGNS[sign]:
        return scheme.replace(sign, chr(ord(sign) + number - 1), 1)
    row = next((row for row in ROWS if scheme.startswith(row[0])), ())
    return scheme.replace(row[0], row[number - 1], 1) if number <= len(row) else scheme


def heading_level(text: str) -> int:
    """The level 1 to 4 of the mark that opens the text, or 0 where it opens with none.

    Levels and their marks: GB/T 9704—2012 7.3.3.
    """
    match = _LEVELS.match(text)
    return (match.lastindex or 0) if match else 0


def opens_with_mark(text: str) -> bool:
    """Whether the text brings a mark of its own: one of 7.3.3's, or a running one."""
    return bool(heading_level(text) or _RUNNING.match(text))


def is_running(scheme: str) -> bool:
    """Whether the scheme's marks can stand in the middle of a paragraph (一是, not 一、)."""
    return heading_level(scheme) == 0
