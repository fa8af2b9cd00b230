"""`drafter build`: outlines and drafts into documents."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import zip_longest
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.reports import build as report

if TYPE_CHECKING:
    from drafter.actions.build import Built

_ORIGINS = {"outline": "大纲", "template": "模板代拟", "library": "素材库"}


def build(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="文件", help="大纲 .yaml，Word 或文本里打的提纲 .docx、.txt，草稿 .md；- 读标准输入"
        ),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="路径", help="输出到哪里：文件、文件夹，或 -（屏幕）")
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="格式", help="docx、pdf、txt、md、html，几种用逗号隔开")
    ] = "",
    style: options.Style = "",
    template: options.Template = "",
    facts: options.Facts = None,
    settings: options.Setting = None,
    date: options.Date = "",
    final: Annotated[bool, typer.Option("--final", help="出定稿：还有待补就不生成，并逐处列出")] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    origins: Annotated[
        bool, typer.Option("--origins", help="逐段列出处：大纲、模板，还是素材库的哪一条")
    ] = False,
    papers: Annotated[
        str,
        typer.Option(
            "--papers", metavar="名单|all", help="同一个会的材料一起出：通知,议程,主持词,新闻稿,纪要"
        ),
    ] = "",
    minutes: Annotated[
        float | None,
        typer.Option("--minutes", metavar="分钟", help="压到这么多分钟：先略写了“可略”的要点"),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="生成后打开")] = False,
    from_: options.StdinKind = "yaml",
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter build 讲话.yaml
      drafter build 讲话.yaml --to docx,pdf -o 成稿/
      drafter build 讲话.yaml --papers 通知,主持词 --minutes 15
      drafter build 讲话.yaml --set 牵头单位=市教育局 --final

    把大纲（.yaml）或草稿（.md）变成排好版的文件，默认是 Word。
    """
    from drafter.actions import build as action

    request = action.Request(
        inputs=files,
        output=output,
        formats=[name.lower() for name in options.listed(to)],
        options=options.options(template, style, facts, settings, date),
        final=final,
        force=force,
        stdin=console.stdin() if "-" in files else None,
        stdin_reader=options.reader(from_),
        origins=origins,
        papers=options.listed(papers),
        minutes=minutes,
    )
    built = action.build(options.session(), request)
    if as_json:
        console.emit(report.as_json(built))
    for item in built:
        if origins and not as_json:
            _tell_origins(item)
        if item.data is not None and not as_json:
            console.raw(item.data)
        console.problems(item.problems, item.path)
        if not as_json:
            _tell(item)
    if open_:
        for path in [path for item in built for path in item.outputs]:
            _open(path)
    return max(item.exit_code for item in built)


def _tell(built: Built) -> None:
    """What was written, how long it is, and what is still open."""
    draft, measures = built.draft, built.measures
    if draft is None or measures is None or built.exit_code:
        return
    to_screen = built.data is not None
    for path, sums in zip_longest(built.outputs, built.checksums):
        console.say(f"√ {path}")
        if sums is not None:
            console.say(f"  SHA-256 {sums.sha256}\n  SM3     {sums.sm3}")
    summary = f"  {measures.characters} 字，约 {measures.pages} 页，讲 {measures.minutes:g} 分钟左右"
    (console.note if to_screen else console.say)(summary)
    if draft.final and draft.bound.added:
        console.note(f"  定稿里有 {len(draft.bound.added)} 段是模板代拟的，请逐句看过：")
        for text in draft.bound.added:
            console.note(f"    {text}")
    if draft.cut:
        console.note(f"  为了压到 {draft.minutes:g} 分钟，略去 {len(draft.cut)} 条：")
        for text in draft.cut:
            console.note(f"    {text}")
    if draft.gaps:
        console.note(f"  还有 {len(draft.gaps)} 处待补：")
        for gap in draft.gaps:
            console.note(
                f"    {console.gap_line(gap.text, gap.line, gap.paragraph, _elsewhere(gap.source, built.path))}"
            )


def _elsewhere(source: str, path: str) -> str:
    """The file of a gap, where that is not the one that was built."""
    return source if source != path else ""


def _tell_origins(built: Built) -> None:
    """A line for each paragraph: where it comes from, and how it begins."""
    for origin in built.origins:
        where = f"{_ORIGINS[origin.what]}{f' {origin.id}' if origin.id else ''}"
        where += f" 第 {origin.line} 行" if origin.line else ""
        console.note(f"第 {origin.paragraph} 段  {where}：{origin.text[:20]}")


def _open(path: str) -> None:
    """Opens a file with the program that the system has for it."""
    if sys.platform == "win32":
        os.startfile(path)
        return
    program = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen([program, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        console.note(f"打不开 {path}，请自己双击打开")
