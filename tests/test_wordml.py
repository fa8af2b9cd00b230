"""The walk that readers and writers of Word files share."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from lxml import etree

from drafter import wordml
from drafter.wordml import Hiding, W
from tests.growth import grows_too_fast
from tests.word_strategies import word_paragraphs


def paragraph(inner):
    return ElementTree.fromstring(f'<w:p xmlns:w="{wordml.NAMESPACE}">{inner}</w:p>')


def _as_writers_have_it(xml):
    return etree.fromstring(xml, etree.XMLParser(remove_comments=True, remove_pis=True))


HIDDEN = Hiding({"藏": True})


def said(inner, hiding=None):
    found = paragraph(inner)
    return "".join(text for _, text in wordml.shown(found, (hiding or Hiding()).of(found)))


@given(word_paragraphs)
def test_the_walk_is_the_same_over_both_kinds_of_trees(xml):
    """The standard library's, which readers have, and lxml's, which writers have: so that a place means the same."""
    ours, theirs = (
        [(piece.element.tag, *piece[1:2], *piece[3:]) for piece in wordml.pieces(root, HIDDEN.of(root))]
        for root in (ElementTree.fromstring(xml), _as_writers_have_it(xml))
    )

    assert ours == theirs


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings", "F0A8", "□"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F0A3", "≤"),
        ("宋体", "25A1", "□"),
        ("宋体", "4E00", "一"),
        ("宋体", "FF0C", "，"),
        ("Segoe UI Emoji", "1F600", "😀"),
        ("Wingdings", "F001", "□"),
        ("Wingdings", "甲", "□"),
        ("Wingdings", "D800", "□"),
        ("Wingdings", "", "□"),
    ],
)
def test_a_symbol_is_shown_as_near_as_unicode_has_it(font, code, shown):
    """What nobody knows is a box: something stands there."""
    assert said(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>') == shown


@pytest.mark.parametrize(
    ("look", "hidden"),
    [
        ("<w:vanish/>", True),
        ('<w:vanish w:val="0"/>', False),
        ('<w:vanish w:val="false"/>', False),
        ('<w:vanish w:val="true"/>', True),
        ('<w:rStyle w:val="藏"/>', True),
        ('<w:rStyle w:val="常"/>', False),
        ('<w:rStyle w:val="藏"/><w:vanish w:val="0"/>', False),
        ("<w:webHidden/>", False),
    ],
)
def test_hidden_text_does_not_print(look, hidden):
    """By its own look before that of its style."""
    text = said(f"<w:r><w:rPr>{look}</w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>", HIDDEN)

    assert text == ("乙" if hidden else "甲乙")


def test_the_style_of_a_paragraph_hides_its_text_too():
    """All but what says that it shows."""
    own = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>乙</w:t></w:r>'
    inner = f'<w:pPr><w:pStyle w:val="藏"/></w:pPr><w:r><w:t>甲</w:t></w:r>{own}'

    assert said(inner, HIDDEN) == "乙"
    assert said(inner) == "甲乙"


def test_a_removed_and_an_inserted_text_say_what_they_are():
    """The innermost and what stands around it."""
    inner = "<w:ins><w:del><w:r><w:delText>甲</w:delText></w:r></w:del><w:r><w:t>乙</w:t></w:r></w:ins>"

    assert [(piece.text, piece.inserted, piece.deleted) for piece in wordml.pieces(paragraph(inner))] == [
        ("甲", True, True), ("乙", True, False),
    ]  # fmt: skip


def test_a_text_box_is_a_piece_that_says_nothing_itself():
    """Its paragraphs are not this one's; nor is a paragraph that stands inside."""
    box = (
        "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r><w:p><w:r><w:t>乙</w:t></w:r></w:p>"
    )
    found = list(wordml.pieces(paragraph(f"<w:r><w:t>甲</w:t></w:r>{box}")))

    assert [(piece.element.tag.removeprefix(W), piece.text) for piece in found] == [
        ("t", "甲"), ("txbxContent", ""), ("p", ""),
    ]  # fmt: skip


def field(*parts):
    """A complex field (17.16.18): what stands in its code, and, after a break, in its result."""
    code, _, result = "|".join(parts).partition("|")
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{char('begin')}{code}{char('separate')}{result}{char('end')}"


TEXT = "<w:r><w:t>{}</w:t></w:r>".format


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (field(TEXT("码"), TEXT("果")), "果"),
        (field(TEXT("若") + field(TEXT("内码"), TEXT("男")), TEXT("先生")), "先生"),
        (TEXT("前") + field(TEXT("码"), field(TEXT("内码"), TEXT("内果"))) + TEXT("后"), "前内果后"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + TEXT("后"), "后"),
    ],
    ids=["one", "in the code", "in the result", "end alone"],
)
def test_the_code_of_a_field_does_not_print(inner, shown):
    """Nor the result of another that stands in it."""
    assert said(inner) == shown


@pytest.mark.parametrize(
    ("requires", "shown"), [("wps", "新"), ("w16se", "旧"), ("wps x9", "旧"), ("", "新")]
)
def test_of_several_ways_the_first_that_is_understood_is_read(requires, shown):
    """A dialect that nobody here knows may hold anything."""
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    ways = f'<mc:Choice Requires="{requires}">{TEXT("新")}</mc:Choice><mc:Fallback>{TEXT("旧")}</mc:Fallback>'

    assert said(f'<mc:AlternateContent xmlns:mc="{mc}">{ways}</mc:AlternateContent>') == shown


@pytest.mark.parametrize("ends", ["", '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'])
def test_fields_in_one_another_take_their_time_and_no_more(ends):
    """In their codes and in their results."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{ends}'

    def nested(size):
        return paragraph(
            begin * (size // 4) + "<w:r><w:instrText>甲</w:instrText><w:t>甲</w:t></w:r>" * (size // 4)
        )

    assert not grows_too_fast(lambda made: list(wordml.pieces(made)), nested)


LINE = "<w:p>{}<w:r><w:t>{}</w:t></w:r></w:p>"
HIDING = Hiding(
    {"常": None, "显": False, "密": True, "密表": True, "显表": False, "头": None, "角": None, "纹": None},
    {"头": {"firstRow": True}, "角": {"lastRow": True, "seCell": False}, "纹": {"band1Horz": True}},
    default="常",
)


def left(body, hiding):
    """What shows of a body, in the trees of readers and of writers."""
    xml = f'<w:body xmlns:w="{wordml.NAMESPACE}">{body}</w:body>'
    both = [
        "".join(text for one in root.iter(wordml.PARAGRAPH) for _, text in wordml.shown(one, hiding.of(root)))
        for root in (ElementTree.fromstring(xml), _as_writers_have_it(xml))
    ]
    assert both[0] == both[1]
    return both[0]


def styled(style, text):
    return LINE.format(f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>', text)


def table(style, *rows, look=""):
    """A table of one-character cells."""
    cells = ["".join(f"<w:tc>{LINE.format('', one)}</w:tc>" for one in row) for row in rows]
    inner = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{look}</w:tblPr>{inner}</w:tbl>'


@pytest.mark.parametrize(
    ("default", "always", "shown"),
    [
        ("常", False, "甲乙丁"),
        ("常", True, "乙"),
        ("密", False, "乙丁"),
        ("显", True, "甲乙"),
        ("", True, "乙"),
    ],
)
def test_what_names_no_style_is_hidden_by_the_default_and_by_what_holds_for_all(default, always, shown):
    """A style that says that it shows does; one that is not known is the default's."""
    hiding = Hiding({"常": None, "显": False, "密": True}, default=default, always=always)
    body = LINE.format("", "甲") + styled("显", "乙") + styled("密", "丙") + styled("常", "丁")

    assert left(body, hiding) == shown
    assert left(styled("没有的", "甲"), hiding) == ("甲" if "甲" in shown else "")


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("密表", ""),
        ("显表", "甲乙丙丁"),
        ("头", "丙丁"),
        ("角", "甲乙丁"),
        ("纹", ""),
        ("没有的", "甲乙丙丁"),
    ],
)
def test_the_style_of_a_table_hides_it_or_parts_of_it(style, shown):
    """A corner over its row; a stripe everywhere."""
    assert left(table(style, "甲乙", "丙丁"), HIDING) == shown


@pytest.mark.parametrize(
    ("look", "shown"),
    [("", "丙"), ('<w:tblLook w:val="0020"/>', "丙"), ('<w:tblLook w:val="0400"/>', "甲丙"),
     ('<w:tblLook w:firstRow="1"/>', "丙"), ('<w:tblLook w:val="0020" w:firstRow="0"/>', "甲丙"), ('<w:tblLook w:val="x"/>', "甲丙")],
)  # fmt: skip
def test_a_table_says_which_edges_it_has_of_its_style(look, shown):
    """In bits, or one by one."""
    assert left(table("头", "甲", "丙", look=look), HIDING) == shown


def test_a_style_of_tables_is_for_its_own_lines_that_do_not_say_otherwise():
    """Not for a table within, nor behind it; what names none has the default's."""
    inner = f"<w:tbl><w:tr><w:tc>{LINE.format('', '内')}</w:tc></w:tr></w:tbl>"
    outer = f'<w:tbl><w:tblPr><w:tblStyle w:val="密表"/></w:tblPr><w:tr><w:tc>{inner}{styled("显", "显")}{LINE.format("", "外")}</w:tc></w:tr></w:tbl>'

    assert left(outer + LINE.format("", "后"), HIDING) == "内显后"
    assert left(inner, Hiding({"密表": True}, default_table="密表")) == ""


def test_a_table_shows_what_holds_for_all_would_hide():
    """Its style is nearer."""
    assert left(table("显表", "甲") + LINE.format("", "乙"), Hiding({"显表": False}, always=True)) == "甲"
