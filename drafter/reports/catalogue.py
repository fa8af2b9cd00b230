"""Templates, stylesheets and outlines that are at hand, listed, shown, copied and tried, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from drafter.actions.catalogue import Listed
    from drafter.actions.learn import Learned
    from drafter.actions.styles import StyleRow
    from drafter.model.template import Template
    from drafter.problems import Problem


def listed_json(kind: str, listed: Iterable[Listed]) -> Json:
    """Every entry of a kind, under the name of that kind."""
    return {"files": [], kind: [_entry(entry) for entry in listed]}


def _entry(entry: Listed) -> Json:
    return {
        "name": entry.name,
        "about": entry.about,
        "place": entry.place,
        "path": entry.path,
        "won": entry.won,
        "aliases": list(entry.aliases),
        "category": entry.category,
    }


def shown_json(name: str, path: Path, text: str) -> Json:
    """The text of one entry, and its file."""
    return {"files": [], "name": name, "path": str(path), "text": text}


def style_json(name: str, rows: Iterable[StyleRow]) -> Json:
    """Every value of a stylesheet with its basis."""
    values: list[Json] = [{"path": row.path, "value": row.value, "basis": row.basis} for row in rows]
    return {"files": [], "style": name, "values": values}


def copied_json(path: Path) -> Json:
    """Where the copy lies."""
    return {"files": [file_json(str(path), ())]}


def tried_json(tried: Iterable[tuple[str, Sequence[Problem]]]) -> Json:
    """What went wrong with each template that was tried."""
    return {"files": [file_json(name, found) for name, found in tried]}


def learned_json(done: Learned) -> Json:
    """A learned style: what of it is not the standard's, and in how many examples."""
    values = [
        {"path": f"{one.group}.{one.key}", "value": one.said, "count": one.count} for one in done.values
    ]
    return {"files": [file_json(done.output, done.problems) | {"examples": done.examples, "values": values}]}


def genres_json(templates: Iterable[Template]) -> Json:
    """What can be written, by kind."""
    return {"files": [], "genres": [_genre(one) for one in templates]}


def genre_json(template: Template) -> Json:
    """One of them with its parts, each with its prompt."""
    roles: list[Json] = [
        {"role": one.name, "key": one.chinese, "prompt": one.prompt, "required": one.required}
        for one in template.roles
    ]
    described = {"style": template.style, "keys": list(template.keys), "parts": roles}
    return {"files": [], "genre": _genre(template) | described}


def _genre(template: Template) -> Json:
    return {
        "name": template.name,
        "category": template.category,
        "about": template.about,
        "aliases": list(template.aliases),
    }
