"""The official client of the protocol: it lists the tools, and drives a real outline from its beginning to its review."""

from __future__ import annotations

import importlib.util
import json
import os
import sys

import docx
import pytest

from drafter.mcp.serving import VERSIONS
from drafter.mcp.tools import TOOLS
from tests.conftest import required

OLD, NEW = "下了班也能办", "下了班、周末也能办"


@pytest.fixture(autouse=True)
def client():
    """The package `mcp`, which only tests need."""
    required("the package mcp", importlib.util.find_spec("mcp"))


def spoken(folder, conversation):
    """What a conversation with `drafter mcp` in this folder came to."""
    import anyio
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def speak():
        program = StdioServerParameters(
            command=sys.executable, args=["-m", "drafter", "mcp"], cwd=folder, env=dict(os.environ)
        )  # else it passes on little more than PATH
        async with stdio_client(program) as (read, write), ClientSession(read, write) as session:
            greeting = await session.initialize()
            return await conversation(session, greeting)

    return anyio.run(speak)


async def called(session, tool, **arguments):
    """The data of an answer, which also stands in its text."""
    result = await session.call_tool(tool, arguments)
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


def test_it_is_greeted_and_lists_the_tools(tmp_path):
    """In our newest version; every schema is one."""

    async def conversation(session, greeting):
        await session.send_ping()
        return greeting, (await session.list_tools()).tools

    greeting, tools = spoken(tmp_path, conversation)

    assert greeting.protocol_version == VERSIONS[0] and greeting.server_info.name == "drafter"
    assert greeting.instructions
    assert [tool.name for tool in tools] == list(TOOLS)
    assert all(tool.description and tool.input_schema["type"] == "object" for tool in tools)


def test_it_drives_an_outline_from_new_to_absorb(tmp_path):
    """What somebody changed in Word stands in the outline, and prints when it is built again."""

    async def conversation(session, _):
        said = [
            await called(session, "new", **{"from": "政务服务推进会讲话", "output": "讲话.yaml"}),
            await called(session, "build", files=["讲话.yaml"]),
            await called(session, "check", files=["讲话.yaml"]),
        ]
        review(tmp_path / said[1]["files"][0]["outputs"][0])
        said.append(
            await called(session, "absorb", outline="讲话.yaml", files=said[1]["files"][0]["outputs"])
        )
        said.append(await called(session, "build", files=["讲话.yaml"], output="-", formats=["txt"]))
        return said

    made, built, checked, absorbed, again = spoken(tmp_path, conversation)

    assert made["files"][0]["path"] == "讲话.yaml"
    assert built["files"][0]["outputs"] == ["讲话（送审稿）.docx"] and built["files"][0]["pages"]
    assert checked["files"][0]["rules"] and checked["exit_code"] < 2
    assert [change["state"] for change in absorbed["files"][0]["changes"]] == ["taken"]
    assert NEW in (tmp_path / "讲话.yaml").read_text("utf-8")
    assert NEW in again["files"][0]["content"]


def review(path):
    """Changes the words of a draft, as a person would in Word."""
    document = docx.Document(path)
    run = next(run for paragraph in document.paragraphs for run in paragraph.runs if OLD in run.text)
    run.text = run.text.replace(OLD, NEW)
    document.save(path)


def test_what_is_hostile_comes_to_it_as_errors(tmp_path):
    """A path beyond, ten megabytes, a tool and a method that are not there; it goes on speaking afterwards."""
    from mcp.shared.exceptions import MCPError

    async def conversation(session, _):
        beyond = await session.call_tool("build", {"files": ["../../etc/passwd"]})
        long = await session.call_tool("build", {"files": ["啊" * 3_500_000]})
        with pytest.raises(MCPError):
            await session.call_tool("nothing", {})
        with pytest.raises(MCPError):
            await session.list_resources()
        await session.send_ping()
        return beyond, long

    assert [answer.is_error for answer in spoken(tmp_path, conversation)] == [True, True]
