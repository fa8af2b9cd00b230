"""The PostgreSQL server of a shared library: its address, the way to it, what it says when it fails."""

from __future__ import annotations

import contextlib
import re
import weakref
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from drafter.problems import InputProblem, MissingProgram, OutputProblem, Problem
from drafter.storage.library.index import NO_TEXT

if TYPE_CHECKING:
    import psycopg

SCHEMES = ("postgresql://", "postgres://")
_WAIT = 10
"""Seconds to wait for a server that does not answer."""

_OPTIONS = "-c jit=off -c enable_seqscan=off"
"""The planner thinks that reading every row is cheap, and does not count the tokens, which lie beside it."""

_ADDRESS = re.compile(r"\w+://(?:(?:[^@/%]|%[0-9A-Fa-f]{2})*@)?([^@/?#]*)(/[^@/?#:]*)?(?:\?.*)?")
"""Server and database. In an address written otherwise a part of the password may stand anywhere."""


class Server:
    """A connection to a server; `db` is asked inside `sound()`.

    Raises:
        MissingProgram: the extra `pg` is not installed.
        InputProblem: the server cannot be reached.

    """

    def __init__(self, address: str) -> None:
        driver = _driver()
        self._shown = shown(address)
        self.error: type[Exception] = driver.Error
        self._refused = (driver.errors.InsufficientPrivilege, driver.errors.ReadOnlySqlTransaction)
        try:
            self.db: psycopg.Connection[Any] = driver.connect(
                address, autocommit=True, connect_timeout=_WAIT, options=_OPTIONS
            )
        except driver.Error as error:
            raise InputProblem(_unreached(address, error)) from error
        self.close = weakref.finalize(self, self.db.close)  # nobody has to

    @contextlib.contextmanager
    def sound(self) -> Iterator[None]:
        """Turns what the server says into a problem.

        Raises:
            OutputProblem: it may not be written, or something else is wrong with it.
            InputProblem: the question is no text.

        """
        try:
            yield
        except self._refused as error:
            hint = "请管服务器的同事给这个用户写的权限；检索不受影响"
            raise OutputProblem(
                Problem("not-written", f"素材库服务器 {self._shown} 不让写", hint=hint)
            ) from error
        except UnicodeEncodeError as error:
            raise InputProblem(NO_TEXT) from error
        except self.error as error:
            hint = "稍后再试；一直这样就找管服务器的同事"
            raise OutputProblem(
                Problem("server-failed", f"素材库服务器 {self._shown} 出了错（{_said(error)}）", hint=hint)
            ) from error


def is_server(address: str) -> bool:
    """Whether a library's address is that of a server and not a folder."""
    return address.startswith(SCHEMES)


def shown(address: str) -> str:
    """A server's address as messages may show it: without user and password."""
    match = _ADDRESS.fullmatch(address)
    return f"{match[1] or '本机'}{match[2] or ''}" if match else "（地址不合写法）"


def _unreached(address: str, error: Exception) -> Problem:
    """What to do where the server does not answer; what it says of an odd address may hold the password."""
    if not _ADDRESS.fullmatch(address):
        hint = "写成 postgresql://用户:口令@服务器/数据库；口令里的 @ / % 写成 %40 %2F %25"
        return Problem("no-server", "连不上素材库服务器：DRAFTER_LIBRARY 里的地址不合写法", hint=hint)
    hint = "检查 DRAFTER_LIBRARY 里的地址、用户名和口令，问问管服务器的同事；也可以先改用本机的文件夹"
    message = f"连不上素材库服务器 {shown(address)}（{_said(error)}）"
    return Problem("no-server", message, hint=hint)


def _driver() -> Any:
    """The module psycopg."""
    try:
        import psycopg
    except ImportError as error:
        hint = "运行 pip install 'drafter-cn[pg]'；或把 DRAFTER_LIBRARY 改成一个文件夹"
        raise MissingProgram(
            Problem("no-pg", "用 PostgreSQL 上的素材库要装附加组件 pg", hint=hint)
        ) from error
    return psycopg


def _said(error: Exception) -> str:
    """The first line of what the server said; it holds no password."""
    return str(error).strip().splitlines()[0][:120] if str(error).strip() else type(error).__name__
