"""`drafter batch`: one document for each row of a table."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import console, options
from drafter.reports import batch as report


def batch(
    outline: Annotated[str, typer.Argument(metavar="大纲", help="大纲 .yaml")],
    table: Annotated[
        str, typer.Argument(metavar="表", help="数据表 .csv 或 .xlsx：表头是数据名称，一行一份")
    ],
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件夹", help="放在哪里")],
    name: Annotated[
        str, typer.Option("--name", metavar="文件名", help="每份的文件名，如 '{{ 县 }}.docx'；默认用第一列")
    ] = "",
    sheet: options.Sheet = "",
    head: options.Head = 0,
    style: options.Style = "",
    template: options.Template = "",
    facts: options.Facts = None,
    settings: options.Setting = None,
    date: options.Date = "",
    final: Annotated[bool, typer.Option("--final", help="有待补的行不生成")] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter batch 通知.yaml 各县.csv -o 成稿
      drafter batch 通知.yaml 各县.xlsx -o 成稿 --name '致{{ 县 }}的通知.docx'

    表里一行出一份：列名就是数据名称，大纲里用 {{ 列名 }} 引用。各行结果记在“结果.csv”里，坏的行不影响别的行。
    """
    from drafter.actions import batch as action

    chosen = options.options(template, style, facts, settings, date)
    request = action.Request(outline, table, output, name, sheet, head, chosen, final, force)
    made = action.batch(options.session(), request, console.Progress())
    failed = [(result.row, result.problem) for result in made.results if result.problem is not None]
    if as_json:
        console.emit(report.as_json(table, made))
    else:
        done = sum(result.problem is None and not result.skipped for result in made.results)
        console.say(f"√ {done} 份，在 {output}；结果记在 {output}/{action.RESULTS}")
    console.problems(made.notes)
    for row, problem in failed:
        console.note(f"第 {row} 行：{console.LABELS[problem.severity]}：{problem.message}")
        if problem.hint:
            console.note(f"    办法：{problem.hint}")
    return max((result.exit_code for result in made.results), default=0)
