"""Typer's frame in Chinese: help pages that begin with examples, and usage errors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from drafter.cli.console import width
from drafter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typer._click import Command, Context, HelpFormatter, Parameter

_ERRORS = (
    (pattern(r"No such command '(.+?)'\.?(?: Did you mean (.+)\?)?"), "没有 {0} 这个命令"),
    (pattern(r"No such option: (\S+)"), "没有 {0} 这个选项"),
    (pattern(r"Option '(.+?)' requires (?:an argument|\d+ arguments)\.?"), "选项 {0} 后面要写内容"),
    (pattern(r"Option '(.+?)' does not take a value\.?"), "选项 {0} 后面不能写内容"),
    (pattern(r"Got unexpected extra arguments? \((.+)\)"), "多出来的参数：{0}"),
    (pattern(r"Missing command\.?"), "没有写要做什么"),
    (pattern(r"'(.*)' is not a valid (?:float|integer|int)\b.*"), "“{0}”不是数字"),
    (pattern(r"'(.*)' is not one of (.+)\."), "没有“{0}”，可以用：{1}"),
    (pattern(r"(.+) is not in the range (.+)\."), "{0} 超出了范围 {1}"),
)


class ChineseCommand(TyperCommand):
    """A command whose help page is in Chinese."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(_page(self, ctx))


class ChineseGroup(TyperGroup):
    """A group of commands whose help page is in Chinese."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(_page(self, ctx))


def _page(command: Command, ctx: Context) -> str:
    """A help page: examples and what the command does, usage, then a table of everything."""
    text = (command.help or "").strip()
    usage = "用法：" + " ".join([ctx.command_path, *_usage(command)])
    blocks = [text, usage] if text else [usage]
    commands = [(name, _gist(sub)) for name, sub in _commands(command).items() if not sub.hidden]
    params = command.get_params(ctx)
    arguments = [_argument(param) for param in params if isinstance(param, TyperArgument)]
    options = [_option(param) for param in params if isinstance(param, TyperOption) and not param.hidden]
    for title, rows in (("命令：", commands), ("参数：", arguments), ("选项：", options)):
        if rows:
            blocks.append("\n".join([title, *_table(rows)]))
    return "\n\n".join(blocks) + "\n"


def _commands(command: Command) -> Mapping[str, Command]:
    """The commands of a group."""
    return command.commands if isinstance(command, TyperGroup) else {}


def _gist(command: Command) -> str:
    """The first sentence of what a command does, which follows its examples."""
    return (command.help or "").strip().split("\n\n")[-1].split("。")[0].strip()


def _usage(command: Command) -> list[str]:
    pieces = ["[选项]"]
    if _commands(command):
        pieces.append("命令")
    for param in command.params:
        if isinstance(param, TyperArgument):
            name, _ = _argument(param)
            pieces.append((name if param.required else f"[{name}]") + ("..." if param.nargs == -1 else ""))
    return pieces


def _argument(param: TyperArgument) -> tuple[str, str]:
    """An argument's name and its explanation."""
    return (param.metavar or param.name or "").strip("[]"), param.help or ""


def _option(param: TyperOption) -> tuple[str, str]:
    """An option's spellings and its explanation."""
    names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
    if param.name == "help":
        return names, "显示这页帮助"
    takes = "" if param.is_flag or param.count else f" {param.metavar or '值'}"
    return names + takes, param.help or ""


def _table(rows: list[tuple[str, str]]) -> list[str]:
    widest = max(width(name) for name, _ in rows)
    return [f"  {name}{' ' * (widest - width(name))}  {about}".rstrip() for name, about in rows]


def usage_message(error: typer.TyperException) -> tuple[str, str]:
    """A usage error of the parser in Chinese, and what to do."""
    said = error.message
    message = next((_filled(form, said, text) for form, text in _ERRORS if form.fullmatch(said)), "")
    param: Parameter | None = getattr(error, "param", None)
    if type(error).__name__ == "MissingParameter" and param is not None:
        message = f"缺少{'参数' if isinstance(param, TyperArgument) else '选项'} {_spelling(param)}"
    elif param is not None and message:
        message = f"{_spelling(param).split(' ')[0]}：{message}"
    near = re.search(r"Did you mean '(.+?)'", said)
    possible: Sequence[str] = getattr(error, "possibilities", None) or ([near[1]] if near else [])
    context: Context | None = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "drafter"
    hint = f"是不是 {' 或 '.join(possible[:2])}？" if possible else f"运行 {path} --help 看用法"
    return message or said, hint


def _spelling(param: Parameter) -> str:
    """How a parameter stands on the help page."""
    if isinstance(param, TyperArgument):
        return _argument(param)[0]
    return _option(param)[0] if isinstance(param, TyperOption) else param.name or ""


def _filled(form: re.Pattern[str], said: str, text: str) -> str:
    match = form.fullmatch(said)
    assert match is not None
    return text.format(*(group or "" for group in match.groups()))
