"""The tools: each described in full, each looked at before it acts."""

from __future__ import annotations

import pytest

from drafter.mcp import protocol
from drafter.mcp.parameters import LONGEST_OUTLINE
from tests.mcp.conftest import OUTLINE

NAMES = [
    "genres", "schema", "new", "build", "check", "stats", "suggest", "import", "library_search", "library_take", "compare",
    "absorb", "typeset",
]  # fmt: skip


def test_there_are_few_tools_and_each_says_what_it_is_for(server):
    """In Chinese, every argument too, closed to others."""
    tools = server.ask("tools/list")["result"]["tools"]

    assert [tool["name"] for tool in tools] == NAMES
    for tool in tools:
        assert len(tool["description"]) > 30 and tool["title"]
        assert tool["inputSchema"]["additionalProperties"] is False
        for described in tool["inputSchema"]["properties"].values():
            assert any("\u4e00" <= char <= "\u9fff" for char in described["description"])
        assert set(tool["inputSchema"]["required"]) <= set(tool["inputSchema"]["properties"])


def test_a_schema_says_the_limits_that_hold(server):
    """So that an assistant knows them before it asks."""
    tools = {tool["name"]: tool["inputSchema"] for tool in server.ask("tools/list")["result"]["tools"]}
    limit = tools["library_search"]["properties"]["limit"]

    assert (limit["type"], limit["minimum"], limit["maximum"]) == ("integer", 1, 50)
    assert "minimum" not in tools["stats"]["properties"]["rate"]
    assert (
        tools["build"]["required"] == ["files"] and tools["build"]["properties"]["files"]["maxItems"] == 100
    )
    assert tools["suggest"]["properties"]["kind"]["enum"][0] == "titles"


def test_who_reads_is_told_from_who_writes(server):
    """As clients ask before they let something be done."""
    hints = {tool["name"]: tool["annotations"] for tool in server.ask("tools/list")["result"]["tools"]}

    assert [name for name, said in hints.items() if said["readOnlyHint"]] == [
        "genres",
        "schema",
        "stats",
        "library_search",
    ]
    assert not hints["new"]["destructiveHint"] and hints["build"]["destructiveHint"]


@pytest.mark.parametrize(
    "params", [{}, {"name": "nothing"}, {"name": 5}, {"name": ["new"]}, {"name": "new", "arguments": [1]}]
)
def test_an_unknown_tool_is_an_error_of_the_protocol(server, params):
    """So are arguments that are no object."""
    assert server.ask("tools/call", params)["error"]["code"] == protocol.BAD_PARAMETERS


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("build", {}),
        ("build", {"files": []}),
        ("build", {"files": "讲话.yaml"}),
        ("build", {"files": [5]}),
        ("build", {"files": ["讲话.yaml", 5]}),
        ("build", {"files": ["讲话.yaml"], "set": {"甲": "1", "乙": 5}}),
        ("build", {"files": ["讲话.yaml"], "final": "yes"}),
        ("build", {"files": ["讲话.yaml"], "minutes": True}),
        ("build", {"files": ["讲话.yaml"], "nothing": 1}),
        ("build", {"files": ["讲话.yaml"], "set": {"甲": 5}}),
        ("build", {"files": ["讲话.yaml"], "set": ["甲=乙"]}),
        ("build", {"files": ["讲话.yaml"] * 101}),
        ("new", {"template": "x" * 2001}),
        ("new", {"template": "部署\x00讲话"}),
        ("new", {"template": "部署\ud800讲话"}),
        ("new", {"outline": "x" * (LONGEST_OUTLINE + 1)}),
        ("suggest", {"kind": "poems", "file": "讲话.yaml"}),
        ("suggest", {"kind": "wordings", "file": "讲话.yaml", "at": "开头", "use": 0}),
        ("library_search", {"query": "防汛", "limit": 51}),
        ("library_search", {"query": "防汛", "limit": 1.5}),
    ],
)
def test_arguments_of_another_shape_are_said_with_a_way_out(server, outline, tool, arguments):
    """As an answer of the tool, which the assistant reads and puts right."""
    assert server.refusal(tool, **arguments) == "bad-argument"


def test_at_the_limits_everything_is_taken(server, outline):
    """The longest name, the largest number, a null for what was not given."""
    assert server.refusal("new", template="x" * 2000) == "unknown-template"
    assert server.call("library_search", query="防汛", limit=50)["exit_code"] == 0
    assert server.call("stats", files=["讲话.yaml"], rate=None)["exit_code"] == 0
    assert len(server.call("stats", files=["没有.yaml"] * 100)["files"]) == 100


def test_an_argument_of_ten_megabytes_is_said_to_be_too_long(server):
    """The message is read, and answered under its id."""
    assert server.refusal("build", files=["啊" * 10_000_000]) == "bad-argument"
    assert server.ask("ping")["result"] == {}


def test_genres_say_what_can_be_written_and_what_each_takes(server):
    """With the prompts that a template has."""
    listed = server.call("genres")["genres"]
    one = server.call("genres", name="部署讲话")["genre"]

    assert len(listed) > 30 and "部署讲话" in [genre["name"] for genre in listed]
    assert "任务" in [part["key"] for part in one["parts"]] and all(part["prompt"] for part in one["parts"])
    assert server.call("schema", template="部署讲话")["schema"]["properties"]["标题"]


def test_an_outline_is_begun_handed_over_or_answered(server, tmp_path):
    """Never over one that is there; one with errors is not put anywhere."""
    assert server.call("new", template="部署讲话", title="讲话")["files"][0]["path"] == "讲话.yaml"
    assert server.refusal("new", template="部署讲话", title="讲话") == "exists"
    whole = "模板: 通知\n标题: 关于防汛的通知\n事项: 查堤。\n"
    assert server.call("new", outline=whole)["files"][0]["path"] == "关于防汛的通知.yaml"
    assert (tmp_path / "关于防汛的通知.yaml").read_text("utf-8") == whole
    assert server.refusal("new", outline=whole) == "exists"
    assert (
        server.refusal("new", outline="标题： 讲话\n", output="坏.yaml")
        and not (tmp_path / "坏.yaml").exists()
    )
    assert "标题" in server.call("new", template="部署讲话", output="-")["files"][0]["content"]
    assert server.refusal("new") == "no-template"


def test_a_draft_is_built_measured_and_proofread(server, outline, tmp_path):
    """What check finds is an answer, and no failure."""
    built = server.call("build", files=["讲话.yaml"], formats=["docx", "txt"], set={"水库": "15座"})["files"][
        0
    ]
    assert built["outputs"] == ["讲话.docx", "讲话.txt"]
    assert "15座水库" in (tmp_path / "讲话.txt").read_text("utf-8")
    assert "查堤" in server.call("build", files=["讲话.yaml"], output="-")["files"][0]["content"]
    assert server.call("stats", files=["讲话.yaml"])["files"][0]["minutes"]
    (tmp_path / "稿.txt").write_text("关于XX的通知\n\n一、查堤。\n三、备料。\n", encoding="utf-8")
    checked = server.call("check", files=["稿.txt"])
    assert checked["exit_code"] == 1 and checked["summary"]["error"]
    assert server.refusal("build", files=["讲话.yaml"], date="没有这天") == "bad-date"
    assert server.refusal("build", files=["讲话.yaml"], set={"甲 乙": "1"}) == "bad-setting"


def test_gaps_refuse_a_final_draft(server, tmp_path):
    """Exit code 6, and nothing is written."""
    (tmp_path / "稿.yaml").write_text(
        "模板: 部署讲话\n标题: 题\n数据: {甲: null}\n任务: 由{{ 甲 }}牵头。\n", "utf-8"
    )

    assert server.call("build", files=["稿.yaml"], final=True)["exit_code"] == 6
    assert not list(tmp_path.glob("*.docx"))


def test_old_files_come_in_and_are_set_and_compared(server, outline, tmp_path):
    """By the verbs that the terminal has."""
    server.call("build", files=["讲话.yaml"])
    assert "防汛" in server.call("import", files=["讲话.docx"], output="-")["files"][0]["content"]
    assert server.call("typeset", files=["讲话.docx"])["files"][0]["output"] == "讲话-排版.docx"
    assert server.call("typeset", files=["讲话.docx"], show_roles=True)["files"][0]["roles"]
    (tmp_path / "二稿.yaml").write_text(outline.read_text("utf-8").replace("12", "13"), "utf-8")
    compared = server.call("compare", old="讲话.yaml", new="二稿.yaml", date="2026-03-18")["files"][0]
    assert compared["figures"] and (tmp_path / "二稿-对比.docx").exists()


def test_words_are_suggested_and_a_choice_written(server, outline):
    """Wordings carry a number."""
    said = server.call("suggest", kind="wordings", file="讲话.yaml", at="开头")["files"][0]

    assert said["suggestions"][0]["number"] == 1
    server.call("suggest", kind="wordings", file="讲话.yaml", at="开头", use=2)
    assert "措辞" in outline.read_text("utf-8")


def test_the_library_is_searched_shown_and_taken_from(server, outline):
    """The shipped one, where a person keeps none."""
    hit = server.call("library_search", query="防汛", kind="point")["hits"][0]

    assert server.call("library_search", id=hit["id"])["entry"]["text"]
    assert (
        server.call("library_take", id=hit["id"], into="讲话.yaml", at="任务")["files"][0]["id"] == hit["id"]
    )
    assert hit["id"] in outline.read_text("utf-8")
    assert server.refusal("library_search") == "no-query"


def test_a_fault_of_ours_is_an_error_of_the_protocol(server, faults, monkeypatch):
    """The program goes on."""
    monkeypatch.setattr("drafter.actions.new.known_templates", lambda _: 1 / 0)
    assert server.ask("tools/call", {"name": "genres"})["error"] == {
        "code": protocol.OUR_FAULT,
        "message": "出了错",
    }
    assert isinstance(faults.pop(), ZeroDivisionError)
    assert server.ask("ping")["result"] == {}


def test_facts_are_those_of_the_folder_wherever_the_program_stands(
    server, tmp_path, monkeypatch, tmp_path_factory
):
    """Assistants start it anywhere; a file of the same name there is not read."""
    elsewhere = tmp_path_factory.mktemp("别处")
    (elsewhere / "数据.yaml").write_text("水库: 别处的\n", encoding="utf-8")
    (tmp_path / "数据.yaml").write_text("水库: 3座\n", encoding="utf-8")
    said = "模板: 部署讲话\n标题: 题\n任务: 修好{{ 水库 }}水库。\n"
    (tmp_path / "稿.yaml").write_text(said, encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    built = server.call("build", files=["稿.yaml"], facts=["数据.yaml"], output="-")

    assert built["exit_code"] == 0 and "3座" in str(built)


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("new", {"outline": OUTLINE, "template": "部署讲话"}),
        ("new", {"outline": OUTLINE, "title": "题"}),
        ("new", {"from": "讲话.yaml", "speaker": "张三"}),
        ("new", {"from": "讲话.yaml", "occasion": "新会"}),
        ("library_search", {"id": "x", "query": "防汛"}),
        ("typeset", {"files": ["讲话.yaml"], "show_roles": True, "output": "稿.docx"}),
    ],
)
def test_what_nobody_would_hear_is_said(server, outline, tool, arguments):
    """An assistant would take it for done."""
    assert server.refusal(tool, **arguments) == "usage"


def test_a_fact_is_given_once(server, outline):
    """Blanks around its name make no other of it."""
    given = {"水库": "1", " 水库": "2"}

    assert server.refusal("build", files=["讲话.yaml"], set=given) == "bad-setting"
