"""How fast the page is: keystroke to drawn pages, and until it can be used.

    python benchmarks/page.py                       the local server
    python benchmarks/page.py --file drafter.html   the one file, against a bare Pyodide in the same run

Medians of 40 keystrokes at 200 ms in a speech of some 10,000 characters, and one of 40,000; Debian's Chromium, headless.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SENTENCE = (
    "由牵头单位负责，六月底前完成全部任务，每月通报一次进度，年底逐项验收，办得好的推广、办得慢的约谈。"
)
KEYS = 40


def speech(characters: int) -> str:
    """An outline of about so many characters."""
    count = characters // (len(SENTENCE) * 7)
    points = "".join(f"    - 标题: 办好第{n + 1}件实事\n      正文: {SENTENCE * 7}\n" for n in range(count))
    return f"模板: 部署讲话\n标题: 在全县会议上的讲话\n日期: 2026-03-18\n任务:\n  小标题: 抓好今年的工作\n  要点:\n{points}"


def keystrokes(page: Page, outline: str) -> list[float]:
    """Milliseconds from each keystroke to the pages that show it."""
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="大纲 YAML").click()
    page.get_by_label("YAML", exact=True).fill(outline)
    page.get_by_role("button", name="用这里写的").click()
    page.wait_for_selector("dialog", state="detached")
    page.wait_for_timeout(4000)
    page.get_by_label("要点正文").nth(3).click()
    page.keyboard.press("End")
    page.wait_for_timeout(1000)
    page.evaluate("performance.clearMeasures('preview')")
    for _ in range(KEYS):
        page.keyboard.insert_text("改")
        page.wait_for_timeout(200)
    page.wait_for_timeout(1500)
    return page.evaluate("performance.getEntriesByName('preview').map((one) => one.duration)")


def told(name: str, found: list[float]) -> None:
    """One line of the table."""
    found.sort()
    print(
        f"{name}: median {statistics.median(found):.0f} ms, p95 {found[int(len(found) * 0.95) - 1]:.0f} ms ({len(found)} drawn)"
    )


def local(playwright: object) -> None:
    """The server on this computer."""
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.executable, "-m", "drafter", "serve", "--no-browser"], cwd=folder, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "DRAFTER_HOME": f"{folder}/home", "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        address = re.search(r"http://\S+", server.stdout.readline())[0]
        page = playwright.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.wait_for_selector("body[data-ready]")
        started = time.perf_counter()
        page.reload()
        page.wait_for_selector("body[data-ready]")
        print(f"local: ready {(time.perf_counter() - started) * 1000:.0f} ms")
        for characters in (10_000, 40_000):
            told(f"local, {characters} characters", keystrokes(page, speech(characters)))
        memory = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text())
        print(f"local: server {int(memory[1]) / 1024:.0f} MB")
        server.kill()


def one_file(browser: object, path: Path, pyodide: Path) -> None:
    """The one file, with the network cut; a bare Pyodide started in the same browser before and after."""
    bare = f'<script type="module">const t = performance.now(); const {{ loadPyodide }} = await import("{(pyodide / "pyodide.mjs").as_uri()}"); await loadPyodide(); document.title = String(performance.now() - t);</script>'
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    starts = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "bare.html").write_text(bare, encoding="utf-8")
            page = context.new_page()
            page.goto((Path(folder) / "bare.html").as_uri())
            page.wait_for_timeout(12_000)
            starts.append(float(page.title()) if page.title() else float("nan"))
            page.close()
    print(f"bare Pyodide: {statistics.mean(starts) / 1000:.1f} s")
    page = context.new_page()
    started = time.perf_counter()
    page.goto(path.resolve().as_uri())
    page.wait_for_selector("body[data-ready]", timeout=120_000)
    print(f"one file: ready {time.perf_counter() - started:.1f} s, {path.stat().st_size / 1e6:.1f} MB")
    page.wait_for_timeout(12_000)  # what is left of the first start is kept in between
    page.close()
    page = context.new_page()
    started = time.perf_counter()
    page.goto(path.resolve().as_uri())
    page.wait_for_selector("body[data-ready]", timeout=120_000)
    print(f"one file, second start: ready {time.perf_counter() - started:.1f} s")
    for characters in (10_000, 40_000):
        told(f"one file, {characters} characters", keystrokes(page, speech(characters)))


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--file", type=Path)
    parser.add_argument("--pyodide", type=Path, default=ROOT / "node_modules" / "pyodide")
    options = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
        )
        if options.file:
            one_file(browser, options.file, options.pyodide)
        else:
            local(browser)
        browser.close()


if __name__ == "__main__":
    main()
