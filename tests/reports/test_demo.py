"""The report of `demo`."""

from __future__ import annotations

from drafter.actions.demo import Shown
from drafter.reports.demo import as_json


def test_every_sample_names_what_was_written(plain):
    """Beside its path and its problems."""
    assert plain(as_json([Shown("讲话", ("demo/讲话.docx",))])) == {
        "files": [{"path": "讲话", "problems": [], "outputs": ["demo/讲话.docx"]}]
    }
