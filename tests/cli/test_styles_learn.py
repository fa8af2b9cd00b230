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
