"""What `demo` made of each sample, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from drafter.actions.demo import Shown


def as_json(shown: Iterable[Shown]) -> Json:
    """The whole report."""
    return {
        "files": [file_json(one.path, one.problems) | {"outputs": list(one.outputs)} for one in shown],
    }
