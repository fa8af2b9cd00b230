"""What was asked of the library, as JSON; a function for each verb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json, problems_json

if TYPE_CHECKING:
    from drafter.actions.library import add, find, keep, take
    from drafter.library.library import Hit
    from drafter.model.library import Entry
    from drafter.problems import Problem


def added_json(report: add.Report) -> Json:
    """What became of each file."""
    return {"files": [_added(one) for one in report.added], "problems": problems_json(report.notes)}


def _added(added: add.Added) -> Json:
    return file_json(added.path, added.problems) | {
        "id": added.id or None,
        "entries": added.entries,
        "new": added.new,
    }


def listed_json(found: find.Found) -> Json:
    """Every entry, and who took it over."""
    entries = [entry_json(hit.entry) | {"used": list(hit.used)} for hit in found.hits]
    return {"files": [], "entries": entries, "hidden": found.hidden, "problems": problems_json(found.notes)}


def found_json(found: find.Found) -> Json:
    """The hits, the best first."""
    return {
        "files": [],
        "query": found.query,
        "hits": [_hit(hit) for hit in found.hits],
        "more": found.more,
        "hidden": found.hidden,
        "problems": problems_json(found.notes),
    }


def _hit(hit: Hit) -> Json:
    return entry_json(hit.entry) | {"excerpt": hit.excerpt, "score": hit.score, "used": list(hit.used)}


def shown_json(shown: find.Shown) -> Json:
    """One entry in full, and what can be taken from it."""
    entry = shown.entry
    return {
        "files": [],
        "entry": entry_json(entry) | {"text": entry.text, "note": entry.note},
        "path": shown.path,
        "used": list(shown.used),
        "uses": list(shown.uses),
        "below": [entry_json(one) for one in shown.below],
        "problems": problems_json(shown.notes),
    }


def took_json(took: take.Took) -> Json:
    """What was written into the outline."""
    file = file_json(took.path, took.notes) | {
        "id": took.entry.id,
        "role": took.role,
        "facts": list(took.facts),
        "note": took.entry.note,
    }
    return {"files": [file]}


def removed_json(removed: Iterable[keep.Removed]) -> Json:
    """What became of each file."""
    return {"files": [file_json(one.id, one.problems) | {"moved": one.moved or None} for one in removed]}


def rebuilt_json(count: int, notes: Sequence[Problem]) -> Json:
    """How many files there are."""
    return {"files": [], "volumes": count, "problems": problems_json(notes)}


def exported_json(exported: keep.Exported) -> Json:
    """The pack and what is in it."""
    return {
        "files": [
            file_json(exported.path, exported.notes)
            | {"names": list(exported.names), "hidden": exported.hidden}
        ]
    }


def entry_json(entry: Entry) -> Json:
    """What a list says of an entry."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "role": entry.role,
        "template": entry.template,
        "date": entry.date,
        "tags": list(entry.tags),
        "occasion": entry.occasion,
        "audience": entry.audience,
        "source": entry.source,
        "secrecy": entry.secrecy,
        "within": entry.within,
    }
