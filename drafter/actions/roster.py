"""The unit's roster: people and units taken from a table, listed, removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.model.roster import Day, Roster
from drafter.problems import InputProblem, Place, Problem, Severity, UsageProblem, has_errors
from drafter.readers import dates
from drafter.readers import roster as roster_reader
from drafter.session import rosters
from drafter.session.session import Session
from drafter.session.tables import read_table
from drafter.storage import files, locks, paths
from drafter.writers import roster as roster_writer


@dataclass(frozen=True, slots=True)
class Kept:
    """A roster after what was asked: where it is kept, how many people and units came or went, what could not be
    used of a table.
    """

    path: str
    roster: Roster
    people: int = 0
    units: int = 0
    problems: tuple[Problem, ...] = ()


def add(session: Session, table: str, sheet: str = "", head: int = 0) -> Kept:
    """Takes the people or the units of a table over; the same post of a person, or unit, is replaced.

    `sheet` is the one of a workbook, `head` the number of the line that names the columns; "" and 0 leave it to the table.

    Raises:
        InputProblem: the table cannot be read, or holds neither.
        OutputProblem: the roster cannot be written.

    """
    read = read_table(session, table, sheet, head)
    rows = [row for row in read.rows if not row.total]
    found, problems = roster_reader.from_table(read.columns, rows, table)
    problems = (*read.notes, *problems)
    if has_errors(problems):
        raise InputProblem(*problems)
    if not found.people and not found.units:
        raise InputProblem(
            Problem("bad-table", "表里一行也没有收到", Place(table), hint="第一行写列名，下面一行一个")
        )
    path = rosters.files_of(session)[-1]
    with locks.held(session.places.home / locks.EDITS):
        joined = rosters.read(path).joined(found).ordered()
        kept = _write(session, path, joined)
    people = len({member.name for member in found.people})
    return Kept(str(path), joined, people, len(found.units), (*problems, *kept))


def listed(session: Session, date: str = "") -> Kept:
    """All that the rosters hold; with a date, the people who served then.

    Raises:
        InputProblem: a roster cannot be read.
        UsageProblem: there is no such date.

    """
    found = rosters.roster(session)
    if date:
        found = Roster(found.on(_day(date)), found.units)
    kept = [path for path in rosters.files_of(session) if paths.is_file(path)]
    return Kept(str((kept or rosters.files_of(session))[-1]), found)


def remove(session: Session, names: Sequence[str]) -> Kept:
    """Takes people and units of these names out of every roster.

    Raises:
        InputProblem: a roster cannot be read, or no name is in any.
        OutputProblem: a roster cannot be written.

    """
    before = rosters.roster(session)
    known = {one.name for one in before.people} | {one.name for one in before.units}
    unknown = [name for name in names if name not in known]
    if unknown:
        problems = (
            Problem("unknown-name", f"名册里没有“{name}”", hint="drafter roster list 列出全部")
            for name in unknown
        )
        raise InputProblem(*problems)
    written: list[Path] = []
    kept: list[Problem] = []
    with locks.held(session.places.home / locks.EDITS):
        for path in rosters.files_of(session):
            found = rosters.read(path)
            left = found.without(names)
            if left != found:
                kept += _write(session, path, left)
                written.append(path)
    after = before.without(names)
    people = len({one.name for one in before.people} - {one.name for one in after.people})
    units = len(before.units) - len(after.units)
    return Kept("、".join(map(str, written)), after, people, units, tuple(kept))


def _write(session: Session, path: Path, roster: Roster) -> tuple[Problem, ...]:
    """Writes a roster; where a person has edited the file by hand, it is kept beside it first, and that is said."""
    kept: tuple[Problem, ...] = ()
    write = files.keep if path.parent == session.places.home else files.replace
    if paths.is_file(path) and files.read_text(path).text != roster_writer.write(rosters.read(path)):
        copy = files.keep_original(path)
        message, hint = f"名册手改过，改前的留在 {copy}", "里面的注释要留，照它抄回来"
        kept = (Problem("roster-edited", message, Place(str(path)), Severity.INFO, hint),)
    write(path, roster_writer.write(roster).encode())
    return kept


def _day(text: str) -> Day:
    day = roster_reader.day(text)
    if dates.normal(text) is None or not day or not day[0]:
        raise UsageProblem(
            Problem("bad-date", f"--date {text} 看不懂或不存在", hint="例如 --date 2026-03-12")
        )
    return day
