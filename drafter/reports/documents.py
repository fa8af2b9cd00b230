"""Documents of the page as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, problem_json, problems_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.actions.page.documents import Listed, Listing
    from drafter.actions.page.meeting import Meeting
    from drafter.session.documents import Document
    from drafter.storage.installed import Package


def document_json(document: Document) -> Json:
    """An open document."""
    return {
        "id": document.id,
        "name": document.name,
        "text": document.text,
        "tree": document.tree,
        "version": document.version,
        "problems": problems_json(document.problems),
    }


def listing_json(listing: Listing) -> Json:
    """What the folder holds, and what of it is not shown."""
    return {
        "documents": [_listed_json(one) for one in listing.documents],
        "older": listing.older,
        "broken": [{"name": one.place.source, **problem_json(one)} for one in listing.broken],
    }


def _listed_json(listed: Listed) -> Json:
    """One of the folder's documents."""
    return {
        "id": listed.id,
        "name": listed.name,
        "title": listed.title,
        "template": listed.template,
        "changed": listed.changed,
    }


def meeting_json(meeting: Meeting) -> Json:
    """A meeting and its papers, begun or not."""
    papers: list[Json] = [{"name": one.name, "id": one.id} for one in meeting.papers]
    return {"base": meeting.base, "name": meeting.name, "papers": papers}


def packages_json(packages: Sequence[Package]) -> list[Json]:
    """Packages of others with their licences."""
    return [
        {"name": one.name, "version": one.version, "licence": one.licence, "text": one.text}
        for one in packages
    ]
