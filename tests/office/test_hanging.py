"""Word files whose stops LibreOffice prints: parted behind each, and the same in all else."""

from __future__ import annotations

import io
import re
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from drafter.model.document import Document, Paragraph, Role, Text
from drafter.office import hanging
from drafter.writers.docx.properties import Properties
from tests.builders import session

MARK = re.compile(r"<w:bookmarkStart [^>]*/><w:bookmarkEnd [^>]*/>")
WORDS = st.text(alphabet="字，。；：12 a<&>？！、", max_size=40)


def part_of(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read("word/document.xml").decode()


@given(words=st.lists(WORDS, min_size=1, max_size=5))
def test_the_words_stay_and_each_stop_inside_a_run_is_parted(words):
    document = Document(tuple(Paragraph(Role.BODY, (Text(said),)) for said in words))
    before = session().stylesheets.writer("gbt9704").write(document, Properties())
    after = hanging.parted(before)

    def said(part):
        return ["".join(re.findall("<w:t[^>]*>([^<]*)<", row)) for row in part.split("</w:p>")]

    assert said(part_of(after)) == said(part_of(before))
    inside = sum(len(re.findall(f"{hanging.STOPS.pattern}(?=.)", row)) for row in words)
    assert len(MARK.findall(part_of(after))) == inside


def test_what_a_run_looks_like_stays_on_both_sides():
    run = '<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:delText>甲，乙</w:delText></w:r>'
    made = hanging._parted(run.encode()).decode()

    assert [half + "</w:r>" for half in MARK.sub("", made).split("</w:r>")[:-1]] == [
        f'<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">{words}</w:delText></w:r>'
        for words in ("甲，", "乙")
    ]


def test_a_part_in_another_encoding_stays():
    data = "<w:r><w:t>甲，乙</w:t></w:r>".encode("gb18030")
    assert hanging._parted(data) == data


def test_a_run_without_a_stop_inside_stays_as_it_is():
    """Blanks at its ends print, or not, as they did."""
    run = b"<w:r><w:t> \xe7\x94\xb2\xe4\xb9\x99 </w:t></w:r>"

    assert hanging._parted(run) == run
