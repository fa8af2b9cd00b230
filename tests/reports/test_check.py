"""The report of `check`."""

from __future__ import annotations

from drafter.actions import check as action
from drafter.reports import check as report


def test_findings_are_problems_of_their_file_and_are_counted(session, plain):
    """For each file and for the whole run."""
    found = plain(report.as_json(action.check(session, action.Request(["讲话.yaml", "没有.docx"]))))
    good, bad = found["files"]

    assert {"count-mismatch", "halfwidth-punctuation"} <= {problem["code"] for problem in good["problems"]}
    assert list(good["summary"]) == list(found["summary"]) == ["error", "warning", "info"]
    assert sum(good["summary"].values()) == len(good["problems"])
    assert bad["summary"] == {"error": 1, "warning": 0, "info": 0}
    assert found["summary"]["error"] == good["summary"]["error"] + 1


def test_what_was_mended_is_told_apart_from_what_is_left(session, plain):
    """With the name under which the original was kept; neither stands there where nothing was mended."""
    request = action.Request(["讲话.yaml"], select=["halfwidth-punctuation"], fix=True)
    (mended,) = plain(report.as_json(action.check(session, request)))["files"]
    (again,) = plain(report.as_json(action.check(session, request)))["files"]

    assert [problem["fix"] for problem in mended["fixed"]] == [{"old": ",", "new": "，"}]
    assert mended["backup"] and mended["problems"] == []
    assert not {"fixed", "backup", "annotated"} & again.keys()
