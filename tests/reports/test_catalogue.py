"""The reports of `templates`, `styles` and `outlines`."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.actions import catalogue as action
from drafter.actions import styles
from drafter.problems import Problem
from drafter.reports import catalogue as report


@pytest.mark.parametrize("kind", ["templates", "styles", "outlines"])
def test_a_list_stands_under_the_name_of_its_kind(session, plain, kind):
    """Every entry says where it is and whether it goes before others of its name."""
    listed = plain(report.listed_json(kind, action.list_entries(session, kind)))

    assert listed["files"] == [] and listed[kind]
    for entry in listed[kind]:
        assert list(entry) == ["name", "about", "place", "path", "won", "aliases", "category"]
        assert Path(entry["path"]).is_file() and entry["won"] is True


def test_an_entry_is_shown_with_its_text_and_its_file(plain):
    """The path as a text."""
    assert plain(report.shown_json("甲", Path("甲.yaml"), "标题: 甲\n")) == {
        "files": [], "name": "甲", "path": "甲.yaml", "text": "标题: 甲\n",
    }  # fmt: skip


def test_a_style_lists_its_values_with_what_they_rest_on(session, plain):
    """The clause or the habit."""
    shown = plain(report.style_json("讲话稿", styles.table(session, "讲话稿")))

    assert shown["style"] == "讲话稿" and shown["values"]
    assert all(value.keys() == {"path", "value", "basis"} for value in shown["values"])


def test_a_copy_is_a_file_without_problems(plain):
    """Named by where it lies."""
    assert plain(report.copied_json(Path("甲.yaml"))) == {"files": [{"path": "甲.yaml", "problems": []}]}


def test_templates_that_were_tried_are_files_with_problems(plain):
    """One that is right has none."""
    tried = plain(report.tried_json([("甲", ()), ("乙", [Problem("a", "丢字")])]))

    assert [(file["path"], len(file["problems"])) for file in tried["files"]] == [("甲", 0), ("乙", 1)]
