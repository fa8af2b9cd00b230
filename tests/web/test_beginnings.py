"""How one begins on the page: with an old file, with a meeting."""

from __future__ import annotations

from tests.web.test_page import printed, until

PRINTS = "document.querySelector('#sheets').textContent.includes('{}')"


def test_an_old_file_is_read_and_written_on(page, tmp_path):
    """From the page of that name to the outliner."""
    old = tmp_path / "旧稿.txt"
    old.write_text(
        "在全市防汛工作会议上的讲话\n\n同志们：\n今天开会。\n一、抓好三件事\n（一）查隐患。月底前查完。\n（二）备物资。沙袋备足。\n谢谢大家！\n",
        encoding="utf-8",
    )
    page.evaluate("location.hash = '#/导入'")
    page.get_by_label("读成").select_option("部署讲话")
    page.locator("input[type=file]").set_input_files(old)
    page.get_by_role("button", name="接着写这一份").click()

    assert "二、备物资沙袋备足。" in printed(page)
    assert page.get_by_label("标题", exact=True).input_value() == "在全市防汛工作会议上的讲话"


def test_a_part_that_was_taken_for_another_is_corrected(page, tmp_path):
    """Before one goes on, from one point on; and in the outline, as one step."""
    old = tmp_path / "旧稿.txt"
    old.write_text(
        "在防汛工作会议上的讲话\n\n同志们：\n今天开会。\n一、抓好三件事\n（一）查隐患。月底前查完。\n（二）还有短板。沙袋不够。\n"
        "（三）备物资。沙袋备足。\n谢谢大家！\n",
        encoding="utf-8",
    )
    page.evaluate("location.hash = '#/导入'")
    page.get_by_label("读成").select_option("部署讲话")
    page.locator("input[type=file]").set_input_files(old)
    page.get_by_label("“还有短板”是").select_option("不足")
    page.get_by_label("“备物资”是").select_option("任务")
    page.get_by_role("button", name="接着写这一份").click()
    page.get_by_role("region", name="不足").wait_for()

    says = "els => els.map(e => e.getAttribute('aria-label'))"
    parts = page.locator("#parts .part:not(.unwritten)").evaluate_all(says)
    assert parts == ["开头", "任务", "不足", "任务", "结尾"]
    said = printed(page)
    assert said.index("月底前查完") < said.index("沙袋不够") < said.index("沙袋备足")

    page.get_by_label("不足改作").select_option("任务")
    assert page.locator("#parts .part:not(.unwritten)").count() == 3
    page.keyboard.press("Control+z")
    assert page.locator("#parts .part:not(.unwritten)").count() == 5


def test_a_meeting_is_said_once_for_all_its_papers(page):
    """Begun by its name; a place that changes stands in each."""
    page.get_by_role("button", name="新建").first.click()
    page.get_by_label("是什么会").fill("全市防汛工作会议")
    page.get_by_role("button", name="新建会议").click()
    page.get_by_role("button", name="＋ 主持词").click()
    page.get_by_role("button", name="主持词", exact=True).wait_for()
    assert "全市防汛工作会议主持词" in printed(page)

    page.get_by_role("button", name="＋ 新闻稿").click()
    until(page, PRINTS.format("（会前预拟）"))
    page.get_by_role("button", name="议程", exact=True).click()
    until(page, "document.querySelector('.title').value === '全市防汛工作会议议程'")
    page.get_by_role("tab", name="会议").click()
    page.get_by_label("会议地点").fill("水务局三楼")
    page.get_by_role("button", name="新闻稿", exact=True).click()

    until(page, PRINTS.format("在水务局三楼召开"))
