"""The report of `batch`."""

from __future__ import annotations

from drafter.actions.batch import Report
from drafter.batching.results import RowResult
from drafter.problems import Problem
from drafter.reports.batch import as_json


def test_every_row_is_a_file_and_has_its_problems(plain):
    """What is told of the table as a whole stands beside them, and so does how many came to what."""
    bad = RowResult(3, problems=(Problem("a", "甲"),), exit_code=3)
    results = [RowResult(2, ("甲县.docx", "甲县.txt"), gaps=1), bad, RowResult(4, skipped=True)]
    said = plain(
        as_json("各县.csv", Report(results, (Problem("b", "乙"),), unused=("备注",), open_facts=("单位",)))
    )

    assert [said[key] for key in ("rows", "done", "failed", "skipped")] == [3, 1, 1, 1]
    assert [(one["row"], one["path"], one["gaps"], one["skipped"]) for one in said["files"]] == [
        (2, "甲县.docx", 1, False),
        (3, "", 0, False),
        (4, "", 0, True),
    ]
    assert said["files"][0]["outputs"] == ["甲县.docx", "甲县.txt"]
    assert [problem["code"] for problem in said["files"][1]["problems"]] == ["a"]
    assert [problem["code"] for problem in said["problems"]] == ["b"]
    assert (said["table"], said["unused"], said["open"]) == ("各县.csv", ["备注"], ["单位"])
