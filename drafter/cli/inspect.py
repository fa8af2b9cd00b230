"""`drafter inspect`: where a Word file departs from a style."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.reports import typeset as report

if TYPE_CHECKING:
    from drafter.actions.typeset import Typeset

_FOUND = 1


def inspect(
    inputs: Annotated[list[str], typer.Argument(metavar="文件", help="Word 文件，可以给几个")],
    style: options.Style = "",
    roles: Annotated[str, typer.Option("--roles", metavar="文件", help="改正哪一段是什么")] = "",
    annotate: Annotated[
        str, typer.Option("--annotate", metavar="文件", help="在每一处写上批注，另存一份 .docx")
    ] = "",
    fix: Annotated[bool, typer.Option("--fix", help="只把不合的段落排好，另存 原名-排版.docx")] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter inspect 通知.docx                    对照公文格式，哪里不合，依据哪一条
      drafter inspect 讲话.docx --style 讲话稿 --json

    一段段看：版面、字体、字号、对齐、首行缩进、行距；国标规定的算错误，通行做法的算提醒。改用 drafter typeset。
    """
    from drafter.actions import typeset as action

    request = action.Request(inputs, style=style, roles=roles, force=force, annotate=annotate, fix=fix)
    done = action.inspect(options.session(), request)
    if as_json:
        console.emit(report.inspect_json(done))
    else:
        for one in done:
            _tell(one)
    for one in done:
        if one.exit_code:
            console.problems(one.problems, one.path)
    worst = max((one.exit_code for one in done), default=0)
    return worst or (_FOUND if any(_is_wrong(one) for one in done) else 0)


def _is_wrong(one: Typeset) -> bool:
    from drafter.typesetting.departures import RULE

    return any(departure.basis == RULE for departure in one.departures)


def _tell(one: Typeset) -> None:
    """Departures of one kind are one line with a count."""
    if one.exit_code:
        return
    kinds = Counter(
        (each.role, each.what, each.found, each.wanted, each.clause or each.basis) for each in one.departures
    )
    for (role, what, found, wanted, clause), count in kinds.items():
        first = next(
            each for each in one.departures if (each.role, each.what, each.found) == (role, what, found)
        )
        where = (
            f"第 {first.paragraph} 段" + (f"等 {count} 处" if count > 1 else "")
            if first.paragraph
            else "版面"
        )
        console.say(f"{where}　{role}的{what}：{found}，应为 {wanted}　[{clause}]")
    said = "，".join(f"{name} {points}" for name, points in one.score.items())
    whole = (
        f"{one.path}：{len(one.departures)} 处不合" if one.departures else f"√ {one.path}：没有发现不合的地方"
    )
    console.say(f"{whole}（{said}）")
    if one.output:
        console.note(f"√ {one.output}")
