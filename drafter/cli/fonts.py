"""`drafter fonts`: a unit's own font files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.cli.frame import ChineseCommand
from drafter.reports import fonts as report

if TYPE_CHECKING:
    from drafter.actions.fonts import Added

HELP = """例子：
  drafter fonts install --from D:/单位字库
  drafter doctor --fonts                      缺哪些，装好了再看一遍

字体：把单位有授权的字体文件装给自己用"""
app = typer.Typer(help=HELP, rich_markup_mode=None)


@app.callback()
def fonts() -> None:
    """Keeps the group a group while it has one command."""


@app.command("install", cls=ChineseCommand)
def install(
    source: Annotated[
        str, typer.Option("--from", metavar="文件夹", help="放字体文件（.ttf .otf .ttc）的文件夹，或一个文件")
    ],
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter fonts install --from D:/单位字库
      drafter fonts install --from 仿宋_GB2312.ttf

    把单位有授权的字体文件装到自己的字体文件夹里，不用管理员。drafter 不带字体，也不下载；不是字体的不装。
    """
    from drafter.actions import fonts as action

    added = action.install(options.session(), source)
    if as_json:
        console.emit(report.installed_json(added))
    for one in added:
        console.problems(one.problems, one.path)
        if not as_json and not one.exit_code:
            _tell(one)
    if not as_json and any(one.new for one in added):
        console.note("重新打开 Word、WPS 就能用；装全了没有，看 drafter doctor --fonts")
    return max(one.exit_code for one in added)


def _tell(one: Added) -> None:
    """A line for each file: the fonts that it has, and where it lies."""
    console.say(f"{'√ 装好了' if one.new else '√ 早就装了'} {'、'.join(one.families)}：{one.output}")
