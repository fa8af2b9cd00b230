"""`drafter outlines`: sample outlines, and the user's own."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import listing, options
from drafter.cli.frame import ChineseCommand

HELP = """例子：
  drafter outlines list
  drafter outlines show 政务服务推进会讲话
  drafter outlines copy 政务服务推进会讲话

大纲：列出、查看、复制自带的样稿和自己的大纲"""
app = typer.Typer(help=HELP, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="名称", help="大纲的名称、别名或路径")]
Output = Annotated[str, typer.Option("-o", "--output", metavar="路径", help="复制到哪里；默认是当前文件夹")]


@app.command("list", cls=ChineseCommand)
def list_(as_json: options.AsJson = False) -> int:
    """例子：
      drafter outlines list

    列出全部大纲：名称、说明、在哪里找到的。
    """
    return listing.list_entries("outlines", as_json)


@app.command("show", cls=ChineseCommand)
def show(name: Name, as_json: options.AsJson = False) -> int:
    """例子：
      drafter outlines show 政务服务推进会讲话

    显示大纲的原文。
    """
    return listing.show("outlines", name, as_json)


@app.command("copy", cls=ChineseCommand)
def copy(name: Name, output: Output = "", as_json: options.AsJson = False) -> int:
    """例子：
      drafter outlines copy 政务服务推进会讲话 -o 今年的讲话.yaml

    复制一份出来改。自带的样稿改改就能用。
    """
    return listing.copy("outlines", name, output, as_json)
