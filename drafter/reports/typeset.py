"""Typeset files and their departures, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json, problems_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.actions.typeset import Typeset
    from drafter.typesetting.sheets import Sheet


def typeset_json(done: Iterable[Typeset]) -> Json:
    """Each file with its roles."""
    return {"files": [_file(one) for one in done]}


def inspect_json(done: Iterable[Typeset]) -> Json:
    """Each file with its roles, its departures and its score."""
    return {"files": [_file(one) | _departures(one) for one in done]}


def beside_json(before: Sheet | None, after: Sheet) -> Json:
    """Two files as they stand on paper, lengths in twips, sizes in half points; null for one whose look is not known."""
    return {"before": None if before is None else _sheet(before), "after": _sheet(after)}


def _sheet(sheet: Sheet) -> Json:
    page = sheet.page
    return {
        "page": {"width": page.width, "top": page.top, "left": page.left, "right": page.right},
        "lines": [
            {
                "paragraph": line.paragraph,
                "text": line.text,
                "table": line.in_table,
                "picture": line.pictured,
                "font": line.look.font,
                "size": line.look.size,
                "bold": line.look.bold,
                "align": line.look.align,
                "first_line": line.look.first_line,
                "line": line.look.line,
                "before": line.look.before,
            }
            for line in sheet.lines
        ],
    }


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
