"""SARIF 2.1.0 as its specification wants it, as far as editors and review tools look."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest

from drafter.actions.check import Checked
from drafter.checks import registry
from drafter.problems import Place, Problem, Severity
from drafter.reports.sarif import as_sarif

LEVELS = {"none", "note", "warning", "error"}


@pytest.fixture
def run(plain):
    """The one run of a log in which a file of a name with a space has a problem of each kind."""

    def of(*problems):
        log = plain(as_sarif([Checked("旧 稿/讲话.docx", problems=problems)]))
        assert log["version"] == "2.1.0" and "2.1.0" in log["$schema"]
        (one,) = log["runs"]
        return one

    return of


def test_every_rule_is_described_once(run):
    """By the code that results name; with its level, its reason and its source."""
    driver = run()["tool"]["driver"]

    assert driver["name"] == "drafter" and driver["version"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in registry.RULES]
    for rule in driver["rules"]:
        assert rule["defaultConfiguration"]["level"] in LEVELS
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_a_result_says_what_how_bad_and_what_to_do(run, severity, level):
    """SARIF calls what is only said a note."""
    (result,) = run(Problem("wrong-word", "“帐号”应为“账号”", severity=severity, hint="改成“账号”"))[
        "results"
    ]

    assert (result["ruleId"], result["level"]) == ("wrong-word", level)
    assert result["message"] == {"text": "“帐号”应为“账号”。改成“账号”"}


def location(result):
    (one,) = result["locations"]
    return one["physicalLocation"]


def test_a_path_is_a_relative_uri(run):
    """Spaces and Chinese escaped; a problem that names its own source stands there."""
    results = run(Problem("a", "甲"), Problem("b", "乙", Place("数据.yaml", 3)))["results"]
    uris = [location(result)["artifactLocation"]["uri"] for result in results]

    assert all(uri.isascii() and " " not in uri and not urlsplit(uri).scheme for uri in uris)
    assert [unquote(uri) for uri in uris] == ["旧 稿/讲话.docx", "数据.yaml"]


@pytest.mark.parametrize(
    ("place", "start"),
    [(Place(line=12, column=16), (12, 16)), (Place(line=12), (12, 1)), (Place(paragraph=3), (3, 1))],
)
def test_lines_and_columns_count_from_one(run, place, start):
    """In characters, as the run says; a paragraph of a Word file stands for a line."""
    one = run(Problem("a", "甲", place, excerpt="堤防,年底"))
    region = location(one["results"][0])["region"]

    assert (region["startLine"], region["startColumn"]) == start
    assert region["snippet"] == {"text": "堤防,年底"} and one["columnKind"] == "unicodeCodePoints"


def test_a_problem_of_a_whole_file_has_no_region(run):
    """A line that is not known is not made up."""
    assert "region" not in location(run(Problem("no-text", "文件里没有文字"))["results"][0])
