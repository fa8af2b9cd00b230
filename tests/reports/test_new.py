"""The report of `new`."""

from __future__ import annotations

from drafter.actions.new import Made
from drafter.reports.new import as_json


def test_a_new_outline_says_what_is_to_be_filled_in(plain):
    """The facts of last year's by name, and how many old dates were marked."""
    made = Made("今年.yaml", "部署讲话", facts=("办结率",), marked=2, renewed=True)

    assert plain(as_json(made))["files"] == [
        {
            "path": "今年.yaml",
            "problems": [],
            "template": "部署讲话",
            "facts": ["办结率"],
            "marked": 2,
            "pictures_missing": [],
        }
    ]


def test_an_outline_that_goes_to_the_terminal_is_part_of_the_report(plain):
    """Else it is in its file alone."""
    (file,) = plain(as_json(Made("-", "部署讲话", "模板: 部署讲话\n")))["files"]

    assert file["content"] == "模板: 部署讲话\n"
