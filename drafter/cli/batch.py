"""`drafter batch`: one document for each row of a table."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.problems import Problem, UsageProblem
from drafter.reports import batch as report

if TYPE_CHECKING:
    from drafter.actions.batch import Report
    from drafter.batching.jobs import Executor

_PREVIEWED = 12
"""Lines that are shown of what the first row would give."""

_TOLD = 50
"""Bad rows that are told one by one."""

_NAMED = 8
"""Files that are named of those that would be made."""


def batch(
    outline: Annotated[str, typer.Argument(metavar="大纲", help="大纲 .yaml")],
    table: Annotated[
        str, typer.Argument(metavar="表", help="数据表 .csv 或 .xlsx：表头是数据名称，一行一份")
    ],
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件夹", help="放在哪里")],
    name: Annotated[
        str, typer.Option("--name", metavar="文件名", help="每份的文件名，如 '{{ 县 }}.docx'；默认用第一列")
    ] = "",
    to: Annotated[str, typer.Option("--to", metavar="格式", help="出哪几种格式，如 docx,txt")] = "",
    sheet: options.Sheet = "",
    head: options.Head = 0,
    style: options.Style = "",
    template: options.Template = "",
    facts: options.Facts = None,
    settings: options.Setting = None,
    date: options.Date = "",
    final: Annotated[bool, typer.Option("--final", help="有待补的行不生成")] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    dry: Annotated[bool, typer.Option("--dry-run", help="只看会出什么、哪里不对，什么都不写")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="接着上次没做完的做，做好的不再做")] = False,
    retry: Annotated[bool, typer.Option("--retry-failed", help="上次失败的行重做，没做完的接着做")] = False,
    merge: Annotated[
        str, typer.Option("--merge", metavar="文件", help="再合成一个 .docx：每份另起一节，从第 1 页、单页起")
    ] = "",
    zip_: Annotated[str, typer.Option("--zip", metavar="文件", help="再装成一个 .zip")] = "",
    engine: Annotated[
        str, typer.Option("--engine", metavar="local|dask", help="在这台电脑上做，还是在 Dask 集群上做")
    ] = "local",
    scheduler: Annotated[
        str, typer.Option("--scheduler", metavar="地址", help="Dask 调度器的地址，如 tcp://机器:8786")
    ] = "",
    jobs: Annotated[
        int, typer.Option("--jobs", metavar="N", min=0, max=256, help="同时用几个进程；默认有几个核用几个")
    ] = 0,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter batch 通知.yaml 各县.csv -o 成稿 --dry-run      先看看表对不对
      drafter batch 通知.yaml 各县.csv -o 成稿
      drafter batch 通知.yaml 各县.xlsx -o 成稿 --name '致{{ 县 }}的通知.docx'

    表里一行出一份：列名就是数据名称，大纲里用 {{ 列名 }} 引用。各行结果记在“结果.csv”里，坏的行不影响别的行。
    """
    from drafter.actions import batch as action
    from drafter.batching.together import Wanted

    chosen = options.options(template, style, facts, settings, date)
    request = action.Request(
        outline, table, output, name, options.listed(to), sheet, head, chosen, final, force, dry, resume, retry,
        workers=jobs or _cores(), together=Wanted(merge, zip_),
    )  # fmt: skip
    try:
        made = action.batch(options.session(), request, console.Progress(), _engine(engine, scheduler))
    except KeyboardInterrupt:
        console.note("做好的都留着；同样的命令加 --resume 接着做")
        raise
    if as_json:
        console.emit(report.as_json(table, made))
    elif dry:
        _tell_dry(made)
    else:
        console.say(f"√ {made.done} 份，在 {output}；结果记在 {output}/{action.RESULTS}")
        _tell_others(made)
        for path in made.together:
            console.say(f"√ {path}：{made.done + made.kept} 份合在一起")
    console.problems(made.notes)
    _tell_bad_rows(made)
    return made.exit_code


def _engine(engine: str, scheduler: str) -> Executor | None:
    """Who makes the rows elsewhere; None where they are made here.

    Raises:
        UsageProblem: it is no engine that there is, or its scheduler is not said.

    """
    if engine not in ("local", "dask"):
        raise UsageProblem(
            Problem("unknown-engine", f"--engine 没有“{engine[:20]}”", hint="写 local 或 dask")
        )
    if bool(scheduler) != (engine == "dask"):
        hint = "写成 --engine dask --scheduler tcp://机器:8786"
        raise UsageProblem(Problem("unknown-engine", "--engine dask 和 --scheduler 要一起写", hint=hint))
    if engine == "local":
        return None
    from drafter.batching.cluster import Cluster  # brings an extra

    return Cluster(console.base(), scheduler)


def _cores() -> int:
    """How many processes this computer runs at once, as far as this one may use them."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _tell_dry(made: Report) -> None:
    """What would be made, what the first row would give, and which of table and outline do not meet."""
    files = [result.outputs[0] for result in made.results if result.outputs and not result.exit_code]
    console.say(f"试排，什么都没有写：能出 {made.done} 份")
    if made.first is not None:
        console.say(f"第 {made.first.row} 行 → {made.first.output}")
        lines = made.first.text.splitlines()
        for line in lines[:_PREVIEWED]:
            console.say(f"    {line}")
        if len(lines) > _PREVIEWED:
            console.say(f"    ……（共 {len(lines)} 段）")
    others = files[1 : _NAMED + 1]
    if others:
        more = f" 等 {len(files) - 1} 份" if len(files) - 1 > len(others) else ""
        console.say(f"另有：{'、'.join(others)}{more}")
    if gaps := _open_rows(made):
        console.say(gaps)
    if made.unused:
        console.say(f"没有用到的列：{'、'.join(made.unused)}")
    if made.open_facts:
        console.say(f"表里没有、大纲里也没填的数据：{'、'.join(made.open_facts)}")


def _open_rows(made: Report) -> str:
    """The rows whose documents still have gaps, as a line; "" where none has."""
    rows = [str(result.row) for result in made.results if result.gaps and result.is_there]
    named = "、".join(rows[:_NAMED]) + ("等" if len(rows) > _NAMED else "")
    return f"有待补的行：{named}（共 {len(rows)} 行）" if rows else ""


def _tell_others(made: Report) -> None:
    """The rows that made nothing now, and what to do about them."""
    skipped = sum(result.skipped for result in made.results)
    failed = [result for result in made.results if result.exit_code]
    counts = [(made.kept, "上次已经做好"), (skipped, "合计行，没有出"), (len(failed), "失败")]
    told = "，".join(f"{count} 行{what}" for count, what in counts if count)
    if told:
        console.note(f"另有 {told}")
    if gaps := _open_rows(made):
        console.note(f"{gaps}，补好以后再出；各有几处见“结果.csv”")
    if any(result.kept for result in failed):
        console.note("上次失败的没有再试；改好以后加 --retry-failed 重做")


def _tell_bad_rows(made: Report) -> None:
    """The rows that went wrong, and why; of very many the first."""
    found = [result for result in made.results if result.problems]
    for result in found[:_TOLD]:
        for problem in result.problems:
            console.note(f"第 {result.row} 行：{console.LABELS[problem.severity]}：{problem.message}")
            if problem.hint:
                console.note(f"    办法：{problem.hint}")
    if len(found) > _TOLD:
        console.note(f"还有 {len(found) - _TOLD} 行没有列出，都在结果里")
