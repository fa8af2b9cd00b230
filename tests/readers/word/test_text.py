"""What Word shows of a file, line by line."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.problems import InputProblem
from drafter.readers.word import package as word_package
from drafter.readers.word import text as word_text
from tests.readers.word.test_package import word_file

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def source(body, revisions="accepted", **parts):
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    package = word_package.read(word_file(word_document_xml=document, **parts), "旧稿.docx")
    return word_text.read(package, revisions)


def texts(body, revisions="accepted", **parts):
    return [line.text for line in source(body, revisions, **parts).lines]


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"<w:p>{run('甲')}<w:hyperlink>{run('乙')}</w:hyperlink></w:p>", ["甲乙"]),
        (f"<w:sdt><w:sdtContent><w:p>{run('控件')}</w:p></w:sdtContent></w:sdt>", ["控件"]),
        (f"<w:p><w:smartTag>{run('标签')}</w:smartTag></w:p>", ["标签"]),
        ("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>"
         f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('3')}</w:p>", ["3"]),
        ("<w:p><w:r><w:t>上一行</w:t><w:br/><w:t>下一行</w:t><w:tab/><w:t>x</w:t></w:r></w:p>", ["上一行下一行 x"]),
        (f"<w:p>{run('正文')}<w:r><w:txbxContent><w:p>{run('框')}</w:p></w:txbxContent></w:r></w:p>", ["正文", "框"]),
        (f"<w:p><mc:AlternateContent><mc:Choice>{run('新')}</mc:Choice><mc:Fallback>{run('旧')}</mc:Fallback>"
         "</mc:AlternateContent></w:p>", ["新"]),
        ("<w:p><w:r><w:ruby><w:rt><w:r><w:t>pí</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>陂</w:t></w:r></w:rubyBase>"
         "</w:ruby></w:r></w:p>", ["陂"]),
        ("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>", []),
    ],
    ids=["link", "control", "smart tag", "field", "breaks", "text box", "alternate", "ruby", "empty"],
)  # fmt: skip
def test_everything_that_word_shows_is_read(body, shown):
    """And nothing else."""
    assert texts(body) == shown


CHANGED = f"<w:p>{run('保留')}<w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins>{run('加上')}</w:ins></w:p>"


@pytest.mark.parametrize(("revisions", "shown"), [("accepted", "保留加上"), ("original", "保留删去")])
def test_tracked_changes_stand_for_one_text_or_the_other(revisions, shown):
    """Accepted unless the original is asked for."""
    assert texts(CHANGED, revisions) == [shown]


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""".encode()


def numbered(text, level):
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>{run(text)}</w:p>'


def test_automatic_numbers_are_read_as_word_prints_them():
    """Each level counts on, and begins anew under the next of the level above."""
    body = "".join(
        numbered(text, level)
        for text, level in [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 0), ("己", 1)]
    )

    assert texts(body, word_numbering_xml=NUMBERING) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "1.丁",
        "二、戊",
        "（一）己",
    ]


def test_a_table_is_one_line_with_its_cells():
    """Row by row."""
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = f"<w:tbl><w:tr>{cell.format('甲')}{cell.format('乙')}</w:tr><w:tr>{cell.format('1')}{cell.format('2')}</w:tr></w:tbl>"
    (line,) = source(body).lines

    assert line.rows == (("甲", "乙"), ("1", "2"))


def test_comments_are_set_aside_and_named():
    """They are no part of the text."""
    comments = f"<w:comments {W}><w:comment><w:p>{run('请核实')}</w:p></w:comment></w:comments>".encode()
    data = word_package.Package("x", {
        "word/document.xml": f"<w:document {W}><w:body><w:p>{run('正文')}</w:p></w:body></w:document>".encode(),
        "word/comments.xml": comments,
    })  # fmt: skip
    found = word_text.read(data)

    assert [line.text for line in found.lines] == ["正文"]
    assert [(d.text, d.reason) for d in found.dropped] == [("请核实", "批注，不放进大纲")]


def test_what_stands_in_the_margins_is_set_aside_and_named(tmp_path):
    """Headers and footers; a page number alone is not worth a word."""
    made = docx.Document()
    made.add_paragraph("正文。")
    made.sections[0].header.paragraphs[0].text = "内部资料"
    made.sections[0].footer.paragraphs[0].text = "— 1 —"
    made.save(tmp_path / "甲.docx")
    source = word_text.read(word_package.read((tmp_path / "甲.docx").read_bytes(), "甲.docx"))

    assert [(dropped.text, dropped.reason) for dropped in source.dropped] == [
        ("内部资料", "页眉，不放进大纲")
    ]


def test_what_is_bold_at_the_start_is_counted(tmp_path):
    """Where the file does not say what the paragraph is."""
    made = docx.Document()
    paragraph = made.add_paragraph()
    paragraph.add_run("把路修好。").bold = True
    paragraph.add_run("年底前通车。")
    made.add_paragraph("没有加粗。")
    made.save(tmp_path / "甲.docx")
    source = word_text.read(word_package.read((tmp_path / "甲.docx").read_bytes(), "甲.docx"))

    assert [line.lead for line in source.lines] == [5, 0]


_PARTS = st.dictionaries(
    st.sampled_from(
        ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "_rels/.rels",
         "word/_rels/document.xml.rels", "[Content_Types].xml", "word/footnotes.xml", "word/header1.xml"]
    ),
    st.one_of(
        st.none(),
        st.binary(max_size=40),
        st.sampled_from([b"<a/>", b"<w:p/>", b'<?xml version="1.0"?><a><b/></a>', b"<a>", b"\xff\xfe<\x00a\x00"]),
    ),
    max_size=4,
)  # fmt: skip


@given(_PARTS)
def test_a_package_with_missing_and_wrong_parts_is_read_or_refused(replaced):
    """Nothing else happens."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_usual())) as usual, zipfile.ZipFile(buffer, "w") as made:
        for name in usual.namelist():
            if name not in replaced:
                made.writestr(name, usual.read(name))
        for name, data in replaced.items():
            if data is not None:
                made.writestr(name, data)
    try:
        found = word_text.read(word_package.read(buffer.getvalue(), "甲.docx"))
    except InputProblem as error:
        assert error.problems[0].hint
    else:
        assert all(line.text for line in found.lines)


def _usual():
    buffer = io.BytesIO()
    made = docx.Document()
    made.add_paragraph("一、题", style="List Number")
    made.add_table(1, 2)
    made.save(buffer)
    return buffer.getvalue()


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def rows_of(*rows):
    return source("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>").lines[0].rows


def test_a_cell_over_several_columns_keeps_the_others_in_place():
    """And a row with too few cells is filled up."""
    wide = cell("合计", '<w:gridSpan w:val="2"/>')

    assert rows_of(wide + cell("元"), cell("甲") + cell("乙") + cell("丙"), cell("丁")) == (
        ("合计", "", "元"), ("甲", "乙", "丙"), ("丁", "", ""),
    )  # fmt: skip


def test_a_table_in_a_cell_is_text_of_that_cell():
    """Read once; a text box too."""
    inner = f"<w:tbl><w:tr>{cell('内')}{cell('表')}</w:tr></w:tbl>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>"
        + run("盒")
        + "</w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p>"
        + run("盒")
        + "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert rows_of(f"<w:tc>{inner}<w:p>{run('外')}</w:p></w:tc>", f"<w:tc><w:p>{box}</w:p></w:tc>") == (
        ("内表 外",), ("盒",),
    )  # fmt: skip


def test_a_row_that_was_deleted_is_no_row():
    """In the accepted text."""
    gone = "<w:trPr><w:del/></w:trPr>" + cell("旧")

    assert rows_of(cell("新"), gone) == (("新",),)


def test_formulas_and_symbols_are_read_and_hidden_text_is_set_aside():
    """What Word shows, and what it does not."""
    math = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>'
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
    found = source(f"<w:p>{run('甲')}{math}{symbol}{hidden}</w:p>")

    assert [line.text for line in found.lines] == ["甲x=1☑"]
    assert [(dropped.paragraph, dropped.text, dropped.reason) for dropped in found.dropped] == [
        (1, "密", "隐藏的文字")
    ]


@pytest.mark.parametrize(
    ("bullet", "shown"), [("\uf0b7", "● 甲"), ("o", "• 甲"), ("\uf0fc", "• 甲"), ("", "甲")]
)
def test_a_bullet_is_shown_as_every_font_has_it(bullet, shown):
    """Those of symbol fonts too; a level without one shows none."""
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{bullet}"/></w:lvl>'
    numbering = f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'

    assert texts(numbered("甲", 0), word_numbering_xml=numbering.encode()) == [shown]


def soft(*lines):
    return "<w:p><w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines) + "</w:r></w:p>"


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (("关于做好防汛工作", "的通知"), ["关于做好防汛工作的通知"]),
        (("现通知如下：", "一、值守", "严格值班。"), ["现通知如下：", "一、值守", "严格值班。"]),
        (("甲乙丙", "丁戊己", "庚辛壬", "子丑寅"), ["甲乙丙", "丁戊己", "庚辛壬", "子丑寅"]),
        (("要抓好。", "县政府", "2026年3月1日"), ["要抓好。", "县政府", "2026年3月1日"]),
    ],
)
def test_a_line_end_within_a_paragraph_ends_it_where_a_text_would(lines, shown):
    """After a full stop, before a mark, and everywhere where there are many; a long title goes on."""
    assert texts(soft(*lines)) == shown


@pytest.mark.parametrize(
    ("revisions", "shown"), [("accepted", ["前半段，后半段。"]), ("original", ["前半段，", "后半段。"])]
)
def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(revisions, shown):
    """As Word shows it once the change is accepted."""
    deleted = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    body = f"<w:p>{deleted}{run('前半段，')}</w:p><w:p>{run('后半段。')}</w:p>"

    assert texts(body, revisions) == shown


@pytest.mark.parametrize(("span", "columns"), [(64, 65), (65, 65), (10**6, 65), (1, 2), ("x", 2)])
def test_a_cell_spans_at_most_sixty_four_columns(span, columns):
    """A number that a file made up fills no memory."""
    (row,) = rows_of(cell("甲", f'<w:gridSpan w:val="{span}"/>') + cell("乙"))

    assert len(row) == columns
