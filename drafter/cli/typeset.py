"""`drafter typeset`: a Word file that is there already, set in a style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.reports import typeset as report

if TYPE_CHECKING:
    from drafter.actions.typeset import Typeset

Roles = Annotated[
    str, typer.Option("--roles", metavar="文件", help="改正哪一段是什么，一行一段：12: 二级标题")
]
Tidy = Annotated[bool, typer.Option("--tidy", help="标点、空格也改正：半角标点、多余的空格，字一个不动")]


def typeset(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="文件", help="Word 文件，也收 .doc .wps .txt .md，可以给几个，给文件夹"),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="文件或文件夹", help="默认是 原名-排版.docx")
    ] = "",
    style: options.Style = "",
    roles: Roles = "",
    show_roles: Annotated[bool, typer.Option("--show-roles", help="只列出每一段当作什么，不排")] = False,
    tidy: Annotated[
        bool, typer.Option("--tidy", help="标点、空格也改正：半角标点、多余的空格，字一个不动")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter typeset 通知.docx                        按公文格式排好，另存 通知-排版.docx
      drafter typeset 讲话.docx --style 讲话稿 -o 新.docx
      drafter typeset 通知.docx --show-roles           先看每一段当作什么
      drafter typeset 各单位/ -o 排好的/               整个文件夹
      drafter typeset 转来的.docx --tidy               标点、空格一起改

    在原文件上排：字、图、表、公式、脚注、批注、修订都不动，只换版面、字体、字号、缩进、行距。
    """
    from drafter.actions import typeset as action

    request = action.Request(inputs, output, style, roles, force, tidy=tidy)
    act = action.show if show_roles else action.typeset
    done = act(options.session(), request)
    if as_json:
        console.emit(report.typeset_json(done))
    else:
        _tell(done, show_roles)
    for one in done:
        console.problems(one.problems, one.path)
    return max((one.exit_code for one in done), default=0)


def _tell(done: list[Typeset], show_roles: bool) -> None:
    """Where each file went, or what its paragraphs are."""
    for one in done:
        if show_roles:
            for role in one.roles:
                console.say(f"{role.paragraph}\t{role.name}\t{role.sure:g}\t{role.text[:40]}")
        elif one.output:
            console.say(f"√ {one.output}")
