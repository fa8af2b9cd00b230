"""排版 on the page: what each paragraph is, corrected by a choice, and the file set anew."""

from __future__ import annotations

from docx import Document
from docx.shared import Pt

from tests.typesetting.test_setting import messy, said


def test_a_file_is_set_after_a_role_was_corrected(page, tmp_path):
    """Its words stay; what departed is listed before."""
    (tmp_path / "通知.docx").write_bytes(messy())
    page.evaluate("location.hash = '#/排版'")
    page.get_by_label("选一份要排的稿子").set_input_files(tmp_path / "通知.docx")
    page.get_by_text("处和这种版式不合").wait_for()
    assert page.get_by_label("第 1 段是什么").input_value() == "标题"
    page.get_by_label("第 6 段是什么").select_option("二级标题")
    with page.expect_download() as taken:
        page.get_by_role("button", name="取回排好的 Word").click()

    assert taken.value.suggested_filename == "通知-排版.docx"
    taken.value.save_as(tmp_path / "新.docx")
    assert said((tmp_path / "新.docx").read_bytes()) == said(messy())
    assert Document(str(tmp_path / "新.docx")).paragraphs[4].style.name == "Heading 2"


def test_marks_are_put_right_where_that_is_ticked(page, tmp_path):
    """And only there."""
    made = Document()
    for line in ("关于检修的通知", "各单位:", "要抓好落实,不走样。"):
        made.add_paragraph(line)
    made.save(tmp_path / "通知.docx")
    page.evaluate("location.hash = '#/排版'")
    page.get_by_label("选一份要排的稿子").set_input_files(tmp_path / "通知.docx")
    page.get_by_label("标点、空格一起改正").check()
    with page.expect_download() as taken:
        page.get_by_role("button", name="取回排好的 Word").click()
    taken.value.save_as(tmp_path / "新.docx")
    assert Document(str(tmp_path / "新.docx")).paragraphs[2].text == "要抓好落实，不走样。"


def test_proofreading_looks_at_the_layout_too(page, tmp_path):
    """Of a Word file, beside what is found in its words, with the way to set it."""
    (tmp_path / "通知.docx").write_bytes(messy())
    page.evaluate("location.hash = '#/校对'")
    page.get_by_label("选一份要校对的稿子").set_input_files(tmp_path / "通知.docx")
    page.get_by_text("处和公文格式不合").wait_for()
    page.get_by_role("link", name="到“排版”一次排好").click()
    page.get_by_label("选一份要排的稿子").wait_for()


def test_a_file_is_seen_before_and_after_it_is_set(page, tmp_path):
    """Side by side, in the look that each paragraph has; a corrected role shows on the second sheet alone."""
    made = Document()
    for line in ("关于检修的通知", "各单位：", "请做好检修。", "加强值守"):
        made.add_paragraph(line).runs[0].font.size = Pt(11)
    made.add_table(1, 1).cell(0, 0).text = "表里的字"
    made.save(tmp_path / "通知.docx")
    page.evaluate("location.hash = '#/排版'")
    page.get_by_label("选一份要排的稿子").set_input_files(tmp_path / "通知.docx")
    page.get_by_label("第 4 段是什么").select_option("一级标题")
    page.get_by_role("button", name="排前、排后并排看").click()
    before, after = (page.get_by_label(name, exact=True) for name in ("排前", "排后"))
    after.wait_for()

    words = ["关于检修的通知", "各单位：", "请做好检修。", "加强值守", "表里的字"]
    for sheet in (before, after):
        shown = [one.strip() for one in sheet.locator("p").all_text_contents()]
        assert [one for one in shown if one] == words
    assert "hei" in after.get_by_text("加强值守").get_attribute("class").split()
    assert "hei" not in before.get_by_text("加强值守").get_attribute("class").split()
    sizes = [
        sheet.get_by_text("请做好检修。").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        for sheet in (before, after)
    ]
    assert sizes[1] > sizes[0]
    assert after.get_by_text("关于检修的通知").evaluate("one => getComputedStyle(one).textAlign") == "center"


def test_what_is_no_word_file_is_seen_as_it_will_be(page, tmp_path):
    """And that its own look is not known is said."""
    (tmp_path / "通知.txt").write_text("关于检修的通知\n\n各单位：\n请做好检修。\n", encoding="utf-8")
    page.evaluate("location.hash = '#/排版'")
    page.get_by_label("选一份要排的稿子").set_input_files(tmp_path / "通知.txt")
    page.get_by_role("button", name="排前、排后并排看").click()
    page.get_by_label("排后", exact=True).wait_for()
    page.get_by_text("原文件不是 .docx").wait_for()
    assert page.get_by_label("排前", exact=True).count() == 0
