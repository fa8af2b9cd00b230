"""What a Word file shows beside characters is told with its place: pictures, readings, fields, boxes."""

from __future__ import annotations

import pytest

from drafter.readers.word import package, unsaid

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="公章"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
RUBY = "<w:r><w:ruby><w:rt><w:r><w:t>tóng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>仝</w:t></w:r></w:rubyBase></w:ruby></w:r>"
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD 姓名 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
SIMPLE = '<w:fldSimple w:instr=" MERGEFIELD 单位 "/>'
BOX = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r>'


PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入单位。</w:t></w:r></w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("run", "kind", "said"),
    [
        (PICTURE, "picture", "公章"),
        (RUBY, "ruby", "tóng"),
        (FIELD, "field", "姓名"),
        (SIMPLE, "field", "单位"),
        (BOX, "field", "框"),
        (PROMPT, "field", "单击此处"),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>追究老赵</w:t></w:r>", "struck", "追究老赵"),
    ],
)
def test_it_is_told_with_its_paragraph_and_kind(run, kind, said):
    """It has no characters that an outline could keep."""
    body = f"<w:p><w:r><w:t>一</w:t></w:r></w:p><w:p>{run}</w:p>"
    text = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    (one,) = unsaid.found(package.Package("甲.docx", {"word/document.xml": text}))

    assert (one.paragraph, one.kind, one.text) == (2, kind, "")
    assert said in one.reason
