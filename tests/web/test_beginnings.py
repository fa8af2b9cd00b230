"""How one begins and ends on the page: with an old file, with a meeting, with words that are offered, without a trace."""

from __future__ import annotations

from tempfile import gettempdir

from docx import Document

from drafter.cli.app import run
from tests.web.test_page import printed, saved, start, until, write

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


def test_what_of_a_note_stands_in_no_outline_is_shown(page):
    """Word for word, with its reason; points that were counted by any mark are one row of the part."""
    page.evaluate("location.hash = '#/导入'")
    page.get_by_label("读成").select_option("部署讲话")
    page.get_by_label("粘贴全文").fill(
        "在全县防汛会上的讲话\n1、责任要压实。谁包的谁负责。\n(2) 隐患再排查\n③物资要备足\n4.值守要严，不要写死\n"
    )
    page.get_by_role("button", name="读粘贴的文字").click()

    page.get_by_text("没有放进来的 1 处").wait_for()
    page.get_by_text("，不要写死", exact=True).wait_for()
    page.get_by_role("button", name="接着写这一份").click()
    assert "四、值守要严" in printed(page)


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


def test_titles_and_rows_of_headings_are_offered(page):
    """One is taken by a click, and given back by one key."""
    write(page)
    for title, said in zip(
        page.get_by_label("要点标题").all(), ("压实责任", "补齐短板", "守住底线"), strict=True
    ):
        title.fill(said)
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="小标题排整齐").click()
    page.get_by_role("dialog").get_by_role("button").filter(has_text="压实").nth(1).click()
    taken = [one.input_value() for one in page.get_by_label("要点标题").all()]
    assert taken != ["压实责任", "补齐短板", "守住底线"] and all("责任" in one for one in taken[:1])
    page.keyboard.press("Control+z")
    assert page.get_by_label("要点标题").first.input_value() == "压实责任"

    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="想几个题目").click()
    page.get_by_role("dialog").get_by_role("button").nth(1).click()
    assert page.get_by_label("标题", exact=True).input_value()


def test_without_a_trace_nothing_is_kept(page, server):
    """Neither as a file nor as an earlier state; the window says so, and asks before it goes."""
    start(page)
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="不留痕").click()
    page.get_by_label("标题", exact=True).fill("不存的话")
    page.keyboard.press("Control+s")
    printed(page)
    page.wait_for_timeout(600)

    kept = [path for root in (server.folder, server.home) for path in root.rglob("*") if path.is_file()]
    assert not [path for path in kept if "不存的话".encode() in path.read_bytes()]
    assert page.inner_text("#stored").startswith("不留痕")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_whose_work_is_inside_is_said(page):
    """With the licence of each, in full."""
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="关于").click()
    said = page.get_by_role("dialog", name="关于")

    said.get_by_text("Jinja2", exact=False).first.wait_for()
    assert "BSD" in said.inner_text() and "Permission is hereby granted" in said.text_content()


def test_a_word_file_gives_its_look(page, server, tmp_path):
    """It lies in the folder from then on, and the outline names it."""
    model = tmp_path / "单位样稿.docx"
    (tmp_path / "样.md").write_text("# 题\n\n正文。\n", encoding="utf-8")
    assert run(["build", str(tmp_path / "样.md"), "-o", str(model), "--style", "公文"]) == 0
    write(page)
    with page.expect_file_chooser() as chosen:
        page.get_by_label("版式").select_option("照一份 Word 的样子……")
    chosen.value.set_files(model)

    until(page, "document.querySelector('#head select[aria-label=版式]').value === '单位样稿.docx'")
    assert "备物资" in printed(page) and (server.folder / "单位样稿.docx").read_bytes() == model.read_bytes()


def test_what_comes_back_in_word_is_taken_in_by_choice(page, server, tmp_path):
    """Each change with a tick; what is declined stays as it was; one key gives all back."""
    write(page)
    saved(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Word").click()
    sent = tmp_path / "稿.docx"
    download.value.save_as(sent)
    document = Document(sent)
    for old, new in (("月底前查完", "三天内查完"), ("两万条", "三万条")):
        run = next(run for one in document.paragraphs for run in one.runs if old in run.text)
        run.text = run.text.replace(old, new)
    document.core_properties.last_modified_by = "李市长"
    document.save(tmp_path / "改.docx")

    page.evaluate("location.hash = '#/并入改稿'")
    page.get_by_label("选改过的 Word").set_input_files(tmp_path / "改.docx")
    page.get_by_role("checkbox").nth(1).uncheck()
    page.get_by_role("button", name="勾选的收进大纲").click()
    page.get_by_text("收进来了").wait_for()
    said = printed(page)
    assert ("三天内查完" in said) != ("三万条" in said)
    page.keyboard.press("Control+z")
    until(page, PRINTS.format("月底前查完"))

    page.evaluate("location.hash = '#/两稿对比'")
    page.get_by_label("旧的一稿").set_input_files(sent)
    page.get_by_label("新的一稿").set_input_files(tmp_path / "改.docx")
    page.get_by_text("改了 2 处").wait_for()
    with page.expect_download() as marked:
        page.get_by_role("button", name="取回标了修订的 Word").click()
    assert marked.value.suggested_filename == "改-对比.docx"


def test_what_was_sent_is_kept_and_what_changed_since_is_shown(page, server):
    """As a file beside the outline."""
    write(page)
    saved(page)
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="留一稿").click()
    page.get_by_label("送给谁").fill("李市长")
    page.get_by_role("button", name="留下").click()
    page.get_by_text("留作第1稿").wait_for()
    page.get_by_label("要点正文").first.fill("逐段查堤，三天内查完。")
    saved(page)
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="历史").click()
    page.get_by_role("button", name="第1稿").click()

    page.get_by_role("dialog", name="自第1稿以来").get_by_text("三天内").wait_for()
    assert next(server.folder.glob("*.各稿")).is_dir()


def test_a_heap_of_files_goes_to_its_parts(page, tmp_path):
    """With who sent what, and what does not agree."""
    for name, number in (("市水务局", 126), ("市应急局", 128)):
        text = f"防汛工作总结\n\n一、主要任务\n（一）查隐患。全市排查隐患{number}处。\n（二）备物资。沙袋备足。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    write(page)
    page.evaluate("location.hash = '#/汇总'")
    (tmp_path / "坏.docx").write_bytes(b"PK")
    page.get_by_label("选各单位的稿子").set_input_files([*tmp_path.glob("*.txt"), tmp_path / "坏.docx"])
    page.get_by_role("cell", name="128处", exact=True).wait_for()
    told = page.inner_text(".result")
    assert "坏.docx：读不了（" in told and "“排查隐患”说法不一" in told and gettempdir() not in told
    page.get_by_role("button", name="放进正在写的").click()

    assert "排查隐患126处" in printed(page) and "排查隐患128处" in printed(page)
