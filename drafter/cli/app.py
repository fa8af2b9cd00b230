"""Gathers the commands, and turns whatever happens into an exit code."""

from __future__ import annotations

import contextlib
import importlib
import sys
import traceback
from datetime import datetime
from typing import Annotated

import typer

from drafter import __version__
from drafter.cli import console
from drafter.cli.frame import ChineseCommand, ChineseGroup, usage_message
from drafter.problems import DrafterError, Problem

OUR_FAULT = 70
INTERRUPTED = 130
USAGE = 2

COMMANDS = {
    "new": "new", "build": "build", "check": "check", "import": "import_", "stats": "stats", "batch": "batch",
    "suggest": "suggest", "schema": "schema", "doctor": "doctor", "demo": "demo",
}  # fmt: skip
"""Each command, and the file of this room that has it, in a function of the same name."""

GROUPS = ("templates", "styles", "outlines", "library", "roster")
"""Groups of commands, each a file with an `app`."""

_SETTINGS = {"help_option_names": ["-h", "--help"]}


def program(arguments: list[str]) -> typer.Typer:
    """The program with the command that the arguments name, and with all where they name none: most
    runs need one, and each brings its own imports.
    """
    app = typer.Typer(
        cls=ChineseGroup,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
    )
    app.callback(invoke_without_command=True)(drafter)
    named = next((argument for argument in arguments if not argument.startswith("-")), "")
    known = named in (*COMMANDS, *GROUPS) or arguments == ["--version"]
    for name, file in COMMANDS.items():
        if name == named or not known:
            command = getattr(importlib.import_module(f"drafter.cli.{file}"), file)
            app.command(name, cls=ChineseCommand, context_settings=_SETTINGS)(command)
    for name in GROUPS:
        if name == named or not known:
            group = importlib.import_module(f"drafter.cli.{name}").app
            app.add_typer(group, name=name, cls=ChineseGroup, context_settings=_SETTINGS)
    return app


def drafter(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本")] = False,
) -> int:
    """例子：
      drafter new 部署讲话           生成一份带说明的大纲，填好就能用
      drafter build 讲话.yaml        大纲变成排好版的 Word 初稿
      drafter check 讲话.yaml        细心的同事再看一遍：序号、数字、标点、旧年份
      drafter import 去年讲话.docx   旧稿变成大纲，改一改再出
      drafter demo                   把自带的样稿都生成出来看看

    公文和讲话稿起草助手：结构化的大纲进去，按 GB/T 9704 排好的 Word 初稿出来。
    """
    if version:
        console.say(f"drafter {__version__}")
    elif context.invoked_subcommand is None:
        console.say(context.get_help())
    return 0


def main() -> None:
    """Runs the program and exits."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of one run with these arguments. Who reads the output may go away in the middle."""
    try:
        code = _answered(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        with contextlib.suppress(BrokenPipeError):
            sys.stdout.close()  # or Python complains as it ends
        return 0


def _answered(arguments: list[str]) -> int:
    """The exit code, after what went wrong has been said."""
    console.prepare()
    as_json = "--json" in arguments
    try:
        result = program(arguments)(arguments, standalone_mode=False, prog_name="drafter")
        return result if isinstance(result, int) else 0
    except DrafterError as error:
        console.failure(error.problems, as_json)
        return error.exit_code
    except typer.TyperException as error:
        message, hint = usage_message(error)
        console.failure([Problem("usage", message, hint=hint)], as_json)
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        console.note("已中断，没有写完的文件保持原样。")
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:  # the last door: nothing passes it as a traceback
        return _our_fault(error, as_json)


def _our_fault(error: Exception, as_json: bool) -> int:
    """Keeps the trace in a file, and says how to report it."""
    from drafter.storage import files, places

    trace = "".join(traceback.format_exception(error))
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")  # noqa: TID251 - a trace is named by the clock
    where = ""
    try:
        path = places.find(console.base()).home / "traces" / f"{stamp}.txt"
        files.replace(
            path, f"drafter {__version__}\n{' '.join(sys.argv)}\n{trace}".encode("utf-8", "replace")
        )
        where = f"经过已记在 {path}，"
    except DrafterError:
        pass
    message = f"drafter 自己出了错（{type(error).__name__}）"
    hint = f"{where}请连同出错的大纲一起发给维护者；已有的文件没有动"
    console.failure([Problem("internal", message, hint=hint)], as_json)
    return OUR_FAULT
