"""`drafter versions`: the stages of an outline."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import console, options
from drafter.cli.frame import ChineseCommand
from drafter.reports import versions as report

HELP = """例子：
  drafter versions save 讲话.yaml --name 送审稿 --by 张三
  drafter versions list 讲话.yaml
  drafter versions diff 讲话.yaml 1
  drafter versions restore 讲话.yaml 2

各稿：送出去以前留一稿，哪一稿的哪段话都找得回来。留在大纲旁边的“讲话.各稿”文件夹里，就是普通的文件"""
app = typer.Typer(help=HELP, rich_markup_mode=None)
Outline = Annotated[str, typer.Argument(metavar="大纲")]
Number = Annotated[int, typer.Argument(metavar="第几稿", min=1)]


@app.command("save", cls=ChineseCommand)
def save(
    outline: Outline,
    name: Annotated[str, typer.Option("--name", metavar="名称", help="如 送审稿；默认是大纲里的稿次")] = "",
    by: Annotated[str, typer.Option("--by", metavar="谁", help="谁留的、送给谁")] = "",
    note: Annotated[str, typer.Option("--note", metavar="说明", help="为什么留这一稿")] = "",
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter versions save 讲话.yaml
      drafter versions save 讲话.yaml --name 送审稿 --by 张三 --note 送李市长

    把大纲现在的样子留成下一稿。
    """
    from drafter.actions import versions as action

    name, by, note = (options.usable(text, "稿子的说明") for text in (name, by, note))
    kept = action.keep(options.session(), outline, name, by, note, console.today())
    if as_json:
        console.emit(report.as_json(kept))
    else:
        console.say(f"√ 第{kept.versions[0].number}稿：{console.near(str(kept.versions[0].path))}")
    return 0


@app.command("list", cls=ChineseCommand)
def listed(outline: Outline, as_json: options.AsJson = False) -> int:
    """例子：
      drafter versions list 讲话.yaml

    列出留了哪几稿。
    """
    from drafter.actions import versions as action

    kept = action.listed(options.session(), outline)
    if as_json:
        console.emit(report.as_json(kept))
    elif kept.versions:
        rows = [[str(one.number), one.name, one.date, one.by, one.note] for one in kept.versions]
        console.table([["稿", "名称", "日期", "谁", "说明"], *rows])
    else:
        console.note("还没有留过；用 drafter versions save 留一稿")
    return 0


@app.command("show", cls=ChineseCommand)
def show(outline: Outline, number: Number, as_json: options.AsJson = False) -> int:
    """例子：
      drafter versions show 讲话.yaml 2

    印出那一稿的大纲，要找回哪段话就从这里抄。
    """
    from drafter.actions import versions as action

    kept = action.show(options.session(), outline, number)
    console.emit(report.as_json(kept)) if as_json else console.say(kept.text.rstrip("\n"))
    return 0


@app.command("find", cls=ChineseCommand)
def find(outline: Outline, words: Annotated[str, typer.Argument(metavar="话")]) -> int:
    """例子：
      drafter versions find 讲话.yaml 背街小巷

    这句话在哪一稿里。
    """
    from drafter.actions import versions as action

    found = action.find(options.session(), outline, words)
    for one, line in found:
        console.say(f"第{one.number}稿　{line[:60]}")
    if not found:
        console.note("哪一稿里都没有")
    return 0


@app.command("restore", cls=ChineseCommand)
def restore(outline: Outline, number: Number, as_json: options.AsJson = False) -> int:
    """例子：
      drafter versions restore 讲话.yaml 2

    大纲回到那一稿；现在的另存一份“改前”。
    """
    from drafter.actions import versions as action

    kept = action.restore(options.session(), outline, number)
    if as_json:
        console.emit(report.as_json(kept))
    else:
        console.say(f"√ {outline} 回到第{number}稿")
        if kept.backup:
            console.note(f"  原来的在 {kept.backup}")
    return 0


@app.command("diff", cls=ChineseCommand)
def diff(
    outline: Outline,
    number: Number,
    other: Annotated[int | None, typer.Argument(metavar="另一稿", min=1, help="不写就和现在的比")] = None,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter versions diff 讲话.yaml 1       自第1稿以来改了什么
      drafter versions diff 讲话.yaml 1 2

    两稿印出来有什么不同。要 Word 修订，用 drafter compare。
    """
    from drafter.actions import versions as action

    kept, found = action.diff(options.session(), outline, number, other)
    if as_json:
        console.emit(report.as_json(kept, found))
    elif found:
        console.say(kept.text.rstrip("\n"))
    else:
        console.note("没有不同")
    return 0
