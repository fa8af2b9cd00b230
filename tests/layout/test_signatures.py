"""Signatures and their date stand where the standard has them."""

from __future__ import annotations

import io
import re
import zipfile

from drafter.layout.signatures import right_indents
from drafter.writers.docx.properties import Properties
from tests.builders import document, session


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
    text = "::: 落款\n云州市档案局\n:::\n\n::: 成文日期\n2026年5月1日\n:::\n"
    with zipfile.ZipFile(
        io.BytesIO(session().stylesheets.writer("公文").write(document(text), Properties()))
    ) as archive:
        xml = archive.read("word/document.xml").decode("utf-8")

    assert re.findall(r'w:rightChars="(\d+)"', xml) == ["200", "0"]
