"""What numerals are read as."""

from __future__ import annotations

import pytest

from drafter import numerals


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("3", True),
        ("３", True),
        ("9" * 9, True),
        ("9" * 5000, False),
        ("²", False),
        ("", False),
        ("-1", False),
    ],
)
def test_a_number_is_of_a_size_that_anybody_counts_with(text, counts):
    """Python reads none of thousands of digits; a raised two is no digit of one."""
    assert numerals.is_count(text) is counts
