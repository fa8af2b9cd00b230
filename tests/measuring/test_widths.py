"""How far from the beginning of a text its characters stand."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.measuring import widths
from drafter.measuring.widths import Face


def ends_at(text, face):
    """The least room that the whole text fits in."""
    ruler = face.ruler(text)
    return bisect_left(range(10_000), len(text), key=lambda room: ruler.fill(0, room))


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("", 0),
        ("字字", 200),
        ("，字", 200),
        ("ab1%", 200),
        ("字ab", 220),
        ("ab字", 220),
        ("字1字", 290),
        ("，1，", 250),
        ("字%字", 250),
        ("a b", 150),
        ("字 字", 250),
        ("é", 50),
        ("e\u0301", 50),
        ("a\u200bb\u00adc", 150),
        ("字\n字", 200),
        ("α", 100),
        ("“字”", 300),
        ("“a”", 250),
        ("😀", 100),
    ],
)
def test_han_characters_are_square_and_words_and_figures_half_as_wide(text, wide):
    """With a fifth between the two; what only changes another character takes no room."""
    assert ends_at(text, Face(100)) == wide


def test_the_widths_of_a_font_go_before_the_usual_ones():
    """In words and figures alone, with the marks that follow them: elsewhere quotation marks are square."""
    face = Face(100, latin={"1": 0.6, "”": 0.4})

    assert ends_at("11”", face) == 160
    assert ends_at("字”", face) == 200
    assert ends_at("12", face) == 110


def test_spacing_follows_each_character_but_the_last_before_another_script():
    """As LibreOffice sets it; spacing that takes away leaves nothing below nothing."""
    assert ends_at("字字", Face(100, -5)) == 190
    assert ends_at("字1字", Face(100, -5)) == 95 + 5 + 20 + 45 + 5 + 20 + 95
    assert ends_at("11", Face(100, -80)) == 0


def test_a_gap_before_the_first_character_of_a_line_does_not_count():
    """Elsewhere it does."""
    ruler = Face(100).ruler("字1字")

    assert [ruler.fill(0, room) for room in (169, 170)] == [1, 2]
    assert [ruler.fill(1, room) for room in (49, 50)] == [1, 2]


def stand(text, size, spacing):
    """Where each character stands and which gaps are in that: one after another, as slow as it is plain."""
    wide = [size + spacing] * len(text)
    gaps = {}
    twips = widths._Twips(size, spacing, {})
    for match in widths._NOT_SQUARE.finditer(text):
        first, last = match.span()
        wide[first:last] = [twips[char] for char in text[first:last]]
        for place in (first, last):
            if 0 < place < len(text):
                between = text[place - 1].isalnum() and text[place].isalnum()
                gaps[place] = max((size / 5 if between else 0) - spacing, -wide[place])
                wide[place] += gaps[place]
    return list(accumulate(wide, initial=0)), gaps


@given(
    st.text(st.sampled_from("字字字字年，。”“（…%.- \t\n\u2028ab3\u0301\u00ad\u200b😀é"), max_size=40),
    st.integers(-50, 1500),
    st.sampled_from([0, -5, 10]),
)
def test_a_line_is_filled_as_by_one_character_after_another(text, room, spacing):
    """Wherever it begins."""
    fronts, gaps = stand(text, 100, spacing)
    ruler = Face(100, spacing).ruler(text)
    for start in range(len(text) + 1):
        limit = fronts[start] + gaps.get(start, 0) + room
        expected = max(place for place, front in enumerate(fronts) if front <= limit or place <= start)

        assert ruler.fill(start, room) == expected
