"""The report of `batch`."""

from __future__ import annotations

from drafter.actions.batch import RowResult
from drafter.problems import Problem
from drafter.reports.batch import as_json


def test_every_row_is_listed_and_problems_name_theirs(plain):
    """The table is the file of the report."""
    results = [RowResult(2, "甲县.docx", gaps=1), RowResult(3, "", problem=Problem("a", "甲"), exit_code=3)]
    (file,) = plain(as_json("各县.csv", results))["files"]

    assert file["path"] == "各县.csv"
    assert file["rows"] == [
        {"row": 2, "output": "甲县.docx", "gaps": 1, "exit_code": 0},
        {"row": 3, "output": "", "gaps": 0, "exit_code": 3},
    ]
    assert [(problem["code"], problem["row"]) for problem in file["problems"]] == [("a", 3)]
