"""`drafter demo`: the shipped sample outlines, built."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import console, options
from drafter.reports import demo as report


def demo(
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="文件夹", help="放在哪里，默认 demo")
    ] = "demo",
    to: Annotated[
        str, typer.Option("--to", metavar="格式", help="docx、pdf、txt、md、html，默认 docx")
    ] = "docx",
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的文件")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter demo
      drafter demo -o 样稿 --to docx,txt

    把自带的样稿大纲都生成出来，看看成稿是什么样子。
    """
    from drafter.actions import demo as action

    formats = [name.strip().lower() for name in to.split(",") if name.strip()]
    made = action.demo(options.session(), output, formats, force)
    if as_json:
        console.emit(report.as_json(made))
    for item in made:
        console.problems(item.problems, item.path)
        if not as_json:
            for path in item.outputs:
                console.say(f"√ {path}")
    return max((item.exit_code for item in made), default=0)
