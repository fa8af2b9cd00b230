"""JSON-RPC: what is no message ends as an error that says so, and nothing ends the program."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.mcp import protocol
from drafter.mcp.serving import VERSIONS


def code(answer):
    return answer["id"], answer["error"]["code"]


@pytest.mark.parametrize(
    "line",
    [
        b'{"jsonrpc": "2.0", "id": 1, "meth',
        b"hello",
        b'{"jsonrpc": "2.0", "id": 1, "method": "\xb2\xe2"}',
        b'{"id": NaN}',
        b"[" * 100_000,
        b'{"id": ' + b"9" * 5_000 + b"}",
        b"\x00",
    ],
)
def test_what_is_no_json_in_utf8_is_a_parse_error(server, line):
    """Torn, in GBK, too deep, numbers without end."""
    assert code(server.line(line)) == (None, protocol.PARSE_ERROR)


@pytest.mark.parametrize(
    ("message", "id_"),
    [
        ("[]", None),
        ("3", None),
        ("null", None),
        ('"ping"', None),
        ("{}", None),
        ('{"jsonrpc": "1.0", "id": 5, "method": "ping"}', 5),
        ('{"jsonrpc": "2.0", "id": 5}', 5),
        ('{"jsonrpc": "2.0", "id": 5, "method": 5}', 5),
        ('{"jsonrpc": "2.0", "id": null, "method": "ping"}', None),
        ('{"jsonrpc": "2.0", "id": true, "method": "ping"}', None),
        ('{"jsonrpc": "2.0", "id": [1], "method": "ping"}', None),
        ('{"jsonrpc": "2.0", "id": 1.5, "method": "ping"}', None),
        ('[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]', None),
    ],
)
def test_what_is_no_request_is_an_invalid_request(server, message, id_):
    """A batch too, in the version that is spoken where nobody asked for an older one."""
    assert code(server.line(message)) == (id_, protocol.INVALID_REQUEST)


def test_the_codes_are_those_of_the_standard():
    """Clients know them by their numbers."""
    codes = (protocol.PARSE_ERROR, protocol.INVALID_REQUEST, protocol.UNKNOWN_METHOD)

    assert codes == (-32700, -32600, -32601)
    assert (protocol.BAD_PARAMETERS, protocol.OUR_FAULT) == (-32602, -32603)


def test_an_unknown_method_and_parameters_of_another_shape_are_said(server):
    """With the id of the request, a text too."""
    assert code(server.ask("resources/list", id="a")) == ("a", protocol.UNKNOWN_METHOD)
    assert code(server.line('{"jsonrpc":"2.0","id":3,"method":"ping","params":[1]}')) == (
        3,
        protocol.BAD_PARAMETERS,
    )


def test_notifications_and_answers_are_not_answered(server):
    """Whatever they say."""
    for message in (
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "method": "no/such", "params": {}},
        {"jsonrpc": "2.0", "method": "tools/call", "params": {"name": "new"}},
        {"jsonrpc": "2.0", "id": 4, "result": {}},
        {"jsonrpc": "2.0", "id": 4, "error": {"code": 1, "message": "x"}},
    ):
        assert server.line(json.dumps(message)) is None


def test_half_a_character_as_an_id_comes_back_as_an_escape(server):
    """The answer is UTF-8 all the same."""
    assert server.line('{"jsonrpc":"2.0","id":"\\ud800","method":"ping"}')["id"] == "\ud800"


@pytest.mark.parametrize("version", VERSIONS)
def test_the_version_that_was_asked_for_is_spoken(server, version):
    """With what this server can do, and how a good draft is made here."""
    result = server.ask("initialize", {"protocolVersion": version, "capabilities": {}})["result"]

    assert result["protocolVersion"] == version
    assert result["serverInfo"]["name"] == "drafter"
    assert "tools" in result["capabilities"] and "绝不编造" in result["instructions"]


@pytest.mark.parametrize("version", ["1999-01-01", "2030-01-01", 5, None])
def test_of_an_unknown_version_our_newest_is_spoken(server, version):
    """The client decides whether it stays."""
    assert server.ask("initialize", {"protocolVersion": version})["result"]["protocolVersion"] == VERSIONS[0]


def test_a_batch_is_answered_in_the_versions_that_have_them(server):
    """Each message for itself; a batch of notifications not at all, an empty one is none."""
    server.ask("initialize", {"protocolVersion": "2025-03-26"})
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    told = {"jsonrpc": "2.0", "method": "notifications/initialized"}

    answers = server.line(json.dumps([ping, told, 5]))

    assert [one.get("result", one.get("error", {}).get("code")) for one in answers] == [
        {},
        protocol.INVALID_REQUEST,
    ]
    assert server.line(json.dumps([told])) is None
    assert code(server.line("[]")) == (None, protocol.INVALID_REQUEST)


def test_a_line_that_is_too_long_is_read_to_its_end(monkeypatch):
    """One byte more than may be; what follows is the next message. Blank lines are none."""
    monkeypatch.setattr(protocol, "LONGEST", 10)
    monkeypatch.setattr(protocol, "_CHUNK", 4)
    said = b"123456789\n1234567890\n\n \r\n12\n" + b"x" * 30 + b"\n3"

    assert list(protocol.lines(io.BytesIO(said))) == [b"123456789\n", None, b"12\n", None, b"3"]
    with pytest.raises(protocol.ProtocolError) as error:
        protocol.decoded(None)
    assert error.value.code == protocol.INVALID_REQUEST


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_NAMED = st.fixed_dictionaries(
    {"jsonrpc": st.just("2.0")},
    optional={
        "id": _JSON,
        "method": st.sampled_from(["initialize", "ping", "tools/list", "tools/call", "no"]) | _JSON,
        "params": st.fixed_dictionaries({}, optional={"name": st.sampled_from(["suggest", "no"]) | _JSON, "arguments": _JSON}) | _JSON,
    },
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.binary(max_size=80)
    | (_NAMED | _JSON | st.lists(_NAMED, max_size=3)).map(lambda one: json.dumps(one).encode())
)
def test_whatever_comes_is_answered_by_a_message_or_not_at_all(server, line):
    """Strict JSON in UTF-8, an answer or an error under an id that was there; nothing of it is a fault of ours."""
    answer = server.server.answer(line)

    def strict(name):
        raise AssertionError(name)

    for one in (
        said
        if isinstance(said := json.loads(answer, parse_constant=strict) if answer else [], list)
        else [said]
    ):
        assert one["jsonrpc"] == "2.0" and ("result" in one) != ("error" in one)
        assert "error" not in one or one["error"]["code"] != protocol.OUR_FAULT
