"""How long a text takes to say, and how many pages it fills."""

from __future__ import annotations

import pytest

from drafter.measuring.measure import measure, pages
from drafter.model.document import Document, PageBreak, Paragraph, Role, Text
from drafter.speaking import syllables as speech
from tests.builders import session


@pytest.mark.parametrize(
    ("text", "syllables"),
    [("同志们：", 3), ("2026年", 5), ("12.5%", 7), ("128万件", 7), ("99.2%", 8), ("100", 2), ("10", 1), ("1005", 4),
     ("10000", 2), ("12345热线", 11), ("1,280", 6), ("……——“”", 0), ("GDP", 3), ("0571", 4), ("2025年12月31日", 12)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(text, syllables):
    """2026年 is five, 12.5% is 百分之十二点五."""
    assert speech.syllables(text) == syllables


def lines(count):
    return tuple(Paragraph(Role.BODY, (Text("字" * 20),)) for _ in range(count))


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (22, 1), (23, 2), (44, 2), (45, 3)])
def test_a_page_holds_22_lines(count, expected):
    """The estimate agrees with the grid."""
    assert pages(Document(lines(count)), session().stylesheets.named("gbt9704")) == expected


def test_a_page_break_begins_a_page():
    """Whatever is left of the one before."""
    document = Document((*lines(1), PageBreak(), *lines(1)))

    assert pages(document, session().stylesheets.named("gbt9704")) == 2


def test_characters_leave_white_space_out_and_titles_are_not_spoken():
    """A title is printed, not read."""
    document = Document((Paragraph(Role.TITLE, (Text("题 目"),)), Paragraph(Role.BODY, (Text("字" * 180),))))
    measured = measure(document, session().stylesheets.named("speech"))

    assert (measured.characters, measured.paragraphs, measured.minutes) == (182, 2, 1.0)
