"""A Word file read once: nothing lost, nothing twice, every paragraph by its number."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given

from drafter import wordml
from drafter.readers.word import document as word_document
from drafter.readers.word import paragraphs as word_paragraphs
from drafter.readers.word import text as word_text
from drafter.readers.word.document import ACCEPTED, ORIGINAL
from drafter.readers.word.package import Package
from drafter.wordml import DOCUMENT, STYLES, W
from tests.word_strategies import MC, NAMESPACES, word_bodies

FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
HIDING = f'<w:styles {NAMESPACES}><w:style w:styleId="藏"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'


def package(xml, **parts):
    return Package("稿.docx", {DOCUMENT: xml.encode(), STYLES: HIDING.encode(), **parts})


DELETED_END = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"


def body(inner):
    return f"<w:document {NAMESPACES}><w:body>{inner}</w:body></w:document>"


def tree(xml):
    """As writers have it."""
    return package(xml).tree(DOCUMENT)


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def texts(inner):
    found = word_document.read(package(body(inner))).paragraphs()
    return [(one.number, one.text, in_table) for one, in_table in found]


def kept(root, wrappers, row_mark):
    """The characters of a body that are not removed, by another way: each text asks what stands above it."""
    found: Counter[str] = Counter()
    for element in root.iter(f"{W}t", f"{W}delText", FORMULA):
        above = [*element.iterancestors()]
        removed = any(one.tag in wrappers for one in above)
        removed |= element.tag == f"{W}delText" and f"{W}del" in wrappers
        removed |= any(one.tag == f"{{{MC}}}Fallback" for one in above)
        removed |= any(one.tag == f"{W}tr" and one.find(f"{W}trPr/{row_mark}") is not None for one in above)
        if not removed:
            found.update(element.text or "")
    return found


@pytest.mark.parametrize(
    ("revisions", "wrappers", "row_mark"),
    [(ACCEPTED, {f"{W}del", f"{W}moveFrom"}, f"{W}del"), (ORIGINAL, {f"{W}ins", f"{W}moveTo"}, f"{W}ins")],
)
@given(xml=word_bodies)
def test_no_character_is_lost_or_read_twice(revisions, wrappers, row_mark, xml):
    """Whatever stands in what: it prints, or is hidden, or was removed."""
    signs = dict.fromkeys("\t\u2028-☑")
    found: Counter[str] = Counter()
    for one, _ in word_document.read(package(xml), revisions).paragraphs():
        found.update((one.text + one.hidden).translate(str.maketrans(signs)))

    assert found == kept(tree(xml), wrappers, row_mark)


@given(word_bodies)
def test_a_paragraph_has_the_number_that_lxml_gives_it(xml):
    """Who writes finds the very paragraph that was read."""
    read = word_document.read(package(xml))
    root = tree(xml)
    theirs = list(root.iter(wordml.PARAGRAPH))

    for one, _ in read.paragraphs():
        shown = wordml.shown(theirs[one.number - 1], read.styles.hiding.of(root))
        assert one.text == "".join(said for _, said in shown)


@given(word_bodies)
def test_import_and_check_read_the_same_words(xml):
    """Two views of one reading; contents and white space are each view's own."""
    lines = word_text.read(package(xml)).lines
    checked = word_paragraphs.read(package(xml))

    assert "".join("".join(line.text.split()) for line in lines) == "".join(
        "".join(one.text.split()) for one in checked
    )


@given(word_bodies)
def test_each_stretch_of_a_checked_paragraph_is_its_own_words(xml):
    """Where several run on into one another too."""
    numbered = {one.number: one.text for one, _ in word_document.read(package(xml)).paragraphs()}

    for one in word_paragraphs.read(package(xml)):
        assert [one.text[part.start : part.end] for part in one.stretches] == [
            numbered[part.paragraph] for part in one.stretches
        ]


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        (f"<w:p>{run('甲')}</w:p><w:p>{run('乙')}</w:p>", [(1, "甲", False), (2, "乙", False)]),
        (f"<x:else><w:p>{run('甲')}</w:p></x:else>", [(1, "甲", False)]),
        (f"<w:tbl><x:else><w:tr><w:tc><w:p>{run('甲')}</w:p></w:tc></w:tr></x:else></w:tbl>", [(1, "甲", True)]),
        (f"<w:tbl><w:p>{run('甲')}</w:p></w:tbl>", [(1, "甲", True)]),
        (
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p>{run('甲')}</w:p></w:tc>"
            f"<w:tc><w:p>{run('乙')}</w:p></w:tc></w:tr></w:tbl>",
            [(2, "乙", True)],
        ),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('甲')}</w:p></w:tc></w:tr></w:tbl>", []),
        (f"<w:p>{run('甲')}<w:p>{run('乙')}</w:p></w:p>", [(1, "甲", False), (2, "乙", False)]),
        (f"<mc:AlternateContent><mc:Fallback><w:p>{run('甲')}</w:p></mc:Fallback></mc:AlternateContent>", [(1, "甲", False)]),
        (f"<w:moveFrom><w:p>{run('甲')}</w:p></w:moveFrom><w:p>{run('乙')}</w:p>", [(2, "乙", False)]),
    ],
    ids=["two", "unknown", "rows", "stray", "removed cell", "removed row", "nested", "fallback alone", "moved"],
)  # fmt: skip
def test_paragraphs_are_found_wherever_they_stand(inner, found):
    """With their places among all paragraphs of the body."""
    assert texts(inner) == found


def test_text_that_a_style_hides_is_set_aside_at_every_door():
    """Forms pasted from the web bring such paragraphs."""
    xml = body(f'<w:p><w:pPr><w:pStyle w:val="藏"/></w:pPr>{run("窗体顶端")}</w:p><w:p>{run("正文。")}</w:p>')
    source = word_text.read(package(xml))

    assert [line.text for line in source.lines] == ["正文。"]
    assert [(one.paragraph, one.text, one.reason) for one in source.dropped] == [
        (1, "窗体顶端", "隐藏的文字")
    ]
    assert [one.text for one in word_paragraphs.read(package(xml))] == ["", "正文。"]


def test_a_paragraph_whose_end_was_deleted_is_one_with_the_next_for_check():
    """Its words keep the numbers of their own paragraphs."""
    xml = body(f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('甲')}</w:p><w:p>{run('乙。')}</w:p>")
    (one,) = word_paragraphs.read(package(xml))

    assert one.text == "甲乙。"
    assert [(part.start, part.end, part.paragraph) for part in one.stretches] == [(0, 1, 1), (1, 3, 2)]


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        (f"{DELETED_END}{run('甲')}</w:p><w:tbl><w:tr><w:tc><w:p>{run('乙')}</w:p></w:tc></w:tr></w:tbl>", ["甲", "乙"]),
        (f"<w:tbl><w:tr><w:tc>{DELETED_END}{run('甲')}</w:p></w:tc><w:tc><w:p>{run('乙')}</w:p></w:tc></w:tr></w:tbl>", ["甲", "乙"]),
        (f"{DELETED_END}{run('甲')}</w:p>", ["甲"]),
        (f"{DELETED_END}{run('甲')}</w:p><w:p>{run('乙')}</w:p>", ["甲乙"]),
    ],
    ids=["table", "cell", "last", "paragraph"],
)  # fmt: skip
def test_a_paragraph_runs_on_into_a_paragraph_alone(inner, found):
    """Not into a table, nor from one cell into the next."""
    assert [one.text for one in word_paragraphs.read(package(body(inner)))] == found


@pytest.mark.parametrize("span", ["9" * 5000, "-3", "三", "", "2.5"])
def test_a_span_that_no_table_has_is_none_to_trip_over(span):
    """It counts as one column, or as many as there may be."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p>{run("甲")}</w:p></w:tc>'
    (line,) = word_text.read(package(body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))).lines

    assert 1 <= len(line.rows[0]) <= 64


def test_what_the_style_of_a_table_hides_is_no_text():
    """It is known to be there, as other hidden text is."""
    sheet = f'<w:styles {NAMESPACES}><w:style w:type="table" w:styleId="表"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="表"/></w:tblPr><w:tr><w:tc><w:p>{run("密")}</w:p></w:tc></w:tr></w:tbl>'
    found = word_document.read(Package("稿.docx", {DOCUMENT: body(table).encode(), STYLES: sheet.encode()}))

    assert [(one.text, one.hidden) for one, _ in found.paragraphs()] == [("", "密")]
