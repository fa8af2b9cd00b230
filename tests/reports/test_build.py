"""The report of `build`."""

from __future__ import annotations

from drafter.actions import build as action
from drafter.reports import build as report

PROMISED = {
    "path",
    "problems",
    "outputs",
    "template",
    "style",
    "characters",
    "minutes",
    "pages",
    "gaps",
    "added",
}


def test_a_draft_says_all_that_the_contract_names(session, plain):
    """Where it was written, in which look, how long it is, what is open, what the template says."""
    built = action.build(session, action.Request(["讲话.yaml"], "稿.docx"))
    (file,) = plain(report.as_json(built))["files"]

    assert file.keys() >= PROMISED
    assert (file["path"], file["outputs"], file["template"]) == ("讲话.yaml", ["稿.docx"], "部署讲话")
    assert file["gaps"] == ["巡查人次"] and file["characters"] > 0 and file["pages"] == 1
    assert [(gap["name"], gap["line"]) for gap in file["gap_places"]] == [("巡查人次", 7)]


def test_a_file_that_failed_has_the_same_keys(session, plain):
    """Null where only a draft could tell."""
    (file,) = plain(report.as_json(action.build(session, action.Request(["没有.yaml"]))))["files"]

    assert file.keys() >= PROMISED
    assert file["outputs"] == file["gaps"] == file["added"] == []
    assert {file[key] for key in ("template", "style", "characters", "minutes", "pages")} == {None}
    assert len(file["problems"]) == 1


def test_what_goes_to_the_terminal_is_part_of_the_report(session, plain):
    """As text, since only texts go there."""
    request = action.Request(["讲话.yaml"], "-", ["txt"])
    (file,) = plain(report.as_json(action.build(session, request)))["files"]

    assert file["content"].startswith("在全市防汛会上的讲话")


def test_origins_name_each_paragraph_once_they_are_asked_for(session, plain):
    """What it comes from, and the line where it was typed."""
    request = action.Request(["讲话.yaml"], "-", ["txt"], origins=True)
    (file,) = plain(report.as_json(action.build(session, request)))["files"]

    assert file["origins"][0] == {
        "paragraph": 1, "text": "在全市防汛会上的讲话", "what": "outline", "id": "", "title": "", "line": 2,
        "source": "讲话.yaml", "key": "标题",
    }  # fmt: skip
