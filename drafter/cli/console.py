"""What every command prints, and where: the result on stdout, all else on stderr."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from drafter.patterns import pattern
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.reports import problems as report
from drafter.reports.problems import Json
from drafter.storage import streams
from drafter.storage.files import MAX_BYTES

_ALIKE = 20
"""How many problems of one kind are told before they are only counted."""

LABELS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "说明"}
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_QUIET = 1.0
"""Seconds of work before progress is shown."""

_UNSAFE = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class NotSaid(OSError):
    """The output takes nothing: a full disk behind it, or nobody."""


def prepare() -> None:
    """Lets a console that lacks a character show `?` instead of failing, and one that is closed be closed."""
    streams.hold_numbers()
    if sys.stdout is None:
        sys.stdout = _Nobody()
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


class _Nobody(io.TextIOBase):
    """Stands for an output that was closed before the run began."""

    def write(self, _: str) -> int:
        raise OSError(errno.EBADF, "标准输出是关着的")


def let_go() -> None:
    """Has nothing more go to an output that takes nothing, or Python complains as it ends."""
    with contextlib.suppress(OSError):
        sys.stdout.close()
    sys.stdout = io.StringIO()


@contextlib.contextmanager
def _saying() -> Iterator[None]:
    """Tells an output that takes nothing from a file that cannot be read."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotSaid(error.errno, error.strerror) from error


def clean(text: str) -> str:
    """The text without control characters that a terminal would obey."""
    return _UNSAFE.sub("\ufffd", text)


def say(text: str) -> None:
    """A line of the result."""
    with _saying():
        print(clean(text))


def note(text: str) -> None:
    """A line that is not the result; lost where nobody listens."""
    with contextlib.suppress(OSError):
        print(clean(text), file=sys.stderr)


def raw(data: bytes) -> None:
    """Bytes of the result as they are."""
    with _saying():
        sys.stdout.flush()
        if not hasattr(sys.stdout, "buffer"):
            raise OSError(errno.EBADF, "标准输出是关着的")
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def problems(found: Iterable[Problem], source: str = "") -> None:
    """Each problem on its own line, its hint below it; of a long row of alike ones the first, and a count."""
    told: Counter[str] = Counter()
    for problem in found:
        told[problem.code] += 1
        if told[problem.code] > _ALIKE:
            continue
        place = problem.place
        where = Place(place.source or source, place.line, place.column, place.paragraph)
        label = _colored(LABELS[problem.severity], problem.severity)
        spot = f"{where}：" if where.source else ""
        note(near(f"{spot}{label}：{problem.message} [{problem.code}]"))
        if problem.hint:
            note(near(f"    办法：{problem.hint}"))
    for code, count in told.items():
        if count > _ALIKE:
            note(f"同样的还有 {count - _ALIKE} 处没有列出 [{code}]；--json 有全部")


def near(text: str) -> str:
    """The text with paths below the current folder as a person there would type them."""
    try:
        return text.replace(f"{Path.cwd()}{os.sep}", "")
    except OSError:  # the folder is gone
        return text


def _colored(label: str, severity: Severity) -> str:
    wants = sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"\033[{_COLORS[severity]}m{label}\033[0m" if wants else label


def gap_line(text: str, line: int | None, paragraph: int, elsewhere: str = "") -> str:
    """A gap and where it is to be filled in; `elsewhere` names the file, where that is another."""
    where = f"{Path(elsewhere).name} " if elsewhere else ""
    return f"{text}（{where}第 {line} 行）" if line else f"{text}（第 {paragraph} 段）"


def emit(result: Json) -> None:
    """One JSON object on stdout, and nothing else."""
    with _saying():
        print(json.dumps(result, ensure_ascii=False, indent=2))


def failure(found: Sequence[Problem], as_json: bool) -> None:
    """Problems that belong to no file in particular."""
    if as_json:
        emit(report.as_json(found))
    problems(found)


def today() -> tuple[int, int, int]:
    """Year, month and day: doors read the clock, and nobody below them."""
    now = datetime.now()  # noqa: TID251 - who serves where a draft has no date
    return now.year, now.month, now.day


def base() -> Path:
    """The folder that the command runs in.

    Raises:
        InputProblem: somebody has removed it.

    """
    try:
        return Path.cwd()
    except OSError as error:
        hint = "换到一个还在的文件夹，再运行一次"
        raise InputProblem(Problem("missing-folder", "当前的文件夹已经不在了", hint=hint)) from error


def stdin() -> bytes:
    """All of standard input, as far as a file may be long.

    Raises:
        InputProblem: it is closed, or longer.

    """
    if sys.stdin is None:
        hint = "写出文件名，或用管道把内容送进来"
        raise InputProblem(Problem("no-stream", "标准输入是关着的，读不到内容", hint=hint))
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        hint = f"最大 {MAX_BYTES // 1024 // 1024} MB；拆成几份"
        raise InputProblem(Problem("too-large", "标准输入送来的内容太大了", hint=hint))
    return data


def width(text: str) -> int:
    """Columns that the text takes in a terminal: two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def table(rows: Sequence[Sequence[str]]) -> None:
    """Rows in columns, wide characters counted as two."""
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    for row in rows:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        say("  ".join(cells).rstrip())


class Progress:
    """A line on the terminal's stderr, once the work has lasted a second: how much is done, how fast, how long still."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._shown = 0.0
        self._first: tuple[int, float] | None = None

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        self._first = self._first or (done - 1, now)
        if not sys.stderr.isatty() or now - self._start < _QUIET:
            return
        if now - self._shown > 0.1 or done == total:
            self._shown = now
            bar = "■" * (20 * done // total) + "□" * (20 - 20 * done // total)
            line = f"\r{bar} {done}/{total}{self._pace(done, total, now)}"
            print(line, end="\n" if done == total else "", file=sys.stderr, flush=True)

    def _pace(self, done: int, total: int, now: float) -> str:
        """How many come in a second, and how long the rest takes, once that can be told."""
        before, began = self._first or (done, now)
        if done - before < 2 or now - began < _QUIET:
            return ""
        rate = (done - before) / (now - began)
        left = round((total - done) / rate)
        told = f"{left // 60} 分 {left % 60} 秒" if left >= 60 else f"{left} 秒"
        return f"  每秒 {rate:.3g}  还要 {told}  "
