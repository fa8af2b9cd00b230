"""Gathers the commands, and turns whatever happens into an exit code."""

from __future__ import annotations

import errno
import importlib
import sys
from typing import Annotated

import typer

from drafter import __version__
from drafter.cli import console
from drafter.cli.frame import ChineseCommand, ChineseGroup, usage_message
from drafter.problems import DrafterError, InputProblem, OutputProblem, Problem, UsageProblem
from drafter.storage.reasons import reason, shortened

OUR_FAULT = 70
INTERRUPTED = 130
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS) if hasattr(errno, "EDQUOT") else (errno.ENOSPC, errno.EROFS)

COMMANDS = {
    "new": "new", "build": "build", "check": "check", "import": "import_", "stats": "stats", "batch": "batch",
    "suggest": "suggest", "compare": "compare", "absorb": "absorb", "merge": "merge", "typeset": "typeset", "inspect": "inspect", "serve": "serve", "mcp": "mcp", "schema": "schema", "doctor": "doctor", "demo": "demo",
}  # fmt: skip
"""Each command, and the file of this room that has it, in a function of the same name."""

GROUPS = ("templates", "styles", "outlines", "library", "roster", "versions", "fonts")
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
        console.prepare()
        code = _answered(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        console.let_go()
        return 0
    except OSError as error:  # a full disk behind >, or nobody who would take it
        console.let_go()
        hint = "检查输出送到哪里去了，或用 -o 写成文件"
        return _failed(
            OutputProblem(Problem("not-written", f"结果印不出来（{reason(error)}）", hint=hint)), False
        )


def _answered(arguments: list[str]) -> int:
    """The exit code, after what went wrong has been said.

    Raises:
        OSError: nobody takes what is said.

    """
    as_json = "--json" in arguments
    try:
        result = program(arguments)(arguments, standalone_mode=False, prog_name="drafter")
        return result if isinstance(result, int) else 0
    except DrafterError as error:
        return _failed(error, as_json)
    except typer.TyperException as error:
        message, hint = usage_message(error)
        return _failed(UsageProblem(Problem("usage", message, hint=hint)), as_json)
    except (KeyboardInterrupt, typer.Abort):
        console.note("已中断，没有写完的文件保持原样。")
        return INTERRUPTED
    except (BrokenPipeError, console.NotSaid):
        raise
    except (OSError, MemoryError) as error:
        error.__traceback__ = None  # what filled the memory is held by it, and saying so takes some
        return _failed(_of_the_machine(error), as_json)
    except Exception as error:  # the last door: nothing passes it as a traceback
        return _our_fault(error, as_json)


def _failed(error: DrafterError, as_json: bool) -> int:
    console.failure(error.problems, as_json)
    return error.exit_code


def _of_the_machine(error: OSError | MemoryError) -> DrafterError:
    """What the disk or the memory refused where nobody nearer said it."""
    if isinstance(error, MemoryError):
        return InputProblem(Problem("no-memory", "内存不够", hint="关掉别的程序，或把文件拆成几份再来"))
    name = shortened(str(error.filename or ""))
    message = f"读写文件时出错（{reason(error)}）" + (f"：{name}" if name else "")
    kind = OutputProblem if error.errno in _FULL else InputProblem
    return kind(Problem("not-readable", message, hint="检查文件名、所在的文件夹和磁盘"))


def _our_fault(error: Exception, as_json: bool) -> int:
    """Keeps the trace in a file, and says how to report it."""
    from drafter.cli import traces

    where = traces.keep(error, (*COMMANDS, *GROUPS))
    message = f"drafter 自己出了错（{type(error).__name__}）"
    hint = f"{where}请连同出错的大纲一起发给维护者；已有的文件没有动"
    console.failure([Problem("internal", message, hint=hint)], as_json)
    return OUR_FAULT
