"""`drafter serve`: the same work in a page of the browser."""

from __future__ import annotations

import sys
import threading
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli import console
from drafter.problems import MissingProgram, Problem


def serve(
    port: Annotated[
        int, typer.Option("--port", metavar="端口", min=0, max=65535, help="不写就自己找一个空的")
    ] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="不打开浏览器，只说地址")] = False,
) -> int:
    """例子：
      drafter serve
      drafter serve --no-browser --port 8765

    在浏览器里写：左边写要点，右边就是排好的页面。只在本机，不联网；稿子存在当前文件夹。
    """
    from drafter.storage import temporary

    try:
        from drafter.web.serving import serve as run
    except ImportError as error:
        hint = "装上网页这一部分：pip install 'drafter-cn[web]'"
        raise MissingProgram(
            Problem("missing-web", "这台电脑没有装网页要用的 flask、waitress", hint=hint)
        ) from error
    seen = sys.stdout is not None and sys.stdout.isatty()

    def tell(address: str) -> None:
        console.say(f"在浏览器里打开：{address}")
        console.say(f"稿子存在 {Path.cwd()}；按 Ctrl-C 结束。")
        sys.stdout.flush()
        if not no_browser:
            threading.Thread(target=_show, args=(address, folder), daemon=True).start()

    with temporary.folder() as folder:
        run(Path.cwd(), port, datetime.now, tell, ends_alone=not seen and not no_browser)  # noqa: TID251 - a door reads the clock
    return 0


def _show(address: str, folder: Path) -> None:
    """Opens the page through a file that nobody else may read: what a program is called with, everybody sees."""
    import webbrowser

    from drafter.storage import files

    opener = folder / "drafter.html"
    page = f'<!doctype html><meta http-equiv="refresh" content="0;url={address}">'
    files.keep(opener, page.encode("ascii"))
    if not webbrowser.open_new_tab(opener.as_uri()):
        console.note("没有找到浏览器：装一个，或把上面的地址抄到浏览器里打开。")
