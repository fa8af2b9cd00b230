"""The page from an address of this computer: files of our own, and the verbs, for nobody but who was given the key.

Only 127.0.0.1 is listened to. The start address holds a random key, which becomes a cookie; every request is asked for
its host, its origin and what sent it, so that another page in the same browser, another name for this computer and
another of its users get nothing.
"""

from __future__ import annotations

import hmac
import json
import secrets
import threading
import time
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from urllib.parse import quote

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from drafter.problems import DrafterError, Problem
from drafter.reports.problems import problems_json
from drafter.storage import files
from drafter.web import MODULES, STYLES
from drafter.web.uploads import File
from drafter.web.verbs import AT_ONCE, MOST_BYTES, Desk

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
FILES = {
    "index.html": "text/html", "icon.svg": "image/svg+xml",
    **dict.fromkeys((f"style/{name}.css" for name in STYLES), "text/css"),
    **dict.fromkeys(("old.js", *(f"{name}.js" for name in MODULES)), "text/javascript"),
}  # fmt: skip
"""All that is served, by its name and kind: no path of a request is ever used as a path."""

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_STRETCH, _BREATH = 0.03, 0.002
"""Seconds that a long work takes before others have a turn, and those in which they get it."""

_SAID = {404: "没有这一页", 405: "不能这样问", 413: "文件太大，最多 64 MB"}


class Door:
    """The server's one way in: the key, the port, and when it was last knocked at."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.key = secrets.token_urlsafe(24)
        self.knocked = time.monotonic()

    @property
    def cookie(self) -> str:
        """The name of the cookie: several servers of one person have one each, since cookies know no ports."""
        return f"drafter-{self.port}"

    @property
    def address(self) -> str:
        """What the browser opens."""
        return f"http://{HOST}:{self.port}/?key={self.key}"

    def refuses(self) -> bool:
        """Whether the request at hand comes from anywhere but our own page."""
        hosts = (f"{HOST}:{self.port}", f"localhost:{self.port}")
        origin = request.headers.get("Origin")
        if request.host not in hosts or origin not in (None, *(f"http://{host}" for host in hosts)):
            return True
        if request.method == "GET" and request.path == "/" and self.knows(request.args.get("key", "")):
            return False  # from the file that opens the page, which is another site to the browser
        if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
            return True
        return not self.knows(request.cookies.get(self.cookie, ""))

    def knows(self, key: str) -> bool:
        """Whether this is the key, told in the same time whatever it is."""
        return hmac.compare_digest(key.encode("utf-8"), self.key.encode("utf-8"))


class _Server:
    """Answers requests for one folder, one question at a time: what stays warm is shared. Between two steps of a long work
    whoever waits has a turn.
    """

    def __init__(self, desk: Desk, door: Door) -> None:
        self._desk = desk
        self._door = door
        self._busy = threading.Lock()
        self._breathed = 0.0
        desk.runs.between = self._let_others

    def admit(self) -> Response | None:
        if self._door.refuses():
            return _refusal(403, "这个地址不对外", "从 drafter serve 给的地址打开")
        self._door.knocked = time.monotonic()
        return None

    def start(self) -> Response:
        page = self.file("index.html")
        if request.args.get("key"):
            page.set_cookie(self._door.cookie, self._door.key, httponly=True, samesite="Strict", path="/")
        return page

    def file(self, name: str) -> Response:
        return Response(files.read_bytes(PAGE / name), mimetype=FILES[name])

    def ask(self, verb: str) -> Response:
        try:
            payload = request.get_json(silent=True) if request.mimetype == "application/json" else None
        except RecursionError:
            payload = None
        if not isinstance(payload, dict):
            return _refusal(400, "页面交来的东西读不懂", "刷新页面再试")
        try:
            with nullcontext() if verb in AT_ONCE else self._busy:
                answer = self._desk.answer(verb, payload)
        except DrafterError as error:
            status = 404 if error.problems[0].code == "unknown-verb" else 422
            return _json({"problems": problems_json(error.problems)}, status)
        if isinstance(answer, File):
            response = Response(answer.data, mimetype="application/octet-stream")
            response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(answer.name)}"
            return response
        return _json(answer, 200)

    def _let_others(self, _done: int, _of: int) -> None:
        if time.monotonic() - self._breathed < _STRETCH:
            return
        self._busy.release()
        time.sleep(_BREATH)  # whoever waits for a lock does not get it while this thread runs on
        self._busy.acquire()
        self._breathed = time.monotonic()


def application(desk: Desk, door: Door) -> Flask:
    """The page and its verbs for one folder."""
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES * 4 // 3
    server = _Server(desk, door)
    app.before_request(server.admit)
    app.after_request(_guarded)
    app.add_url_rule("/", view_func=server.start, endpoint="start", methods=["GET"])
    for name in FILES:
        app.add_url_rule(f"/{name}", view_func=partial(server.file, name), endpoint=name, methods=["GET"])
    app.add_url_rule("/api/<verb>", view_func=server.ask, endpoint="ask", methods=["POST"])
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _failed)
    return app


def _guarded(response: Response) -> Response:
    response.headers.update(_HEADERS)
    return response


def _refused(error: HTTPException) -> Response:
    return _refusal(error.code or 500, _SAID.get(error.code or 0, "这个请求没有办成"), "刷新页面再试")


def _failed(error: Exception) -> Response:
    """The last door: what nobody foresaw, without a word of a draft."""
    hint = "刚才写的都还在；请把当时在做什么告诉维护者"
    return _refusal(500, f"drafter 自己出了错（{type(error).__name__}）", hint, "internal")


def _refusal(status: int, message: str, hint: str, code: str = "refused") -> Response:
    return _json({"problems": problems_json([Problem(code, message, hint=hint)])}, status)


def _json(answer: object, status: int) -> Response:
    return Response(json.dumps(answer, ensure_ascii=False), status=status, mimetype="application/json")
