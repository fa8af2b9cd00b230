"""How far from the beginning of a text its characters stand."""

from __future__ import annotations

import pytest

from drafter.measuring.widths import Face


def ends_at(text, face):
    fronts, _ = face.fronts(text)
    return fronts[-1]


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


def test_the_gaps_are_told_with_what_follows_them():
    """A line that begins there has none."""
    assert Face(100).fronts("字1字")[1] == {1: 20, 2: 20}
    assert Face(100).fronts("，1，")[1] == {1: 0, 2: 0}
    assert Face(100).fronts("字字")[1] == {}
