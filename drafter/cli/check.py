"""`drafter check`: proofreads drafts."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from drafter.cli import check_report, console, options


def check(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="文件", help="大纲 .yaml，或 .docx、.txt、.md；- 读标准输入")
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="text|json|sarif", help="结果的格式")] = "text",
    annotate: Annotated[
        str,
        typer.Option(
            "--annotate", metavar="输出.docx", help="同一份 Word，发现的问题写成批注；加 --fix 把改法写成修订"
        ),
    ] = "",
    fix: Annotated[bool, typer.Option("--fix", help="把有把握的改掉，原稿留一份“改前”")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="规则", help="只查这些：代码、名称或类别，用逗号隔开"),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="规则", help="不查这些")] = None,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="error|warning|info", help="到哪一级算没通过（退出码 1）")
    ] = "error",
    against: Annotated[
        str,
        typer.Option(
            "--against", metavar="路径|素材库", help="旧稿、放旧稿的文件夹或素材库：列出一字不差照搬的"
        ),
    ] = "",
    date: Annotated[
        str, typer.Option("--date", metavar="日期", help="按这一天核对年份，不写按稿子自己的日期")
    ] = "",
    explain: Annotated[
        str, typer.Option("--explain", metavar="规则", help="讲解一条规则；写 全部 列出所有规则")
    ] = "",
    baseline: Annotated[
        str, typer.Option("--baseline", metavar="文件", help="基线：里面记着的不再提示")
    ] = "",
    accept: Annotated[bool, typer.Option("--accept", help="把这次发现的都记进基线")] = False,
    from_: Annotated[str, typer.Option("--from", metavar="yaml|md", help="标准输入是大纲还是草稿")] = "yaml",
    as_json: options.Json = False,
) -> int:
    """例子：
      drafter check 讲话.yaml
      drafter check 来稿.docx --annotate 来稿-批注.docx
      drafter check 讲话.yaml --fix
      drafter check 讲话.yaml --against 去年/
      drafter check --explain count-mismatch

    细心的同事再看一遍：序号、条数、占位符、网页残留、旧年份、数字、标点、提法，逐条指出在哪里、怎么改。
    """
    if explain:
        return check_report.explain(explain)
    from drafter.actions import check as action

    form = check_report.form(form)
    check_report.refuse_nothing(files)
    request = action.Request(
        files or [], select or (), ignore or (), fail_on, against, date, fix, annotate, baseline, accept,
        stdin=console.stdin() if "-" in (files or ()) and not fix else None, stdin_reader=options.reader(from_),
    )  # fmt: skip
    checked = action.check(options.session(), request)
    _REPORTS["json" if as_json else form](checked)
    return max(item.exit_code for item in checked)


def _text(checked: Any) -> None:
    for item in checked:
        check_report.tell(item)


def _json(checked: Any) -> None:
    console.emit(check_report.as_json(checked))


def _sarif(checked: Any) -> None:
    console.emit(check_report.as_sarif(checked))


_REPORTS = {"text": _text, "json": _json, "sarif": _sarif}
