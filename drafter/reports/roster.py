"""The unit's roster as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from drafter.actions.roster import Kept
    from drafter.model.roster import Day, Member, Unit


def as_json(kept: Kept) -> Json:
    """Where it is kept, how many came or went, all people and units."""
    return {
        "files": [file_json(kept.path, kept.problems)],
        "changed": {"people": kept.people, "units": kept.units},
        "people": [_member(member) for member in kept.roster.people],
        "units": [_unit(unit) for unit in kept.roster.units],
    }


def _member(member: Member) -> Json:
    return {
        "name": member.name,
        "post": member.post,
        "org": member.org,
        "rank": member.rank or None,
        "from": _day(member.begin),
        "to": _day(member.end),
    }


def _unit(unit: Unit) -> Json:
    return {"name": unit.name, "short": list(unit.short), "former": list(unit.former)}


def _day(day: Day) -> str | None:
    return "-".join(f"{part:02}" for part in day if part) or None
