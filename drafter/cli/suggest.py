"""`drafter suggest`: a choice of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.reports import suggest as report

if TYPE_CHECKING:
    from drafter.actions.suggest import Suggested


def suggest(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="种类", help="titles 标题、headings 小标题、wordings 措辞、formulas 提法、names 名单"
        ),
    ],
    file: Annotated[str, typer.Argument(metavar="文件", help="大纲 .yaml，或 Word、文本里打的提纲")],
    at: Annotated[str, typer.Option("--at", metavar="部分", help="只看这一部分，如 开头、任务、结尾")] = "",
    use: Annotated[
        int | None, typer.Option("--use", metavar="号", min=1, help="把这一号措辞写进大纲；要和 --at 一起用")
    ] = None,
    template: options.Template = "",
    date: options.Date = "",
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter suggest titles 讲话.yaml              从会名、文体想几个题目
      drafter suggest headings 讲话.yaml            把各条标题排成整齐的几套
      drafter suggest wordings 讲话.yaml --at 开头  模板在这一处备着的几种说法
      drafter suggest formulas 讲话.yaml            和稿子有关的现行提法，带出处
      drafter suggest names 讲话.yaml               次序和名册不符的名单，照名册排一遍

    备选的话都从大纲和词表里来，不另编；选哪个、改不改，由您定。
    """
    from drafter.actions import suggest as action

    chosen = options.options(template, date=date)
    suggested = action.suggest(options.session(), kind, file, chosen, console.today(), at, use or 0)
    if as_json:
        console.emit(report.as_json(suggested))
    else:
        _tell(suggested)
    console.problems(suggested.problems, suggested.path)
    return 0


def _tell(suggested: Suggested) -> None:
    """The suggestions by place, what stands in the draft now marked."""
    if suggested.written:
        (one,) = suggested.suggestions
        console.say(f"√ {suggested.path}：{one.place}用第 {one.number} 种")
        return
    if not suggested.suggestions:
        console.say("没有可以推荐的")
    place = ""
    for one in suggested.suggestions:
        if one.place != place:
            place = one.place
            console.say(place)
        first, *rest = one.text.split("\n")
        console.say(
            f"  {one.number}. {first}{f'　（{one.source}）' if one.source else ''}{'　← 现在用的' if one.chosen else ''}"
        )
        for line in rest:
            console.say(f"     {line}")
