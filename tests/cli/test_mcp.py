"""`drafter mcp` at the terminal: what it prints for assistants and their programs."""

from __future__ import annotations

import json
import re
import sys

import pytest

from drafter.mcp.clients import CLIENTS
from drafter.mcp.tools import TOOLS
from drafter.readers.outline import outline as outline_yaml
from tests.conftest import ROOT


def test_the_skill_says_how_a_good_draft_is_made_here(drafter):
    """Outline first, facts once, gaps left open, check before it is handed over; every tool is named."""
    said = drafter("mcp", "--skill").out

    assert said.startswith("---\nname: drafter\ndescription: ")
    assert all(word in said for word in ("大纲先行", "数据只说一遍", "不知道就空着", "交稿以前查一遍"))
    assert [name for name in TOOLS if f"`{name}`" not in said] == []


def test_the_outline_of_the_skill_can_be_built(drafter, tmp_path):
    """It is what an assistant will imitate: two gaps, and nothing wrong with it."""
    text = drafter("mcp", "--skill").out.partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "样.yaml").write_text(text, encoding="utf-8")
    source, problems = outline_yaml.parse(text, "样.yaml")
    built = drafter("build", "样.yaml", "--json").json["files"][0]

    assert source is not None and problems == ()
    assert set(built["gaps"]) >= {"牵头单位"}
    assert [one for one in built["problems"] if one["severity"] == "error"] == []


@pytest.mark.parametrize("client", CLIENTS)
def test_the_settings_of_each_program_start_this_drafter_in_this_folder(drafter, tmp_path, client):
    """On the one stream the settings, on the other where they go; nothing is written."""
    result = drafter("mcp", "--install", client)
    ((key, servers),) = json.loads(result.out).items()

    assert key == CLIENTS[client].key
    assert servers["drafter"]["command"] == sys.executable
    assert servers["drafter"]["args"] == ["-m", "drafter", "mcp", "--folder", str(tmp_path)]
    assert CLIENTS[client].where in result.err
    assert list(tmp_path.iterdir()) == []


def test_the_settings_name_the_folder_that_is_asked_for(drafter, tmp_path):
    """VS Code has its own key."""
    (tmp_path / "稿子").mkdir()
    settings = json.loads(drafter("mcp", "--install", "VSCode", "--folder", "稿子").out)

    assert settings["servers"]["drafter"]["args"][-1] == str(tmp_path / "稿子")
    assert settings["servers"]["drafter"]["type"] == "stdio"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--install", "nothing"], 2, "claude"),
        (["--folder", "没有"], 3, "没有 没有 这个文件夹"),
        (["--folder", "/"], 2, "整个磁盘"),
        (["--skill", "--install", "claude"], 2, "一次只能写一个"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_way_out(drafter, arguments, code, said):
    """Before anything is read."""
    result = drafter("mcp", *arguments)

    assert result.code == code and said in result.err and "办法" in result.err


def test_the_manual_names_every_tool_and_every_program():
    """And no other tool."""
    page = (ROOT / "docs" / "助手.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|", page.partition("## 三、")[2].partition("## 四")[0], re.MULTILINE)

    assert sorted(rows) == sorted(TOOLS)
    assert [name for name in CLIENTS if f"`{name}`" not in page] == []
