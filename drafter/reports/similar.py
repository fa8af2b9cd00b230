"""What drafts have from elsewhere, passage by passage, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json, problems_json

if TYPE_CHECKING:
    from drafter.actions.library.similar import Compared, FromOne, Report
    from drafter.library.comparing import Copied


def as_json(report: Report) -> Json:
    """The whole report."""
    files = [_file(one) for one in report.compared]
    return {"files": files, "problems": problems_json(report.notes)}


def _file(compared: Compared) -> Json:
    """One draft; its share is null where it could not be compared."""
    report = file_json(compared.path, compared.problems) | {"share": None, "passages": []}
    comparison = compared.comparison
    if comparison is None:
        return report
    return report | {
        "share": comparison.share,
        "characters": comparison.characters,
        "repeated": comparison.same,
        "excepted": comparison.excepted,
        "passages": [_passage(copied) for copied in comparison.copied],
        "sources": [_source(source) for source in compared.sources],
    }


def _passage(copied: Copied) -> Json:
    return {
        "paragraph": copied.paragraph,
        "text": copied.text,
        "id": copied.entry.id,
        "title": copied.entry.title,
        "source_text": copied.source_text,
        "similarity": copied.similarity,
        "characters": copied.same,
        "date": copied.entry.date,
        "also": list(copied.also),
        "heard": copied.heard,
    }


def _source(source: FromOne) -> Json:
    return {
        "id": source.entry.id,
        "title": source.entry.title,
        "date": source.entry.date,
        "passages": source.passages,
        "characters": source.characters,
    }
