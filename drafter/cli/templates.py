"""`drafter templates`: what drafts are made with."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import console, listing, options
from drafter.cli.frame import ChineseCommand
from drafter.reports import catalogue as report

HELP = """例子：
  drafter templates list
  drafter templates show 部署讲话
  drafter templates copy 部署讲话

模板：列出、查看、复制、试排"""
app = typer.Typer(help=HELP, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="名称", help="模板的名称、别名或路径")]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="路径", help="复制到哪里；默认是工作区或用户的模板文件夹")
]


@app.command("list", cls=ChineseCommand)
def list_(as_json: options.AsJson = False) -> int:
    """例子：
      drafter templates list

    列出全部模板：名称、说明、在哪里找到的。
    """
    return listing.list_entries("templates", as_json)


@app.command("show", cls=ChineseCommand)
def show(name: Name, as_json: options.AsJson = False) -> int:
    """例子：
      drafter templates show 部署讲话

    显示模板的原文。
    """
    return listing.show("templates", name, as_json)


@app.command("copy", cls=ChineseCommand)
def copy(name: Name, output: Output = "", as_json: options.AsJson = False) -> int:
    """例子：
      drafter templates copy 部署讲话 -o 我局部署讲话.md.j2

    复制一份出来改。放在用户的模板文件夹里，同名的就代替自带的。
    """
    return listing.copy("templates", name, output, as_json)


@app.command("check", cls=ChineseCommand)
def check(
    name: Annotated[str, typer.Argument(metavar="[名称]", help="模板；不写就全部试一遍")] = "",
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter templates check 我局部署讲话.md.j2

    按模板声明的各部分试排：全有、只有必有的、什么都没有，看会不会出错、丢字。
    """
    from drafter.actions import catalogue as action
    from drafter.problems import InputProblem, has_errors

    session = options.session()
    names = [name] if name else [item.name for item in action.list_entries(session, "templates") if item.won]
    results = [(item, *action.check_template(session, item)) for item in names]
    if as_json:
        console.emit(report.tried_json((item, found) for item, _, found in results))
    for item, title, found in results:
        console.problems(found, item)
        if not as_json and not has_errors(found):
            console.say(f"√ {title}")
    return InputProblem.exit_code if any(has_errors(found) for _, _, found in results) else 0
