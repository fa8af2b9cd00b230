"""Whom and what a draft's unit knows by its roster, on the day of the draft."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.checks.draft import Draft
from drafter.model.roster import Day, Member


def serving(draft: Draft, day: Day | None = None) -> tuple[Member, ...]:
    """Who holds a post on a day: that of the draft where none is given, today where the draft has none."""
    own = draft.date if draft.date[0] else draft.setting.today
    return draft.setting.roster.on(own if day is None else day)


def posts(draft: Draft, day: Day | None = None) -> Mapping[str, tuple[str, ...]]:
    """The posts that each person holds on a day, that of the draft where none is given."""
    found: dict[str, tuple[str, ...]] = {}
    for member in serving(draft, day):
        found[member.name] = (*found.get(member.name, ()), *member.posts)
    return found


def units(draft: Draft) -> Mapping[str, tuple[str, ...]]:
    """The units with their accepted short names."""
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
