"""`drafter styles`: how documents look."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import console, listing, options
from drafter.cli.frame import ChineseCommand

HELP = """例子：
  drafter styles list
  drafter styles show 讲话稿
  drafter styles copy 讲话稿

版式：列出、查看、复制"""
app = typer.Typer(help=HELP, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="名称", help="版式的名称、别名或路径")]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="路径", help="复制到哪里；默认是工作区或用户的版式文件夹")
]


@app.command("list", cls=ChineseCommand)
def list_(as_json: options.Json = False) -> int:
    """例子：
      drafter styles list

    列出全部版式：名称、说明、在哪里找到的。
    """
    return listing.list_entries("styles", as_json)


@app.command("show", cls=ChineseCommand)
def show(name: Name, as_json: options.Json = False) -> int:
    """例子：
      drafter styles show 讲话稿

    列出每一项的数值和依据（国标哪一条，还是惯例）。
    """
    from drafter.actions import styles as action

    rows = action.table(options.session(), name)
    if as_json:
        console.emit({"files": [], "style": name, "values": [row._asdict() for row in rows]})
    else:
        console.table([["项目", "数值", "依据"], *(list(row) for row in rows)])
    return 0


@app.command("copy", cls=ChineseCommand)
def copy(name: Name, output: Output = "", as_json: options.Json = False) -> int:
    """例子：
      drafter styles copy 讲话稿 -o 我局.yaml

    复制一份出来改。写上“继承: gbt9704”，只留要改的几行。
    """
    return listing.copy("styles", name, output, as_json)
