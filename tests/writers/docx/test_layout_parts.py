"""Titles break, signatures stand: the small computations of the page."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.writers.docx.signatures import right_indents
from drafter.writers.docx.titles import lines, width


@pytest.mark.parametrize(
    ("title", "broken"),
    [
        ("在全市政务服务工作推进会上的讲话", ["在全市政务服务工作推进会上的讲话"]),
        ("澜川市政务服务管理局2025年工作总结", ["澜川市政务服务管理局2025年工作总结"]),
        (
            "关于进一步加强全市安全生产和防灾减灾救灾工作切实保障人民群众生命财产安全的实施意见",
            ["关于进一步加强全市安全生产和", "防灾减灾救灾工作切实保障", "人民群众生命财产安全的实施意见"],
        ),
    ],
)
def test_titles_break_where_their_sense_does(title, broken):
    """No word is cut and no line begins with a particle."""
    assert lines(title, 20) == broken


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=199))
def test_no_line_is_too_long_and_no_character_is_lost(title):
    """Whatever the title."""
    broken = lines(title, 20)

    assert "".join(broken) == title
    assert all(width(line) <= 20 for line in broken)


def test_a_date_shorter_than_the_signature_begins_two_characters_further_right():
    """GB/T 9704 7.3.5.2."""
    signature, date = right_indents(12, 7)

    assert signature == 2
    assert (date + 7) == (signature + 12 - 2)


def test_a_date_longer_than_the_signature_leaves_two_characters():
    """The signature moves left with it: its first character stays two to the left of the date's."""
    signature, date = right_indents(4, 7)

    assert date == 2
    assert (signature + 4) == (date + 7 + 2)


def test_a_date_as_wide_as_its_signature_stands_flush_right():
    """7.3.5.2: two characters further right leaves none, and none is said against the style's four."""
    from drafter.writers.docx.properties import Properties
    from tests.builders import document, session

    text = "::: 落款\n云州市档案局\n:::\n\n::: 成文日期\n2026年5月1日\n:::\n"
    with zipfile.ZipFile(
        io.BytesIO(session().stylesheets.writer("公文").write(document(text), Properties()))
    ) as archive:
        xml = archive.read("word/document.xml").decode("utf-8")

    assert re.findall(r'w:rightChars="(\d+)"', xml) == ["200", "0"]
