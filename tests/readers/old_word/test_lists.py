"""The lists of an old Word file number its paragraphs as those of any other."""

from __future__ import annotations

import struct

import pytest

from drafter.readers.old_word import fib
from drafter.readers.old_word.compound import UnreadableError
from drafter.readers.old_word.sprms import Code
from tests.readers.old_word.by_hand import piece, source, sprm, streams

HAN, DIGITS, CIRCLED, BULLET, NOTHING = 37, 0, 28, 23, 0xFF


def level(pattern, form=DIGITS, start=1, flags=0):
    text = pattern.encode("utf-16-le")
    head = struct.pack("<iBB", start, form, flags).ljust(28, b"\0")
    return head + struct.pack("<H", len(pattern)) + text


def lists(*levels_of_each):
    """The table of lists, the levels behind it; each list has one level or nine."""
    heads = b"".join(
        struct.pack("<ii", 100 + number, 0) + struct.pack("<9H", *[0xFFF] * 9) + bytes([len(levels) == 1, 0])
        for number, levels in enumerate(levels_of_each)
    )
    return struct.pack("<h", len(levels_of_each)) + heads + b"".join(b"".join(one) for one in levels_of_each)


def uses(*changes_of_each):
    """The uses of the lists in their order; each names its list and what it changes."""
    heads = b"".join(
        struct.pack("<iIIB", 100 + own, 0, 0, len(changes)).ljust(16, b"\0")
        for own, changes in changes_of_each
    )
    return (
        struct.pack("<I", len(changes_of_each))
        + heads
        + b"".join(b"\xff" * 4 + b"".join(changes) for _, changes in changes_of_each)
    )


def nine(*levels):
    return [*levels, *[level("") for _ in range(9 - len(levels))]]


def marks(monkeypatch, tables, *paragraphs):
    """The numbers of paragraphs of one character, each by its use of a list and its level."""
    text = "字\r" * len(paragraphs)
    rows = [
        (4 * at, 4 * at + 4, b"\0\0" + sprm(Code.LIST, *struct.pack("<H", use)) + sprm(Code.LEVEL, depth))
        for at, (use, depth) in enumerate(paragraphs)
    ]
    listed, used = tables
    made = streams(piece(text), paragraphs=rows, tables={fib.LIST_USES: used, fib.LISTS: listed})
    return [line.text.removesuffix("字") for line in source(monkeypatch, made).lines]


OUTLINE = nine(
    level("\0、", HAN), level("（\1）", HAN), level("\0.\2", flags=4), level("\3", CIRCLED, flags=8)
)


def test_levels_count_as_they_do_in_word(monkeypatch):
    """Each begins anew below the next of the one above, unless it goes on; a pattern may be all in digits."""
    tables = lists(OUTLINE), uses((0, []))
    paragraphs = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 3), (1, 0), (1, 1), (1, 2), (1, 3)]

    assert marks(monkeypatch, tables, *paragraphs) == [
        "一、",
        "（一）",
        "（二）",
        "1.1",
        "①",
        "二、",
        "（一）",
        "2.1",
        "②",
    ]


def test_two_uses_of_a_list_count_together_until_one_begins_anew(monkeypatch):
    """At the number that it says, or with a level of its own."""
    again = struct.pack("<iI", 5, 0x10)
    other = struct.pack("<iI", 0, 0x30) + level("第\0条", start=3)
    tables = lists(OUTLINE), uses((0, []), (0, [again]), (0, [other]))

    assert marks(monkeypatch, tables, (1, 0), (2, 0), (1, 0), (3, 0)) == ["一、", "五、", "六、", "第3条"]


@pytest.mark.parametrize(
    ("use", "mark"),
    [(0, ""), (0xF801, ""), (2, ""), (9, ""), (0xFFFF, "●")],
    ids=["none", "no", "plain", "lost", "less"],
)
def test_what_names_no_list_has_no_number(monkeypatch, use, mark):
    """One that is less than nothing names the same list."""
    tables = lists([level("\uf0b7", BULLET)], [level("\0", NOTHING)]), uses((0, []), (1, []))

    assert [one.strip() for one in marks(monkeypatch, tables, (use, 0))] == [mark]


def test_a_form_that_is_no_offices_prints_in_digits(monkeypatch):
    """As Word's own names of forms do."""
    assert marks(monkeypatch, (lists([level("\0.", 200)]), uses((0, []))), (1, 0)) == ["1."]


@pytest.mark.parametrize(
    ("listed", "used"),
    [
        (lists([level("\0")])[:20], uses((0, []))),
        (struct.pack("<h", 3) + b"\0" * 40, uses((0, []))),
        (lists([level("\0")]), struct.pack("<I", 0x7FFFFFFF)),
        (lists([level("\0")]), uses((0, [b""]))),
    ],
)
def test_damaged_lists_are_refused(monkeypatch, listed, used):
    """Numbers must not be lost and nobody be told."""
    with pytest.raises(UnreadableError):
        marks(monkeypatch, (listed, used), (1, 0))
