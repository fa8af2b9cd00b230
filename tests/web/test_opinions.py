"""What people said of a draft stands beside its points; the print that somebody holds leads to today's words."""

from __future__ import annotations

import docx

from tests.web.test_page import printed, saved, until, write


def more(page, name):
    """What stands in the menu of the head."""
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name=name).click()


def test_an_opinion_is_noted_at_its_point_and_decided(page, server, tmp_path):
    """It is counted while it is open, leads to its point, and all of them make one table."""
    write(page)
    page.get_by_label("要点正文").nth(1).click()
    more(page, "记一条意见")
    page.get_by_label("意见1谁", exact=True).fill("李市长")
    page.get_by_label("意见1方式").fill("电话")
    page.get_by_label("意见1原话").fill("沙袋不够，再加一万")
    assert page.get_by_label("意见1位置").input_value() == "备物资"
    page.locator("#parts .point", has_text="意见 1").first.wait_for()
    until(page, "document.querySelector('#count-意见').textContent === '意见 1'")

    page.get_by_role("button", name="去看意见1说的地方").click()
    assert page.evaluate("document.activeElement.value") == "备物资"
    page.get_by_label("意见1办理").select_option("已改")
    until(page, "document.querySelector('#count-意见').textContent === '意见 0'")
    assert page.locator("#parts .said").count() == 0
    with page.expect_download() as table:
        page.get_by_role("button", name="意见采纳情况表").click()
    table.value.save_as(tmp_path / "表.docx")
    (rows,) = docx.Document(str(tmp_path / "表.docx")).tables
    assert [cell.text for cell in rows.rows[1].cells] == [
        "1",
        "李市长",
        "备物资",
        "—",
        "电话：沙袋不够，再加一万",
        "已采纳",
    ]
    saved(page)
    (file,) = server.folder.glob("*.yaml")
    assert "原话: 沙袋不够，再加一万" in file.read_text(encoding="utf-8")


def test_a_line_of_the_print_leads_to_where_its_words_stand_now(page):
    """By page and line, by a click; what was typed meanwhile is not lost from sight."""
    write(page)
    saved(page)
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="留一稿").click()
    page.get_by_role("button", name="留下").click()
    page.get_by_text("留作第1稿").wait_for()
    page.get_by_label("要点标题").nth(1).click()
    page.keyboard.press("Alt+ArrowUp")
    until(page, "document.querySelectorAll('.point .title')[0].value === '备物资'")
    printed(page)
    more(page, "历史")
    page.get_by_role("button", name="第1稿").click()
    page.get_by_role("button", name="按第1稿找").click()
    page.locator("#sent").wait_for()
    lines = page.locator("#sheets .line").all_text_contents()
    at = next(n for n, line in enumerate(lines) if "沙袋" in line)
    page.get_by_label("第几行").fill(str(at + 1))
    page.get_by_role("button", name="找到现在的地方").click()
    until(
        page,
        "(document.activeElement.value ?? '').includes('备物资') || (document.activeElement.value ?? '').includes('沙袋')",
    )
    assert page.evaluate("document.activeElement.closest('.point') === document.querySelector('.point')")

    page.get_by_role("button", name="回到现在的稿子").click()
    assert "一、备物资" in printed(page)


def test_what_goes_out_with_a_stage_is_kept(page, server):
    """So that it can be found again by page and line."""
    write(page)
    page.get_by_role("tab", name="会议").click()
    page.get_by_label("稿次").fill("送审稿")
    saved(page)
    with page.expect_download():
        page.get_by_role("button", name="下载 Word").click()
    page.get_by_text("留作第1稿").wait_for()

    (kept,) = next(server.folder.glob("*.各稿")).glob("*.yaml")
    assert kept.name == "第1稿-送审稿.yaml"
