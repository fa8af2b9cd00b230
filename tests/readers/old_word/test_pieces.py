"""The characters of an old Word file stand in pieces, narrow or wide, in an order that a table says."""

from __future__ import annotations

import struct

import pytest

from drafter.readers.old_word import fib
from drafter.readers.old_word.compound import UnreadableError
from drafter.readers.old_word.sprms import Code
from tests.readers.old_word.by_hand import TEXT, piece, source, sprm, streams, texts


def test_narrow_pieces_have_signs_of_their_own(monkeypatch):
    """Quotation marks, dashes and the like; wide pieces stand beside them."""
    made = streams(piece(b"\x93A\x94\x97\x85\xb7 ", narrow=True), piece("汉字\r"))

    assert texts(monkeypatch, made) == ["“A”—…· 汉字"]


def test_the_table_says_the_order(monkeypatch):
    """A file that was saved fast has its latest words at the end."""
    table = (
        struct.pack("<3I", 0, 2, 4) + struct.pack("<HIH", 0, TEXT + 4, 0) + struct.pack("<HIH", 0, TEXT, 0)
    )
    made = streams(piece("后\r先。"), tables={fib.PIECES: b"\2" + struct.pack("<I", len(table)) + table})

    assert texts(monkeypatch, made) == ["先。后"]


@pytest.mark.parametrize("prm", [0x5C << 1 | 1 << 8, 1], ids=["in short", "as a row"])
def test_a_piece_may_set_something_over_all_else(monkeypatch, prm):
    """Named by a number, or in a row before the table."""
    made = streams(piece("看得见，"), piece("看不见", prm=prm), piece("。\r"), rows=[sprm(Code.HIDDEN, 1)])
    found = source(monkeypatch, made)

    assert [line.text for line in found.lines] == ["看得见，。"]
    assert [one.text for one in found.dropped] == ["看不见"]


def test_a_row_that_is_not_there_sets_nothing(monkeypatch):
    """The number of the row is beyond the last."""
    assert texts(monkeypatch, streams(piece("字。\r", prm=3), rows=[sprm(Code.HIDDEN, 1)])) == ["字。"]


def repeated(times):
    """A file whose text is the same piece so many times."""
    entries = struct.pack("<HIH", 0, TEXT, 0) * times
    table = struct.pack(f"<{times + 1}I", *(500 * number for number in range(times + 1))) + entries
    return streams(
        piece("字" * 499 + "\r"), tables={fib.PIECES: b"\2" + struct.pack("<I", len(table)) + table}
    )


def test_the_same_bytes_may_stand_twice_and_not_much_oftener(monkeypatch):
    """A file of a few thousand bytes must not swell to any length."""
    made = repeated(2)
    fits = 2 * len(made.word) // 1000

    assert source(monkeypatch, repeated(fits))
    with pytest.raises(UnreadableError):
        source(monkeypatch, repeated(fits + 1))


@pytest.mark.parametrize(
    "clx",
    [b"", b"\1\2", b"\1\xff\xff", b"\2", b"\2\0\0\0\0", b"\3", b"\2\x10\0\0\0" + struct.pack("<2IHIH", 0, 9, 0, 9999, 0)],
)  # fmt: skip
def test_a_damaged_table_is_refused(monkeypatch, clx):
    """Empty, cut off, of no known kind, or pointing beyond the text."""
    with pytest.raises(UnreadableError):
        source(monkeypatch, streams(piece("字\r"), tables={fib.PIECES: clx}))


@pytest.mark.parametrize(
    ("options", "why", "foreign"),
    [({"version": 0xBE}, "Word 95", True), ({"version": 0xBF}, "", False), ({"flags": 0x100}, "密码", False)],
)
def test_an_older_word_and_a_password_are_told(monkeypatch, options, why, foreign):
    """The form that is read begins with Word 97."""
    made = streams(piece("字\r"), **options)
    if not why:
        assert texts(monkeypatch, made) == ["字"]
        return
    with pytest.raises(UnreadableError, match=why) as caught:
        source(monkeypatch, made)
    assert caught.value.foreign is foreign
