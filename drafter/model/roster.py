"""The unit's own roster: who is who, in which order, from when to when; which units there are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.records import Record

Day = tuple[int, int, int]
"""Year, month and day; 0 where only the year, or the year and month, is known."""

_SEVERAL = re.compile("[、，,;；/]|兼任?")
_ALWAYS: Day = (0, 0, 0)
_LAST = 99
"""Stands for a month or a day that is not known, where what is asked is whether something is over."""

SHORT_POST = 4
"""A post of so many characters follows its holder's name (李某某副市长); a longer one precedes."""


def name_with_post(name: str, post: str, in_full: str = "") -> tuple[str, str]:
    """A name and a post in the order in which people say them; a long post is said `in_full`, with its office."""
    return (name, post) if 0 < len(post) <= SHORT_POST else (in_full or post, name)


class Member(Record):
    """A person in a post. `rank` is the place in the unit's order, from 1, 0 where none is given; the post is held
    from `begin` to `end`, zeros where that is open.
    """

    name: str
    post: str = ""
    org: str = ""
    rank: int = 0
    begin: Day = _ALWAYS
    end: Day = _ALWAYS

    @property
    def posts(self) -> tuple[str, ...]:
        """Each of the posts that are given in one: 市委副书记、市长 are two."""
        return tuple(post for post in _SEVERAL.split(self.post) if post)

    def serves_on(self, day: Day) -> bool:
        """Whether the post is held on a day; one that is not known is today, when whoever has left is gone."""
        if not day[0]:
            return not self.end[0]
        return _last(day) >= self.begin and (not self.end[0] or day <= _last(self.end))


class Unit(Record):
    """A unit with the short names that it accepts, and the names that it bore."""

    name: str
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


class Roster(Record):
    """All of them. Of a person in several posts there are several members."""

    people: tuple[Member, ...] = ()
    units: tuple[Unit, ...] = ()

    def on(self, day: Day) -> tuple[Member, ...]:
        """Who holds a post on a day."""
        return tuple(member for member in self.people if member.serves_on(day))

    def person(self, called: str) -> Member | None:
        """Who is called so: by the name, by family name and post (李市长, 李副市长), by both (李市长建国); None where it could
        be several, or nobody.
        """
        said = "".join(called.split())
        found = {member.name: member for member in self.people if said in _calls(member)}
        return next(iter(found.values())) if len(found) == 1 else None

    def joined(self, other: Roster) -> Roster:
        """Both, those of the other in the place of the same post of a person, or of the same unit."""
        people = {_post_of(member): member for member in self.people}
        units = {unit.name: unit for unit in self.units}
        for member in other.people:
            people[_post_of(member)] = member
        for unit in other.units:
            units[unit.name] = unit
        return Roster(tuple(people.values()), tuple(units.values()))

    def without(self, names: Iterable[str]) -> Roster:
        """Those whose name is none of these."""
        gone = set(names)
        people = tuple(member for member in self.people if member.name not in gone)
        return Roster(people, tuple(unit for unit in self.units if unit.name not in gone))

    def ordered(self) -> Roster:
        """The people in the unit's order, those without one behind; the units as they were given."""
        return replace(self, people=tuple(sorted(self.people, key=lambda one: (not one.rank, one.rank))))


def _calls(member: Member) -> set[str]:
    """What a person may be called."""
    family, given = member.name[:1], member.name[1:]
    posts = {post for said in member.posts for post in (said, said[-2:], said[-3:])}
    return {member.name} | {
        call for post in posts for call in (family + post, member.name + post, family + post + given)
    }


def _post_of(member: Member) -> tuple[str, str, str]:
    return member.name, member.post, member.org


def _last(day: Day) -> Day:
    """The last day that a day, a month or a year can mean, to be compared with."""
    return day[0], day[1] or _LAST, day[2] or _LAST
