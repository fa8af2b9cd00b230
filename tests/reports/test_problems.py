"""Problems as JSON: the keys that the contract names."""

from __future__ import annotations

from drafter.problems import Fix, Place, Problem, Severity
from drafter.reports.problems import as_json, file_json, problem_json


def test_a_problem_says_all_that_the_contract_names(plain):
    """The severity by its English name, the place taken apart, the fix as two texts."""
    problem = Problem(
        "halfwidth-punctuation", "半角逗号", Place("讲话.yaml", 12, 16), Severity.WARNING, "改成“，”",
        "堤防,年底", Fix(",", "，"),
    )  # fmt: skip

    assert plain(problem_json(problem)) == {
        "code": "halfwidth-punctuation",
        "severity": "warning",
        "message": "半角逗号",
        "hint": "改成“，”",
        "line": 12,
        "column": 16,
        "paragraph": None,
        "excerpt": "堤防,年底",
        "fix": {"old": ",", "new": "，"},
    }


def test_what_is_not_known_is_null(plain):
    """A problem of a whole file has no line, and nothing mends it."""
    report = plain(problem_json(Problem("no-text", "文件里没有文字")))

    assert [report[key] for key in ("line", "column", "paragraph", "fix")] == [None] * 4


def test_a_run_without_files_has_its_problems_at_the_top(plain):
    """The list of files is there and empty."""
    report = plain(as_json([Problem("usage", "没有写")]))

    assert report["files"] == []
    assert [problem["code"] for problem in report["problems"]] == ["usage"]


def test_every_file_has_its_path_and_its_problems(plain):
    """One without problems too."""
    assert plain(file_json("讲话.yaml", ())) == {"path": "讲话.yaml", "problems": []}
