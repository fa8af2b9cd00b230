"""`drafter mcp`: the same verbs for an assistant, over stdio."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli import console, traces
from drafter.problems import InputProblem, Place, Problem, UsageProblem


def mcp(
    folder: Annotated[
        str, typer.Option("--folder", metavar="文件夹", help="只读写这个文件夹；不写就是启动时所在的")
    ] = "",
    skill: Annotated[bool, typer.Option("--skill", help="印出给助手的写作说明（SKILL.md）")] = False,
    install: Annotated[
        str,
        typer.Option(
            "--install", metavar="程序", help="印出这个程序的配置：claude、cursor、vscode 等，只印不写"
        ),
    ] = "",
) -> int:
    """例子：
      drafter mcp --install claude          印出配置，贴进那个程序
      drafter mcp --skill > SKILL.md        给助手的写作说明
      drafter mcp --folder ~/稿子           由助手程序启动，不用自己运行

    让助手程序用 drafter 的各个命令（MCP 协议，走标准输入输出）。只读写一个文件夹，不联网；标了密级的稿子不给助手。
    """
    if skill and install:
        raise UsageProblem(Problem("usage", "--skill、--install 一次只能写一个", hint="分两次运行"))
    if skill:
        return _print_skill()
    place = _folder(folder)
    if install:
        return _print_configuration(install, place)
    from drafter.mcp.folder import Folder
    from drafter.mcp.serving import serve
    from drafter.storage import streams

    with streams.for_a_protocol() as (asked, answered):
        serve(Folder(place, datetime.now), asked, answered, _kept)  # noqa: TID251 - a door reads the clock
    return 0


def _folder(named: str) -> Path:
    """The folder that is worked in.

    Raises:
        InputProblem: there is none of this name.
        UsageProblem: it is the whole disk.

    """
    from drafter.storage import paths

    found = paths.real(console.base() / paths.typed(named))
    hint = "建一个放稿子的文件夹，写 --folder 文件夹"
    if not paths.is_folder(found):
        raise InputProblem(Problem("missing-folder", f"没有 {named} 这个文件夹", Place(named), hint=hint))
    if found == found.parent:
        raise UsageProblem(Problem("whole-disk", "不能把整个磁盘交给助手", hint=hint))
    return found


def _print_skill() -> int:
    from drafter.storage import files, places

    console.raw(files.read_bytes(places.PACKAGE / "mcp" / "skill.md"))
    return 0


def _print_configuration(name: str, folder: Path) -> int:
    """The settings on the one stream, where they go on the other."""
    from drafter.mcp import clients

    known = clients.client(name)
    console.say(clients.printed(clients.configuration(known, [sys.executable, "-m", "drafter"], folder)))
    console.note(f"贴进 {known.name} 的设置：{known.where}；原来有内容的，只把 drafter 那一项合进去")
    return 0


def _kept(error: Exception) -> str:
    """Keeps what went wrong in us, and says so."""
    where = traces.keep(error, ["mcp"])
    return f"drafter 自己出了错（{type(error).__name__}）；{where}请告诉维护者；已有的文件没有动"
