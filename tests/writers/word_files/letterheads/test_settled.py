"""What prints of a part: changes accepted, no comments, nothing hidden, no folders of somebody's computer."""

from __future__ import annotations

import time

import pytest
from lxml import etree

from drafter.wordml import Hiding, W
from drafter.writers.word_files.letterheads.settled import (
    CHANGE,
    COMMENT,
    HIDDEN,
    drop_lone_notes,
    references,
    settle,
)
from tests.word_packages import NAMESPACES, paragraph

MORE = (
    f'{NAMESPACES} xmlns:wp="urn:wp" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
MARK_GONE = (
    '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="李四"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>'
)
ROW = "<w:tr>{}<w:tc>" + paragraph("{}") + "</w:tc></w:tr>"


def run(text, look=""):
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


SECRET = Hiding({"Secret": True})


def settled(body, hiding=SECRET):
    """The lines that are left, one a paragraph, what was told, and the tree."""
    root = etree.fromstring(f"<w:document {MORE}><w:body>{body}</w:body></w:document>")
    told = {}
    settle(root, hiding, told.setdefault)
    return ["".join(one.itertext()) for one in root.iter(f"{W}p")], list(told), root


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f'<w:p>{run("甲")}<w:ins w:id="1" w:author="李四">{run("乙")}</w:ins></w:p>', ["甲乙"]),
        (f'<w:p><w:moveTo w:id="1">{run("甲")}</w:moveTo><w:moveFrom w:id="2">{run("乙")}</w:moveFrom></w:p>', ["甲"]),
        (f'<w:p><w:ins w:id="1"><w:del w:id="2">{run("甲")}</w:del>{run("乙")}</w:ins></w:p>', ["乙"]),
        ("<w:p><w:r><w:delText>甲</w:delText><w:t>乙</w:t></w:r></w:p>", ["乙"]),
        (MARK_GONE + paragraph("后"), ["前后"]),
        (MARK_GONE + MARK_GONE + paragraph("后"), ["前前后"]),
        (MARK_GONE + "<w:tbl/>", ["前"]),
        ("<w:tbl>" + ROW.format("<w:trPr><w:del w:id='1'/></w:trPr>", "甲") + ROW.format("<w:trPr><w:ins w:id='1'/></w:trPr>", "乙") + "</w:tbl>", ["乙"]),
        ("<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>" + paragraph("后"), ["后"]),
        ("<w:p><w:pPr><w:pPrChange w:id='1'><w:pPr/></w:pPrChange></w:pPr>" + run("甲", '<w:rPrChange w:id="1"/>') + "</w:p>", ["甲"]),
    ],
)  # fmt: skip
def test_changes_are_accepted(body, lines):
    """Words, moves, paragraphs, rows, cells, looks; nobody's name is left."""
    said, told, root = settled(body)

    assert (said, told) == (lines, [CHANGE])
    assert "李四" not in etree.tostring(root, encoding="unicode") and "Change" not in str(
        etree.tostring(root)
    )


def test_a_bookmark_half_of_which_was_deleted_stays_whole():
    """Its other end stands outside."""
    _, _, root = settled('<w:p><w:del><w:bookmarkStart w:id="1"/></w:del><w:bookmarkEnd w:id="1"/></w:p>')

    assert len(list(root.iter(f"{W}bookmarkStart"))) == 1


def test_comments_go_with_their_marks():
    """The words that they are about stay."""
    marks = ('<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')  # fmt: skip
    said, told, root = settled(f"<w:p>{marks[0]}{run('甲')}{marks[1]}</w:p>")

    assert (said, told) == (["甲"], [COMMENT])
    assert b"omment" not in etree.tostring(root) and len(list(root.iter(f"{W}r"))) == 1


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{run('密', '<w:vanish/>')}</w:p>",
        f"<w:p>{run('密', '<w:rStyle w:val=!Secret!/>')}</w:p>".replace("!", chr(34)),
        f'<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>{run("密")}</w:p>',
        "<w:p><m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>密</m:t></m:r></m:oMath></w:p>",
        "<w:tbl>" + ROW.format("<w:trPr><w:hidden/></w:trPr>", "密") + "</w:tbl>",
        f'<w:p><w:r><w:pict><v:shape style="visibility: hidden"><w:txbxContent>{paragraph("密")}</w:txbxContent></v:shape></w:pict></w:r></w:p>',
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr hidden="1"/>{paragraph("密")}</wp:anchor></w:drawing></mc:Choice>'
        f"<mc:Fallback>{paragraph('密')}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
    ],
)  # fmt: skip
def test_what_is_hidden_goes(body):
    """By itself, by a style, by its row, by its shape in whichever way it is written."""
    said, told, _ = settled(body)

    assert ("".join(said), told) == ("", [HIDDEN])


@pytest.mark.parametrize("hiding", [Hiding(always=True), Hiding({"N": True}, default="N")])
def test_what_is_hidden_by_default_goes_with_its_line(hiding):
    """No style of its own is named; what says that it shows stays."""
    shows = run("甲", '<w:vanish w:val="0"/>')

    assert settled(paragraph("密") + f"<w:p>{shows}</w:p>", hiding)[:2] == (["甲"], [HIDDEN])


def test_what_is_hidden_by_the_style_of_its_table_goes():
    """The first row stays the first when it goes."""
    table = '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>{}</w:tbl>'
    hidden = ROW.format("<w:trPr><w:hidden/></w:trPr>", "头")
    first = Hiding({"T": None}, {"T": {"firstRow": True}})

    assert settled(table.format(ROW.format("", "密")), Hiding({"T": True}))[:2] == ([""], [HIDDEN])
    assert settled(table.format(ROW.format("", "密") + ROW.format("", "甲")), first)[0] == ["", "甲"]
    assert settled(table.format(hidden + ROW.format("", "甲")), first)[0] == ["甲"]


def test_what_shows_in_a_hidden_style_stays():
    """Its own setting says so."""
    look = '<w:vanish w:val="0"/>'
    said, told, _ = settled(f'<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>{run("甲", look)}</w:p>')

    assert (said, told) == (["甲"], [])


def test_a_line_of_which_nothing_shows_goes_and_a_cell_keeps_one():
    """Its mark is hidden as its words are."""
    hidden = f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run('密', '<w:vanish/>')}</w:p>"

    assert settled(hidden + paragraph("后"))[0] == ["后"]
    assert settled(f"<w:tbl><w:tr><w:tc>{hidden}</w:tc></w:tr></w:tbl>")[0] == [""]


@pytest.mark.parametrize(
    ("said", "stays"),
    [("C:\\Users\\张三\\a.png", False), ("\\\\nas\\内部\\a.png", False), ("file:///a", False), ("/home/li/a.png", False),
     ("局徽", True), ("https://gov.example/a", True), ("甲/乙", True)],
)  # fmt: skip
def test_a_picture_is_not_described_by_a_path(said, stays):
    """Of drawings old and new."""
    for use in (f'<wp:docPr id="1" name="a" descr="{said}"/>', f'<v:shape alt="{said}"/>'):
        _, _, root = settled(f"<w:p><w:r>{use}</w:r></w:p>")
        assert (said in etree.tostring(root, encoding="unicode")) is stays


def test_a_note_that_nothing_refers_to_goes():
    """It would print nowhere and could still be read; what separates notes stays."""
    _, _, root = settled('<w:p><w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:p>')  # fmt: skip
    notes = etree.fromstring(
        f'<w:footnotes {NAMESPACES}><w:footnote w:id="-1" w:type="separator"/><w:footnote w:id="2"/><w:footnote w:id="3"/></w:footnotes>'
    )
    drop_lone_notes(notes, references(root))

    assert [note.get(f"{W}id") for note in notes] == ["-1", "3"]


def test_a_hostile_tree_is_gone_through():
    """Marks where none belong."""
    for body in ("<w:trPr><w:del/><w:hidden/></w:trPr>", "<w:rPr><w:del/></w:rPr>", "<w:tcPr><w:cellDel/></w:tcPr>", '<wp:docPr hidden="1"/>'):  # fmt: skip
        settled(body + paragraph("后"))
    for root in ("<w:del {}/>", "<w:rPr {}><w:del/></w:rPr>", "<w:trPr {}><w:hidden/></w:trPr>", "<v:shape {} style='visibility:hidden'/>"):  # fmt: skip
        settle(etree.fromstring(root.format(MORE)), Hiding(), lambda called: None)


def test_many_changes_are_gone_through_once():
    """Twenty thousand paragraphs that run into one another, and as many hidden ones in a cell."""
    hidden = f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run('密', '<w:vanish/>')}</w:p>"
    for body in (
        MARK_GONE * 20_000 + paragraph("后"),
        f"<w:tbl><w:tr><w:tc>{hidden * 20_000}</w:tc></w:tr></w:tbl>",
    ):
        start = time.process_time()
        said, _, _ = settled(body)
        assert len(said) == 1 and time.process_time() - start < 5
