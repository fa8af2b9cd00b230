"""Characters above and below the line."""

from __future__ import annotations

import pytest

from drafter.readers.word import paragraphs as word_paragraphs
from drafter.readers.word import text as word_text
from tests.readers.word.test_document import body, package, run

UP = '<w:vertAlign w:val="superscript"/>'


def set_as(look, said):
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{said}</w:t></w:r>"


@pytest.mark.parametrize(
    ("look", "said", "read"),
    [
        (UP, "8", "10⁸立方米"),
        (UP, "-3", "10⁻³立方米"),
        ('<w:vertAlign w:val="subscript"/>', "2", "10₂立方米"),
        ('<w:position w:val="12"/>', "1", "10¹立方米"),
        ('<w:position w:val="-8"/>', "1", "10₁立方米"),
        ('<w:position w:val="2"/>', "1", "101立方米"),
        ('<w:vertAlign w:val="baseline"/>', "1", "101立方米"),
        ('<w:position w:val="x"/>', "1", "101立方米"),
    ],
)
def test_a_number_that_stands_above_its_line_is_none_of_the_next(look, said, read):
    """At every door that reads Word."""
    inner = f"<w:p>{run('10')}{set_as(look, said)}{run('立方米')}</w:p>"

    assert [line.text for line in word_text.read(package(body(inner))).lines] == [read]
    assert [one.text for one in word_paragraphs.read(package(body(inner)))] == [read]


def test_what_cannot_be_written_above_a_line_is_told():
    """With its place; it prints level."""
    source = word_text.read(package(body(f"<w:p>{run('见说明')}{set_as(UP, '[1]')}</w:p>")))

    assert source.lines[0].text == "见说明[1]"
    assert [(one.paragraph, one.kind) for one in source.dropped] == [(1, "raised")]
    assert "上标“[1]”" in source.dropped[0].reason
