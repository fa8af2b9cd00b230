"""How long a text takes to say, part by part."""

from __future__ import annotations

import pytest

from drafter.measuring.measure import measure
from drafter.model.document import Attachment, Document, Paragraph, Role, Table, Text
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


def test_characters_leave_white_space_out_and_titles_are_not_spoken():
    """A title is printed, not read."""
    document = Document((Paragraph(Role.TITLE, (Text("题 目"),)), Paragraph(Role.BODY, (Text("字" * 180),))))
    measured = measure(document, session().stylesheets.named("speech"))

    assert (measured.characters, measured.paragraphs, measured.minutes) == (182, 2, 1.0)


SPEECH = session().stylesheets.named("speech")
MINUTE = "字" * 180
SILENT = [Role.TITLE, Role.SUBTITLE, Role.STAGE, Role.DATE, Role.SPEAKER, Role.HEADER, Role.IMPRINT]


def paragraph(role, text=MINUTE, level=0, part=""):
    return Paragraph(role, (Text(text),), level, part=part)


@pytest.mark.parametrize("role", SILENT)
def test_what_stands_above_the_salutation_is_not_spoken(role):
    """It counts as characters, and is no part of the speech."""
    measured = measure(Document((paragraph(role), paragraph(Role.BODY))), SPEECH)

    assert (measured.characters, measured.paragraphs, measured.minutes) == (360, 2, 1.0)
    assert [(part.characters, part.minutes, part.paragraph) for part in measured.parts] == [(180, 1.0, 2)]


@pytest.mark.parametrize("role", [role for role in Role if role not in SILENT])
def test_everything_else_is_spoken(role):
    """Headings and signatures too."""
    measured = measure(Document((paragraph(role), paragraph(Role.BODY))), SPEECH)

    assert measured.minutes == 2.0
    assert sum(part.characters for part in measured.parts) == 360


def test_a_table_is_read_aloud_and_an_attachment_is_not():
    """An attachment's characters are a part of their own, that takes no time."""
    table = Table((((Text("字" * 90),), (Text("字" * 90),)),))
    attachment = Attachment((paragraph(Role.BODY, "附 字"), table))
    measured = measure(Document((paragraph(Role.BODY), table, attachment)), SPEECH)

    assert (measured.characters, measured.paragraphs, measured.minutes) == (542, 6, 2.0)
    (text, attached) = measured.parts
    assert (text.characters, text.minutes, text.paragraph) == (360, 2.0, 1)
    assert (attached.role, attached.heading, attached.characters, attached.minutes) == (
        "attachments",
        "附件",
        182,
        0.0,
    )
    assert attached.paragraph == 0


def test_minutes_are_told_to_a_tenth_at_the_rate_that_was_asked_for():
    """180 syllables a minute where none was."""
    document = Document((paragraph(Role.BODY, "字" * 100),))

    assert measure(document, SPEECH).minutes == 0.6
    assert measure(document, SPEECH).parts[0].minutes == 0.6
    assert measure(document, SPEECH, 300).minutes == 0.3
    assert measure(document, SPEECH, 300).parts[0].minutes == 0.3


def test_a_marked_document_is_parted_at_its_marks():
    """Each part with its heading, where it has one, and the number of its first paragraph."""
    document = Document(
        (
            paragraph(Role.TITLE),
            paragraph(Role.SALUTATION, "同志们："),
            paragraph(Role.HEADING, "一、成绩", 1, "achievements"),
            paragraph(Role.HEADING, "（一）甲", 2),
            paragraph(Role.BODY, "办好了。"),
            paragraph(Role.HEADING, "二、还有成绩", 1, "achievements"),
            paragraph(Role.HEADING, "不是一部分", 1),
            paragraph(Role.BODY, "完。", part="closing"),
        )
    )
    parts = measure(document, SPEECH).parts

    assert [(part.role, part.heading, part.characters, part.paragraph) for part in parts] == [
        ("opening", "", 4, 2),
        ("achievements", "一、成绩", 12, 3),
        ("achievements", "二、还有成绩", 11, 6),
        ("closing", "", 2, 8),
    ]


def test_a_part_that_is_marked_twice_is_one_and_may_begin_the_text():
    """Without a heading; nothing of it is left out."""
    document = Document(
        (
            paragraph(Role.BODY, "开会。", part="tasks"),
            paragraph(Role.BODY, "干。"),
            paragraph(Role.BODY, "完。", part="closing"),
            paragraph(Role.BODY, "散会。", part="closing"),
        )
    )

    assert [(part.role, part.characters, part.paragraph) for part in measure(document, SPEECH).parts] == [
        ("tasks", 5, 1),
        ("closing", 5, 3),
    ]


def test_a_document_without_marks_is_parted_at_its_first_level_headings():
    """Headings below them begin none; what stands before the first is a part without a name."""
    document = Document(
        (
            paragraph(Role.TITLE),
            paragraph(Role.BODY, "开会。"),
            paragraph(Role.HEADING, "一、甲", 1),
            paragraph(Role.BODY, "一、乙", 1),
            paragraph(Role.HEADING, "（一）丙", 2),
            paragraph(Role.HEADING, "二、丁", 1),
        )
    )
    parts = measure(document, SPEECH).parts

    assert [(part.role, part.heading, part.characters, part.paragraph) for part in parts] == [
        ("", "", 3, 2),
        ("", "一、甲", 10, 3),
        ("", "二、丁", 3, 6),
    ]


def test_a_document_that_says_nothing_has_no_parts():
    """And takes no time."""
    measured = measure(Document(()), SPEECH)

    assert (measured.characters, measured.paragraphs, measured.minutes, measured.parts) == (0, 0, 0.0, ())
