"""What the entries of a menu start: the page in a folder of its own, or one deed done to files that were handed over.

It lies beside drafter in every installer and asks nothing but drafter. A shortcut names this file and a deed, never a
draft, and nothing here writes down which files were handed over. The system hands names over as arguments, not as a line
for a shell to read: a file called `a & b.docx` is a file.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

from drafter.cli import console
from drafter.cli.app import INTERRUPTED, run

FOLDER = "写材料"
"""Where the page keeps its outlines, among the user's documents."""

_NO_BROWSER = "没有找到浏览器，“写材料”打不开。装一个浏览器（比如火狐），再点一次。"
_WINDOWS = (
    ("zenity", "--error", "--no-markup", "--text"), ("kdialog", "--error"), ("xmessage", "-center"), ("notify-send", "drafter"),
    ("x-terminal-emulator", "-e", "sh", "-c", 'printf "%s\\n" "$0"; read _'),
)  # fmt: skip
"""What shows a message on one desktop or another, the message last."""


def main(arguments: list[str]) -> int:
    """The exit code of a deed."""
    console.prepare()
    deed, files = (arguments[0], arguments[1:]) if arguments else ("page", [])
    if deed not in _DEEDS:
        return _page()
    try:
        if not files:
            console.say("没有交给它文件：选中文件，右键，在“发送到”或“打开方式”里选这一项。")
        codes = [_done(_DEEDS[deed], Path(file)) for file in files]
        return max(codes, default=2)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        _wait()


def _page() -> int:
    """Opens the page; where no window shows what goes wrong, it is shown in one."""
    import platformdirs

    folder = Path(platformdirs.user_documents_dir()) / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        os.chdir(folder)
    except OSError as error:
        return _told(f"建不了文件夹 {folder}（{error.strerror}）。看看“文档”文件夹能不能写。", 4)
    if sys.stderr is not None and sys.stderr.isatty():
        return run(["serve"])
    try:
        webbrowser.get()
    except webbrowser.Error:
        return _told(_NO_BROWSER, 5)
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = run(["serve"])
    return _told(said.getvalue(), code) if code else 0


def _told(message: str, code: int) -> int:
    """Says it where it is seen, and gives the exit code back."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, message, "drafter", 0x10)
    else:
        console.note(message)
        if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
            _show(message)
    return code


def _show(message: str) -> None:
    """In a window of the first program that is there and can be started."""
    for program, *how in _WINDOWS:
        with contextlib.suppress(OSError):
            if found := shutil.which(program):
                subprocess.run([found, *how, message], check=False)
                return


def _done(deed: Callable[[Path], list[str]], file: Path) -> int:
    """One file: what comes of it lies beside it."""
    try:
        file = file.absolute()
        console.say(f"—— {file.name}")
        os.chdir(file.parent)
    except OSError as error:
        console.say(f"打不开文件夹 {file.parent}（{error.strerror}）")
        return 3
    return run(deed(file))


def _free(file: Path, ending: str) -> str:
    """A name beside the file that is not taken: a menu has nowhere to say that something may be replaced, and two files that
    were handed over together may differ in their suffix alone.
    """
    wanted = free = file.with_name(f"{file.stem}{ending}")
    number = 1
    while os.path.lexists(free):
        number += 1
        free = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    if free != wanted:
        console.say(f"“{wanted.name}”已经有了，没有动它；这次另存为“{free.name}”。")
    return str(free)


def _check(file: Path) -> list[str]:
    marked = ["--annotate", _free(file, "-批注.docx")] if file.suffix.lower() == ".docx" else []
    return ["check", str(file), *marked]


def _typeset(file: Path) -> list[str]:
    return ["typeset", str(file), "-o", _free(file, "-排版.docx")]


def _import(file: Path) -> list[str]:
    return ["import", str(file), "-o", _free(file, ".yaml")]


_DEEDS: dict[str, Callable[[Path], list[str]]] = {"check": _check, "typeset": _typeset, "import": _import}


def _wait() -> None:
    """A window that was opened for this stays until it was read."""
    if sys.stdin is not None and sys.stdin.isatty():
        with contextlib.suppress(EOFError, KeyboardInterrupt):
            input("按回车键关闭。")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
