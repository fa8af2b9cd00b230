"""Papers with the mark of a state secret are not handed to an assistant."""

from __future__ import annotations

import docx
import pytest

from drafter.cli.app import run
from tests.mcp.conftest import OUTLINE

SECRET = "classified"


@pytest.mark.parametrize("mark", ["秘密", "机密★5年", "绝密", "[秘密]", "看不懂的"])
@pytest.mark.parametrize("tool", ["build", "check", "stats"])
def test_an_outline_with_a_mark_is_not_handed_over(server, tmp_path, mark, tool):
    """A mark that nobody can read counts as the highest."""
    (tmp_path / "稿.yaml").write_text(f"{OUTLINE}密级: {mark}\n", encoding="utf-8")

    assert server.refusal(tool, files=["稿.yaml"]) == SECRET
    assert not list(tmp_path.glob("*.docx"))


def test_neither_is_one_that_extends_such_an_outline_or_is_broken(server, tmp_path):
    """Wherever the mark stands."""
    (tmp_path / "甲.yaml").write_text(f"{OUTLINE}密级: 秘密\n", encoding="utf-8")
    (tmp_path / "乙.yaml").write_text("继承: 甲.yaml\n标题: 题\n", encoding="utf-8")
    (tmp_path / "丙.yaml").write_text("标题： 题\n公文: {密级: 秘密}\n", encoding="utf-8")

    assert [server.refusal("check", files=[name]) for name in ("乙.yaml", "丙.yaml")] == [SECRET, SECRET]


def test_neither_is_an_old_file_whichever_tool_asks(server, outline, tmp_path):
    """As a text, as a Word file, as one side of a comparison."""
    (tmp_path / "旧.txt").write_text("机密★1年\n\n关于防汛的通知\n\n查堤。\n", encoding="utf-8")
    (tmp_path / "密.yaml").write_text(f"{OUTLINE}密级: 秘密\n", encoding="utf-8")
    assert run(["build", str(tmp_path / "密.yaml"), "-o", str(tmp_path / "密.docx")]) == 0

    assert server.refusal("import", files=["旧.txt"], output="-") == SECRET
    assert server.refusal("import", files=["密.docx"], output="-") == SECRET
    assert server.refusal("compare", old="讲话.yaml", new="旧.txt") == SECRET
    assert server.refusal("absorb", outline="讲话.yaml", files=["密.docx"]) == SECRET
    assert server.refusal("build", files=["讲话.yaml"], facts=["密.yaml"]) == SECRET
    assert server.refusal("library_take", id="x", into="密.yaml", at="任务") == SECRET


@pytest.mark.parametrize("where", ["cell", "header", "line"])
def test_neither_is_a_word_file_wherever_it_says_its_mark(server, tmp_path, where):
    """In a table above the title, in the header of its pages, beside a number."""
    made = docx.Document()
    if where == "cell":
        made.add_table(1, 2).cell(0, 1).text = "秘密★1年"
    elif where == "header":
        made.sections[0].header.paragraphs[0].text = "机密★5年"
    else:
        made.add_paragraph("府发〔2026〕3号　秘密★1年")
    made.add_paragraph("关于防汛的通知")
    made.add_paragraph("查堤。")
    made.save(tmp_path / "密.docx")

    assert [server.refusal(tool, files=["密.docx"]) for tool in ("import", "check", "typeset")] == [
        SECRET
    ] * 3


@pytest.mark.parametrize("mark", ["无", "内部", "不涉密"])
def test_what_is_no_state_secret_is_worked_on(server, tmp_path, mark):
    """What is internal is for the unit to decide."""
    (tmp_path / "稿.yaml").write_text(f"{OUTLINE}密级: {mark}\n", encoding="utf-8")

    assert server.call("stats", files=["稿.yaml"])["exit_code"] == 0


@pytest.mark.parametrize("mark", ["内部", "秘密"])
def test_marked_entries_of_the_library_are_not_found(server, tmp_path, mark):
    """Nor shown to who knows their id."""
    (tmp_path / "收.yaml").write_text(f"{OUTLINE}密级: {mark}\n", encoding="utf-8")
    assert run(["library", "add", str(tmp_path / "收.yaml")]) == 0

    found = server.call("library_search", query="备足沙袋", limit=50)

    assert found["hits"] == [] and found["hidden"]
    assert server.call("library_search", id="收")["exit_code"] == 3


@pytest.mark.parametrize("mark", ["内部", "秘密"])
def test_no_outline_begins_with_a_marked_one_of_the_library(server, tmp_path, mark):
    """Whoever knows its id."""
    (tmp_path / "收.yaml").write_text(f"{OUTLINE}密级: {mark}\n", encoding="utf-8")
    assert run(["library", "add", str(tmp_path / "收.yaml")]) == 0

    assert "沙袋" not in str(server.call("new", **{"from": "收", "output": "-"}))
    assert server.call("new", **{"from": "收"})["exit_code"] == 3


def test_none_begins_with_a_secret_one_by_name_or_path_or_is_handed_over_with_a_mark(server, tmp_path, home):
    """A user's own sample is one, too; one without a mark is taken."""
    (home / "outlines").mkdir()
    (home / "outlines" / "密样.yaml").write_text(f"{OUTLINE}密级: 秘密\n", encoding="utf-8")
    (home / "outlines" / "平样.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "密.yaml").write_text(f"{OUTLINE}密级: 秘密\n", encoding="utf-8")

    assert server.refusal("new", **{"from": "密样", "output": "-"}) == SECRET
    assert server.refusal("new", **{"from": "密.yaml", "output": "-"}) == SECRET
    assert server.refusal("new", outline=f"{OUTLINE}密级: 秘密\n") == SECRET
    assert server.refusal("new", **{"from": "没有这份"}) == "unknown-outline"
    assert "沙袋" in str(server.call("new", **{"from": "平样", "output": "-"}))


def test_what_cannot_be_read_is_said_by_the_tool(server, tmp_path):
    """A mark beside a base that is missing counts all the same."""
    (tmp_path / "甲.yaml").write_text("继承: 没有.yaml\n标题: 题\n", encoding="utf-8")
    (tmp_path / "乙.yaml").write_text("继承: 没有.yaml\n标题: 题\n密级: 秘密\n", encoding="utf-8")

    assert server.refusal("build", files=["甲.yaml"]) == "unknown-outline"
    assert server.refusal("build", files=["乙.yaml"]) == SECRET


@pytest.mark.parametrize("named", ["密稿", "密稿/", "./密稿", "密稿/机密.yaml"])
def test_neither_are_the_papers_of_a_folder(server, outline, tmp_path, named):
    """Held against a draft, or set all together."""
    (tmp_path / "密稿" / "里").mkdir(parents=True)
    (tmp_path / "密稿" / "机密.yaml").write_text(f"{OUTLINE}密级: 机密\n", encoding="utf-8")

    assert server.refusal("check", files=["讲话.yaml"], against=named) == SECRET
    assert server.refusal("typeset", files=[named], show_roles=True) == SECRET


def test_a_folder_without_secrets_is_worked_on(server, outline, tmp_path):
    """Whether the library is meant or a folder of that name."""
    (tmp_path / "旧稿").mkdir()
    (tmp_path / "旧稿" / "去年.yaml").write_text(OUTLINE, encoding="utf-8")

    assert "carried-over" in str(server.call("check", files=["讲话.yaml"], against="旧稿"))
    assert server.call("check", files=["讲话.yaml"], against="library")["exit_code"] < 2
