"""JSON-RPC 2.0 as the protocol has it over stdio: one message a line, in UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from drafter.records import Record

Json = dict[str, object]

PARSE_ERROR, INVALID_REQUEST, UNKNOWN_METHOD, BAD_PARAMETERS, OUR_FAULT = (
    -32700,
    -32600,
    -32601,
    -32602,
    -32603,
)

LONGEST = 32 * 1024 * 1024
"""Bytes of a message; none of ours needs a hundredth. A longer one is read to its end and refused."""

_CHUNK = 1024 * 1024


class ProtocolError(Exception):
    """What is wrong with a message, as JSON-RPC says it."""

    def __init__(self, code: int, message: str, id_: object = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.id = id_


class Request(Record):
    """A request, or a notification, which wants no answer."""

    id: object
    method: str
    params: Json
    answered: bool = True


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each message as it came; None for one that is too long. Lines of nothing but blanks are none."""
    while line := stream.readline(LONGEST + 1):
        if len(line) <= LONGEST:
            if line.strip():
                yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def decoded(line: bytes | None) -> object:
    """What a line says.

    Raises:
        ProtocolError: it is no JSON in UTF-8, or too long.

    """
    if line is None:
        raise ProtocolError(
            INVALID_REQUEST, f"消息太长，最多 {LONGEST // 1024 // 1024} MB；把内容写进文件，只传文件名"
        )
    try:
        return json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is one
        raise ProtocolError(PARSE_ERROR, "读不懂这条消息：要一行一个 JSON，UTF-8 编码") from error


def _refuse(name: str) -> object:
    raise ValueError(name)


def request_of(message: object) -> Request | None:
    """The request that a message is; None for an answer, since we ask nothing.

    Raises:
        ProtocolError: it is neither.

    """
    if not isinstance(message, dict):
        raise ProtocolError(INVALID_REQUEST, "消息要是一个 JSON 对象")
    id_ = message.get("id")
    if "id" in message and (isinstance(id_, bool) or not isinstance(id_, (str, int))):
        raise ProtocolError(INVALID_REQUEST, "id 要是字符串或整数")
    if message.get("jsonrpc") != "2.0":
        raise ProtocolError(INVALID_REQUEST, "jsonrpc 要是 2.0", id_)
    method, params = message.get("method"), message.get("params", {})
    if method is None and ("result" in message or "error" in message):
        return None
    if not isinstance(method, str):
        raise ProtocolError(INVALID_REQUEST, "没有写 method", id_)
    if not isinstance(params, dict):
        raise ProtocolError(BAD_PARAMETERS, "params 要是一个 JSON 对象", id_)
    return Request(id_, method, params, "id" in message)


def success(id_: object, result: Json) -> Json:
    """The answer to a request."""
    return {"jsonrpc": "2.0", "id": id_, "result": result}


def failure(error: ProtocolError) -> Json:
    """The answer to a message that cannot be answered."""
    return {"jsonrpc": "2.0", "id": error.id, "error": {"code": error.code, "message": error.message}}


def encoded(message: object) -> bytes:
    """A message as a line; half of a pair of surrogates stays an escape."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"
