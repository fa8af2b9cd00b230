"""`drafter check`: what a person sees, what programs read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.slips import OUTLINE, codes


def test_a_finding_is_shown_at_its_line_with_a_caret_under_its_words(drafter, outline):
    """A wide character takes two columns."""
    result = drafter("check", "讲话.yaml")
    lines = result.out.splitlines()
    at = next(i for i, line in enumerate(lines) if "halfwidth-punctuation" in line)

    assert result.code == 1
    assert lines[at].startswith("第 12 行第 16 字 错误：")
    shown, caret = lines[at + 1], lines[at + 2]
    assert caret == " " * (4 + 2 * shown.strip().index(",")) + "^"
    assert lines[at + 3] == "    办法：改成“，”"


def test_the_manual_shows_what_is_printed(drafter, outline):
    """Its transcript is that of this outline."""
    page = (Path(__file__).parents[2] / "docs/命令.md").read_text(encoding="utf-8")
    result = drafter("check", "讲话.yaml")

    assert f"> drafter check 讲话.yaml\n{result.out}" in page


def test_an_outline_is_checked_as_it_prints(drafter, outline):
    """A count is held against the points that the template numbers; its place is the YAML's."""
    result = drafter("check", "讲话.yaml", "--json")
    problem = next(p for p in result.json["files"][0]["problems"] if p["code"] == "count-mismatch")

    assert (problem["line"], problem["column"]) == (9, 11)
    assert "2 条" in problem["message"]


def test_the_json_has_the_contracts_shape(drafter, outline):
    """A problem's keys, and a summary of each file and of all."""
    result = drafter("check", "讲话.yaml", "--format", "json")
    file = result.json["files"][0]

    assert file["path"] == "讲话.yaml"
    assert file["summary"] == result.json["summary"] == {"error": 2, "warning": 0, "info": 0}
    assert set(file["problems"][0]) == {
        "code", "severity", "message", "hint", "line", "column", "paragraph", "excerpt", "fix",
    }  # fmt: skip
    comma = next(p for p in file["problems"] if p["code"] == "halfwidth-punctuation")
    assert comma["fix"] == {"old": ",", "new": "，"}


def test_many_findings_of_one_kind_are_one_line(drafter, tmp_path):
    """A count, some places, one excerpt, one way out."""
    (tmp_path / "稿.txt").write_text("今年,任务很重。\n" * 400, encoding="utf-8")
    result = drafter("check", "稿.txt", "--select", "半角标点")

    assert "半角标点 400 处" in result.out
    assert result.out.count("halfwidth-punctuation") == 1
    assert len(result.out.splitlines()) < 10
    assert "--fix" in result.out


def test_more_findings_than_anybody_reads_are_counted(drafter, tmp_path):
    """On the screen all of them; in JSON one problem says how many are not there."""
    (tmp_path / "稿.txt").write_text("字," * 10_002 + "字。\n", encoding="utf-8")
    shown = drafter("check", "稿.txt", "--select", "半角标点")
    problems = json.loads(drafter("check", "稿.txt", "--select", "半角标点", "--json").out)["files"][0][
        "problems"
    ]

    assert "半角标点 10002 处" in shown.out
    assert len(problems) == 10_001
    assert [one["hint"] for one in problems if "还有 2 处没有列出" in one["message"]] == [
        "一条规则最多列 10000 处：先改前面的，改完再查一遍"
    ]


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_the_exit_code_is_that_of_the_level_asked_for(drafter, tmp_path, fail_on, code):
    """A warning alone does not fail a check of errors."""
    (tmp_path / "稿.txt").write_text("会议(试行)开始。", encoding="utf-8")

    assert drafter("check", "稿.txt", "--fail-on", fail_on).code == code


def test_clean_text_passes_and_says_so(drafter, tmp_path):
    """Exit 0."""
    (tmp_path / "稿.txt").write_text("今年任务很重。", encoding="utf-8")
    result = drafter("check", "稿.txt", "--ignore", "time-unanchored")

    assert result.code == 0
    assert re.fullmatch(r"稿\.txt：查了 \d+ 项，没有查出问题（提法库截至 \d{4}年\d{1,2}月）\n", result.out)


def test_of_several_files_each_is_told_and_the_code_is_the_highest(drafter, tmp_path, outline):
    """The one that cannot be read is named."""
    result = drafter("check", "讲话.yaml", "没有.docx", "--json")

    assert result.code == 3
    assert [file["path"] for file in result.json["files"]] == ["讲话.yaml", "没有.docx"]
    assert codes(result)[-1] == "missing-file"


def test_a_count_that_is_not_kept_is_told_once(drafter, tmp_path):
    """By its word, or by its list, and not by both."""
    (tmp_path / "稿.txt").write_text(
        "要做到四个坚持：坚持党的领导、坚持人民至上、坚持问题导向。", encoding="utf-8"
    )
    assert codes(drafter("check", "稿.txt", "--json", "--select", "count-mismatch")) == ["count-mismatch"]


def test_a_gap_that_is_typed_where_nothing_prints_is_told(drafter, tmp_path):
    """A deadline of last year's, marked by `new --from`: no draft of it shows."""
    text = (
        "模板: 部署讲话\n标题: 题\n任务:\n  - 要点:\n      - 标题: 甲\n        时限: 〔待补：原2025-09-30〕\n"
    )
    (tmp_path / "大纲.yaml").write_text(text, encoding="utf-8")
    problems = drafter("check", "大纲.yaml", "--json").json["files"][0]["problems"]

    (told,) = [problem for problem in problems if problem["code"] == "gap-unprinted"]
    assert (told["severity"], told["line"], told["column"]) == ("warning", 6, 13)


def test_a_file_without_text_is_said(drafter, tmp_path):
    """And not passed as faultless."""
    (tmp_path / "空.txt").write_text("\n\n", encoding="utf-8")
    result = drafter("check", "空.txt", "--json")

    assert result.code == 3
    assert codes(result) == ["no-text"]


def test_the_date_decides_what_is_stale(drafter, tmp_path):
    """Given by --date, a mismatch is an error."""
    (tmp_path / "稿.txt").write_text("讲话\n今年是“十四五”收官之年。", encoding="utf-8")

    assert codes(drafter("check", "稿.txt", "--date", "2026-03-12", "--json")) == ["plan-misdated"]
    assert codes(drafter("check", "稿.txt", "--date", "2025-03-12", "--json")) == []


def test_standard_input_is_an_outline_or_a_draft(drafter, monkeypatch):
    """By --from."""
    from drafter.cli import console

    monkeypatch.setattr(console, "stdin", lambda: "# 讲话\n\n今年,任务很重。\n".encode())
    result = drafter("check", "-", "--from", "md", "--json", "--select", "标点")

    assert codes(result) == ["halfwidth-punctuation"]
    assert result.json["files"][0]["path"] == "标准输入"


def test_a_rule_is_explained_with_its_examples(drafter):
    """By code or by name; 全部 lists all."""
    result = drafter("check", "--explain", "count-mismatch")

    assert result.code == 0
    assert "条数不符" in result.out
    assert "依据（惯例）" in result.out
    assert "× 下面，我讲三点意见。" in result.out
    assert drafter("check", "--explain", "条数不符").out == result.out
    assert len(drafter("check", "--explain", "全部").out.splitlines()) >= 60


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["稿.txt", "--fail-on", "bad"], ["稿.txt", "--format", "xml"], ["--explain", "没有"],
        ["稿.txt", "--select", "没有"], ["稿.txt", "--annotate", "b.docx"], ["稿.txt", "--date", "2026-13-01"],
        ["-", "--fix"],
    ],
)  # fmt: skip
def test_wrong_usage_says_the_way_out(drafter, tmp_path, arguments):
    """Exit 2 with a hint, and nothing written."""
    (tmp_path / "稿.txt").write_text("好。", encoding="utf-8")
    result = drafter("check", *arguments, "--json")

    assert result.code == 2
    assert result.json["problems"][0]["hint"]
    assert [path.name for path in tmp_path.iterdir()] == ["稿.txt"]


def test_sarif_names_rules_files_and_places(drafter, outline):
    """Version 2.1.0, columns in characters."""
    result = drafter("check", "讲话.yaml", "--format", "sarif")
    log = json.loads(result.out)
    run = log["runs"][0]

    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {found["ruleId"] for found in run["results"]} <= known
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (9, 11)


def test_an_outline_that_cannot_be_read_is_no_clean_outline(drafter, tmp_path):
    """Its problems are told, exit 3."""
    (tmp_path / "坏.yaml").write_text("模板: 部署讲话\n标提: 讲话\n", encoding="utf-8")
    result = drafter("check", "坏.yaml", "--json")

    assert result.code == 3
    assert codes(result) == ["unknown-key"]


def test_an_open_fact_is_placed_at_its_own_line(drafter, outline):
    """Not where it prints."""
    outline.write_text(OUTLINE.replace("巡查人次: 1200", "巡查人次: null"), encoding="utf-8")
    result = drafter("check", "讲话.yaml", "--json", "--select", "placeholder")
    problem = result.json["files"][0]["problems"][0]

    assert (problem["line"], problem["column"]) == (6, 3)


@pytest.mark.parametrize(("date", "told"), [("2026-12-31", False), ("2027-01-01", True)])
def test_a_draft_that_is_later_than_the_lists_is_reminded_of_it(drafter, tmp_path, date, told):
    """From three months on: what is new since is not known."""
    (tmp_path / "稿.txt").write_text("今年任务很重。", encoding="utf-8")
    problems = drafter("check", "稿.txt", "--date", date, "--json").json["files"][0]["problems"]

    assert ("list-outlived" in [problem["code"] for problem in problems]) == told
