"""What stands about the places of a letterhead."""

from __future__ import annotations

import pytest
from lxml import etree

from drafter.writers.word_files.letterheads.surroundings import beside_body, drawn_texts
from tests.word_packages import NAMESPACES, paragraph

MORE = f'{NAMESPACES} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="urn:mc"'  # fmt: skip
PLACE = "<w:r><w:t>{{ 正文 }}</w:t></w:r>"
BOX = f"<v:shape><v:textbox><w:txbxContent>{paragraph('联系人')}</w:txbxContent></v:textbox></v:shape>"


@pytest.mark.parametrize(
    ("inside", "called"),
    [
        (f"<w:r><w:pict>{BOX}</w:pict></w:r>", "文本框"),
        (f"<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>", "文本框"),
        ("<w:r><w:drawing/></w:r>", "图片或图形"), ("<w:r><w:pict><v:line/></w:pict></w:r>", "图片或图形"),
        ('<w:r><w:footnoteReference w:id="5"/></w:r>', "脚注"), ("<w:r><w:endnoteReference/></w:r>", "尾注"),
        ('<w:r><w:br w:type="page"/></w:r>', "分页符"), ('<w:r><w:br w:type="column"/></w:r>', "分栏符"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "域"), ("<m:oMath/>", "公式"), ("<w:r><w:sym/></w:r>", "别的内容"),
        ("<w:hyperlink><w:r><w:drawing/></w:r></w:hyperlink>", "图片或图形"), (paragraph("甲"), "别的内容"),
        ("<w:r><w:br/><w:tab/></w:r>", ""), ('<w:bookmarkStart w:id="1"/><w:proofErr/>', ""),
        ("<w:pPr><w:pStyle/><w:rPr><w:b/></w:rPr><w:sectPr/></w:pPr>", ""), (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{PLACE}</w:sdtContent></w:sdt>", ""),
    ],
)  # fmt: skip
def test_what_the_body_would_take_the_place_of_is_named(inside, called):
    """Whatever shows there; not how the place itself is set."""
    assert beside_body(etree.fromstring(f"<w:p {MORE}>{inside}{PLACE}</w:p>")) == called


def test_texts_that_are_no_paragraphs_are_found():
    """Of shapes, of formulas, of WordArt."""
    root = etree.fromstring(
        f'<w:p {MORE}><a:t>甲</a:t><m:t>乙</m:t><v:textpath string="丙"/><w:t>丁</w:t></w:p>'
    )

    assert list(drawn_texts(root)) == ["甲", "乙", "丙"]
