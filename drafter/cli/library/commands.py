"""`drafter library`: finding, reusing and comparing what was written before."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import options
from drafter.cli.frame import ChineseCommand
from drafter.cli.library import entries, passages, volumes
from drafter.problems import Problem, UsageProblem

HELP = """例子：
  drafter library add 旧稿/                     旧大纲、旧 Word 稿都收进来
  drafter library search 营商环境 --role 任务
  drafter library take 督查-立项 --into 讲话.yaml --at 任务
  drafter library similar 讲话.yaml             同库里的旧稿比一比，重复了多少

素材库：收存、检索、取用旧稿和词句，查重"""
app = typer.Typer(help=HELP, rich_markup_mode=None)

Folders = Annotated[
    list[str] | None, typer.Option("--library", metavar="文件夹", help="改用这个素材库，可以给几个")
]
Id = Annotated[str, typer.Argument(metavar="编号", help="素材的编号，search、list 里列的")]
Kind = Annotated[str, typer.Option("--kind", metavar="类别", help="大纲、小节、要点、词句")]
Role = Annotated[str, typer.Option("--role", metavar="部分", help="成绩、不足、任务、结尾……")]
Template = Annotated[str, typer.Option("--template", metavar="文体", help="如 部署讲话")]
Year = Annotated[str, typer.Option("--year", metavar="年份", help="如 2025")]
Tag = Annotated[str, typer.Option("--tag", metavar="标签", help="如 督查")]
Secrecy = Annotated[
    str,
    typer.Option(
        "--secrecy", "--密级", metavar="密级", help="手上的活是什么密级：内部、秘密、机密、绝密；更高的不列"
    ),
]


@app.command("add", cls=ChineseCommand)
def add(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="文件", help="大纲、素材集 .yaml，旧稿 .docx .doc .txt .md，素材包 .zip，或文件夹"
        ),
    ],
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="标签", help="给收进来的加标签，可以给几个")
    ] = None,
    template: Annotated[str, typer.Option("--template", metavar="文体", help="旧稿按哪个文体拆")] = "",
    secrecy: Annotated[
        str,
        typer.Option(
            "--secrecy", "--密级", metavar="密级", help="给没有标这么高的都标上：内部、秘密、机密、绝密"
        ),
    ] = "",
    folders: Folders = None,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter library add 讲话.yaml
      drafter library add 旧稿/ --tag 历年讲话
      drafter library add 同事给的素材.zip

    收进素材库。旧稿先变成大纲，一个字不丢；已经在库里的不再收。
    """
    from drafter.actions.library import add as action

    request = action.Request(files, tuple(tag or ()), template, tuple(folders or ()), secrecy)
    return volumes.tell_added(action.add(options.session(), request), as_json)


@app.command("list", cls=ChineseCommand)
def list_(
    kind: Kind = "",
    role: Role = "",
    template: Template = "",
    year: Year = "",
    tag: Tag = "",
    secrecy: Secrecy = "",
    folders: Folders = None,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter library list
      drafter library list --kind 词句 --role 结尾

    列出素材：编号、类别、标题。大纲里的小节和要点，写了 --kind 或 --role 才列。
    """
    from drafter.actions.library import find as action

    filters = action.Filters(kind, role, template, year, tag, secrecy)
    entries.tell_listed(action.list_entries(options.session(), filters, tuple(folders or ())), as_json)
    return 0


@app.command("search", cls=ChineseCommand, context_settings={"ignore_unknown_options": True})
def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[词]", help='几个词都要有；"引号里的"连着出现；前面加 - 的不要'),
    ] = None,
    kind: Kind = "",
    role: Role = "",
    template: Template = "",
    year: Year = "",
    tag: Tag = "",
    secrecy: Secrecy = "",
    limit: Annotated[int, typer.Option("--limit", metavar="条数", min=1, max=1000, help="最多列几条")] = 20,
    folders: Folders = None,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter library search 营商环境
      drafter library search 电梯 资金 --role 任务 --year 2025
      drafter library search '"一件事"' -试点

    检索素材：一个字起就能找，几个词都要有；最相关的在前，找的词标出来。
    """
    from drafter.actions.library import find as action

    for word in words or ():
        if word.startswith("--"):  # a word to leave out has one minus: this is an option misspelt
            raise UsageProblem(Problem("usage", f"没有 {word} 这个选项", hint="用 -h 看有哪些选项"))
    filters = action.Filters(kind, role, template, year, tag, secrecy)
    found = action.search(options.session(), " ".join(words or ()), filters, limit, tuple(folders or ()))
    entries.tell_found(found, as_json)
    return 0


@app.command("show", cls=ChineseCommand)
def show(id_: Id, secrecy: Secrecy = "", folders: Folders = None, as_json: options.AsJson = False) -> int:
    """例子：
      drafter library show 督查-立项

    显示一条素材：全文、来源、用在哪些稿子里；大纲再列出里面的小节和要点。
    """
    from drafter.actions.library import find as action

    entries.tell_shown(action.show(options.session(), id_, secrecy, tuple(folders or ())), as_json)
    return 0


@app.command("take", cls=ChineseCommand)
def take(
    id_: Id,
    into: Annotated[str, typer.Option("--into", metavar="大纲", help="写进哪份大纲")],
    at: Annotated[str, typer.Option("--at", metavar="部分", help="写在哪一部分的末尾，如 任务")],
    folders: Folders = None,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter library take 督查-立项 --into 讲话.yaml --at 任务

    把一条素材写进大纲，注明来源；大纲里原有的文字、注释不动。
    """
    from drafter.actions.library import take as action

    entries.tell_took(action.take(options.session(), id_, into, at, tuple(folders or ())), as_json)
    return 0


@app.command("similar", cls=ChineseCommand)
def similar(
    files: Annotated[list[str], typer.Argument(metavar="文件", help="要查的稿子 .yaml .docx .txt .md")],
    against: Annotated[
        list[str] | None, typer.Option("--against", metavar="文件", help="只同这些文件比，可以给几个")
    ] = None,
    leave_out: Annotated[
        list[str] | None, typer.Option("--except", metavar="编号", help="库里的这一份不比，可以给几个")
    ] = None,
    secrecy: Secrecy = "",
    folders: Folders = None,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter library similar 讲话.yaml
      drafter library similar 讲话.docx --against 去年讲话.docx

    查重：稿子里哪些话同库里的旧稿一样或差不多，占多少，左右对照。政策原文记在用户文件夹的 lexicon/引文.yaml 里，不算重复。
    """
    from drafter.actions.library import similar as action

    request = action.Request(
        files, tuple(against or ()), tuple(leave_out or ()), tuple(folders or ()), secrecy
    )
    return passages.tell_compared(action.similar(options.session(), request), as_json)


@app.command("remove", cls=ChineseCommand)
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="编号", help="大纲或素材集的编号，可以给几个")],
    folders: Folders = None,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter library remove 去年讲话

    从素材库里移走整个文件；文件放进库里的“.回收”文件夹，要时可以找回来。
    """
    from drafter.actions.library import keep as action

    return volumes.tell_removed(action.remove(options.session(), ids, tuple(folders or ())), as_json)


@app.command("rebuild", cls=ChineseCommand)
def rebuild(folders: Folders = None, as_json: options.AsJson = False) -> int:
    """例子：
      drafter library rebuild

    重建索引。平时不用：文件改了，检索时自动更新。
    """
    from drafter.actions.library import keep as action

    count, notes = action.rebuild(options.session(), tuple(folders or ()))
    volumes.tell_rebuilt(count, notes, as_json)
    return 0


@app.command("export", cls=ChineseCommand)
def export(
    output: Annotated[str, typer.Option("-o", "--output", metavar="素材包", help="写到哪个 .zip")],
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[编号]", help="只要这些；不写就是自己的全部")
    ] = None,
    tag: Tag = "",
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    secrecy: Secrecy = "",
    folders: Folders = None,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter library export -o 素材.zip
      drafter library export -o 督查素材.zip --tag 督查

    把自己的素材打成包给同事，同事用 drafter library add 收进去。包里只有文字，没有能运行的东西。
    """
    from drafter.actions.library import keep as action

    named, where = tuple(ids or ()), tuple(folders or ())
    made = action.export(options.session(), output, named, tag, force, where, secrecy)
    volumes.tell_exported(made, as_json)
    return 0
