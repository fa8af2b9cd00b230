"""A comparison, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.actions.compare import Report
    from drafter.redline.changes import Difference
    from drafter.revising.summary import Changed, Summary


def as_json(report: Report) -> Json:
    """The outcome, and what it comes to."""
    said = {"output": report.output} | summary_json(report.summary)
    return {"files": [file_json(report.path, report.problems) | said]}


def summary_json(said: Summary) -> Json:
    """What a comparison comes to."""
    return {
        "changed": {"characters": said.characters, "marks": said.marks},
        "by_part": [
            {"heading": part.heading, "characters": part.characters, "marks": part.marks}
            for part in said.parts
        ],
        "figures": _changed(said.figures),
        "names": _changed(said.names),
        "dates": _changed(said.dates),
    }


def differences_json(found: Iterable[Difference]) -> list[Json]:
    """The stretches that differ, each in pieces: what is the same, what is gone, what is new."""
    return [{"paragraph": one.paragraph, "pieces": list(_pieces(one))} for one in found]


def _pieces(one: Difference) -> Iterator[Json]:
    at = 0
    for change in one.changes:
        for kind, text in (
            ("same", one.new[at : change.start]),
            ("old", change.old),
            ("new", one.new[change.start : change.end]),
        ):
            if text:
                yield {"kind": kind, "text": text}
        at = change.end
    if one.new[at:]:
        yield {"kind": "same", "text": one.new[at:]}


def _changed(found: Iterable[Changed]) -> list[Json]:
    return [{"old": one.old, "new": one.new, "paragraph": one.paragraph} for one in found]
