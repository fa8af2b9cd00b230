"""Where the lines of a paragraph end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.measuring.lines import line_ends
from drafter.measuring.widths import Face

EM = 100
FACE = Face(EM)
NEVER_FIRST = "，。、；：！？）》」』】〕”’%…"


def broken(text, room, first=None, face=FACE):
    """The lines of a text in a room of so many Han characters."""
    ends = line_ends(text, (room if first is None else first) * EM, room * EM, face)
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("", 4, [""]),
        ("一二三四", 4, ["一二三四"]),
        ("一二三四五", 4, ["一二三四", "五"]),
        ("一二三四，五", 4, ["一二三四，", "五"]),
        ("一二三四。", 4, ["一二三四。"]),
        ("一二三四。”五", 4, ["一二三", "四。”五"]),
        ("一二三四）五", 4, ["一二三", "四）五"]),
        ("一二三（四五", 4, ["一二三", "（四五"]),
        ("一二三——四", 4, ["一二三", "——四"]),
        ("一二三……四", 4, ["一二", "三……四"]),
        ("一二三2026年", 4, ["一二三", "2026年"]),
        ("一二三98%。", 4, ["一二三", "98%。"]),
        ("一二三ab cd", 4, ["一二三", "ab cd"]),
        ("abcd efgh ij", 4, ["abcd ", "efgh ij"]),
        ("abcdefgh   ij", 4, ["abcdefgh   ", "ij"]),
        ("aaaa-bbbb-cc", 4, ["aaaa-", "bbbb-cc"]),
        ("1990-1995-19", 4, ["1990-199", "5-19"]),
        ("ab/cdefghi", 4, ["ab/", "cdefghi"]),
        ("一二\n三四", 4, ["一二\n", "三四"]),
        ("一二\u2028三四", 4, ["一二\u2028", "三四"]),
        ("一二三四\n", 4, ["一二三四\n", ""]),
        ("\n\n", 4, ["\n", "\n", ""]),
        ("一\t二三四五", 4, ["一\t二三", "四五"]),
        ("abc\u00addefghij", 4, ["abc\u00ad", "defghij"]),
        ("一二三\u00a0四五", 4, ["一二", "三\u00a0四五"]),
        ("字，字", 1, ["字，", "字"]),
        ("一二三四😀五", 4, ["一二三四", "😀五"]),
    ],
)
def test_a_line_takes_what_fits_and_ends_where_lines_may_end(text, room, expected):
    """Marks do not begin a line, opening ones do not end it, words and figures stay whole, a comma hangs."""
    assert broken(text, room) == expected


def test_a_word_longer_than_the_line_ends_where_the_line_does():
    """An address of the web has no other place."""
    assert broken("x" * 20, 4) == ["x" * 8, "x" * 8, "x" * 4]


def test_marks_that_fill_a_line_end_where_the_line_does():
    """Nothing else was possible."""
    assert broken("）" * 9, 4) == ["）" * 4, "）" * 4, "）"]


def test_what_changes_a_character_stays_with_it():
    """A combining accent takes no room and begins no line, however narrow the line is."""
    assert broken("e\u0301" * 9, 4) == ["e\u0301" * 8, "e\u0301"]
    assert broken("字\ufe0f字", 1) == ["字\ufe0f", "字"]
    assert broken("字\ufe0f字", 0) == ["字\ufe0f", "字"]


def test_the_first_line_has_room_of_its_own():
    """Two characters of indent, or a head that hangs out."""
    assert broken("一二三四五六", 4, first=2) == ["一二", "三四五六"]
    assert broken("一二三四五六", 2, first=4) == ["一二三四", "五六"]


def test_a_mark_hangs_after_han_characters_alone():
    """As LibreOffice has it: after a figure it takes the figure down with it."""
    assert broken("一二三四，五", 4) == ["一二三四，", "五"]
    assert broken("一二三12，五", 4) == ["一二三", "12，五"]


def test_a_line_ends_between_a_mark_and_a_figure_where_the_mark_may_hang():
    """The bracket and the figure after it stay together, as LibreOffice has it."""
    assert broken("一二三，2026年", 4) == ["一二三，", "2026年"]
    assert broken("一（一）2026年", 5) == ["一", "（一）2026", "年"]


def test_between_han_characters_and_figures_stands_a_fifth():
    """So fewer fit a line; none counts at its head, and none beside a mark."""
    assert broken("一二34五", 4) == ["一二34", "五"]
    assert broken("一，34，五", 4) == ["一，34，", "五"]
    assert broken("一二三34五六", 3.3) == ["一二三", "34五六"]


def test_spacing_counts_between_characters_and_not_after_the_last():
    """Four of 90 twips and three spaces of 10 are 390."""
    spaced = Face(90, 10)

    assert line_ends("一二三四五", 390, 390, spaced) == (4, 5)
    assert line_ends("一二三四五", 389, 389, spaced) == (3, 5)


def test_a_line_end_after_a_full_line_begins_no_other():
    """Though spacing that takes away comes back before it."""
    assert line_ends("一二三四\n五", 385, 385, Face(EM, -5)) == (5, 6)


TEXTS = st.text(
    st.sampled_from("字二年，。、；”“（）《》——…%.- \t\n\u2028ab3\u0301\u00ad\u200b😀é"), max_size=60
)
ROOMS = st.integers(0, 1200)


@given(TEXTS, ROOMS, ROOMS)
def test_lines_joined_give_the_text_back(text, first, rest):
    """Whatever the room, each line ends after the one before, and the last where the text does."""
    ends = line_ends(text, first, rest, FACE)

    assert ends[-1] == len(text)
    assert list(ends) == sorted(ends)
    assert text.endswith(("\n", "\u2028")) or len(set(ends)) == len(ends)


@given(TEXTS, st.integers(400, 1200))
def test_no_line_begins_with_a_mark_that_may_not(text, room):
    """Unless nothing else was possible, or a space parts it from what it closes: LibreOffice 7.4 ends a line there
    (24 to 28 characters, a space and ）, %, ， or ” were printed), and a mark so parted closes nothing.
    """
    ends = line_ends(text, room, room, FACE)
    for start, end in zip([0, *ends], ends[:-1], strict=False):
        if end < len(text) and text[end] in NEVER_FIRST and text[end - 1] not in "\n\u2028 ":
            pairs = zip(text[start:end], text[start + 1 : end], strict=False)
            assert not any(before in "字二年" and after in "字二年" for before, after in pairs), text[
                start:end
            ]


@given(TEXTS, st.integers(200, 1200))
def test_no_line_is_wider_than_its_room_but_for_one_mark_and_spaces(text, room):
    """What hangs over the margin is a single mark; spaces at the end of a line take no room."""
    ends = line_ends(text, room, room, FACE)
    ruler = FACE.ruler(text)
    for start, end in zip([0, *ends], ends, strict=False):
        said = text[start:end].rstrip(" \n\u2028")
        if said[-1:] and said[-1] in "，。、；：！？.":
            said = said[:-1]
        assert ruler.fill(start, room) >= start + len(said) or len(said) == 1


@given(TEXTS, TEXTS, st.integers(400, 1200))
def test_more_text_never_takes_fewer_lines(text, more, room):
    """A line that is full stays full, but for what hangs at its end."""
    shorter = len(line_ends(text, room, room, FACE))

    assert len(line_ends(text + more, room, room, FACE)) >= shorter
