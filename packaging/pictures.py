"""Takes the picture of the page that the README shows: python packaging/pictures.py"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
OUTLINE = """模板: 部署讲话
标题: 在全县森林防灭火工作会议上的讲话
稿次: 送审稿
日期: 2026-03-20
讲话人: {姓名: 顾青, 职务: 县长}
称谓: [同志们]
时长: 8
场合:
  名称: 全县森林防灭火工作会议
  主办: 县政府
  上级精神:
数据:
  火情: {数值: 12, 单位: 起}
  少了: {数值: 9, 单位: 起}
  到场: {数值: 31, 单位: 分钟}
  牵头单位:
成绩:
  小标题: 去冬以来，火情少了、反应快了
  要点:
    - 标题: 火情明显减少
      正文: 发生火情{{ 火情 }}，比上一个防火期少{{ 少了 }}，没有发生重大火灾。
    - 标题: 出动越来越快
      正文: 从接报到到场平均{{ 到场 }}，石桥镇两次夜间处置都在半小时以内。
任务:
  小标题: 盯住清明前后，三件事抓到位
  要点:
    - 标题: 管住火源
      正文: 清明前后设卡巡查,昼夜值守，进山路口登记率达到100%。
      责任单位: 县林业局
      时限: 2026-04-01
    - 标题: 备足力量
      正文: 扑火队伍集中驻训，由{{ 牵头单位 }}统一调度，四月底前装备补齐。
    - 标题: 严肃问责
      正文: 谁失职追究谁，造成损失的依规依纪处理。
"""


def main() -> None:
    """Starts a server on a sample of its own and takes the picture."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "防火讲话.yaml").write_text(OUTLINE, encoding="utf-8")
        server = subprocess.Popen(
            [sys.executable, "-m", "drafter", "serve", "--no-browser"], cwd=folder, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "DRAFTER_HOME": f"{folder}/home", "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        try:
            address = re.search(r"http://\S+", server.stdout.readline())[0]
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
                page = browser.new_page(viewport={"width": 1440, "height": 860})
                page.goto(address)
                page.wait_for_selector("body[data-ready]")
                page.wait_for_timeout(2500)
                page.screenshot(path=str(ROOT / "docs" / "images" / "page.png"))
                browser.close()
        finally:
            server.kill()


if __name__ == "__main__":
    main()
