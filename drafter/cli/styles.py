"""`drafter styles`: how documents look."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import console, listing, options
from drafter.cli.frame import ChineseCommand
from drafter.reports import catalogue as report

HELP = """例子：
  drafter styles list
  drafter styles show 讲话稿
  drafter styles copy 讲话稿

版式：列出、查看、复制"""
app = typer.Typer(help=HELP, rich_markup_mode=None)
_STYLES = listing.Kind(
    "styles",
    "版式",
    "讲话稿",
    copied="写上“继承: gbt9704”，只留要改的几行。",
    copy_name="我局.yaml",
    copy_place="工作区或用户的版式文件夹",
)

listing.add_list(app, _STYLES)


@app.command("show", cls=ChineseCommand)
def show(name: Annotated[str, _STYLES.name_argument], as_json: options.AsJson = False) -> int:
    """例子：
      drafter styles show 讲话稿

    列出每一项的数值和依据（国标哪一条，还是惯例）。
    """
    from drafter.actions import styles as action

    rows = action.table(options.session(), name)
    if as_json:
        console.emit(report.style_json(name, rows))
    else:
        console.table([["项目", "数值", "依据"], *([row.path, row.value, row.basis] for row in rows)])
    return 0


listing.add_copy(app, _STYLES)
