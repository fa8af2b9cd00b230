"""A server of our own on a folder of its own, and a browser that looks at it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT, required

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--lang=zh-CN",
]


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, headless; one for the session."""
    sync_api = pytest.importorskip("playwright.sync_api") if "DRAFTER_REQUIRE" not in os.environ else None
    if sync_api is None:
        from playwright import sync_api
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    required("Chromium", program)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield browser
        browser.close()


ALLOWED = "status of 422|ERR_CONNECTION_REFUSED"
"""What the browser itself says of an answer that is no, and of a server that a test killed."""


class Server:
    """`drafter serve` in a folder."""

    def __init__(self, folder, home):
        self.folder, self.home = folder, home
        self.start()

    def start(self):
        pytest.importorskip("flask")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "drafter", "serve", "--no-browser"],
            cwd=self.folder,
            env={**os.environ, "DRAFTER_HOME": str(self.home), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        said = self.process.stdout.readline()
        self.address = re.search(r"http://\S+", said)[0]

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture
def server(tmp_path, home):
    """A server that is gone after the test."""
    folder = tmp_path / "稿子"
    folder.mkdir()
    running = Server(folder, home)
    yield running
    running.kill()


@pytest.fixture
def page(chromium, server):
    """The page, ready to be written on; whatever goes wrong in it fails the test."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True)
    faults = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console",
        lambda message: (
            faults.append(message.text)
            if message.type == "error" and not re.search(ALLOWED, message.text)
            else None
        ),
    )
    opened.set_default_timeout(15000)
    opened.goto(server.address)
    opened.wait_for_selector("body[data-ready]")
    yield opened
    context.close()
    assert faults == []


PYODIDE = ROOT / "node_modules" / "pyodide"


@pytest.fixture(scope="session")
def one_file(tmp_path_factory):
    """The file, made anew."""
    required("the npm package pyodide", PYODIDE.is_dir())
    path = tmp_path_factory.mktemp("one") / "drafter.html"
    subprocess.run([sys.executable, str(ROOT / "packaging" / "browser.py"), "-o", str(path)], check=True)
    return path


@pytest.fixture
def offline(chromium, one_file):
    """A browser without a network, and every request that the page makes."""
    context = chromium.new_context(
        offline=True, viewport={"width": 1366, "height": 768}, accept_downloads=True
    )
    context.add_init_script(
        "delete window.showSaveFilePicker"
    )  # a window of the system: nobody can press in it
    asked, faults = [], []
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(one_file.as_uri())
    page.wait_for_selector("body[data-ready]")
    yield page
    context.close()
    assert {url for url in asked if not url.startswith(("data:", "blob:"))} == {one_file.as_uri()}
    assert faults == []
