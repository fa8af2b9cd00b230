"""`drafter roster`: the unit's own people and units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.cli.frame import ChineseCommand
from drafter.reports import roster as report

if TYPE_CHECKING:
    from drafter.actions.roster import Kept
    from drafter.model.roster import Day

HELP = """例子：
  drafter roster add 领导班子.xlsx
  drafter roster add 单位简称.csv
  drafter roster list
  drafter roster remove 顾见川

名册：本单位的人（职务、排名、任期）和单位（简称、旧称），校对时照它核对"""
app = typer.Typer(help=HELP, rich_markup_mode=None)


@app.command("add", cls=ChineseCommand)
def add(
    table: Annotated[str, typer.Argument(metavar="表格", help="人员表或单位表，.xlsx 或 .csv，第一行是列名")],
    sheet: options.Sheet = "",
    head: options.Head = 0,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter roster add 领导班子.xlsx     姓名、职务、单位、排名、起、止
      drafter roster add 单位简称.csv      单位名称、简称、旧称

    把一张表收进名册：有“姓名”一列的是人员表，有“单位名称”一列的是单位表，别的列有就收。同一个人的同一个职务、同一个单位，以新表为准。
    """
    from drafter.actions import roster as action

    _tell(action.add(options.session(), table, sheet, head), "收进名册", as_json)
    return 0


@app.command("list", cls=ChineseCommand)
def listed(
    date: Annotated[str, typer.Option("--date", metavar="日期", help="只列这一天在任的")] = "",
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter roster list
      drafter roster list --date 2026-03-12

    列出名册：人按排名，单位在后。
    """
    from drafter.actions import roster as action

    kept = action.listed(options.session(), date)
    if as_json:
        console.emit(report.as_json(kept))
        return 0
    people, units = kept.roster.people, kept.roster.units
    if people:
        rows = [
            [str(one.rank or ""), one.name, one.post, one.org, _span(one.begin, one.end)] for one in people
        ]
        console.table([["排名", "姓名", "职务", "单位", "任期"], *rows])
    if units:
        console.table(
            [
                ["单位", "简称", "旧称"],
                *([one.name, "、".join(one.short), "、".join(one.former)] for one in units),
            ]
        )
    if not people and not units:
        console.note("名册还是空的；用 drafter roster add 表格.xlsx 收进来")
    return 0


@app.command("remove", cls=ChineseCommand)
def remove(
    names: Annotated[list[str], typer.Argument(metavar="姓名或单位", help="要拿掉的人或单位，可以写几个")],
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter roster remove 顾见川
      drafter roster remove 顾见川 市行政服务中心

    从名册里拿掉；离任的人不用拿掉，在表里写上“止”，旧稿还核对得了。
    """
    from drafter.actions import roster as action

    _tell(action.remove(options.session(), names), "从名册拿掉", as_json)
    return 0


def _tell(kept: Kept, done: str, as_json: bool) -> None:
    """What came or went, and where the roster is."""
    if as_json:
        console.emit(report.as_json(kept))
        return
    console.problems(kept.problems)
    counts = [f"{count} {what}" for count, what in ((kept.people, "人"), (kept.units, "个单位")) if count]
    console.say(console.near(f"√ {done}：{'、'.join(counts)}（{kept.path}）"))


def _span(begin: Day, end: Day) -> str:
    """A term of office in words: 2024.5—, 2024.5—2026.2."""
    first, last = (".".join(str(part) for part in day if part) for day in (begin, end))
    return f"{first}—{last}" if first or last else ""
