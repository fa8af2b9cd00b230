"""`drafter styles learn`: a unit's style from papers that are set as it wants them."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt


def example(path, pitch=30, body="仿宋"):
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(30)
    section.right_margin, section.top_margin, section.bottom_margin = Mm(26), Mm(37), Mm(35)
    for text, font, size, centred in (
        ("关于做好工作的通知", "华文中宋", 22, True), ("一、压实责任", "黑体", 16, False), ("（一）查隐患", "楷体", 16, False),
        ("各级各部门要把责任落实到山头地块，逐级抓好落实。", body, 16, False),
    ):  # fmt: skip
        paragraph = made.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size, run.font.name = Pt(size), font
        run._r.rPr.rFonts.set(qn("w:eastAsia"), font)
        paragraph.paragraph_format.line_spacing = Pt(pitch)
        if centred:
            paragraph.alignment = 1
        else:
            paragraph.paragraph_format.first_line_indent = Pt(32)
    made.save(path)


@pytest.fixture
def learned(drafter, tmp_path):
    for number, pitch in enumerate((30, 30, 28)):
        example(tmp_path / f"样{number}.docx", pitch)
    return drafter("styles", "learn", "样0.docx", "样1.docx", "样2.docx", "-o", "我局.yaml", "--json").json[
        "files"
    ][0]


def test_what_most_examples_have_is_the_style(drafter, tmp_path, learned):
    """Only what is not the standard's is said, each with how many have it; a font is the very one."""
    said = {one["path"]: (one["value"], one["count"]) for one in learned["values"]}

    assert said["字体.仿宋"] == ("仿宋", 3) and said["字体.小标宋"] == ("华文中宋", 3)
    assert (
        said["版面.左边距"] == ("30mm", 3) and said["版面.行距"] == ("30磅", 2) and "版面.右边距" not in said
    )
    assert "# 2/3" in (tmp_path / "我局.yaml").read_text(encoding="utf-8")


def test_papers_are_set_in_it_and_the_examples_depart_in_nothing_it_says(drafter, tmp_path, learned):
    """It is a style like any other."""
    assert drafter("typeset", "样0.docx", "--style", "./我局.yaml", "-o", "新.docx").code == 0
    fonts = {
        one.get(qn("w:eastAsia"))
        for one in Document(str(tmp_path / "新.docx")).styles.element.iter(qn("w:rFonts"))
    }
    assert {"仿宋", "楷体", "华文中宋"} <= fonts and "仿宋_GB2312" not in fonts
    found = drafter("inspect", "样0.docx", "--style", "./我局.yaml", "--json").json["files"][0]["departures"]
    assert [one["message"] for one in found if "字体" in one["message"] or "版面" in one["message"]] == []


def test_examples_that_differ_are_told(drafter, tmp_path):
    """No half of them is a habit."""
    for number, body in enumerate(("仿宋", "宋体")):
        example(tmp_path / f"样{number}.docx", body=body)
    done = drafter("styles", "learn", "样0.docx", "样1.docx", "-o", "我局.yaml")

    assert "字体.仿宋 各份不一样" in done.err
    assert drafter("styles", "learn", "样0.docx", "-o", "样0.docx").code == 2
    assert drafter("styles", "learn", "无.docx", "-o", "新.yaml").code == 3


def numbered(footer, align, *pieces):
    """A line of a footer; (PAGE) and such are fields, as Word writes them: with a result of their own."""
    paragraph = footer.paragraphs[0]
    paragraph.alignment = align
    for piece in pieces:
        if piece.isupper():
            for kind in ("begin", "", "separate", "1", "end"):
                run = paragraph.add_run()._r
                if kind in ("begin", "separate", "end"):
                    run.append(run.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind}))
                else:
                    held = run.makeelement(qn("w:t" if kind else "w:instrText"), {})
                    held.text = kind or f" {piece} "
                    run.append(held)
        else:
            paragraph.add_run(piece)


@pytest.mark.parametrize(
    ("pieces", "outer", "form", "place"),
    [
        (("— ", "PAGE", " —"), True, None, None),
        (("第", "PAGE", "页 共", "NUMPAGES", "页"), False, "第{页}页 共{总页}页", "居中"),
        (("PAGE",), False, "{页}", "居中"),
        (("内部资料",), False, None, None),
    ],
)
def test_the_form_of_page_numbers_and_the_gutter_are_learned(drafter, tmp_path, pieces, outer, form, place):
    """What is the standard's own is not said, nor what no footer has."""
    example(tmp_path / "样.docx")
    made = Document(str(tmp_path / "样.docx"))
    section = made.sections[0]
    section.left_margin, section.gutter = Mm(18), Mm(10)
    section.footer.is_linked_to_previous = False
    numbered(section.footer, 2 if outer else 1, *pieces)
    if outer:
        made.settings.odd_and_even_pages_header_footer = True
        section.even_page_footer.is_linked_to_previous = False
        numbered(section.even_page_footer, 0, *pieces)
    made.save(tmp_path / "样.docx")
    told = drafter("styles", "learn", "样.docx", "-o", "我局.yaml", "--json").json["files"][0]["values"]
    said = {one["path"]: one["value"] for one in told}

    assert (said["版面.装订线"], said["版面.左边距"]) == ("10mm", "18mm")
    assert (said.get("页码.格式"), said.get("页码.位置")) == (form, place)
    (tmp_path / "o.md").write_text("# 题\n\n正文。\n", encoding="utf-8")
    assert drafter("build", "o.md", "--style", "./我局.yaml", "-o", "o.docx").code == 0
    page = Document(str(tmp_path / "o.docx")).sections[0]
    assert (round(page.gutter.mm), round(page.left_margin.mm)) == (10, 18)
    assert drafter("typeset", "样.docx", "--style", "./我局.yaml", "-o", "排.docx").code == 0
    page = Document(str(tmp_path / "排.docx")).sections[0]
    assert (round(page.gutter.mm), round(page.left_margin.mm)) == (10, 18)
