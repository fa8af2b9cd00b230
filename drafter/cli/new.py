"""`drafter new`: a commented outline, step by step where there is a terminal."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.problems import Problem, UsageProblem
from drafter.reports import new as report
from drafter.session import inputs
from drafter.session.destinations import STREAM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.actions.new import Answers, Made
    from drafter.model.template import Template
    from drafter.session.session import Session

MOST_NAMED = 12
_MOST_PICTURES = 5


def new(
    template: Annotated[str, typer.Argument(metavar="[模板]", help="模板名；不写就一步步问")] = "",
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="文件", help="大纲写到哪里；- 输出到屏幕")
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="题目", help="题目，也作文件名")] = "",
    from_id: Annotated[
        str,
        typer.Option("--from", metavar="编号|文件", help="从去年的大纲（素材库里的编号，或文件）、样稿开始"),
    ] = "",
    keys: Annotated[str, typer.Option("--keys", metavar="zh|en", help="键用中文还是英文")] = "",
    no_input: Annotated[bool, typer.Option("--no-input", help="什么也不问")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter new                                  一步步问
      drafter new 部署讲话 --title 在全市教育工作会议上的讲话
      drafter new --from 去年讲话.yaml -o 今年讲话.yaml   文字留下，数据清空，旧年份标出
      drafter new --from 政务服务推进会讲话 -o 照着写.yaml

    生成一份带说明的大纲，填好就能用 drafter build 出稿。不会覆盖已有的文件。
    """
    from drafter.actions import new as action

    session = options.session()
    title = " ".join(options.usable(title, "--title ").split("\n"))
    answers = action.Answers(title=title)
    if not template and not from_id:
        templates = action.known_templates(session)
        if no_input or not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
            raise _unnamed(templates)
        template, answers = _ask(session, templates, title)
    spelling = keys or str(session.places.default("keys") or "zh")
    if spelling not in ("zh", "en"):
        raise UsageProblem(Problem("bad-keys", f"--keys 没有“{spelling}”", hint="写 zh（中文）或 en（英文）"))
    made = action.new(
        session, template, output, answers, from_id=from_id, keys=spelling, today=console.today()
    )
    if as_json:
        console.emit(report.as_json(made))
    elif made.path == STREAM:
        console.raw(made.text.encode("utf-8"))
    else:
        _tell(made, from_id)
    return 0


def _unnamed(templates: Sequence[Template]) -> UsageProblem:
    """Says that a template has to be named where nobody can be asked."""
    known = "、".join(template.name for template in templates[:MOST_NAMED])
    hint = f"写上模板名，例如 drafter new 部署讲话；可以用：{known}等，drafter templates list 列出全部"
    return UsageProblem(Problem("no-template", "没有写用哪个模板", hint=hint))


def _tell(made: Made, from_id: str) -> None:
    """Where the outline is, and what is to be filled in."""
    console.say(f"√ {made.path}")
    if made.facts:
        console.say(f"  数据清空了，照着填：{'、'.join(made.facts)}（原来的数写在旁边）")
    if made.marked:
        console.say(f"  旧年份、旧日期标了 {made.marked} 处〔待补：原……〕，逐处改")
    if made.pictures:
        shown = "、".join(made.pictures[:_MOST_PICTURES]) + (
            "等" if len(made.pictures) > _MOST_PICTURES else ""
        )
        console.say(f"  图片没有跟过来，照原来的文件夹拷到新大纲旁边：{shown}")
    if made.renewed and not made.facts:
        older = from_id if inputs.is_outline(from_id) else "library"
        console.say(
            f"  没有“数据”，正文里的数还是原来的，逐处看：drafter check {made.path} --against {older}"
        )
    console.say(f"  填好后运行：drafter build {made.path}")


def _ask(session: Session, templates: Sequence[Template], title: str) -> tuple[str, Answers]:
    """The template and the few things that every speech has, asked one by one."""
    import questionary

    from drafter.actions.new import Answers, post_of

    choices = [questionary.Choice(f"{item.name}  {item.about}", value=item.name) for item in templates]
    asked = questionary.select("要写什么？", choices=choices, instruction="（上下键选，回车定）")
    template = str(asked.unsafe_ask())

    def line(question: str, default: str = "") -> str:
        return str(questionary.text(question, default=default).unsafe_ask()).strip()

    keys = next(item.keys for item in templates if item.name == template)
    occasion = line("什么会（没有就回车）：") if "场合" in keys else ""
    suggested = title or (f"在{occasion}上的讲话" if occasion else "")
    answers = Answers(title=line("题目：", suggested), occasion=occasion)
    if "场合" in keys:
        speaker = line("谁讲（姓名，没定就回车）：")
        post = line("他的职务（没定就回车）：", post_of(session, speaker, console.today()))
        answers = replace(answers, speaker=speaker, post=post)
    elif "讲话人" in keys:
        answers = replace(answers, org=line("哪个单位的（没有就回车）："))
    if "时长" in keys:
        answers = replace(answers, minutes=line("讲多少分钟（没定就回车）："))
    return template, answers
