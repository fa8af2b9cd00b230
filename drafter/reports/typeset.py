"""Typeset files and their departures, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json, problems_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.actions.typeset import Typeset


def typeset_json(done: Iterable[Typeset]) -> Json:
    """Each file with its roles."""
    return {"files": [_file(one) for one in done]}


def inspect_json(done: Iterable[Typeset]) -> Json:
    """Each file with its roles, its departures and its score."""
    return {"files": [_file(one) | _departures(one) for one in done]}


def _file(one: Typeset) -> Json:
    return file_json(one.path, one.problems) | {
        "output": one.output or None,
        "roles": [
            {"paragraph": role.paragraph, "role": role.name, "sure": role.sure, "text": role.text}
            for role in one.roles
        ],
    }


def _departures(one: Typeset) -> Json:
    told = problems_json(one.problems)
    said = [
        problem | {"clause": departure.clause, "basis": departure.basis}
        for problem, departure in zip(told, one.departures, strict=False)
    ]
    return {"departures": said, "score": dict(one.score)}
