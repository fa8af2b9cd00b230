"""The unit's roster: from the file that keeps it, and from a table that an office has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from drafter import numerals
from drafter.model.roster import Day, Member, Roster, Unit
from drafter.problems import Place, Problem, Severity
from drafter.readers import dates
from drafter.readers.tables.table import Row
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml import trees
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
    "term": ("任期", "任职时段", "任职起止"),
}
_UNIT_COLUMNS = {
    "name": ("单位名称", "名称", "单位", "全称", "机构", "机构名称"),
    "short": ("简称", "规范简称", "别称"),
    "former": ("旧称", "曾用名", "原名称", "原名"),
}
_SEVERAL = re.compile(r"[、，,;；/／\s]+")
_DAY = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_LONGEST_TERM = 60
"""Characters of a term: two days and what stands between them."""

_TERM = re.compile(
    r"\s*(?P<begin>.*?\d.*?)\s*(?:—+|–+|－|~|～|至|到|-(?=\s*(?:\d{4}|至今|今|现在|$)))\s*(?P<end>.*?)\s*"
)
_NAME = re.compile(
    r"(?![\u3400-\u9fff]{0,2}[市县区省镇局处科]长)[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,12}[·•][\u3400-\u9fff·•]{1,24}|[A-Za-z .·-]{2,40}"
)
"""How people are called: two to four characters, more with a point, or Latin letters."""

_OPEN = frozenset(("", "至今", "现在", "今", "在任", "—", "-", "/"))
"""What an office writes where someone still serves."""


def read(text: str, name: str) -> tuple[Roster, tuple[Problem, ...]]:
    """The roster that a file keeps, and what is wrong with it."""
    root, problems = trees.parse(text, name)
    reading = Reading(list(problems))
    people: list[Member] = []
    units: list[Unit] = []
    for section, _, value in reading.fields(root, _SECTIONS, "名册") if root is not None else ():
        if not isinstance(value, yaml.Sequence):
            reading.complain(
                value, "wrong-type", "名册里每人、每个单位写一项", "写成 - {姓名: 周舟, 职务: 副市长}"
            )
            continue
        for node in value.items:
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
        rank=int(rank) if numerals.is_count(rank) else 0,
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
        problems = list(_not_taken(columns, named, name))
        people = [
            member
            for row in _printable(rows, named, problems)
            for member in _person(_row_of(row, named), Place(name, row.number), problems)
        ]
        return Roster(tuple(people)), tuple(problems)
    named = _columns(columns, _UNIT_COLUMNS)
    if "name" not in named:
        hint = "人员表要有“姓名”一列（还可以有 职务、单位、排名、起、止、任期）；单位表要有“单位名称”一列（还可以有 简称、旧称）"
        return Roster(), (Problem("bad-table", "看不出是人员表还是单位表", Place(name, 1), hint=hint),)
    problems = list(_not_taken(columns, named, name))
    found = (_row_of(row, named) for row in _printable(rows, named, problems))
    units = tuple(
        Unit(said["name"], _several(said, "short"), _several(said, "former"))
        for said in found
        if said["name"]
    )
    return Roster(units=units), tuple(problems)


def _printable(rows: Iterable[Row], named: Mapping[str, str], problems: list[Problem]) -> Iterator[Row]:
    """The rows whose cells that are asked for can be read; of the others, why they were not taken."""
    for row in rows:
        faults = [fault for column, fault in row.faults.items() if column in named.values()]
        for fault in faults:
            message = f"第 {row.number} 行没有收：{fault.message}"
            problems.append(replace(fault, message=message, severity=Severity.WARNING))
        if not faults:
            yield row


def _not_taken(columns: Sequence[str], named: Mapping[str, str], name: str) -> Iterator[Problem]:
    """Columns that the roster has no place for."""
    left = [column for column in columns if column not in named.values()]
    if left:
        yield Problem("column-unused", f"这几列没有收：{'、'.join(left)}", Place(name, 1), Severity.INFO)


def _person(said: dict[str, str], place: Place, problems: list[Problem]) -> Iterator[Member]:
    """The member that a row is; what cannot be used of it becomes a problem."""

    def complain(code: str, message: str, hint: str = "") -> None:
        problems.append(Problem(code, f"第 {place.line} 行{message}", place, Severity.WARNING, hint))

    if not said["name"]:
        complain("no-name", "没有姓名，没有收")
        return
    if not _NAME.fullmatch("".join(said["name"].split())):
        complain("odd-name", f"的姓名不像姓名：{said['name']}", "一行一人，只写姓名；已照样收下")
    begin, end = _term(said, complain)
    rank = said.get("rank", "")
    if rank and not numerals.is_count(rank):
        complain("bad-rank", f"的排名看不懂：{rank}", "写 1、2、3；这一格没有收")
    yield _made(said, begin, end)


def _term(
    said: Mapping[str, str], complain: Callable[[str, str, str], None]
) -> tuple[Day | None, Day | None]:
    """From when to when someone serves: in two columns, or in one (2021年3月—2025年12月)."""
    typed = {which: said.get(which, "") for which in ("begin", "end")}
    both = said.get("term", "")
    term = _TERM.fullmatch(both) if len(both) <= _LONGEST_TERM else None
    if term is not None:
        typed = {which: typed[which] or term[which] for which in typed}
    elif both:
        complain(
            "bad-date", f"的任期看不懂：{both[:_LONGEST_TERM]}", "写成 2021年3月—2025年12月；这一格没有收"
        )
    days = {which: day(text) for which, text in typed.items()}
    for which, text in typed.items():
        if days[which] is None:
            complain("bad-date", f"的日期看不懂：{text}", "写成 2026-03 或 2026年3月；这一格没有收")
    begin, end = days["begin"], days["end"]
    if begin and end and begin[0] and end[0] and end < begin:
        complain(
            "bad-date", f"的任期，止在起的前面：{typed['begin']}、{typed['end']}", "核对这一行；已照样收下"
        )
    return begin, end


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
