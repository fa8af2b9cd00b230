"""`drafter compare`: what changed between two papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.reports import compare as report

if TYPE_CHECKING:
    from drafter.revising.summary import Summary


def compare(
    old: Annotated[str, typer.Argument(metavar="旧稿", help="大纲、Word、文本或 Markdown")],
    new: Annotated[str, typer.Argument(metavar="新稿", help="同上，两份不必是一种")],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="文件", help="默认是 新稿-对比.docx；- 输出到屏幕")
    ] = "",
    to: Annotated[str, typer.Option("--to", metavar="docx|pdf|html|text", help="默认看 -o 的后缀")] = "",
    author: Annotated[str, typer.Option("--author", metavar="名字", help="修订上写谁改的")] = "",
    date: Annotated[str, typer.Option("--date", metavar="日期", help="修订上写哪天改的，如 2026-03-12")] = "",
    moves: Annotated[bool, typer.Option("--moves", help="整段挪了地方的，标成 Word 的“移动”")] = False,
    style: options.Style = "",
    template: options.Template = "",
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter compare 一稿.docx 二稿.docx              改动标成 Word 修订，能接受、能拒绝
      drafter compare 讲话.yaml 领导改过.docx -o -      在屏幕上看
      drafter compare 一稿.docx 二稿.docx --to html    左右对照的一页
      drafter compare 一稿.docx 二稿.docx --to pdf     花脸稿，打印出来看

    新稿的版式里标出改了什么：数字、日期整个标，挪位置的分句合成一处，不满篇花。
    """
    from drafter.actions import compare as action

    day = options.options(date=date).date
    request = action.Request(old, new, output, to, options.usable(author, "--author"), day, moves, force)
    done = action.compare(options.session(), request, options.options(template, style))
    if as_json:
        console.emit(report.as_json(done))
    else:
        console.say(done.text.rstrip("\n")) if done.output == "-" else console.say(f"√ {done.output}")
        _tell(done.summary)
    console.problems(done.problems, done.path)
    return 0


def _tell(summary: Summary) -> None:
    """What it comes to, on the other stream: the text may be read by a program."""
    if not summary.marks:
        console.note("两份没有不同")
        return
    console.note(f"改了 {summary.marks} 处，标出 {summary.characters} 字")
    for part in summary.parts:
        console.note(f"  {part.heading[:30]}：{part.marks} 处，{part.characters} 字")
    for what, changed in (("数字", summary.figures), ("日期", summary.dates), ("人名", summary.names)):
        said = "；".join(
            f"{one.old or '（无）'} → {one.new or '（删）'}（第 {one.paragraph} 段）" for one in changed
        )
        if said:
            console.note(f"  {what}：{said}")
