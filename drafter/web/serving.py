"""Runs the server until it is stopped, or until the last page has been gone for a while."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from waitress.server import create_server

from drafter.problems import OutputProblem, Problem
from drafter.web.server import HOST, Door, application
from drafter.web.verbs import MOST_BYTES, Desk

_THREADS = 8
"""A browser opens six connections at once; questions are answered one by one all the same."""

_GONE = 150.0
"""Seconds without a sign of any page after which a server that nobody sees ends: pages give one every twenty, those that
a browser has put to sleep one a minute.
"""


def serve(
    folder: Path, port: int, clock: Callable[[], datetime], tell: Callable[[str], None], ends_alone: bool
) -> None:
    """Serves the page for a folder at a port (0: any that is free); `tell` is given the address once it answers.

    Raises:
        OutputProblem: the port is taken.

    """
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that one waits for another is no news
    listening = _listen(port)
    door = Door(listening.getsockname()[1])
    server = create_server(
        application(Desk(folder, clock), door), sockets=[listening], threads=_THREADS, ident="",
        channel_timeout=20, cleanup_interval=5, connection_limit=500, clear_untrusted_proxy_headers=True,
        max_request_body_size=MOST_BYTES * 4 // 3 + 1,
    )  # fmt: skip
    if ends_alone:
        threading.Thread(target=_watch, args=(door, server.close), daemon=True).start()
    tell(door.address)
    try:
        server.run()
    except OSError:
        pass  # closed while it waited
    finally:
        server.close()


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listening.close()
        hint = "换一个：drafter serve --port 8766；不写 --port 会自己找一个空的"
        raise OutputProblem(Problem("port-taken", f"端口 {port} 用不了", hint=hint)) from error
    return listening


def _watch(door: Door, close: Callable[[], None]) -> None:
    while time.monotonic() - door.knocked < _GONE:
        time.sleep(1)
    close()
