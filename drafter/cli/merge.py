"""`drafter merge`: what departments sent in, as one outline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.reports import merge as report

if TYPE_CHECKING:
    from drafter.actions.merge import Report


def merge(
    outline: Annotated[str, typer.Argument(metavar="大纲", help="总稿的大纲：文种、标题、各部分")],
    parts: Annotated[
        list[str], typer.Argument(metavar="各单位的稿子", help="大纲、Word、文本，或装着它们的文件夹")
    ],
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="文件", help="汇总后的大纲；不写就只出采用情况表（--report）"),
    ] = "",
    units: Annotated[
        str, typer.Option("--units", metavar="表格", help="该交的单位；默认是名册里的单位")
    ] = "",
    report_: Annotated[str, typer.Option("--report", metavar="文件", help="报送和采用情况表（.docx）")] = "",
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter merge 总结.yaml 各单位报送/ -o 总稿.yaml
      drafter merge 总稿.yaml 各单位报送/ --report 采用.docx     改完以后，看各家的用上了多少
      drafter merge 总结.yaml 水务局.docx 农业局.docx -o 总稿.yaml --units 单位.xlsx --report 情况.docx

    各单位报来的稿子按部分归到一份大纲里，每段记着是谁报的（“来源”，不印）。谁交了、谁没交、谁交了两份、
    哪份读不了，列成一张表；几家说的数不一样的，一起列出来。
    """
    from drafter.actions import merge as action

    done = action.merge(options.session(), action.Request(outline, parts, output, units, report_, force))
    if as_json:
        console.emit(report.as_json(done))
    else:
        _tell(done, report_)
    console.problems(done.problems, done.path)
    return 0


def _tell(done: Report, table: str) -> None:
    """What came, what was used of it, and who has not sent."""
    from drafter.revising.departments import MISSING

    passages = sum(len(one.passages) for one in done.sent)
    console.say(f"√ {done.output}：{passages} 段" if done.output else f"√ {table}：采用情况表")
    if done.left:
        console.note(f"  用上 {passages - len(done.left)} 段，没有用上 {len(done.left)} 段")
    counts = Counter(one.state for one in done.sent)
    console.note("  " + "，".join(f"{state} {count}" for state, count in counts.items()))
    missing = [one.unit for one in done.sent if one.state == MISSING]
    if missing:
        console.note(f"  未交：{'、'.join(missing)}")
    if table and done.output:
        console.note(f"  报送和采用情况表：{table}")
