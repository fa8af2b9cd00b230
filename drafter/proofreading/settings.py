"""What a unit says of checks in its workspace: `[check]` of drafter.toml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafter.checks import registry
from drafter.checks.rule import Family
from drafter.model.roster import Member, Roster, Unit
from drafter.problems import InputProblem, Place, Problem, Severity, UsageProblem
from drafter.readers.yaml.reading import nearest
from drafter.session.session import Session

_KEYS = ("select", "ignore", "severity", "units", "people", "baseline")
_ALIASES, _FORMER = ("简称", "aliases"), ("旧称", "former")


@dataclass(frozen=True, slots=True)
class Settings:
    """What `[check]` holds: rules chosen and left out, their severities, the unit's names."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    roster: Roster = field(default_factory=Roster)
    baseline: str = ""


def settings(session: Session) -> Settings:
    """The workspace's settings of checks.

    Raises:
        InputProblem: a key or a value is not what it should be.

    """
    given = session.places.settings.get("check", {})
    place = Place(str(session.places.settings_file))
    for key in given:
        if key not in _KEYS:
            hint = nearest(key, dict.fromkeys(_KEYS, ""))
            raise InputProblem(Problem("unknown-key", f"[check] 没有“{key}”", place, hint=hint))
    try:
        return Settings(
            codes(_strings(given.get("select", []))),
            codes(_strings(given.get("ignore", []))),
            {codes([code])[0]: Severity(level) for code, level in dict(given.get("severity", {})).items()},
            Roster(tuple(_people(given.get("people", {}))), tuple(_units(given.get("units", {})))),
            str(given.get("baseline", "")),
        )
    except UsageProblem as error:
        raise InputProblem(
            *(Problem(p.code, p.message, place, hint=p.hint) for p in error.problems)
        ) from error
    except (TypeError, ValueError) as error:
        hint = '例如 select = ["错别字"]，severity = {odd-space = "info"}，people = {"顾见川" = "副市长"}'
        raise InputProblem(Problem("bad-value", "[check] 里有一项看不懂", place, hint=hint)) from error


def _strings(value: Any) -> tuple[str, ...]:
    """A text or a list of texts.

    Raises:
        TypeError: it is neither.

    """
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise TypeError(value)


def _people(given: Any) -> Iterator[Member]:
    """The people with their posts."""
    for name, said in dict(given).items():
        yield from (Member(name, post) for post in _strings(said) or ("",))


def _units(given: Any) -> Iterator[Unit]:
    """The units with their short and former names."""
    if isinstance(given, list):
        yield from map(Unit, _strings(given))
        return
    for name, said in dict(given).items():
        if isinstance(said, dict):
            short, former = (
                tuple(one for key in keys for one in _strings(said.get(key, [])))
                for keys in (_ALIASES, _FORMER)
            )
            yield Unit(name, short, former)
        else:
            yield Unit(name, _strings(said))


def codes(names: Iterable[str]) -> tuple[str, ...]:
    """Codes, Chinese names and families of rules, several in one where commas part them.

    Raises:
        UsageProblem: a name is none of these.

    """
    known: dict[str, str] = {}
    for rule in registry.RULES:
        known |= {rule.code: "", rule.name: "", rule.family.value: ""}
    known |= {family.name.lower(): "" for family in Family}
    found = []
    for name in (one.strip() for names_ in names for one in names_.replace("，", ",").split(",")):
        if name and name not in known:
            hint = f"{nearest(name, known)}；drafter check --explain 全部 列出所有规则"
            raise UsageProblem(Problem("unknown-rule", f"没有“{name}”这条规则", hint=hint))
        found += [name] if name else []
    return tuple(found)
