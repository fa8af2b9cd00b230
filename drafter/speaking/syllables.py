"""How long a text takes to say: by the syllables that are spoken, not by its characters.

2026年 is five syllables and 12.5% is seven (百分之十二点五), though they are written with five
characters each. The usual rate of a speech is 160 to 200 characters a minute, pauses
included; 180 is the rate that a reader of prepared speeches is trained to.
"""

from __future__ import annotations

from drafter import numerals
from drafter.patterns import pattern

RATE = 180
"""Syllables a minute, pauses included."""

SLOWEST, FASTEST = 30, 600
"""The rates that may be asked for."""

_NOT_HAN = pattern("[^\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0010ffff〇]+")
"""Whatever is no Han character, of any plane, and no 〇."""

_NUMBER = pattern(r"(?P<year>\d{4}(?=年))|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<percent>[%％‰]?)")
_LATIN = pattern(r"[A-Za-z]+")


def syllables(text: str) -> int:
    """How many syllables the text has when it is read aloud."""
    count = len(_NOT_HAN.sub("", text))
    for match in _NUMBER.finditer(text):
        if match["year"]:
            count += 4
        else:
            count += spoken(match["number"].replace(",", "")) + (3 if match["percent"] else 0)
    return count + sum(_latin(word[0]) for word in _LATIN.finditer(text))


def spoken(number: str) -> int:
    """Syllables of a number: 128 is 一百二十八, 12.5 is 十二点五, a long code digit by digit."""
    whole, _, fraction = number.partition(".")
    digits = len(whole) if len(whole) > 8 or whole.startswith("0") else _whole(int(whole or 0))
    return digits + (1 + len(fraction) if fraction else 0)


def _whole(number: int) -> int:
    """Syllables of a whole number below 100,000,000."""
    high, low = divmod(number, 10000)
    if not high:
        return len(numerals.han(low))
    return len(numerals.han(high)) + 1 + ((low < 1000) + len(numerals.han(low)) if low else 0)


def _latin(word: str) -> int:
    """Syllables of Latin letters: capitals are spelt out, a word has one for three letters."""
    return len(word) if word.isupper() else max(1, round(len(word) / 3))
