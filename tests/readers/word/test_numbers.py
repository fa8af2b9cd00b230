"""Numbers that Word makes by itself: each form to its end."""

from __future__ import annotations

import pytest

from drafter.readers.word import numbers


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (9999, "chineseCounting", "九千九百九十九"), (10000, "chineseCounting", "10000"), (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"), (26, "upperLetter", "Z"), (27, "upperLetter", "27"), (26, "lowerLetter", "z"),
        (0, "lowerLetter", "0"), (0, "decimalEnclosedCircle", "0"), (7, "decimal", "7"),
    ],
)  # fmt: skip
def test_a_number_is_printed_in_its_form_as_far_as_that_goes(number, form, printed):
    """Beyond, as digits."""
    assert numbers._number(number, form) == printed
