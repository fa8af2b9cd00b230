"""Answers an assistant, message by message, until it goes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import BinaryIO

from drafter import __version__
from drafter.mcp import protocol, tools
from drafter.mcp.calls import Tool
from drafter.mcp.folder import Folder
from drafter.mcp.parameters import arguments
from drafter.mcp.protocol import Json, ProtocolError, Request
from drafter.problems import DrafterError, OutputProblem, Problem
from drafter.reports.problems import as_json as problems_report
from drafter.storage.reasons import reason

VERSIONS = ("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05")
"""Versions of the protocol that are spoken, the newest first."""

_IN_BATCHES = ("2025-03-26", "2024-11-05")
"""Those in which several messages may come as one."""

_FAILED = 2
"""The lowest exit code of a call that failed; 1 is what check found."""

INSTRUCTIONS = (
    "drafter 把结构化的大纲（YAML）变成按 GB/T 9704 排好版的中文公文和讲话初稿。步骤：genres 选文种 → new 生成大纲 → "
    "逐项填写（只写用户给的事实）→ check → build → 用户在 Word 里改 → absorb 收回。数字、人名、日期写进“数据”，正文用 "
    "{{ 名称 }} 引用；不知道的留成 null，印成〔待补〕，绝不编造。交稿以前必须 check 一遍，把剩下的 error、待补和模板代拟的话"
    "（added）告诉用户。文件名都是相对启动文件夹的路径；标了密级的稿子不处理。办法里写的 --x 就是参数 x。"
)


class Server:
    """What is answered, for one folder."""

    def __init__(self, folder: Folder, fault: Callable[[Exception], str]) -> None:
        self._folder = folder
        self._fault = fault
        self._version = VERSIONS[0]
        self._methods: dict[str, Callable[[Json], Json]] = {
            "initialize": self._initialize,
            "ping": lambda _: {},
            "tools/list": lambda _: {"tools": tools.listed()},
            "tools/call": self._call,
        }

    def answer(self, line: bytes | None) -> bytes:
        """The answer to a line as a line; nothing where none is wanted."""
        try:
            message = protocol.decoded(line)
        except ProtocolError as error:
            return protocol.encoded(protocol.failure(error))
        if isinstance(message, list) and message and self._version in _IN_BATCHES:
            answers = [one for one in map(self._answered, message) if one is not None]
            return protocol.encoded(answers) if answers else b""
        answer = self._answered(message)
        return b"" if answer is None else protocol.encoded(answer)

    def _answered(self, message: object) -> Json | None:
        try:
            request = protocol.request_of(message)
            return None if request is None else self._answer(request)
        except ProtocolError as error:
            return protocol.failure(error)

    def _answer(self, request: Request) -> Json | None:
        """The answer to a request; notifications tell us nothing that we would act on."""
        if not request.answered:
            return None
        method = self._methods.get(request.method)
        if method is None:
            message = f"没有 {request.method[:60]} 这个方法"
            raise ProtocolError(protocol.UNKNOWN_METHOD, message, request.id)
        try:
            return protocol.success(request.id, method(request.params))
        except ProtocolError as error:
            raise ProtocolError(error.code, error.message, request.id) from error
        except Exception as error:  # the last door: nothing ends the program but its user
            raise ProtocolError(protocol.OUR_FAULT, self._fault(error), request.id) from error

    def _initialize(self, params: Json) -> Json:
        """The version that is spoken: the one that was asked for, else our newest."""
        asked = params.get("protocolVersion")
        self._version = asked if isinstance(asked, str) and asked in VERSIONS else VERSIONS[0]
        return {
            "protocolVersion": self._version,
            "capabilities": {"tools": {"listChanged": False}},
            "serverInfo": {"name": "drafter", "title": "drafter 写材料", "version": __version__},
            "instructions": INSTRUCTIONS,
        }

    def _call(self, params: Json) -> Json:
        """What came of a tool; what a person could put right is an answer that says how."""
        name, given = params.get("name"), params.get("arguments") or {}
        tool = tools.TOOLS.get(name) if isinstance(name, str) else None
        if tool is None:
            known = "、".join(tools.TOOLS)
            raise ProtocolError(protocol.BAD_PARAMETERS, f"没有“{str(name)[:40]}”这个工具；有：{known}")
        if not isinstance(given, dict):
            raise ProtocolError(protocol.BAD_PARAMETERS, "arguments 要是一个 JSON 对象")
        try:
            return self._carried(tool, given)
        except DrafterError as error:
            return _result(problems_report(error.problems), error.exit_code)
        except OSError as error:
            hint = "检查文件名、所在的文件夹和磁盘"
            said = OutputProblem(Problem("not-readable", f"读写文件时出错（{reason(error)}）", hint=hint))
            return _result(problems_report(said.problems), said.exit_code)

    def _carried(self, tool: Tool, given: Json) -> Json:
        held = arguments(tool.parameters, given)
        read = self._folder.hold(tool.parameters, held)
        session = self._folder.session()
        if read:
            from drafter.actions.handing import refuse_secrets

            refuse_secrets(session, read)
        answer = tool.carry(session, held, self._folder.today())
        return _result(answer.report, answer.code)


def _result(report: Json, code: int) -> Json:
    """A report as the protocol has it: as data, and as the same in a text for those who read texts alone."""
    data = report | {"exit_code": code}
    text = json.dumps(data, ensure_ascii=False)
    return {
        "content": [{"type": "text", "text": text}],
        "structuredContent": data,
        "isError": code >= _FAILED,
    }


def serve(folder: Folder, asked: BinaryIO, answered: BinaryIO, fault: Callable[[Exception], str]) -> None:
    """Answers what is asked until nothing more comes; `fault` keeps what went wrong in us, and says so."""
    server = Server(folder, fault)
    for answer in _answers(server, protocol.lines(asked)):
        answered.write(answer)
        answered.flush()


def _answers(server: Server, lines: Iterable[bytes | None]) -> Iterable[bytes]:
    return filter(None, map(server.answer, lines))
