"""`drafter templates`: what drafts are made with."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import console, listing, options
from drafter.cli.frame import ChineseCommand
from drafter.problems import InputProblem, has_errors
from drafter.reports import catalogue as report

HELP = """例子：
  drafter templates list
  drafter templates show 部署讲话
  drafter templates copy 部署讲话

模板：列出、查看、复制、试排"""
app = typer.Typer(help=HELP, rich_markup_mode=None)
_TEMPLATES = listing.Kind(
    "templates",
    "模板",
    "部署讲话",
    copied="放在用户的模板文件夹里，同名的就代替自带的。",
    copy_name="我局部署讲话.md.j2",
    copy_place="工作区或用户的模板文件夹",
)

listing.add_list(app, _TEMPLATES)
listing.add_show(app, _TEMPLATES)
listing.add_copy(app, _TEMPLATES)


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

    session = options.session()
    names = [name] if name else [item.name for item in action.list_entries(session, "templates") if item.won]
    tried = [(item, *action.check_template(session, item)) for item in names]
    if as_json:
        console.emit(report.tried_json((item, found) for item, _, found in tried))
    for item, title, found in tried:
        console.problems(found, item)
        if not as_json and not has_errors(found):
            console.say(f"√ {title}")
    return InputProblem.exit_code if any(has_errors(found) for _, _, found in tried) else 0
