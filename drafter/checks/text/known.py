"""Whom and what a draft's unit knows by its roster, on the day of the draft."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.checks.draft import Draft
from drafter.model.roster import Day, Member


def serving(draft: Draft) -> tuple[Member, ...]:
    """Who holds a post on the day of the draft, today where it has none."""
    return draft.once(_serving)


def _serving(draft: Draft) -> tuple[Member, ...]:
    return draft.setting.roster.on(_today(draft))


def _today(draft: Draft) -> Day:
    return draft.date if draft.date[0] else draft.setting.today


def posts(draft: Draft) -> Mapping[str, tuple[str, ...]]:
    """The posts that each person holds on the day of the draft."""
    return draft.once(_posts)


def _posts(draft: Draft) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for member in serving(draft):
        found.setdefault(member.name, []).extend(member.posts)
    return {name: tuple(held) for name, held in found.items()}


def held(draft: Draft, name: str, day: Day | None = None) -> tuple[Member, ...]:
    """What a person is on a day, that of the draft where none is given: a member for each entry of the roster."""
    own = _today(draft) if day is None else day
    return tuple(member for member in draft.once(_by_name).get(name, ()) if member.serves_on(own))


def _by_name(draft: Draft) -> Mapping[str, list[Member]]:
    found: dict[str, list[Member]] = {}
    for member in draft.setting.roster.people:
        found.setdefault(member.name, []).append(member)
    return found


def units(draft: Draft) -> Mapping[str, tuple[str, ...]]:
    """The units with their accepted short names."""
    return draft.once(_units)


def _units(draft: Draft) -> Mapping[str, tuple[str, ...]]:
    return {unit.name: unit.short for unit in draft.setting.roster.units}


def former_units(draft: Draft) -> Mapping[str, str]:
    """Names that units bear no more, with the present ones."""
    return {old: unit.name for unit in draft.setting.roster.units for old in unit.former}


def names(draft: Draft) -> frozenset[str]:
    """Every name of the roster: of a person, of a unit, short or former."""
    return draft.once(_names)


def _names(draft: Draft) -> frozenset[str]:
    roster = draft.setting.roster
    said = {member.name for member in roster.people}
    for unit in roster.units:
        said |= {unit.name, *unit.short, *unit.former}
    return frozenset(said)
