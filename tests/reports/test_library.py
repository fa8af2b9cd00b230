"""The reports of the library's verbs."""

from __future__ import annotations

from drafter.actions.library.add import Added, Report
from drafter.actions.library.find import Found, Shown
from drafter.actions.library.keep import Exported, Removed
from drafter.actions.library.take import Took
from drafter.library.library import Hit
from drafter.model.library import Entry
from drafter.problems import Problem, Severity
from drafter.reports import library as report

ENTRY = Entry(
    "督查讲话#见效", "point", "见人见事见结果", "督查组下去先看现场。", "tasks", "部署讲话", "2025年3月6日",
    tags=("督查",), source="市督查室", note="数字要换", within="督查讲话", volume="督查讲话",
)  # fmt: skip
NOTE = Problem("unreadable", "有一个文件读不了", severity=Severity.WARNING)
HIT = {"id", "kind", "title", "role", "template", "date", "excerpt", "score", "used"}


def test_a_search_says_all_that_the_contract_names(plain):
    """The query as typed, the hits in order, whether there are more."""
    found = plain(
        report.found_json(Found("现场", (Hit(ENTRY, 1.5, "先看【现场】", ("稿.yaml",)),), True, (NOTE,)))
    )
    (hit,) = found["hits"]

    assert (found["files"], found["query"], found["more"]) == ([], "现场", True)
    assert hit.keys() >= HIT
    assert (hit["kind"], hit["score"], hit["used"]) == ("point", 1.5, ["稿.yaml"])
    assert [problem["code"] for problem in found["problems"]] == ["unreadable"]


def test_a_list_has_entries_without_excerpts(plain):
    """What is listed was not searched for."""
    (entry,) = plain(report.listed_json(Found("", (Hit(ENTRY, 0, ""),))))["entries"]

    assert entry.keys() >= HIT - {"excerpt", "score"}
    assert not entry.keys() & {"excerpt", "score", "text"}


def test_an_entry_is_shown_in_full(plain):
    """Its text and its note, its file, who used it, what can be taken from it."""
    shown = plain(report.shown_json(Shown(ENTRY, "库/督查讲话.yaml", ("稿.yaml",), (ENTRY,))))

    assert (shown["entry"]["text"], shown["entry"]["note"]) == ("督查组下去先看现场。", "数字要换")
    assert (shown["path"], shown["used"]) == ("库/督查讲话.yaml", ["稿.yaml"])
    assert [entry["id"] for entry in shown["below"]] == ["督查讲话#见效"]


def test_what_was_added_has_an_id_and_what_failed_has_none(plain):
    """A file that failed is told with its problems, all others too."""
    added = (Added("讲话.yaml", 0, "讲话", 4, True), Added("坏.yaml", 3, problems=(NOTE,)))
    good, bad = plain(report.added_json(Report(added)))["files"]

    assert (good["id"], good["entries"], good["new"], good["problems"]) == ("讲话", 4, True, [])
    assert (bad["path"], bad["id"], len(bad["problems"])) == ("坏.yaml", None, 1)


def test_what_was_taken_names_the_figures_to_fill_in(plain):
    """The file is the outline that was written."""
    (file,) = plain(report.took_json(Took("讲话.yaml", ENTRY, "tasks", ("办结率",))))["files"]

    assert file == {
        "path": "讲话.yaml", "problems": [], "id": "督查讲话#见效", "role": "tasks", "facts": ["办结率"],
        "note": "数字要换",
    }  # fmt: skip


def test_a_file_that_was_removed_says_where_it_lies_now(plain):
    """Null where it is still in its place, or on a server."""
    gone, kept = plain(report.removed_json([Removed("甲", moved=".回收/甲.yaml"), Removed("乙", 3)]))["files"]

    assert (gone["path"], gone["moved"], kept["moved"]) == ("甲", ".回收/甲.yaml", None)


def test_an_index_and_a_pack_say_what_is_in_them(plain):
    """How many files, and which."""
    assert plain(report.rebuilt_json(7, ())) == {"files": [], "volumes": 7, "problems": []}
    assert plain(report.exported_json(Exported("包.zip", ("甲", "乙")))) == {
        "files": [{"path": "包.zip", "problems": [], "names": ["甲", "乙"], "hidden": 0}]
    }
