"""Pictures on the page: they stay whatever is written beside them, and stand on the sheets where they print."""

from __future__ import annotations

import yaml

from tests.pictures import png
from tests.web.test_page import until

OUTLINE = """模板: 部署讲话
标题: 在推进会上的讲话
日期: 2026-03-12
讲话人: {姓名: 王某}
脱敏: 是
成绩:
  小标题: 成绩
  导语: [先看图。, {图片: {路径: 走势.png, 图名: 图1 走势, 宽度: 10厘米}}]
  要点:
    - 办得快
    - 图片: 走势.png
    - {标题: 办得好, 正文: [群众满意。, {图片: 走势.png}], 小结: [{图片: 走势.png}, 讲完。]}
任务: [先讲。, {图片: 走势.png}, {小标题: 任务, 要点: [做甲事, 做乙事]}]
结尾: 谢谢大家！
"""


def shown(tree):
    """Every picture of an outline's tree, in order."""
    if isinstance(tree, dict):
        return [one for key, value in tree.items() for one in ([value] if key == "图片" else shown(value))]
    return [one for value in tree for one in shown(value)] if isinstance(tree, list) else []


def test_they_stay_and_are_drawn(page, server):
    (server.folder / "走势.png").write_bytes(png(600, 300, 150))
    path = server.folder / "稿.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    before = shown(yaml.safe_load(OUTLINE))
    page.reload()
    page.wait_for_selector("body[data-ready]")
    page.get_by_role("button", name="打开", exact=True).click()
    page.get_by_role("dialog").get_by_text("在推进会上的讲话").first.click()
    page.wait_for_selector(".block.picture img")
    assert page.locator(".block.picture").count() == 5

    page.get_by_label("标题", exact=True).fill("在总结会上的讲话")
    page.keyboard.press("Control+s")
    until(page, "document.querySelector('#stored').textContent.startsWith('存在')")
    saved = [yaml.safe_load(one.read_text(encoding="utf-8")) for one in server.folder.glob("*.yaml")]
    (tree,) = [one for one in saved if one["标题"] == "在总结会上的讲话"]
    assert shown(tree) == before
