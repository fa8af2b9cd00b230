"""Documents of the page as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, problems_json

if TYPE_CHECKING:
    from drafter.actions.page.documents import Document, Listed


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


def listed_json(listed: Listed) -> Json:
    """One of the folder's documents."""
    return {
        "id": listed.id,
        "name": listed.name,
        "title": listed.title,
        "template": listed.template,
        "changed": listed.changed,
    }
