"""The page in a browser, as a secretary uses it: by keyboard, without a look elsewhere."""

from __future__ import annotations

import re

import pytest

from drafter.cli.app import run


def until(page, said, seconds=15):
    """Waits until an expression of the page is true; Playwright's own way needs eval, which the page forbids."""
    for _ in range(seconds * 20):
        if page.evaluate(said):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {said}")


def start(page, genre="部署讲话"):
    """A new outline of a genre."""
    page.get_by_role("button", name="新建", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=genre, exact=True).click()
    until(page, "document.activeElement.matches('.title') && !document.activeElement.value")


def saved(page):
    """Waits until what is written stands in a file."""
    until(page, "document.querySelector('#stored').textContent.startsWith('存在')")


def printed(page):
    """What the pages show, once nothing is on its way."""
    page.wait_for_timeout(60)
    until(page, "!document.querySelector('#preview.stale, #preview[aria-busy]')")
    return page.text_content("#sheets").replace("\u00a0", " ")


def write(page):
    """Three points by keyboard alone."""
    start(page)
    page.keyboard.type("在全市防汛工作会议上的讲话")
    page.get_by_label("任务小标题").click()
    page.keyboard.type("抓好三件事")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    for title, text in (
        ("查隐患", "逐段查堤，月底前查完。"),
        ("备物资", "沙袋备足两万条。"),
        ("严值守", "领导带班，24小时有人。"),
    ):
        page.keyboard.type(title)
        page.keyboard.press("Enter")
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    page.keyboard.press("Backspace")  # the empty point that Enter opened


def test_a_speech_is_written_by_keyboard_and_stands_on_its_pages(page, server):
    """Heading, points, numbers; it is in a file, and Word gets what build gives."""
    write(page)
    said = printed(page)

    assert "抓好三件事" in said and "一、查隐患逐段查堤，月底前查完。" in said and "三、严值守" in said
    saved(page)
    (file,) = server.folder.glob("*.yaml")
    assert file.stem == "在全市防汛工作会议上的讲话"
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Word").click()
    taken = download.value
    assert re.fullmatch(r"在全市防汛工作会议上的讲话\.docx", taken.suggested_filename)
    out = server.folder / "命令行.docx"
    assert run(["build", str(file), "-o", str(out)]) == 0
    with open(taken.path(), "rb") as data:
        assert data.read() == out.read_bytes()


def test_points_are_moved_nested_parked_and_all_of_it_undone(page):
    """By the keys of Word and of outliners."""
    write(page)
    page.get_by_label("要点标题").nth(2).click()
    page.keyboard.press("Alt+ArrowUp")
    assert "二、严值守" in printed(page)
    page.keyboard.press("Tab")
    assert "二、备物资" in printed(page) and "严值守" in printed(page)
    page.keyboard.press("Shift+Tab")
    assert "二、严值守" in printed(page)
    page.get_by_label("要点标题").nth(1).click()
    page.locator(".point.on").get_by_role("button", name="暂不用").first.click()
    assert "严值守" not in printed(page) and "二、备物资" in printed(page)
    for _ in range(4):
        page.keyboard.press("Control+z")
    assert "三、严值守" in printed(page)
    page.keyboard.press("Control+y")
    assert "二、严值守" in printed(page)


def test_a_figure_is_said_once_and_completes(page):
    """On @, and on the full-width braces that Chinese input types."""
    write(page)
    page.get_by_label("要点正文").first.click()
    page.keyboard.press("End")
    page.keyboard.type("共查@堤长")
    page.get_by_role("option", name=re.compile("新数据")).wait_for()
    page.keyboard.press("Enter")
    assert "〔待补：堤长〕" in printed(page)
    page.get_by_role("button", name=re.compile("^数据")).first.click()
    page.get_by_label("堤长数值").fill("82.5公里")
    assert "共查82.5公里" in printed(page)
    page.get_by_label("要点正文").nth(1).click()
    page.keyboard.press("End")
    page.keyboard.insert_text("又是｛｛堤长｝｝")
    assert "又是82.5公里" in printed(page)


def test_a_finding_is_mended_from_its_card(page):
    """The counts in the head open the cards; 照改 changes the outline, and can be undone."""
    write(page)
    page.get_by_label("要点正文").nth(1).fill("沙袋备足两万条,木桩备足三千根。")
    until(page, "document.querySelector('#count-错误').textContent !== '错误 0'")
    page.locator("#count-错误").click()
    page.get_by_role("button", name="照改", exact=True).first.click()
    assert "沙袋备足两万条，木桩" in printed(page)
    page.keyboard.press("Control+z")
    assert "两万条,木桩" in printed(page)


def test_a_passage_of_the_library_is_put_in(page):
    """Where the cursor stands; what its figures were is a gap."""
    write(page)
    page.get_by_label("要点标题").nth(1).click()
    page.get_by_role("tab", name="素材").click()
    page.get_by_role("searchbox", name="找素材").fill("督查")
    page.get_by_role("searchbox", name="找素材").press("Enter")
    page.get_by_role("button", name="用这条").first.click()

    until(page, "document.querySelectorAll('.field.text').length > 3")
    assert "来源" in page.inner_text("#parts")


def test_pinyin_is_neither_doubled_nor_lost(page):
    """Enter and Tab that choose a candidate open no point and nest none."""
    write(page)
    before = page.get_by_label("要点标题").count()
    page.get_by_label("要点正文").nth(1).click()
    page.keyboard.press("End")
    typing = page.context.new_cdp_session(page)
    for said in ("q", "qing", "清", "清明"):
        typing.send(
            "Input.imeSetComposition", {"text": said, "selectionStart": len(said), "selectionEnd": len(said)}
        )
    typing.send("Input.insertText", {"text": "清明前后"})

    assert "两万条。清明前后" in printed(page)
    assert page.get_by_label("要点标题").count() == before


def test_a_click_on_a_page_finds_the_field(page):
    """And the cursor stands in it."""
    write(page)
    printed(page)
    page.locator("#sheets [data-key]", has_text="沙袋").first.click()

    assert page.evaluate("document.activeElement.value").startswith("沙袋备足")


def test_a_killed_server_loses_nothing_that_is_older_than_a_second(page, server):
    """What was written is in the file; the page says that nobody answers, and goes on when somebody does."""
    write(page)
    page.wait_for_timeout(1000)
    server.kill()
    (file,) = server.folder.glob("*.yaml")

    assert "严值守" in file.read_text(encoding="utf-8")
    page.get_by_label("要点正文").first.fill("逐段查堤，十天查完。")
    until(page, "document.querySelector('#stored').className.includes('bad')")
    server.start()


def test_two_windows_do_not_overwrite_each_other(page, server, chromium):
    """The second is told, and can keep what it wrote in a file of its own."""
    write(page)
    saved(page)
    other = page.context.new_page()
    other.goto(server.address)
    other.wait_for_selector("body[data-ready]")
    other.get_by_label("要点正文").first.fill("在第二个窗口里改的。")
    until(other, "document.querySelector('#stored').textContent.startsWith('存在')")
    page.get_by_label("要点正文").nth(1).fill("在第一个窗口里改的。")
    page.get_by_role("button", name="另存一份").click()
    saved(page)

    texts = [file.read_text(encoding="utf-8") for file in server.folder.glob("*.yaml")]
    assert (
        len(texts) == 2
        and any("第二个窗口" in text for text in texts)
        and any("第一个窗口" in text for text in texts)
    )


def test_fields_of_the_meeting_and_of_the_head_are_one_paper(page):
    """Typed one after another without a pause, in the panel and above the parts: all of it is on the paper."""
    write(page)
    page.get_by_role("button", name=re.compile("^会议")).first.click()
    panel = page.get_by_role("region", name="会议")
    panel.get_by_label("时长", exact=True).fill("20")
    for name, said in (("姓名", "顾青"), ("职务", "县长"), ("会议名称", "全县防汛工作会议")):
        panel.get_by_label(name, exact=True).first.fill(said)
    page.get_by_label("称谓", exact=True).fill("同志们")
    page.get_by_label("日期", exact=True).fill("2026-05-01")
    said = printed(page)

    assert "县长　顾　青" in said and "（2026年5月1日）" in said and "同志们：" in said
    assert "/20 分钟" in page.inner_text("#meter")
    assert page.get_by_label("讲话人", exact=True).input_value() == "顾青"


def test_an_outline_pasted_into_the_title_is_asked_about(page):
    """It is where the cursor stands in a new paper."""
    start(page)
    page.evaluate(
        """() => { const data = new DataTransfer();
        data.setData("text/plain", "在全县防汛会上的讲话\\n同志们：\\n一、抓好三件事\\n（一）查堤。月底前查完。\\n（二）备料。沙袋备足。\\n谢谢大家！");
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }"""
    )
    page.get_by_role("button", name="读成一份大纲").click()
    until(page, "document.querySelector('#sheets').textContent.includes('沙袋备足')")

    assert page.get_by_label("标题", exact=True).input_value() == "在全县防汛会上的讲话"


def test_all_that_the_template_says_of_a_part_becomes_ones_own(page):
    """Words of one's own end the template's: none is lost on the way."""
    write(page)
    before = printed(page)
    page.locator("#count-代拟").click()
    page.get_by_role("button", name="改成我的话").last.click()

    assert printed(page)[-60:] == before[-60:]


def test_what_was_pasted_from_word_has_its_numbers_and_none_of_its_marks(page):
    """Deleted changes and hidden words stay out, and that is said; several paragraphs are asked about."""
    write(page)
    page.get_by_label("要点正文").nth(2).click()
    page.evaluate(
        """() => { const data = new DataTransfer();
        data.setData("text/html", "<p>一、先查堤。</p><p><del>删了的</del>二、再查闸。</p><p style='display:none'>看不见</p><p>三、后查泵。</p>");
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }"""
    )
    page.get_by_role("button", name="拆成几条要点").click()
    said = printed(page)

    assert "再查闸" in said and "删了的" not in said and "看不见" not in said
    assert "删去的修订" in page.inner_text("#said")
    page.keyboard.press("Control+z")
    assert "再查闸" not in printed(page)


@pytest.mark.parametrize("name", ["#/导入", "#/校对", "#/排版", "#/批量", "#/素材库"])
def test_every_page_opens_by_its_address(page, name):
    """And says what it is."""
    page.evaluate(f"location.hash = '{name}'")

    page.get_by_role("heading", level=1).wait_for()


def test_everything_is_replaced_from_a_list_but_in_quotations(page):
    """Ctrl+H; what stands in 《》 is not ticked."""
    write(page)
    page.get_by_label("要点正文").first.fill("全区查堤，按《全区防汛预案》办，全区通报。")
    page.keyboard.press("Control+h")
    page.get_by_label("找", exact=True).fill("全区")
    page.get_by_label("换成").fill("全县")
    page.get_by_role("button", name="替换勾选的").click()

    assert "全县查堤，按《全区防汛预案》办，全县通报" in printed(page)
