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
  drafter styles learn 样稿.docx -o 我局.yaml

版式：列出、查看、复制，从样稿里学"""
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


@app.command("learn", cls=ChineseCommand)
def learn(
    inputs: Annotated[list[str], typer.Argument(metavar="样稿", help="本单位排好的 Word，一份或几份")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="学来的版式，.yaml")],
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter styles learn 样稿一.docx 样稿二.docx -o 我局.yaml

    从排好的样稿里学版面、字体、字号、缩进、行距，和公文格式不一样的写成一份版式，每项注明几份里这样。
    """
    from drafter.actions import learn as action

    done = action.learn(options.session(), inputs, output, force)
    if as_json:
        console.emit(report.learned_json(done))
    else:
        console.say(f"√ {done.output}：{len(done.values)} 项和公文格式不一样")
        for one in done.values:
            console.note(f"  {one.group}.{one.key}: {one.said}（{done.examples} 份里 {one.count} 份）")
    console.problems(done.problems, done.output)
    return 0
