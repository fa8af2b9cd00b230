"""drafter.html: one file that is opened by a double-click, with the network cut."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import zipfile

from drafter.cli.app import run
from tests.conftest import ROOT
from tests.web.test_page import start, until


def members(path):
    """What a Word file holds; how it is deflated is the business of the zlib that each Python has."""
    with zipfile.ZipFile(path) as packed:
        return [(one.filename, packed.read(one)) for one in packed.infolist()]


def test_two_files_of_one_tree_are_alike_and_small(one_file, tmp_path):
    """So that whoever answers for computers can make it again and compare."""
    again = tmp_path / "again.html"
    subprocess.run([sys.executable, str(ROOT / "packaging" / "browser.py"), "-o", str(again)], check=True)

    assert again.read_bytes() == one_file.read_bytes()
    assert one_file.stat().st_size <= 12_000_000


def test_the_whole_round_runs_without_a_network(offline, one_file, tmp_path):
    """Write, see the pages, be corrected, find a passage, take Word away; what was written is there again afterwards."""
    page = offline
    until(page, "document.querySelectorAll('#sheets .sheet').length > 1", 60)
    page.get_by_label("标题", exact=True).fill("在全县防汛会上的讲话")
    page.get_by_label("要点正文").first.fill("逐段查堤,月底前查完。")
    until(page, "document.querySelector('#sheets').textContent.includes('在全县防汛会上的讲话')", 30)
    until(page, "document.querySelector('#stored').textContent.startsWith('暂存在这个浏览器里')", 30)
    until(page, "document.querySelector('#count-错误').textContent !== '错误 0'", 30)
    page.get_by_role("tab", name="素材").click()
    page.get_by_role("searchbox", name="找素材").fill("督查")
    page.get_by_role("searchbox", name="找素材").press("Enter")
    page.get_by_role("button", name="用这条").first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Word").click()
    with page.expect_download() as outline:
        page.get_by_role("button", name="更多").click()
        page.get_by_role("button", name="大纲文件").click()

    saved = tmp_path / "讲话.yaml"
    outline.value.save_as(saved)
    assert "在全县防汛会上的讲话" in saved.read_text(encoding="utf-8")
    assert run(["build", str(saved), "-o", str(tmp_path / "讲话.docx")]) == 0
    assert members(download.value.path()) == members(tmp_path / "讲话.docx")
    page.get_by_role("button", name="新建", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="致辞", exact=True).click()
    until(page, "document.activeElement.matches('.title') && !document.activeElement.value", 30)
    page.close()
    page = page.context.new_page()
    page.goto(one_file.as_uri())
    page.wait_for_selector("body[data-ready]")
    assert page.get_by_label("标题", exact=True).input_value() == "在全县防汛会上的讲话"


def test_what_comes_in_is_there_after_the_window_was_closed(offline, one_file, tmp_path):
    """Drafts of another computer, the look of a Word file, a meeting; and whose work is inside is said."""
    page = offline
    drafts, model = tmp_path / "全部稿子.json", tmp_path / "单位样稿.docx"
    drafts.write_text(json.dumps({"致辞.yaml": "模板: 致辞\n标题: 在开园仪式上的致辞\n"}), encoding="utf-8")
    (tmp_path / "样.md").write_text("# 题\n\n正文。\n", encoding="utf-8")
    assert run(["build", str(tmp_path / "样.md"), "-o", str(model), "--style", "公文"]) == 0
    for pressed, given in (("导入全部稿子", drafts), (None, model)):
        with page.expect_file_chooser() as chosen:
            if pressed:
                page.get_by_role("button", name="更多").click()
                page.get_by_role("button", name=pressed).click()
            else:
                page.get_by_label("版式").select_option("照一份 Word 的样子……")
        chosen.value.set_files(given)
        until(
            page,
            f"document.querySelector('#said').textContent.includes('{'收进 1 份' if pressed else '样子排'}')",
            30,
        )
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="关于").click()
    said = page.get_by_role("dialog", name="关于")
    said.get_by_text("Pyodide").wait_for()
    assert "MPL-2.0" in said.inner_text() and "Jinja2" in said.inner_text()
    page.keyboard.press("Escape")
    until(page, "document.querySelector('#stored').textContent.startsWith('暂存在这个浏览器里')", 30)
    page.close()

    page = page.context.new_page()
    page.goto(one_file.as_uri())
    page.wait_for_selector("body[data-ready]")
    until(page, "document.querySelectorAll('#sheets .sheet').length > 0", 60)
    assert page.get_by_label("版式").input_value() == "单位样稿.docx"
    page.get_by_role("button", name="打开", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="在开园仪式上的致辞").wait_for()


ASKED = """async ([verb, payload]) => {
    const { ask } = await import("drafter/basis/ask");
    return ask(verb, payload).then((answer) => ({ answer }), (error) => ({ said: error.message }));
}"""


def test_a_reviewed_file_is_taken_in_and_what_marks_word_files_says_that_it_is_not_inside(offline, tmp_path):
    """Marks are written with lxml, which is compiled and no part of the one file."""
    paper = tmp_path / "致辞.docx"
    (tmp_path / "致辞.md").write_text("# 在开园仪式上的致辞\n\n各位来宾好。\n", encoding="utf-8")
    assert run(["build", str(tmp_path / "致辞.md"), "-o", str(paper)]) == 0
    given = {"file": "致辞.docx", "data": base64.b64encode(paper.read_bytes()).decode()}
    tree = offline.evaluate(ASKED, ["begin", {"genre": "致辞", "sample": True}])["answer"]["tree"]

    taken = offline.evaluate(ASKED, ["absorb", given | {"tree": tree, "name": "致辞.yaml"}])
    compared = offline.evaluate(ASKED, ["compare", {"old": given, "new": given}])
    annotated = offline.evaluate(ASKED, ["proofread", given | {"annotate": True}])

    assert taken["answer"]["changes"]
    assert "装在电脑上的 drafter" in compared["said"] and "装在电脑上的 drafter" in annotated["said"]


def test_the_page_starts_where_there_is_no_lxml():
    """As in the one file, told without a browser."""
    program = "import sys; sys.modules['lxml'] = None; import drafter.web.verbs"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)


def test_nothing_of_the_tree_that_is_no_part_of_drafter_is_inside(one_file):
    """No test, no compiled part, no folder of whoever made it."""
    text = one_file.read_text(encoding="utf-8")

    assert str(ROOT) not in text
    assert json.loads(text.split('id="assets">')[1].split("<")[0])[-1] == "site.zip"


SLOW = """---
名称: 单位讲话
说明: 本单位的讲话
版式: speech
题头: [标题]
角色:
  - 角色: opening
    提示: 开头的话
---
{% extends "_底稿.md.j2" %}
{% block opening %}{% if title == "慢" %}{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}{% endif %}本单位的话。{% endblock %}
"""


def test_a_template_of_ones_own_runs_and_is_ended_when_it_does_not_stop(offline, tmp_path):
    """What it was asked fails with its reason; what is written stays, and the page goes on."""
    page = offline
    path = tmp_path / "单位讲话.md.j2"
    path.write_text(SLOW, encoding="utf-8")
    with page.expect_file_chooser() as chosen:
        page.get_by_label("文种").select_option("用自己的模板……")
    chosen.value.set_files(path)
    page.get_by_text("照模板 单位讲话 排").wait_for()
    start(page, "单位讲话")
    page.keyboard.type("快的")
    until(page, "document.querySelector('#sheets').textContent.includes('本单位的话')", 60)
    page.get_by_label("标题", exact=True).fill("慢")
    until(page, "(document.querySelector('#stale')?.textContent ?? '').includes('已经停下')", 60)

    page.get_by_label("标题", exact=True).fill("不慢了")
    until(
        page,
        "document.querySelector('#sheets').textContent.includes('不慢了') && !document.querySelector('#stale')",
        60,
    )
    until(page, "document.querySelector('#stored').textContent.startsWith('暂存')", 60)


PICKED = """
window.written = [];
window.showSaveFilePicker = async ({ suggestedName }) => ({
  name: suggestedName,
  createWritable: async () => {
    if (window.refused) throw new DOMException("", "NotAllowedError");
    const parts = [];
    return { write: async (data) => parts.push(new TextDecoder().decode(data)), close: async () => written.push(parts.join("")) };
  },
});
null;
"""


def test_where_the_browser_writes_into_files_the_outline_is_one(offline):
    """What is written later goes into it by itself; where it no longer can, that is said."""
    page = offline
    start(page, "致辞")
    page.keyboard.type("在开园仪式上的致辞")
    page.evaluate(PICKED)
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="大纲文件").click()
    until(page, "written.length === 1 && document.querySelector('#stored').textContent.startsWith('存在 ')")
    page.get_by_label("标题", exact=True).fill("在开园仪式上的致辞（改）")
    until(page, "written.length > 1 && written.at(-1).includes('致辞（改）')")

    page.evaluate("window.refused = true")
    page.get_by_label("标题", exact=True).fill("再改")
    page.get_by_text("写不进去").wait_for()
