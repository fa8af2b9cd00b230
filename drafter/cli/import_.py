"""`drafter import`: old files as outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.reports import import_ as report
from drafter.session.destinations import STREAM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.importing.guesses import Imported
    from drafter.model.source import Dropped, Guess

_ROLE, _UNFIT, _DATE, _FACT = "角色 ", "角色 主体", "日期", "数据 "
"""How guesses are named."""

_WIDE, _SHOWN = 40, 3
"""How much is shown of what was left out: characters of each, and how many."""

Files = Annotated[
    list[str],
    typer.Argument(metavar="文件", help=".docx .doc .wps .pdf .txt .md；.rtf .odt .html 要有 LibreOffice"),
]
ProposeFacts = Annotated[
    bool, typer.Option("--propose-facts", help="年份、日期、人名、数字提成“数据”，明年只改那张表")
]
Part = Annotated[int | None, typer.Option("--part", metavar="号", min=1, help="一份里有几篇的，取第几篇")]

Revisions = Annotated[
    str, typer.Option("--revisions", metavar="accepted|original", help="修订按接受后的，还是修订前的")
]
Each = Annotated[bool, typer.Option("--each", help="一份里有几篇的，每篇一份大纲：名称-1.yaml、名称-2.yaml")]


def import_(
    files: Files,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="路径", help="大纲写到哪里：文件、文件夹，或 -（屏幕）")
    ] = "",
    template: options.Template = "",
    revisions: Revisions = "accepted",
    encoding: Annotated[str, typer.Option("--encoding", metavar="编码", help="默认自动识别")] = "",
    keep_notices: Annotated[bool, typer.Option("--keep-notices", help="广告、网页导航、水印也留下")] = False,
    propose_facts: ProposeFacts = False,
    part: Part = None,
    each: Each = False,
    keys: Annotated[str, typer.Option("--keys", metavar="zh|en", help="键用中文还是英文")] = "zh",
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter import 去年讲话.docx
      drafter import 去年讲话.docx --template 部署讲话 -o 今年讲话.yaml
      drafter import 去年讲话.docx --propose-facts
      drafter import 旧稿/*.txt -o 大纲/

    把旧稿变成大纲：标题、称谓、各级小标题、要点自动认出，一个字不丢；再用 drafter build 出稿，文字同原来一样。
    """
    from drafter.actions import import_ as action

    request = action.Request(
        files, output, template, revisions, encoding, keep_notices, propose_facts, keys, force, part, each
    )
    found = action.import_files(options.session(), request)
    if as_json:
        console.emit(report.as_json(found))
    for item in found:
        if item.output == STREAM and not as_json:
            console.raw(item.text.encode("utf-8"))
        console.problems(item.problems, item.path)
        if not as_json and item.imported is not None:
            _tell(item.imported, item.output, [one.path for one in item.pictures])
    return max(item.exit_code for item in found)


def _tell(found: Imported, output: str, pictures: Sequence[str]) -> None:
    """What was written, what was left out, and what was guessed."""
    if output != STREAM:
        console.say(f"√ {output}")
    console.note(f"  原文 {found.characters} 字，大纲里 {found.kept} 字")
    if pictures:
        shown = "、".join(pictures[:_SHOWN]) + (" 等" if len(pictures) > _SHOWN else "")
        console.note(f"  图片 {len(pictures)} 张，存在大纲旁边：{shown}")
    _tell_dropped(found.dropped)
    _tell_guessed(found.guessed)
    if output != STREAM:
        console.note(f"  接着：改好以后 drafter build {output}")


def _tell_dropped(left_out: Sequence[Dropped]) -> None:
    """A line for each reason, with the first texts."""
    for reason in dict.fromkeys(dropped.reason for dropped in left_out):
        gone = [dropped for dropped in left_out if dropped.reason == reason]
        if not gone[0].text and not gone[0].paragraph:
            console.note(f"  没有放进来：{reason}")
            continue
        texts = [dropped.text or f"第 {dropped.paragraph} 段" for dropped in gone]
        shown = "；".join(_shown(text) for text in texts[:_SHOWN])
        more = f" 等 {len(texts)} 处" if len(texts) > _SHOWN else ""
        console.note(f"  没有放进来（{reason}）：{shown}{more}")


def _tell_guessed(guessed: Sequence[Guess]) -> None:
    """What to look at again: parts that fit no role, roles, dates, facts."""
    for guess in guessed:
        if guess.what == _UNFIT:
            console.note(f"  {guess.why}")
    named = [guess.what for guess in guessed if guess.what.startswith(_ROLE) and guess.what != _UNFIT]
    if named:
        roles = "、".join(dict.fromkeys(what.removeprefix(_ROLE) for what in named))
        console.note(f"  各部分的角色是猜的（{roles}），不对就改大纲里的“角色”；为什么这样猜，--json 里有")
    for guess in guessed:
        if guess.what == _DATE:
            console.note(f"  {guess.why}")
    facts = sum(guess.what.startswith(_FACT) for guess in guessed)
    if facts:
        console.note(f"  提出 {facts} 项数据，写在大纲的“数据”里，名称可以改（正文里的 {{{{ }}}} 一起改）")


def _shown(text: str) -> str:
    """The beginning of a text that was left out; characters that nobody sees by their numbers."""
    if any(map(str.isprintable, text[:_WIDE])):
        return text[:_WIDE]
    return "、".join(f"U+{ord(character):04X}" for character in dict.fromkeys(text[:_WIDE]))
