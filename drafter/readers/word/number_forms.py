"""The forms of Word's automatic numbers (ECMA-376 17.18.59), as far as offices use them."""

from __future__ import annotations

from collections.abc import Callable

from drafter import numerals

_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FORMAL = str.maketrans("一二三四五六七八九十百千零", "壹贰叁肆伍陆柒捌玖拾佰仟零")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN, _MOST_LETTERS = 3999, 26 * 30


def printed(number: int, form: str) -> str:
    """A number in one of Word's forms; in digits where that form does not go so far, or is no office's."""
    make = _FORMS.get(form)
    return (make(number) if make is not None else "") or str(number)


def _han(number: int) -> str:
    return numerals.han(number) if 0 <= number <= numerals.MOST else ""


def _formal(number: int) -> str:
    """壹贰叁: ten is 壹拾."""
    said = _han(number)
    return ("一" + said if said.startswith("十") else said).translate(_FORMAL)


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _row(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 1 <= number <= len(characters) else ""


def _letters(number: int) -> str:
    """A to Z, then AA, BB (17.18.59, upperLetter)."""
    if not 1 <= number <= _MOST_LETTERS:
        return ""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= _MOST_ROMAN:
        return ""
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def _wide(number: int) -> str:
    return str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


_circled = _row("".join(chr(ord("①") + number) for number in range(20)))
_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand", "japaneseDigitalTenThousand"), _han,
    ),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _formal),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"), _circled),
    "ideographDigital": _digits,
    "ideographTraditional": _row(numerals.STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "decimalZero": lambda number: f"{number:02}",
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _wide),
    "decimalEnclosedParen": _row("".join(chr(ord("⑴") + number) for number in range(20))),
    "decimalEnclosedFullstop": _row("".join(chr(ord("⒈") + number) for number in range(20))),
}  # fmt: skip
