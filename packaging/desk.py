"""What the entries of a menu start: the page in a folder of its own, or one deed done to files that were handed over.

It lies beside drafter in every installer and asks nothing but drafter. A shortcut names this file and a deed, never a
draft, and nothing here writes down which files were handed over. The system hands names over as arguments, not as a line
for a shell to read: a file called `a & b.docx` is a file.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from drafter.cli.app import run

FOLDER = "写材料"
"""Where the page keeps its outlines, among the user's documents."""


def main(arguments: list[str]) -> int:
    """The exit code of a deed."""
    deed, files = (arguments[0], arguments[1:]) if arguments else ("page", [])
    if deed not in _DEEDS:
        return _page()
    codes = [_done(_DEEDS[deed], Path(file)) for file in files]
    if not files:
        print("没有交给它文件：选中文件，右键，在“发送到”或“打开方式”里选这一项。")
    _wait()
    return max(codes, default=2)


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
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = run(["serve"])
    return _told(said.getvalue(), code) if code else 0


def _told(message: str, code: int) -> int:
    """Says it where it is seen, and gives the exit code back."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, message, "drafter", 0x10)
    elif sys.stderr is not None:
        print(message, file=sys.stderr)
    return code


def _done(deed: Callable[[Path], list[str]], file: Path) -> int:
    """One file: what comes of it lies beside it."""
    file = file.absolute()
    print(f"—— {file.name}")
    try:
        os.chdir(file.parent)
    except OSError as error:
        print(f"打不开文件夹 {file.parent}（{error.strerror}）")
        return 3
    return run(deed(file))


def _check(file: Path) -> list[str]:
    marked = (
        ["--annotate", str(file.with_name(f"{file.stem}-批注.docx"))]
        if file.suffix.lower() == ".docx"
        else []
    )
    return ["check", str(file), *marked]


def _typeset(file: Path) -> list[str]:
    return ["typeset", str(file)]


def _import(file: Path) -> list[str]:
    return ["import", str(file)]


_DEEDS: dict[str, Callable[[Path], list[str]]] = {"check": _check, "typeset": _typeset, "import": _import}


def _wait() -> None:
    """A window that was opened for this stays until it was read."""
    if sys.stdin is not None and sys.stdin.isatty():
        with contextlib.suppress(EOFError, KeyboardInterrupt):
            input("按回车键关闭。")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
