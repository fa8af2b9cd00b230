"""Rows of properties, each a code and an operand of its own size."""

from __future__ import annotations

import pytest

from drafter.readers.old_word.sprms import NONE, Code, Sprms, parsed
from tests.readers.old_word.by_hand import sprm

BOLD = sprm(Code.BOLD, 1)


@pytest.mark.parametrize(
    "before",
    [
        sprm(0x2405, 1), sprm(0x4A4F, 1, 2), sprm(0x6870, 1, 2, 3, 4), sprm(0x840F, 1, 2), sprm(0xA413, 1, 2),
        sprm(0xC60D, 2, 9, 9), sprm(0xEA3F, 1, 2, 3), sprm(0xD608, 4, 0, 9, 9, 9), sprm(0xD606, 3, 0, 9, 9),
        sprm(0xC615, 3, 9, 9, 9), sprm(0xC615, 0xFF, 1, 0, 0, 0, 0, 2, *[9] * 6),
    ],
    ids=lambda row: row[:3].hex(),
)  # fmt: skip
def test_every_kind_of_operand_is_passed_over(before):
    """By its own size, tabs and rows of tables with theirs."""
    assert parsed(before + BOLD)[Code.BOLD] == b"\1"


def test_the_last_of_two_counts_and_what_is_cut_off_does_not():
    """At the end of a row too."""
    assert parsed(BOLD + sprm(Code.BOLD, 0)) == {Code.BOLD: b"\0"}
    assert parsed(BOLD + sprm(Code.SIZE, 1)) == {Code.BOLD: b"\1"}
    assert parsed(BOLD + b"\x0f") == {Code.BOLD: b"\1"}


def test_what_nobody_asks_for_is_not_kept():
    """A row may be as long as it likes."""
    assert parsed(sprm(0x4A4F, 1, 2) * 100) == {}


@pytest.mark.parametrize(
    ("value", "is_on"), [(b"\0", False), (b"\1", True), (b"\x81", True), (b"\x80", False), (b"", False)]
)
def test_a_switch_is_on_where_it_says_so(value, is_on):
    """Not where it goes by a style."""
    assert Sprms({Code.DELETED: value}).flag(Code.DELETED) is is_on
    assert NONE.flag(Code.DELETED) is False


def test_numbers_have_signs_where_they_are_asked_for():
    """Of two bytes or four."""
    found = Sprms({Code.FIRST_LINE: b"\xfe\xff", Code.DEPTH: b"\1\0\0\0"})

    assert (found.number(Code.FIRST_LINE), found.signed(Code.FIRST_LINE)) == (0xFFFE, -2)
    assert (found.number(Code.DEPTH), found.number(Code.SIZE), found.signed(Code.SIZE)) == (1, None, None)
