"""A number as one section of a format shows it."""

from __future__ import annotations

import decimal
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile

from drafter.readers.tables.formats import numerals
from drafter.readers.tables.formats.codes import Section, Token, UnknownFormat

MOST_DIGITS = 15
"""What Excel keeps of a number; the rest is zeros (its specifications and limits)."""

_GENERAL_WIDTH = 11
"""Characters that Excel gives a number without a format."""

_EXACT = decimal.Context(prec=60, rounding=decimal.ROUND_HALF_UP)
_MOST_BELOW = 9
"""Places of a denominator."""


def general(value: Decimal) -> str:
    """A number without a format: every digit that was typed, never with an exponent.

    What a formula gave without end (0.333333333333333) is cut where Excel cuts it, at eleven characters.
    """
    shown = _EXACT.create_decimal(value)
    if len(shown.normalize(_EXACT).as_tuple().digits) >= MOST_DIGITS and shown != shown.to_integral_value():
        whole = len(str(int(abs(shown))))
        shown = _rounded(shown, max(0, _GENERAL_WIDTH - 1 - whole))
    text = f"{shown:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def formatted(value: Decimal, section: Section) -> str:
    """The number, its sign not told, laid on the places of a section.

    Raises:
        UnknownFormat: the section has more exponents or fractions than one, or one that is out of all measure.

    """
    tokens = section.tokens
    kinds = [token.kind for token in tokens]
    value *= 100 ** kinds.count("percent")
    if "power" in kinds:
        return _scientific(value, tokens, kinds.index("power"))
    if "slash" in kinds and _is_fraction(kinds):
        return _fraction(value, tokens, kinds.index("slash"))
    point = kinds.index("point") if "point" in kinds else len(kinds)
    before, thousands, scaling = _commas(tokens[:point])
    after, _, more = _commas(tokens[point + 1 :])
    scaling += more
    places = sum(token.kind == "digit" for token in after)
    whole, _, part = f"{_rounded(value / 1000**scaling, places):f}".partition(".")
    shown = _whole(whole.lstrip("0"), before, thousands)
    if point < len(kinds):
        shown += "." + _part(part, after)
    return numerals.digit_by_digit(shown, section.numerals) if section.numerals else shown


def _rounded(value: Decimal, places: int) -> Decimal:
    """Half away from zero, as Excel rounds."""
    return value.quantize(Decimal(1).scaleb(-places), context=_EXACT)


def _commas(tokens: Sequence[Token]) -> tuple[list[Token], bool, int]:
    """The tokens without commas; whether they part thousands; how often a thousand is taken out (0.0,)."""
    digits = [index for index, token in enumerate(tokens) if token.kind == "digit"]
    if not digits:
        return (
            [Token("literal", token.said) if token.kind == "comma" else token for token in tokens],
            False,
            0,
        )
    commas = [index for index, token in enumerate(tokens) if token.kind == "comma"]
    inside = any(digits[0] < index < digits[-1] for index in commas)
    scaling = sum(index > digits[-1] for index in commas)
    return [token for token in tokens if token.kind != "comma"], inside, scaling


def _whole(digits: str, tokens: Sequence[Token], thousands: bool) -> str:
    """The digits before the point, laid on their places from the right; those left over stand at the first place, where
    there is none right before the point.
    """
    places = sum(token.kind == "digit" for token in tokens)
    shown: list[str] = [] if places else list(reversed(digits))
    left, count = digits, 0
    for token in reversed(tokens):
        if token.kind != "digit":
            shown.append(token.said)
            continue
        places -= 1
        taken = left if places == 0 else left[-1:]
        left = left[: len(left) - len(taken)]
        for digit in reversed(taken) if taken else _missing(token.said):
            if thousands and count and count % 3 == 0 and digit != " ":
                shown.append(",")
            shown.append(digit)
            count += 1
    return "".join(reversed(shown))


def _missing(place: str) -> Iterator[str]:
    """What stands at a place for which there is no digit."""
    if place != "#":
        yield "0" if place == "0" else " "


def _part(digits: str, tokens: Iterable[Token]) -> str:
    """The digits behind the point; zeros at the end fall away where the place is # or ?."""
    shown: list[str] = []
    kept = len(digits.rstrip("0"))
    at = 0
    for token in tokens:
        if token.kind != "digit":
            shown.append(token.said)
            continue
        shown.append(digits[at] if at < kept else "".join(_missing(token.said)))
        at += 1
    return "".join(shown)


def _scientific(value: Decimal, tokens: Sequence[Token], power: int) -> str:
    """One number and its power of ten; the first of them keeps to a multiple of the places before its point."""
    before, after = tokens[:power], tokens[power + 1 :]
    kinds = [token.kind for token in before]
    point = kinds.index("point") if "point" in kinds else len(kinds)
    step = max(1, kinds[:point].count("digit"))
    places = kinds[point:].count("digit")
    exponent = (value.adjusted() // step) * step if value else 0
    mantissa = _rounded(value.scaleb(-exponent, context=_EXACT), places)
    if mantissa and mantissa.adjusted() >= step:
        exponent += step
        mantissa = _rounded(value.scaleb(-exponent, context=_EXACT), places)
    sign = "-" if exponent < 0 else "+" if tokens[power].said[1] == "+" else ""
    plain = formatted(mantissa, Section(tuple(token for token in before if token.kind != "comma")))
    return plain + "E" + sign + formatted(Decimal(abs(exponent)), Section(tuple(after)))


def _is_fraction(kinds: Sequence[str]) -> bool:
    """Whether a slash stands between places for digits, with no more between than a space."""
    slash = kinds.index("slash")
    return "digit" in kinds[:slash] and "point" not in kinds


def _fraction(value: Decimal, tokens: Sequence[Token], slash: int) -> str:
    """A whole number and a fraction: # ?/? gives 1 1/2; a denominator that is written out (# ?/4) holds."""
    if [token.kind for token in tokens].count("slash") > 1:
        raise UnknownFormat("/")
    below = list(takewhile(_is_of_denominator, tokens[slash + 1 :]))
    places = sum(token.kind == "digit" for token in below)
    written = "".join(token.said for token in below).strip()
    first = next(at for at, token in enumerate(tokens) if token.kind == "digit")
    ahead, behind = tokens[:first], tokens[slash + 1 + len(below) :]
    inside = "".join(token.said for token in tokens[first:slash] if token.kind != "digit")
    if inside.strip() or any(token.kind != "literal" for token in (*ahead, *behind)):
        raise UnknownFormat(inside)
    exact = Fraction(value)
    if written.isdecimal() and int(written):
        nearest = Fraction(round(exact * int(written)), int(written))
        bottom = int(written)
    elif places and places <= _MOST_BELOW:
        nearest = exact.limit_denominator(10**places - 1)
        bottom = 0
    else:
        raise UnknownFormat(written)
    whole_places = [token for token in tokens[:slash] if token.kind == "digit"]
    mixed = bool(inside) and len(whole_places) > 1
    whole = int(nearest) if mixed else 0
    rest = nearest - whole
    top, bottom = (int(rest * bottom), bottom) if bottom else (rest.numerator, rest.denominator)
    shown = f"{whole} {top}/{bottom}" if whole else f"{top}/{bottom}"
    shown = str(whole) if mixed and not rest else shown
    return "".join((*(token.said for token in ahead), shown, *(token.said for token in behind)))


def _is_of_denominator(token: Token) -> bool:
    """Whether a token behind a slash is a place of the denominator, or a digit of one that is written out."""
    return token.kind == "digit" or (
        token.kind == "literal" and (token.said.isdecimal() or token.said == " ")
    )
