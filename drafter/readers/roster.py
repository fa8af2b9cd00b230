"""The unit's roster: from the file that keeps it, and from a table that an office has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from drafter.model.roster import Day, Member, Roster, Unit
from drafter.problems import Place, Problem, Severity
from drafter.readers import dates
from drafter.readers.table import Row
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.reading import Reading

_PERSON = {"姓名": "name", "职务": "post", "单位": "org", "排名": "rank", "起": "begin", "止": "end"}
_UNIT = {"名称": "name", "简称": "short", "旧称": "former"}
_SECTIONS = {"人员": "people", "单位": "units"}

_PEOPLE_COLUMNS = {
    "name": ("姓名", "名字", "人员"),
    "post": ("职务", "岗位", "现任职务", "任职"),
    "org": ("单位", "部门", "所在单位", "工作单位"),
    "rank": ("排名", "排序", "位次", "次序", "序号"),
    "begin": ("起", "任职时间", "任职日期", "到任时间", "到任"),
    "end": ("止", "离任时间", "离任日期", "免职时间", "离任"),
}
_UNIT_COLUMNS = {
    "name": ("单位名称", "名称", "单位", "全称", "机构", "机构名称"),
    "short": ("简称", "规范简称", "别称"),
    "former": ("旧称", "曾用名", "原名称", "原名"),
}
_SEVERAL = re.compile(r"[、，,;；/／\s]+")
_DAY = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_OPEN = frozenset(("", "至今", "现在", "今", "在任", "—", "-", "/"))
"""What an office writes where someone still serves."""


def read(text: str, name: str) -> tuple[Roster, tuple[Problem, ...]]:
    """The roster that a file keeps, and what is wrong with it."""
    root, problems = yaml.parse(text, name)
    reading = Reading(list(problems))
    people: list[Member] = []
    units: list[Unit] = []
    for section, _, value in reading.fields(root, _SECTIONS, "名册") if root is not None else ():
        for node in value.items if isinstance(value, yaml.Sequence) else ():
            if section == "people":
                people += _member(reading, node)
            else:
                units += _unit(reading, node)
    return Roster(tuple(people), tuple(units)), tuple(reading.problems)


def _member(reading: Reading, node: yaml.Node) -> list[Member]:
    said = {
        name: reading.line(value, key.text)
        for name, key, value in reading.fields(node, _PERSON, "名册里的人")
    }
    if not said.get("name"):
        reading.complain(node, "missing-key", "这一项没有写“姓名”", "加上 姓名: ……")
        return []
    days = {which: day(said.get(which, "")) for which in ("begin", "end")}
    for which, read_as in days.items():
        if read_as is None:
            reading.complain(
                node, "bad-date", f"日期看不懂：{said[which]}", "写成 2026-03-12、2026-03 或 2026"
            )
    return [_made(said, days["begin"], days["end"])]


def _made(said: Mapping[str, str], begin: Day | None, end: Day | None) -> Member:
    rank = said.get("rank", "")
    return Member(
        name="".join(said["name"].split()),
        post=said.get("post", ""),
        org=said.get("org", ""),
        rank=int(rank) if rank.isdigit() else 0,
        begin=begin or (0, 0, 0),
        end=end or (0, 0, 0),
    )


def _unit(reading: Reading, node: yaml.Node) -> list[Unit]:
    values = {name: (key, value) for name, key, value in reading.fields(node, _UNIT, "名册里的单位")}
    if "name" not in values:
        reading.complain(node, "missing-key", "这一项没有写“名称”", "加上 名称: ……")
        return []
    name = reading.line(values["name"][1], "名称")
    short, former = (
        reading.texts(values[which][1], values[which][0].text) if which in values else ()
        for which in ("short", "former")
    )
    return [Unit(name, short, former)]


def from_table(columns: Sequence[str], rows: Iterable[Row], name: str) -> tuple[Roster, tuple[Problem, ...]]:
    """The people of a table with a column 姓名, else the units of one with their names; what could not be used."""
    named = _columns(columns, _PEOPLE_COLUMNS)
    if "name" in named:
        return _people(named, rows, name)
    named = _columns(columns, _UNIT_COLUMNS)
    if "name" not in named:
        hint = "人员表要有“姓名”一列（还可以有 职务、单位、排名、起、止）；单位表要有“单位名称”一列（还可以有 简称、旧称）"
        return Roster(), (Problem("bad-table", "看不出是人员表还是单位表", Place(name, 1), hint=hint),)
    found = (_row_of(row, named) for row in rows)
    units = (
        Unit(said["name"], _several(said, "short"), _several(said, "former"))
        for said in found
        if said["name"]
    )
    return Roster(units=tuple(units)), ()


def _people(named: Mapping[str, str], rows: Iterable[Row], name: str) -> tuple[Roster, tuple[Problem, ...]]:
    people: list[Member] = []
    problems: list[Problem] = []
    for row in rows:
        said = _row_of(row, named)
        if not said["name"]:
            problems.append(
                Problem(
                    "no-name",
                    f"第 {row.number} 行没有姓名，没有收",
                    Place(name, row.number),
                    Severity.WARNING,
                )
            )
            continue
        begin, end = (day(said.get(which, "")) for which in ("begin", "end"))
        if begin is None or end is None:
            typed = said["begin"] if begin is None else said["end"]
            message, hint = (
                f"第 {row.number} 行的日期看不懂：{typed}",
                "写成 2026-03 或 2026年3月；这一格没有收",
            )
            problems.append(Problem("bad-date", message, Place(name, row.number), Severity.WARNING, hint))
        people.append(_made(said, begin, end))
    return Roster(tuple(people)), tuple(problems)


def _columns(columns: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Which column holds what, by the first of its names that the table has."""
    found = {}
    for what, names in known.items():
        column = next((one for one in names if one in columns), None)
        if column is not None:
            found[what] = column
    return found


def _row_of(row: Row, named: Mapping[str, str]) -> dict[str, str]:
    return {what: row.cells.get(column, "").strip() for what, column in named.items()}


def _several(said: Mapping[str, str], what: str) -> tuple[str, ...]:
    return tuple(one for one in _SEVERAL.split(said.get(what, "")) if one)


def day(text: str) -> Day | None:
    """A day, a month or a year as it was typed; zeros where it is open, None where it cannot be read."""
    if text.strip() in _OPEN:
        return (0, 0, 0)
    year_alone = re.fullmatch(r"(\d{4})年?", text.strip())
    match = _DAY.fullmatch(dates.normal(text) or "")
    if year_alone:
        return int(year_alone[1]), 0, 0
    return (int(match[1]), int(match[2] or 0), int(match[3] or 0)) if match else None
