"""A Word file set anew: its words and objects stay, twice is once, and what was set departs from nothing."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.readers.word import document as word_document
from drafter.readers.word import package as word_package
from drafter.typesetting import departures, roles, setting
from drafter.wordml import W
from tests.builders import session
from tests.conftest import SAMPLES
from tests.pictures import png

STYLES = ("公文", "讲话稿", "report", "reading", "review")
OBJECTS = (
    "w:tbl",
    "w:drawing",
    "w:pict",
    "w:footnoteReference",
    "w:commentReference",
    "w:ins",
    "w:del",
    "w:fldChar",
    "m:oMath",
    "w:hyperlink",
    "w:sectPr",
)


def package(data):
    return word_package.read(data, "稿.docx")


def laid(data, style="公文", given=None):
    """The file in a style, and what its paragraphs were taken for."""
    at = session()
    source, sheet = package(data), at.stylesheets.named(style)
    found = roles.recognised(word_document.read(source), given or {})
    data, _ = setting.typeset(source, found, sheet, at.stylesheets.base_of(sheet))
    return data, found


def departing(data, style="公文"):
    source = package(data)
    document = word_document.read(source)
    return departures.departures(
        source, document, roles.recognised(document, {}), session().stylesheets.named(style)
    )


def said(data):
    """The words of a file, white space aside."""
    return [
        "".join(text.split())
        for one, _ in word_document.read(package(data)).paragraphs()
        if (text := one.mark + one.text).strip()
    ]


def objects(data):
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")
    return {name: len(re.findall(rf"<{name}[ >/]", xml)) for name in OBJECTS}


def draft(path):
    drafted = production.from_outline(session(), path.read_text(encoding="utf-8"), str(path), Options())
    return produce(session(), drafted, "docx")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_words_and_objects_stay_and_twice_is_once(home, path):
    """In the style of official papers, whatever it was in."""
    old = draft(path)
    new, _ = laid(old)

    assert said(new) == said(old) and objects(new) == objects(old)
    assert departing(new) == []
    again, _ = laid(new)
    assert zipfile.ZipFile(io.BytesIO(again)).read("word/document.xml") == zipfile.ZipFile(
        io.BytesIO(new)
    ).read("word/document.xml")


@pytest.mark.parametrize("style", STYLES)
def test_what_was_set_departs_from_nothing(home, style):
    """In every style."""
    for path in SAMPLES[:6]:
        new, _ = laid(draft(path), style)
        assert departing(new, style) == []


def messy():
    """A paper as people make it: fonts by hand, blanks for indents, empty lines for room, Word's own headings."""
    made = Document()
    made.sections[0].left_margin = made.sections[0].right_margin = Mm(31.8)
    lines = [
        ("关于做好春季防火工作的通知", "宋体", 18, WD_ALIGN_PARAGRAPH.CENTER),
        ("", "宋体", 12, None),
        ("各乡镇人民政府：", "仿宋", 14, None),
        ("　　春季风大物燥，火险等级高，现将有关事项通知如下：", "微软雅黑", 12, None),
        ("    一、压实责任", "宋体", 14, None),
        ("　　各级各部门要把责任落实到山头地块。", "等线", 10.5, None),
        ("（一）排查隐患。三月底前查完，建立台账。", "仿宋", 16, None),
        ("", "宋体", 12, None),
        ("县林业局", "宋体", 14, WD_ALIGN_PARAGRAPH.RIGHT),
        ("2026年3月12日", "宋体", 14, WD_ALIGN_PARAGRAPH.RIGHT),
    ]
    for text, font, size, align in lines:
        paragraph = made.add_paragraph()
        run = paragraph.add_run(text)
        run.font.name, run.font.size = font, Pt(size)
        if align is not None:
            paragraph.alignment = align
        paragraph.paragraph_format.line_spacing = 1.5
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_paper_made_by_hand_comes_out_as_the_standard_has_it(home):
    """Each paragraph as what it is; room made by empty lines and blanks is gone."""
    old = messy()
    assert {one.what for one in departing(old)} >= {"字体", "字号", "首行缩进", "左边距"}
    new, found = laid(old)

    assert [one.name for one in found if one.name != "空段"] == [
        "标题", "主送", "正文", "一级标题", "正文", "正文", "落款", "成文日期",
    ]  # fmt: skip
    assert departing(new) == [] and said(new) == said(old)
    assert all(one.text == one.text.strip(" \u3000") for one in Document(io.BytesIO(new)).paragraphs)
    lead = next(one for one in Document(io.BytesIO(new)).paragraphs if "排查隐患" in one.text)
    assert [run.text for run in lead.runs] == ["（一）排查隐患。", "三月底前查完，建立台账。"]


def test_a_role_that_somebody_said_counts(home):
    """By the number of its paragraph."""
    new, found = laid(messy(), given={6: "二级标题"})

    assert next(one for one in found if one.paragraph == 6).name == "二级标题"
    assert Document(io.BytesIO(new)).paragraphs[4].style.name == "Heading 2"


RUNS = st.lists(
    st.tuples(
        st.sampled_from(["一、", "（一）抓紧办。", "话", " ", "\t", "2026年3月12日", "附件："]), st.booleans()
    ),
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(RUNS, min_size=1, max_size=8))
def test_no_word_is_lost_whatever_stands_there(rows):
    """Runs in any order, with tables between."""
    made = Document()
    for number, runs in enumerate(rows):
        paragraph = made.add_paragraph()
        for text, bold in runs:
            paragraph.add_run(text).bold = bold
        if number % 3 == 2:
            made.add_table(1, 2).cell(0, 0).text = "格"
    out = io.BytesIO()
    made.save(out)
    new, _ = laid(out.getvalue())

    assert said(new) == said(out.getvalue()) and objects(new) == objects(out.getvalue())


def paper(*lines, header=""):
    """A Word file with these paragraphs."""
    made = Document()
    for line in lines:
        made.add_paragraph(line)
    if header:
        made.sections[0].header.paragraphs[0].text = header
    return made


def bytes_of(made):
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_paper_ends_before_its_attachments(home):
    """Its signature and day are found although pages follow."""
    long = [f"第{number}项要求，按时办结。" for number in range(20)]
    lines = [
        "关于做好工作的通知",
        "各县区：",
        "现通知如下。",
        "附件：任务清单",
        "县林业局",
        "2026年3月12日",
        "附件",
        "任务清单",
        *long,
    ]
    _, found = laid(bytes_of(paper(*lines)))

    assert [one.name for one in found[3:6]] == ["附件说明", "落款", "成文日期"]


def test_what_stands_behind_a_sentence_is_no_title(home):
    """A text without one is text, and all of it is set."""
    _, found = laid(
        bytes_of(
            paper("今年以来，各项工作平稳推进。", "群众反映较好。", "基本情况", "全县共有行政村八十个。")
        )
    )

    assert {one.name for one in found} == {"正文"}


def test_blanks_at_an_end_lengthen_no_lead(home):
    new, _ = laid(bytes_of(paper("题目在此", "（一）压实防汛责任。各地都要到人。  ")))
    last = Document(io.BytesIO(new)).paragraphs[-1]

    assert [run.text for run in last.runs][:1] == ["（一）压实防汛责任。"]


def test_what_marks_a_place_stays(home):
    """A bookmark in an empty paragraph, a cell without words, a header on every page and the number of the first."""
    made = paper("题目在此", "", "正文一段。", header="内部资料")
    made.sections[0].different_first_page_header_footer = True
    mark = made.paragraphs[1]._p
    for tag in ("bookmarkStart", "bookmarkEnd"):
        element = mark.makeelement(
            f"{W}{tag}", {f"{W}id": "7", **({f"{W}name": "此处"} if tag.endswith("Start") else {})}
        )
        mark.append(element)
    made.add_table(1, 2)
    new, _ = laid(bytes_of(made), given={4: "空段"})
    xml = zipfile.ZipFile(io.BytesIO(new)).read("word/document.xml").decode("utf-8")

    assert xml.count("bookmarkStart") == xml.count("bookmarkEnd") == 1
    assert xml.count("<w:tc>") == len(re.findall(r"<w:tc>.*?<w:p[ >/].*?</w:tc>", xml, re.DOTALL)) == 2
    references = re.findall(r'<w:(header|footer)Reference [^>]*w:type="(\w+)"', xml)
    assert ("header", "even") in references and ("footer", "first") in references


def test_a_header_block_stays_and_the_title_is_below_it(home):
    """The banner is no title, whatever it looks like, nor is it learned as one."""
    made = Document()
    lines = (
        "特急", "澜川市教育局文件", "澜教发〔2026〕8号", "澜川市教育局关于开展校车检查的通知", "各县（区）教育局：",
        "请认真开展检查，三月底前报结果。", "附件：1.检查表", "2.表二", "澜川市教育局", "2026年3月12日", "附件1", "检查表",
    )  # fmt: skip
    for text in lines:
        made.add_paragraph(text).alignment = 1 if text in lines[:4] else None
    out = io.BytesIO()
    made.save(out)
    new, found = laid(out.getvalue())

    assert [one.name for one in found[:5]] == [roles.KEPT] * 3 + ["标题", "主送"]
    assert departing(new) == []
    label = next(one for one in Document(io.BytesIO(new)).paragraphs if one.text == "附件1")
    assert label.style.name == "附件"


def test_a_picture_in_a_line_is_not_cut_off(home):
    """Its line is as high as it."""
    made = Document()
    made.add_paragraph("关于检修的通知")
    made.add_paragraph("要认真负责，").add_run().add_picture(io.BytesIO(png(300, 200)))
    cell = made.add_table(1, 1).cell(0, 0).paragraphs[0]
    cell.add_run().add_picture(io.BytesIO(png(300, 200)))
    out = io.BytesIO()
    made.save(out)
    new, _ = laid(out.getvalue())

    read = Document(io.BytesIO(new))
    for one in (read.paragraphs[1], read.tables[0].cell(0, 0).paragraphs[0]):
        assert one._p.pPr.find(qn("w:spacing")).get(qn("w:lineRule")) == "auto"
    assert departing(new) == []
