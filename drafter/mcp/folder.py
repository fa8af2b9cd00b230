"""The folder that an assistant works in, and nothing beyond it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.mcp.parameters import Arguments, Parameter, Way
from drafter.problems import InputProblem, Problem, UsageProblem
from drafter.storage import bounds, paths, places

if TYPE_CHECKING:
    from drafter.session.session import Session

_STREAM = "-"


class Folder:
    """The folder, and a clock."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self.path = paths.real(folder)
        self._clock = clock

    def today(self) -> tuple[int, int, int]:
        """Year, month and day by the clock."""
        now = self._clock()
        return now.year, now.month, now.day

    def session(self) -> Session:
        """A session that knows nothing yet, and can read and write nowhere else but where drafter keeps its own."""
        from drafter.actions.opening import open_bounded_session

        return open_bounded_session(places.find(self.path), self.path)

    def hold(self, parameters: Sequence[Parameter], given: Arguments) -> list[str]:
        """The files that a call reads, after every path in it has been looked at.

        Raises:
            InputProblem: one leads out of the folder.
            UsageProblem: one is none that a tool may write, or the stream, which the protocol has.

        """
        read: list[str] = []
        for one in parameters:
            for name in given.named(one):
                if one.way is Way.READ or (one.way is Way.NAMED and _is_path(name)):
                    self._inside(name)
                    read.append(name)
                elif one.way is Way.WRITTEN or (one.way is Way.STREAMED and name != _STREAM):
                    self._inside(name)
                    _hold_written(name, one.suffixes)
        return read

    def _inside(self, name: str) -> None:
        """Says no to a path that leads out, to one that is hidden, and to names that are no plain path."""
        if name == _STREAM:
            raise UsageProblem(Problem("no-stream", "这里不能写 -", hint="写文件名"))
        if name.startswith(("//", "\\\\", "~")):
            raise InputProblem(bounds.outside(name))
        real = paths.real(self.path / name)
        if not real.is_relative_to(self.path):
            raise InputProblem(bounds.outside(name))
        if any(part.startswith(".") for part in real.relative_to(self.path).parts):
            hint = "以 . 开头的文件和文件夹是程序自己用的，换个名字"
            raise InputProblem(Problem("path-hidden", f"{name[:80]} 是隐藏的，不读也不写", hint=hint))


def _is_path(name: str) -> bool:
    """Whether what may be a name might be a path: more than the catalogue takes for one, never less."""
    return bool(set(name) & set("/\\")) or name.startswith(("~", ".")) or "." in name


def _hold_written(name: str, suffixes: Sequence[str]) -> None:
    suffix = Path(name).suffix.lower()
    if suffix and suffix not in suffixes and not name.endswith(("/", "\\")):
        hint = "可以写：" + "、".join(suffixes) + "；文件夹在后面加 /"
        raise UsageProblem(Problem("unknown-format", f"这里不写“{name[:80]}”这种文件", hint=hint))
