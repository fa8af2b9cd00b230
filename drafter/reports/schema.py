"""The shape of an outline, as JSON Schema and as a table of keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.reports.problems import Json

if TYPE_CHECKING:
    from drafter.actions.schema import KeyRow


def as_json(described: Json) -> Json:
    """The schema in the frame of a report."""
    return {"files": [], "schema": described}


def keys_json(rows: Iterable[KeyRow]) -> Json:
    """Every key with its spellings."""
    return {"files": [], "keys": [_key(row) for row in rows]}


def _key(row: KeyRow) -> Json:
    return {"where": row.where, "name": row.name, "chinese": list(row.chinese), "about": row.about}
