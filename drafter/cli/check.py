"""`drafter check`: proofreads drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, findings, options, rules
from drafter.problems import Problem, UsageProblem
from drafter.reports import check as report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.actions.check import Checked

_FORMS = ("text", "line", "json", "sarif")


def check(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="文件", help="大纲 .yaml，或 .docx、.txt、.md；- 读标准输入")
    ] = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="text|line|json|sarif", help="结果的格式；line 一处一行，给编辑器"),
    ] = "text",
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
    as_json: options.AsJson = False,
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
        rules.explain(explain)
        return 0
    from drafter.actions import check as action

    _refuse(files, form)
    request = action.Request(
        files or [], select or (), ignore or (), fail_on, against, date, fix, annotate, baseline, accept,
        stdin=console.stdin() if "-" in (files or ()) and not fix else None, stdin_reader=options.reader(from_), today=console.today(),
    )  # fmt: skip
    checked = action.check(options.session(), request)
    _tell(checked, "json" if as_json else form)
    return max(item.exit_code for item in checked)


def _refuse(files: Sequence[str] | None, form: str) -> None:
    """Says no where there is nothing to check, and to a form that nobody knows.

    Raises:
        UsageProblem: no file was named, or there is no such form.

    """
    if form not in _FORMS:
        raise UsageProblem(
            Problem("bad-format", f"--format 没有“{form}”", hint="写 text、line、json 或 sarif")
        )
    if not files:
        hint = "例如 drafter check 讲话.yaml；看规则用 drafter check --explain 全部"
        raise UsageProblem(Problem("usage", "没有写要查哪个文件", hint=hint))


def _tell(checked: Sequence[Checked], form: str) -> None:
    """The findings in the form that was asked for."""
    if form == "json":
        console.emit(report.as_json(checked))
    elif form == "sarif":
        from drafter.reports import sarif  # brings every rule

        console.emit(sarif.as_sarif(checked))
    else:
        tell = findings.tell_lines if form == "line" else findings.tell
        for item in checked:
            tell(item)
