"""What drafter keeps on this computer: listed, and removed where that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.library import addresses
from drafter.problems import Problem, UsageProblem
from drafter.proofreading import baselines
from drafter.session import rosters
from drafter.session.session import Session
from drafter.storage import holdings
from drafter.storage.holdings import KINDS, Holding


@dataclass(frozen=True, slots=True)
class Report:
    """What is kept; `chosen` is what is asked to go, `removed` whether it went. `elsewhere` is the library that lies
    in no folder of drafter's, "" where none does.
    """

    kept: tuple[Holding, ...]
    chosen: tuple[Holding, ...] = ()
    removed: bool = False
    problems: tuple[Problem, ...] = ()
    elsewhere: str = ""


def list_kept(session: Session) -> Report:
    """All that drafter keeps on this computer."""
    found = tuple(holdings.find(session.places, rosters.FILE, baselines.NAME))
    address = addresses.shown_address(session)
    own = Path(address) == session.places.home / addresses.KIND
    return Report(found, elsewhere="" if own else address)


def forget(session: Session, kinds: Sequence[str], sure: bool) -> Report:
    """What would go, of all kinds but a person's own work or of those that are named; with `sure` it goes.

    Raises:
        UsageProblem: there is no such kind.

    """
    named = {_named(kind) for kind in kinds}
    report = list_kept(session)
    chosen = tuple(one for one in report.kept if (one.kind.name in named if named else not one.kind.own))
    problems = tuple(problem for one in chosen for problem in holdings.remove(one)) if sure else ()
    return Report(report.kept, chosen, sure, problems, report.elsewhere)


def _named(kind: str) -> str:
    found = next((one.name for one in KINDS if kind in (one.name, one.word)), "")
    if not found:
        hint = "可以写：" + "、".join(one.word for one in KINDS)
        raise UsageProblem(Problem("unknown-value", f"--forget 没有“{kind[:20]}”这一种", hint=hint))
    return found
