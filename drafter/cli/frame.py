"""Typer's frame in Chinese: help pages that begin with examples, and usage errors."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from drafter.cli.console import width

_ERRORS = (
    (re.compile(r"No such command '(.+?)'\.?(?: Did you mean (.+)\?)?"), "没有 {0} 这个命令"),
    (re.compile(r"No such option: (\S+)"), "没有 {0} 这个选项"),
    (re.compile(r"Option '(.+?)' requires (?:an argument|\d+ arguments)\.?"), "选项 {0} 后面要写内容"),
    (re.compile(r"Option '(.+?)' does not take a value\.?"), "选项 {0} 后面不能写内容"),
    (re.compile(r"Got unexpected extra arguments? \((.+)\)"), "多出来的参数：{0}"),
    (re.compile(r"Missing command\.?"), "没有写要做什么"),
    (re.compile(r"'(.*)' is not a valid (?:float|integer|int)\b.*"), "“{0}”不是数字"),
    (re.compile(r"'(.*)' is not one of (.+)\."), "没有“{0}”，可以用：{1}"),
    (re.compile(r"(.+) is not in the range (.+)\."), "{0} 超出了范围 {1}"),
)


class ChineseCommand(TyperCommand):
    """A command whose help page is in Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_page(self, ctx))


class ChineseGroup(TyperGroup):
    """A group of commands whose help page is in Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_page(self, ctx))


def _page(command: Any, ctx: Any) -> str:
    """A help page: examples and what the command does, usage, then a table of everything."""
    text = (command.help or "").strip()
    usage = [ctx.command_path, *_usage(command)]
    blocks = [text, "用法：" + " ".join(usage)] if text else ["用法：" + " ".join(usage)]
    commands = [
        (name, (sub.help or "").strip().split("\n\n")[-1].split("。")[0].strip())
        for name, sub in getattr(command, "commands", {}).items()
        if not sub.hidden
    ]
    params = command.get_params(ctx)
    arguments = [_row(p, ctx) for p in params if p.param_type_name == "argument"]
    options = [_row(p, ctx) for p in params if p.param_type_name == "option" and not p.hidden]
    for title, rows in (("命令：", commands), ("参数：", arguments), ("选项：", options)):
        if rows:
            blocks.append("\n".join([title, *_table(rows)]))
    return "\n\n".join(blocks) + "\n"


def _usage(command: Any) -> list[str]:
    pieces = ["[选项]"]
    if getattr(command, "commands", None):
        pieces.append("命令")
    for param in command.params:
        if param.param_type_name == "argument":
            name = (param.metavar or param.name).strip("[]")
            pieces.append((name if param.required else f"[{name}]") + ("..." if param.nargs == -1 else ""))
    return pieces


def _row(param: Any, ctx: Any) -> tuple[str, str]:
    """An option or argument as its spellings and its explanation."""
    if param.param_type_name == "argument":
        return (param.metavar or param.name).strip("[]"), param.help or ""
    names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
    takes = "" if param.is_flag or param.count else f" {param.metavar or '值'}"
    if param.name == "help":
        return names, "显示这页帮助"
    return names + takes, param.help or ""


def _table(rows: list[tuple[str, str]]) -> list[str]:
    widest = max(width(name) for name, _ in rows)
    return [f"  {name}{' ' * (widest - width(name))}  {about}".rstrip() for name, about in rows]


def usage_message(error: typer.TyperException) -> tuple[str, str]:
    """A usage error of the parser in Chinese, and what to do."""
    said = error.message
    message = next((_filled(pattern, said, text) for pattern, text in _ERRORS if pattern.fullmatch(said)), "")
    param = getattr(error, "param", None)
    if type(error).__name__ == "MissingParameter" and param is not None:
        kind = "参数" if param.param_type_name == "argument" else "选项"
        message = f"缺少{kind} {_row(param, None)[0]}"
    elif param is not None and message:
        message = f"{_row(param, None)[0].split(' ')[0]}：{message}"
    near = re.search(r"Did you mean '(.+?)'", said)
    possible = getattr(error, "possibilities", None) or ([near[1]] if near else [])
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "drafter"
    hint = f"是不是 {' 或 '.join(possible[:2])}？" if possible else f"运行 {path} --help 看用法"
    return message or said, hint


def _filled(pattern: re.Pattern[str], said: str, text: str) -> str:
    match = pattern.fullmatch(said)
    assert match is not None
    return text.format(*(group or "" for group in match.groups()))
