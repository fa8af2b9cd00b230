"""The outline that `new` made, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json
from drafter.session.destinations import STREAM

if TYPE_CHECKING:
    from drafter.actions.new import Made


def as_json(made: Made) -> Json:
    """The whole report; the outline's text where it goes to no file."""
    report = file_json(made.path, ()) | {
        "template": made.template,
        "facts": list(made.facts),
        "marked": made.marked,
        "pictures_missing": list(made.pictures),
    }
    if made.path == STREAM:
        report["content"] = made.text
    return {"files": [report]}
