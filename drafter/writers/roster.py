"""A roster as the file that keeps it, which a person may edit."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.roster import Day, Member, Roster, Unit
from drafter.writers.yaml_text import in_brackets, quoted

_HEAD = """# 名册：本单位的人和单位（drafter roster 管，也可以手改）。
# 人员：排名从 1 起，稿子里点名照这个次序；起、止是任这个职的时间，没有离任就不写止。
"""


def write(roster: Roster) -> str:
    """The text of the file; read again, it is the same roster."""
    return _HEAD + "".join(f"{line}\n" for line in _lines(roster))


def _lines(roster: Roster) -> Iterator[str]:
    if roster.people:
        yield "人员:"
        for member in roster.people:
            yield f"  - {{{', '.join(_member(member))}}}"
    if roster.units:
        yield "单位:"
        for unit in roster.units:
            yield from _unit(unit)


def _member(member: Member) -> Iterator[str]:
    yield f"姓名: {in_brackets(member.name)}"
    for key, text in (("职务", member.post), ("单位", member.org)):
        if text:
            yield f"{key}: {in_brackets(text)}"
    if member.rank:
        yield f"排名: {member.rank}"
    for key, day in (("起", member.begin), ("止", member.end)):
        if day[0]:
            yield f"{key}: {_shown(day)}"


def _unit(unit: Unit) -> Iterator[str]:
    yield f"  - 名称: {quoted(unit.name)}"
    for key, names in (("简称", unit.short), ("旧称", unit.former)):
        if names:
            yield f"    {key}: [{', '.join(map(in_brackets, names))}]"


def _shown(day: Day) -> str:
    """A day as it is typed in YAML: 2026-03-12, 2026-03, 2026; "" where there is none."""
    return "-".join(f"{part:02}" for part in day if part)
