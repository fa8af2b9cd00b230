"""The report of `batch`."""

from __future__ import annotations

from drafter.actions.batch import Report, RowResult
from drafter.problems import Problem
from drafter.reports.batch import as_json


def test_every_row_is_listed_and_problems_name_theirs(plain):
    """The table is the file of the report; what is told of it as a whole names no row."""
    results = [RowResult(2, "甲县.docx", gaps=1), RowResult(3, "", problem=Problem("a", "甲"), exit_code=3)]
    made = Report([*results, RowResult(4, "", skipped=True)], (Problem("b", "乙"),))
    (file,) = plain(as_json("各县.csv", made))["files"]

    assert file["path"] == "各县.csv"
    assert file["rows"] == [
        {"row": 2, "output": "甲县.docx", "gaps": 1, "exit_code": 0, "skipped": False},
        {"row": 3, "output": "", "gaps": 0, "exit_code": 3, "skipped": False},
        {"row": 4, "output": "", "gaps": 0, "exit_code": 0, "skipped": True},
    ]
    assert [(problem["code"], problem["row"]) for problem in file["problems"]] == [("a", 3), ("b", None)]
