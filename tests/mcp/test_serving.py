"""The program as an assistant starts it: lines in, lines out, nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from drafter.mcp import protocol

INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 0,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "t", "version": "1"},
    },
}


def talk(folder, *said, arguments=(), **environment):
    """The answers to some lines, and how the program ended."""
    sent = b"".join(
        one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode("utf-8") + b"\n"
        for one in said
    )
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "mcp", *arguments],
        input=sent,
        capture_output=True,
        cwd=folder,
        env={**os.environ, **environment},
        check=False,
    )
    return [json.loads(line.decode("utf-8")) for line in done.stdout.split(b"\n") if line], done


def call(tool, id_=1, **arguments):
    return {
        "jsonrpc": "2.0",
        "id": id_,
        "method": "tools/call",
        "params": {"name": tool, "arguments": arguments},
    }


def test_a_conversation_holds_nothing_but_the_protocol(tmp_path, outline):
    """Whatever the console's encoding is; Chinese comes and goes as UTF-8, line ends are plain."""
    for environment in ({"PYTHONIOENCODING": "gbk"}, {"LC_ALL": "C"}):
        answers, done = talk(
            tmp_path, INITIALIZE, {"jsonrpc": "2.0", "method": "notifications/initialized"},
            call("build", 1, files=["讲话.yaml"], formats=["docx", "html"]), call("check", "二", files=["讲话.yaml"]), **environment,
        )  # fmt: skip
        assert done.returncode == 0 and done.stderr == b"" and b"\r" not in done.stdout
        assert [answer["id"] for answer in answers] == [0, 1, "二"]
        assert "防汛" in done.stdout.decode("utf-8")
        assert (tmp_path / "讲话.docx").exists()


def test_after_each_broken_message_the_next_is_answered(tmp_path):
    """Torn, in GBK, unknown, too long; and one that ends in the middle of a word."""
    answers, done = talk(
        tmp_path,
        b'{"jsonrpc": "2.0", "id": 1, "method": "to\n',
        '{"jsonrpc": "2.0", "id": 2, "method": "查"}\n'.encode("gbk"),
        b"\n\n",
        {"jsonrpc": "2.0", "id": 3, "method": "no/such"},
        call("build", 4, files=["啊" * 4_000_000]),
        b'{"jsonrpc": "2.0", "id": 5, "params": "' + b"x" * protocol.LONGEST + b'"}\n',
        {"jsonrpc": "2.0", "id": 6, "method": "ping"},
        b'{"jsonrpc": "2.0", "id": 7',
    )

    assert done.returncode == 0 and done.stderr == b""
    codes = [answer["error"]["code"] if "error" in answer else answer["id"] for answer in answers]
    assert codes == [
        protocol.PARSE_ERROR, protocol.PARSE_ERROR, protocol.UNKNOWN_METHOD, 4, protocol.INVALID_REQUEST, 6, protocol.PARSE_ERROR,
    ]  # fmt: skip
    assert answers[3]["result"]["isError"] is True


def test_what_anything_else_prints_goes_to_the_error_output(tmp_path):
    """Python's own printing, and that of a program that is started; who reads input finds none."""
    code = (
        "import subprocess, sys\nfrom drafter.storage import streams\n"
        "with streams.for_a_protocol() as (asked, answered):\n"
        "    print('printed', flush=True)\n"
        "    subprocess.run([sys.executable, '-c', 'import sys; print(len(sys.stdin.read()))'])\n"
        "    answered.write(asked.readline())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"line\n", capture_output=True, check=True)

    assert done.stdout == b"line\n"
    assert done.stderr.split() == [b"printed", b"0"]


def test_a_greeting_and_the_tools_load_nothing_heavy(tmp_path):
    """Start-up is guarded by what is imported, not by the clock."""
    heavy = {
        "docx",
        "lxml",
        "jinja2",
        "yaml",
        "markdown_it",
        "sqlite3",
        "tomllib",
        "mcp",
        "asyncio",
        "drafter.session.session",
    }
    code = (
        "import io, json, sys\nfrom datetime import datetime\nfrom pathlib import Path\n"
        "from drafter.cli import app\nfrom drafter.cli.mcp import mcp\n"
        "from drafter.mcp.serving import serve\nfrom drafter.mcp.folder import Folder\n"
        "out = io.BytesIO()\nserve(Folder(Path('.'), datetime.now), sys.stdin.buffer, out, str)\n"
        f"print(sorted({heavy} & set(sys.modules)), out.getvalue().count(b'\\n'))"
    )
    listed = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    sent = "\n".join(map(json.dumps, (INITIALIZE, listed)))
    done = subprocess.run(
        [sys.executable, "-c", code], input=sent, capture_output=True, text=True, cwd=tmp_path, check=True
    )

    assert done.stdout.strip() == "[] 2"


def test_the_folder_may_be_named(tmp_path, outline, tmp_path_factory):
    """Programs start others wherever they like."""
    elsewhere = tmp_path_factory.mktemp("别处")
    answers, _ = talk(elsewhere, call("stats", files=["讲话.yaml"]), arguments=["--folder", str(tmp_path)])

    assert answers[0]["result"]["structuredContent"]["files"][0]["characters"]


def test_a_fault_of_ours_is_kept_and_told_without_a_word_of_a_draft(tmp_path, home):
    """The protocol says where."""
    code = (
        "import sys\nfrom drafter.actions import new\nfrom drafter.cli.app import run\n"
        "def broken(*_):\n    raise RuntimeError('密语')\n"
        "new.known_templates = broken\nsys.exit(run(['mcp']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(call("genres")).encode(), capture_output=True, cwd=tmp_path, check=False
    )  # fmt: skip
    (trace,) = (home / "traces").iterdir()

    error = json.loads(done.stdout)["error"]
    assert error["code"] == protocol.OUR_FAULT and trace.name in error["message"]
    assert "RuntimeError" in trace.read_text("utf-8")
    assert "密语" not in trace.read_text("utf-8") + done.stdout.decode() + done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_who_goes_away_ends_it_without_a_word(tmp_path):
    """The assistant's program may be closed while it is answered."""
    server = subprocess.Popen(
        [sys.executable, "-m", "drafter", "mcp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=tmp_path,
    )  # fmt: skip
    assert server.stdin and server.stdout and server.stderr
    server.stdout.close()
    server.stdin.write(json.dumps(INITIALIZE).encode() + b"\n")
    server.stdin.close()

    with server.stderr as said:
        assert server.wait(60) == 0 and said.read() == b""
