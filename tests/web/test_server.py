"""The door of the server: who is let in, and what is said to everybody else."""

from __future__ import annotations

import base64
import re
import threading
from datetime import datetime

import pytest

pytest.importorskip("flask")

from drafter.web import MODULES, STYLES, server
from drafter.web.server import PAGE, Door, application
from drafter.web.verbs import AT_ONCE, MOST_BYTES, Desk

HOST = "127.0.0.1:8765"
OUTLINE = {"tree": {"模板": "部署讲话", "标题": "讲话", "任务": "抓好落实。"}}


@pytest.fixture
def door():
    return Door(8765)


@pytest.fixture
def client(tmp_path, door):
    """A browser that was given the key."""
    app = application(Desk(tmp_path, lambda: datetime(2026, 3, 18)), door)
    with app.test_client() as opened:
        entered = opened.get(f"/?key={door.key}", headers={"Host": HOST, "Sec-Fetch-Site": "cross-site"})
        assert entered.status_code == 200  # from the file that opens the page
        yield opened


def test_the_page_and_its_verbs_answer_to_the_key(client):
    """The start address sets a cookie that no script sees and no other site sends."""
    cookie = client.get_cookie("drafter-8765", domain="127.0.0.1") or client.get_cookie("drafter-8765")

    assert client.get("/", headers={"Host": HOST}).status_code == 200
    assert client.post("/api/preview", json=OUTLINE, headers={"Host": HOST}).json["characters"] > 0
    assert cookie.http_only and cookie.same_site == "Strict"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example:8765"},
        {"Host": "127.0.0.1:80"},
        {"Host": HOST, "Origin": "http://evil.example"},
        {"Host": HOST, "Origin": "null"},
        {"Host": HOST, "Origin": "http://127.0.0.1:8766"},
        {"Host": HOST, "Sec-Fetch-Site": "cross-site"},
        {"Host": HOST, "Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/main.js", "/api/hello"])
def test_another_name_another_page_another_site_get_nothing(client, headers, path):
    """Whatever they ask for, with the cookie too."""
    answer = (
        client.post(path, json={}, headers=headers)
        if path.startswith("/api")
        else client.get(path, headers=headers)
    )

    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/", "/?key=", "/?key=abc", "/main.js", "/index.html"])
def test_nobody_gets_in_without_the_key(tmp_path, door, path):
    """Another user of the same computer, say."""
    with application(Desk(tmp_path, datetime.now), door).test_client() as stranger:
        assert stranger.get(path, headers={"Host": HOST}).status_code == 403
        assert stranger.post("/api/hello", json={}, headers={"Host": HOST}).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/server.py",
        "/../verbs.py",
        "/..%2fverbs.py",
        "/%2e%2e/verbs.py",
        "/etc/passwd",
        "//etc/passwd",
        "/page/main.js",
        "/x.js",
        "/favicon.ico",
    ],
)
def test_only_the_pages_own_files_are_served(client, path):
    """By their names; no path of a request is a path."""
    assert client.get(path, headers={"Host": HOST}).status_code == 404


def test_what_is_asked_wrongly_is_answered_in_chinese(client):
    """An unknown verb, no JSON, another method, too much: a status and a sentence, never a trace."""
    ask = {"headers": {"Host": HOST}}
    answers = {
        404: client.post("/api/sesame", json={}, **ask),
        400: client.post("/api/preview", data="x", content_type="text/plain", **ask),
        405: client.get("/api/preview", **ask),
        413: client.post(
            "/api/read", data=b" " * (MOST_BYTES * 4 // 3 + 1), content_type="application/json", **ask
        ),
        422: client.post("/api/preview", json={"tree": {"模板": "没有的"}}, **ask),
    }

    deep = client.post("/api/preview", data="[" * 200_000, content_type="application/json", **ask)

    assert [answer.status_code for answer in answers.values()] == list(answers) and deep.status_code == 400
    assert all(answer.json["problems"][0]["message"] for answer in answers.values())


def test_every_answer_has_the_strict_policy(client):
    """No script or style but our own files, no frame, no referrer, nothing kept."""
    for answer in (client.get("/", headers={"Host": HOST}), client.get("/none", headers={"Host": HOST})):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"


def test_every_module_is_fetched_at_once():
    """One after another, as they name each other, would take as many rounds as they are deep."""
    page = (PAGE / "index.html").read_text(encoding="utf-8")

    assert re.findall(r'modulepreload" href="([\w/]+)\.js"', page) == list(MODULES)
    assert re.findall(r'stylesheet" href="style/(\w+)\.css"', page) == list(STYLES)
    files = {path.relative_to(PAGE).with_suffix("").as_posix() for path in PAGE.rglob("*.js")}
    assert files == {*MODULES, "old"} and {path.stem for path in PAGE.rglob("*.css")} == set(STYLES)


@pytest.mark.parametrize("id_", ["../../etc/passwd", "/etc/passwd", "讲话.yaml", "", "%00"])
def test_no_id_of_a_request_is_a_path(client, tmp_path, id_):
    """Documents are known by digests of the names that the folder has."""
    (tmp_path / "讲话.yaml").write_text("模板: 部署讲话\n标题: 讲话\n", encoding="utf-8")

    assert client.post("/api/open", json={"id": id_}, headers={"Host": HOST}).status_code == 422


def test_two_servers_of_one_person_have_a_cookie_each():
    """Cookies know no ports: one would take the other's place."""
    assert Door(8765).cookie != Door(8766).cookie


def test_a_stranger_does_not_keep_the_server_awake(tmp_path, door):
    """Only who was let in does."""
    before = door.knocked
    with application(Desk(tmp_path, datetime.now), door).test_client() as stranger:
        stranger.get("/", headers={"Host": HOST})

    assert door.knocked == before


ROWS = "县\n" + "".join(f"第{number}县\n" for number in range(40))
BATCH = {**OUTLINE, "file": "各县.csv", "data": base64.b64encode(ROWS.encode()).decode(), "run": "一"}


def post(app, door, verb, payload):
    """The answer that a window with the key gets."""
    with app.test_client() as client:
        client.set_cookie(door.cookie, door.key, domain="127.0.0.1")
        return client.post(f"/api/{verb}", json=payload, headers={"Host": HOST}).json


@pytest.mark.parametrize(
    ("verb", "payload", "expected"),
    [("preview", OUTLINE, "pages"), ("progress", {"run": "一"}, "of"), ("nothing", {}, "problems")],
)
def test_others_are_answered_while_a_batch_goes_on(tmp_path, door, monkeypatch, verb, payload, expected):
    """What works between two rows; how far it is without any waiting."""
    monkeypatch.setattr(server, "_STRETCH", 0.0)
    desk = Desk(tmp_path, lambda: datetime(2026, 3, 18))
    app = application(desk, door)
    let, heard, answered = desk.runs.between, [], []
    other = threading.Thread(target=lambda: heard.append(post(app, door, verb, payload)), daemon=True)

    def between(done, of):
        if done == 1:
            other.start()
            other.join(10 if verb in AT_ONCE else 0)
        if verb not in AT_ONCE:
            let(done, of)
        answered.append(bool(heard))

    desk.runs.between = between
    report = post(app, door, "batch", BATCH)
    other.join(10)

    assert report["done"] == 40 and answered[-2]
    assert expected in heard[0]
