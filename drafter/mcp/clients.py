"""What each assistant program wants to have in its settings, so that it finds drafter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from drafter.mcp.protocol import Json
from drafter.problems import Problem, UsageProblem
from drafter.records import Record


class Client(Record):
    """A program: its name, where its settings stand, under which key, and what each entry says beside the command."""

    name: str
    where: str
    key: str = "mcpServers"
    beside: Sequence[tuple[str, str]] = ()


CLIENTS = {
    "claude": Client("Claude Code", "项目文件夹里的 .mcp.json"),
    "claude-desktop": Client("Claude 桌面版", "设置 → 开发者 → 编辑配置，打开的 claude_desktop_config.json"),
    "cursor": Client("Cursor", "项目文件夹里的 .cursor/mcp.json（所有项目都用：用户文件夹里的 .cursor/mcp.json）"),
    "vscode": Client("VS Code", "项目文件夹里的 .vscode/mcp.json", "servers", (("type", "stdio"),)),
    "trae": Client("Trae", "设置 → MCP → 添加 → 手动添加"),
    "cherry": Client("Cherry Studio", "设置 → MCP 服务器 → 添加 → 从 JSON 导入"),
    "other": Client("别的程序", "它的 MCP 设置（多数程序认这个写法）"),
}  # fmt: skip


def client(name: str) -> Client:
    """The program of this name.

    Raises:
        UsageProblem: it is none that we know.

    """
    known = CLIENTS.get(name.lower())
    if known is None:
        hint = "可以写：" + "、".join(CLIENTS) + "；别的程序写 other"
        raise UsageProblem(Problem("unknown-client", f"--install 没有“{name[:30]}”", hint=hint))
    return known


def configuration(client: Client, program: Sequence[str], folder: Path) -> Json:
    """What stands in its settings: the program by its whole path, since it is not started in a terminal, and the folder that
    it works in.
    """
    command, *words = program
    entry: Json = {
        **dict(client.beside),
        "command": command,
        "args": [*words, "mcp", "--folder", str(folder)],
    }
    return {client.key: {"drafter": entry}}


def printed(configuration: Json) -> str:
    """The settings as text."""
    return json.dumps(configuration, ensure_ascii=False, indent=2)
