"""The reports of `schema`."""

from __future__ import annotations

from drafter.actions import schema as action
from drafter.reports import schema as report


def test_the_schema_stands_in_the_frame_of_a_report(session, plain):
    """Without the frame it is what editors take."""
    described = action.schema(session, "部署讲话")

    assert plain(report.as_json(described)) == {"files": [], "schema": described}


def test_every_key_has_its_spellings(plain):
    """English and Chinese, where it is used and what for."""
    listed = plain(report.keys_json(action.key_table()))
    title = next(key for key in listed["keys"] if (key["where"], key["name"]) == ("最外层", "title"))

    assert listed["files"] == []
    assert list(title) == ["where", "name", "chinese", "about"] and "标题" in title["chinese"]
