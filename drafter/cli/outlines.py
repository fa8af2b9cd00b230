"""`drafter outlines`: sample outlines, and the user's own."""

from __future__ import annotations

import typer

from drafter.cli import listing

HELP = """例子：
  drafter outlines list
  drafter outlines show 政务服务推进会讲话
  drafter outlines copy 政务服务推进会讲话

大纲：列出、查看、复制自带的样稿和自己的大纲"""
app = typer.Typer(help=HELP, rich_markup_mode=None)
_OUTLINES = listing.Kind(
    "outlines",
    "大纲",
    "政务服务推进会讲话",
    copied="自带的样稿改改就能用。",
    copy_name="今年的讲话.yaml",
    copy_place="当前文件夹",
)

listing.add_list(app, _OUTLINES)
listing.add_show(app, _OUTLINES)
listing.add_copy(app, _OUTLINES)
