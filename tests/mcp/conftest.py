"""What the tests of the door for assistants begin with: a server on a folder of its own."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from drafter.mcp.folder import Folder
from drafter.mcp.serving import Server
from drafter.storage import bounds


class Asked:
    """A server that is asked without streams."""

    def __init__(self, folder, fault):
        self.server = Server(Folder(folder, lambda: datetime(2026, 3, 18)), fault)

    def line(self, line):
        """The answer to a line; None where there is none."""
        answer = self.server.answer(line if isinstance(line, bytes) else line.encode("utf-8"))
        assert answer == b"" or answer.endswith(b"\n")
        return json.loads(answer.decode("utf-8")) if answer else None

    def ask(self, method, params=None, **more):
        """The answer to a request."""
        return self.line(
            json.dumps({"jsonrpc": "2.0", "id": 7, "method": method, "params": params or {}, **more})
        )

    def call(self, tool, **arguments):
        """What came of a tool, as data; the same stands in its text."""
        result = self.ask("tools/call", {"name": tool, "arguments": arguments})["result"]
        assert json.loads(result["content"][0]["text"]) == result["structuredContent"]
        assert result["isError"] == (result["structuredContent"]["exit_code"] >= 2)
        return result["structuredContent"]

    def refusal(self, tool, **arguments):
        """The code of what a tool said no with."""
        said = self.call(tool, **arguments)
        assert said["exit_code"] >= 2
        found = said.get("problems") or [p for file in said["files"] for p in file["problems"]]
        assert all(problem["message"] and problem["hint"] for problem in found)
        return next(problem["code"] for problem in found if problem["severity"] == "error")


@pytest.fixture
def faults():
    """What went wrong in us."""
    return []


@pytest.fixture
def server(tmp_path, faults):
    """A server on an empty folder; afterwards everything may be read and written again."""

    def fault(error):
        faults.append(error)
        return "出了错"

    yield Asked(tmp_path, fault)
    bounds.lift()
    assert [repr(error) for error in faults] == []


OUTLINE = """模板: 部署讲话
标题: 在全市防汛工作会议上的讲话
日期: 2026-03-18
数据:
  水库: {值: 12, 单位: 座}
任务:
  小标题: 抓好今年的防汛
  要点:
    - 标题: 查堤
      正文: 把{{ 水库 }}水库逐座查一遍。
      责任单位: 市水利局
    - 标题: 备料
      正文: 备足沙袋和木桩。
"""


@pytest.fixture
def outline(tmp_path):
    """An outline in the folder."""
    path = tmp_path / "讲话.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    return path
